"""What has numbers of its own, papers, places and parts of it, by its word in the languages of our users.

Behind such a word a number is that of the thing, whatever the catalogue has: "quotation 33515",
"devis 30111".
"""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy

_PAPERS = (
    # English
    "quotation quotations quote quotes estimate estimates proforma pro-forma invoice invoices orders "
    "purchase rma waybill proposal proposals tender tenders bid agreement agreements contract lease leases "
    "permit permits requisition approval authorization remittance cheque refund refunds "
    "deposit ledger budget dossier memo amendment addendum appendix annex exhibit statement warranty "
    "guarantee epic bugzilla jira backlog postmortem ctask sctask ritm inc cr rfi rfq rfp sow "
    # German
    "angebot angebots rechnung rechnungen bestellung bestellungen auftrag auftrags lieferschein lieferung "
    "vertrag vertrags vorgang akte aktenzeichen antrag beleg quittung gutschein gutschrift police "
    "reklamation störungsmeldung anfrage projekt kostenstelle kostenträger kundennummer artikel mahnung "
    "mietvertrag sendung paket aufgabe inventar schlüssel spind stockwerk etage parkplatz tor gebäude halle "
    "regal fach "
    # French
    "devis facture factures commande commandes livraison contrat avenant dossier reçu demande bordereau "
    "marché projet affaire colis expédition bâtiment étage porte casier armoire baie imputation fournisseur "
    "réclamation sinistre intervention fiche "
    # Spanish, Portuguese
    "presupuesto presupuestos factura facturas pedido pedidos albarán albaran contrato contratos expediente "
    "recibo oferta solicitud proyecto incidencia reclamación póliza guía remisión orden envío paquete "
    "puerta piso edificio armario puesto taquilla proveedor cotización requisición remito folio orçamento "
    "orcamento fatura encomenda guia processo proposta requisição projeto chamado protocolo andar prédio "
    "porta fornecedor remessa cotação "
    # Italian
    "preventivo preventivi fattura fatture ordine ordini bolla ddt contratto pratica ricevuta offerta "
    "richiesta progetto commessa protocollo polizza spedizione pacco piano edificio armadio scaffale "
    "fornitore matricola cespite determina "
    # Dutch
    "offerte offertes factuur bestelling pakbon overeenkomst aanvraag project dossiernummer zaak zending "
    "pakket verdieping kamer gebouw kast klantnummer rekening levering inkooporder opdracht "
    # Scandinavian, Finnish
    "offert tilbud faktura fakturan beställning bestilling ordre avtal avtalet aftale avtale följesedel "
    "følgeseddel pakkseddel kvitto kvittering ärende ärendet sag saken sak oppdrag projekt prosjekt "
    "projektet leverans levering våning etasje rum rom skåp kostnadsställe tarjous lasku tilaus sopimus "
    "lähete kuitti hakemus projekti kerros huone kaappi "
    # Polish, Czech, Slovak, Hungarian, Romanian, the south Slavic ones
    "faktury fakturę zamówienia oferta ofertę umowa umowy paragon wniosek protokół zlecenie zlecenia "
    "projekt sprawy piętro pokoju szafa półka paczka przesyłka wycena nabídka nabídku nabídky fakturu "
    "objednávka objednávku smlouva smlouvu účtenka žádost zakázka zakázku patro místnost budova skříň účet "
    "zásilka ponuka ponuku objednávky zmluva zmluvu žiadosť poschodie miestnosť ajánlat árajánlat számla "
    "rendelés szerződés szállítólevél kérelem emelet ügy ügyszám bejelentés ofertă factură factura comandă "
    "comanda aviz cerere proiect etaj ponuda ponudu račun narudžba narudžbenica ugovor zahtjev zahtev "
    "otpremnica predmet "
    # Turkish
    "teklif fatura sipariş sözleşme irsaliye talep proje dosya oda kat makbuz "
    # Russian, Ukrainian
    "счёт счет заказ договор накладная предложение кп проект акт офис этаж комната накладную рахунок "
    "замовлення договір накладна пропозиція проєкт офіс поверх кімната "
)
_MONITORED = (
    "panel dashboard widget datasource-uid uid gid runbook playbook annotation silence pipeline commit puts "
    "blobs blocks bytes packets inodes sockets tokens subprocess thread threads process proceso subproceso "
    "processus processo subprocesso hilo prozess procesu proces wątku vlákna vlákno потока процесса "
)
_WORDS = frozenset((_PAPERS + _MONITORED).split())
_ENDINGS = (
    "angebot", "rechnung", "vertrag", "bestellung", "schein", "faktura", "antrag", "kostenstelle", "zimmer",
    "gebäude", "steckdose", "schrank",
)  # fmt: skip
"""How compounds of German and its neighbours end: "Wartungsvertrag"."""

_BEFORE = lazy(
    r"(?<![\w/\\.])(?P<word>[^\W\d_]{2,24})(?:-(?:id|nr|no|num|ref))?"
    r"(?:\.?[ \t](?:nr|no|n[º°]|№|num|číslo|č|n|numer|number|id|ref|br)\.?)?[ \t]{0,2}[:#=№]?[ \t]{0,2}#?$",
)
_ID_OF = lazy(
    r"\b(?:id|identifi\w{2,8}|identyfikator|kód|код)\.?[ \t](?:d(?:e|u|el|o|i|ella|a|er|es)[ \t]|van[ \t]"
    r"|de[ \t]la[ \t])?"
    r"(?:l['’])?(?P<word>[^\W\d_]{2,24})[ \t]{0,2}[:=]?[ \t]{0,2}$",
)
"""The ID of a thing as other languages have it: "Id. de proceso: 3188"."""

_LOOK_BACK = 48


def is_of_numbered(text: str, start: int) -> bool:
    """Whether the word before a number is that of a thing that has numbers of its own."""
    before = text[max(0, start - _LOOK_BACK) : start]
    return any(
        (match := pattern().search(before)) and _is_numbered(match["word"]) for pattern in (_BEFORE, _ID_OF)
    )


def _is_numbered(word: str) -> bool:
    small = word.lower()
    return small in _WORDS or small.endswith(_ENDINGS)
