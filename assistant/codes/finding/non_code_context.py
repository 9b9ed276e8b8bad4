"""What stands around a number and makes it something else than a code: units, dates, ports, tickets."""

from __future__ import annotations

import re

from assistant.codes.finding.amounts import CODE_DIGITS, COUNTED, VERSION_DIGITS
from assistant.codes.finding.number_owners import is_owner
from assistant.codes.finding.numbered_things import is_of_numbered
from assistant.decisions.expressions.patterns import lazy

_NAMES = (
    "sql windows win server sharepoint sps exchange office project visio hyper-v dynamics debian ubuntu rhel "
    "centos fedora suse sles macos ios android "
    "manager center studio edition version ver winver v r sp ur cu rev revision build release level model "
    "ts rfc iso cve ms kb q article hotfix update patch rollup port ports tcp udp vlan ssid lun "
    "disk volume slot drive tape media barcode node rack room floor building bldg desk ext extension "
    "phone tel telephone fax mobile cell call dial hotline inode bucket pin zip invoice "
    "order po quote asset tag serial "
    "sn s/n p/n ticket tickets case cases incident incidents inc req request ritm sr chg change problem "
    "prb issue bug pr story ref reference contract customer job jobs task process pid tid thread "
    "spid session row line lines page step chapter section item figure table since in until till "
    "year spring summer autumn fall winter january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec q1 q2 q3 "
    "q4 fy from by before after during about around approx approximately roughly nearly almost over "
    "under than only exactly all every first last next top other another some these those size sizes "
    "timeout offset index count counted counting total sum limit quota threshold retry attempt memory ram "
    "address addr handle pointer ptr length len width height flag flags mask param params parameter "
    "parameters attribute attributes base sector lba byte bytes position pos took takes need needs "
    "require requires mtu ttl scale ratio has have category categories sensor badge door gate locker shelf "
    "sticker label employee patient student member account user article device parcel shipment flight "
    "card sku license licence offer quote meter train bus lot batch course lesson exam seat seats hall "
    "meeting group team unit "
    "tank valve latency queue snapshot checkpoint spn run cycle block rule filter profile part product "
    "firmware driver bios word weight price cost salary pager iban booking reservation cluster policy "
    "transaction vm folder directory share eur usd gbp chf cad aud jpy inr "
    "dept department abteilung abt token repetición repeticion "
    "kostenstelle rechnung bestellung auftrag vertrag zimmer raum durchwahl kunde plz facture "
    "commande contrat chambre salle factura fattura fatura faktura pedido ordine cliente "
    "contrato objednávka zamówienie pokój kamer sala klient postfach gebäude lauf review passcode "
    "subscription trigger emp cust acct inv "
    "opcode qualifiers keywords listening established time_wait sleep "
    "lieferschein lieferung lunch seq state p pp day sqlstate frame cord reading hrb "
    "handelsregister postleitzahl printer printers folder folders chassis blade ddr3 ddr4 ddr5 asn "
    "waybill docket voucher receipt pallet carton msisdn imei imsi iccid "
    "database haben hatten hat avons tenemos abbiamo нас severity class monitor tiene hebben mamy "
    "teléfono telefono telefoon telefonu "
    "téléphone телефон sha sha1 sha256 md5 "
    "hash commit checksum postcode postnummer "
    "owner requester requestor assignee mandant mandanten mandantennummer vorgang vorgangsnummer sag sak "
    "ärende zgłoszenie zgłoszenia sprawa požadavek požadavku případ заявка тикет кабинет solicitud "
    "incidencia chamado dossier bureau bureaux apparat nebenstelle klappe poste interno toestel ramal anexo "
    "wewn wewnętrzny linka anknytning "
    "slide sprint cable panel depth retries interval law form template acl laptop kiosk car parking "
    "finding insurance pratica stanza umowa rum avtal klant cabinet tenant store branch shop school house "
    "bay outlet correlation camera conference truck tracking claim delivery paragraph score sign zeichen "
    "trace fw warranty hub cage prio priority qty puerto tkt ward zone bench booth kitchen tram taxi "
    "coach sede sucursal vessel planta footnote codepage char penalty highway area temperature metric "
    "dport anlage karton gruppe tlf oda max min maximum minimum points closing stage phase wave "
    "generation gen raid hba msa sev sla comment subnet factor average avg peak baseline net gross lasted "
    "tfn gsm blz cif siret vat tax proliant synology suite apt tier switch controller "
    "filiale filial agence succursale pobočka oddział afdeling ordner carpeta cartella mapp složka mailbox "
    "lokal mellék büro oficina kontor kancelář pok kantoor ufficio iroda szoba huoneen huone "
)
_A_NAME = "(?!mars)(?:" + "|".join(map(re.escape, _NAMES.split())) + ")"
_AFTER_NAME = (
    r"(?!(?<=[a-z]{4})s\.[ \t\n])"
    r"(?:(?<=[a-z]{3})s)?(?:[\s:=#.(\[-]{1,3}(?:number|no|nr|id|code|is|was|are|were|pair|list|range)\b){0,2}"
    r"[\s:=#.(\[-]{0,3}$"
)
_SHOWN_BELOW = lazy(r"\b(?:monitor|mailbox|trace|mail):[ \t]*\r?\n[ \t>*-]{0,6}$", re.IGNORECASE)
"""What shows the lines that follow, and is no name of a number in the first of them."""

_NUMBERED = lazy(
    r"(?<![^\W\d_])([^\W\d_]{3,})\.?[ \t]+(?:numbers?|num\.?|nr\.?|no\.|nº|№|n°|numéro|número|"
    r"numero)(?:[ \t]+(?:is|was))?[ \t:]{1,2}$"
)
_OWNED_NUMBER = re.compile(r"([^\W\d_]{3,})[ \t]no[ \t:]{1,2}$")
_COMPOUND_NUMBER = lazy(
    r"\w(?<!fehler)(?<!ereignis)(?<!meldungs)(?<!fout)(?<!event)(?<!error)(?<!alert)(?<!fejl)(?<!feil)(?<!fel)"
    r"(?:-?nummer|-nr\.?|(?<=[a-z])nr\.?)[ \t:]{1,2}$"
)
"""Numbers of whatever has one: "script nr 30189", "document number 30189", "Rechnungsnummer 30189"."""

_BEFORE_NUMBER = (
    "outer inner error err event alert message msg code fault exception failure warning result status reason "
    "return exit stop dpm mabs mars vss agent setup the this that same what which its with and does has get "
    "got gets getting see sees saw says say said shows show gives gave throws unknown strange fehler "
    "erreur error erro errore fout following another one any some of in by for to from as ereignis "
    "meldung hresult windows win32 system "
)
_OF_CODES = frozenset(_BEFORE_NUMBER.split())
"""What may stand before "number 30189" when a code is meant."""

_DONE = r"(?:copied|skipped|scanned|processed|affected|migrated|deleted|moved|sent|received|transferred)"
_DONE_AFTER = lazy(
    rf"[ \t]+(?:[A-Za-z]+[ \t]+){{0,2}}(?:{_DONE}|succeeded)\b|[ \t]+(?:still |more )?to go\b"
    r"|[ \t]+per (?:year|month|week|day|hour|minute|second|night|user|vm|server|host|site)\b"
    r"|[ \t]+(?:left|free|used|altogether|apiece)(?=[ \t]*(?:[,.;:)!]|$|\b(?:on|in|of|and|now|at)\b))"
    r"|[ \t]+in (?:all|total)(?=[ \t]*(?:[,.;:)!]|$))|[ \t]+each(?=[ \t]*(?:[,.;:)!]|$))"
    r"|,?[ \t]+of (?:them|those|these|which|whom)\b"
    r"|[ \t]+(?:ok|okay|passed|targeted|compliant|healthy|informational|unread)\b(?![ \t]*\?)"
    r"|[ \t]+(?:zip|post(?:al)?|area|dial\w*|country|door|access|locker|sort|promo|voucher|language)[ -]?"
    r"(?:codes?|numbers?)\b"
)
"""Of things that were done something with, their number is told: "Files 4002 copied", "Copied : 3100"."""

_NAMED = lazy(
    rf"(?<![A-Za-z])(?<!\bno )(?:{_A_NAME}|up to|at (?:least|most)){_AFTER_NAME}"
    r"|\bset to $|\b[Pp]\.?[Oo]\.? box $|\bcost cent(?:er|re)s?[\s:#=]{1,3}$"
    r"|\b(?:listen(?:s|ing)? on|bound to|bind(?:s|"
    r"ing)? to)(?:[ \t]\d{2,5},?[ \t]and)?\s$"
    r"|(?:post\w*|zip)[ -]?code[ \t:]{1,2}$|\b(?:c[oó]digo|code|codice|kod|cp) po[sšc]\w*[ \t:]{1,2}$"
    r"|(?<![\w.,:/-])\d{1,6} (?:of|von|di|de|sur|z|ze|av|af|van|из)\s$|[{,]\s{0,8}[\"']\w{2,20}[\"']:\s?$"
    r"|\b(?!(?:prereq|check|set-?up|result|console|"
    r"agent|wizard|alert"
    r"|outcome|verdict)\w{0,4}=)[a-z_]{2,20}=[\"']?$"  # a key of its own: "tenant=33424"
    r"|\b(?:n[uú]mero (?:de|do)|numéro de|numero di|numer|номер) (?!err|fout|błęd|ошиб|al[ae]r|"
    r"évén)\w+[ \t:]{1,2}$"
    r"|(?-i:\b(?:App|Zi|wew|Nst|Kl|Ap|Tel|Hr|Gl|Mob|Zl|Nbst|Abt|Whg|Kto|Kd|Std)\.) $|\bassigned to $"
    r"|\b(?:č|lp|poz|int|вн|доб|каб|тел)\. $"
    r"|\b\w{2,12}\(s\)\s?[:=]?\s?$"  # what is an error's has a cue
    r"|\b(?:key|number|card|code|serial|barcode) (?:ends|starts|begins|ending|starting)(?: with| in)?\s$"
    rf"|\b{_DONE}\s*[:=]?\s*$"
    r"|\b(?:LISTENING|ESTABLISHED|(?:TIME|CLOSE|FIN)_WAIT\w*)\s+$"  # "netstat -o" ends with a process
    r"|\.{4,}[ \t]*$|(?:^|\s)-[A-Z][A-Za-z]{2,24}[ \t]$"  # "Sources ..... 171", "-Newest 64"
    r"|(?-i:\b(?:EN|DIN) )$"
    r"|(?-i:\b[A-Z]\d{1,3}=)$|(?<![\w.:])\d{3,6}:\s$|\w\[\d+\]:\s$"  # "B12=202", "3106: 12", "Event[0]: 7"
    r"|(?:^|[\s(])#\s?$|\.exe[\s(\[]{1,2}$"
    rf"|(?<![A-Za-z])(?!reports)(?:{COUNTED})\s?[:=]\s?$"
    r"|(?<!\w)(?!\w*(?:err|code|id|status|result|exit|ret|event|msg|hr|rc))(?-i:[A-Z]{3,}|[A-Z][a-z]+[A-Z]\w+)\s?=\s?$"
    r"|(?-i:[a-z]{2}I[Dd]|[A-Z]ID)[\s:=#]{0,3}$"  # "EventRecordID 33419": what is an error's has a cue
)
_SMALL_WORDS = (
    "since in until till from by before after during about around approx approximately roughly nearly "
    "almost over under than only exactly all every first last next top other another some these those "
    "took takes need needs require requires have has problem issue change update count total sum item "
    "session run rule step level line row pos position job task process volume vm group windows server "
    "sql "
)
_A_THING = "|".join(map(re.escape, sorted({*_NAMES.split()} - {*_SMALL_WORDS.split()})))
_ROW_GOES_ON = lazy(r"(?P<sign>[,;])(?=\S)|[ \t]+(?P<sign_apart>\|)", flags=0)
_LITTLE = (
    "since in until till from by before after during about around approx approximately roughly nearly "
    "almost over under than only exactly all every first last next top other others another some these those "
    "took takes need needs require requires have has problem issue update sql level ur"
)
_LITTLE_BEFORE = lazy(rf"(?<![A-Za-z])(?:{_LITTLE.replace(' ', '|')})[ \t:(\[\"']{{1,3}}$")
_THING_BEFORE = lazy(rf"(?<![A-Za-z])(?:{_A_THING}){_AFTER_NAME}")
_NAME_AFTER = lazy(r"-[A-Z](?![A-Za-z])|[-_](?:old|new|bak|archive|te?mp|copy)\b", flags=0)
_THAT_THING = lazy(
    r"[^\d\n]{0,40}?\b(?:that|this|it)['’]?(?: i)?s (?:the |an? |my |our |his |her |"
    r"your )?(?:[a-z]+ )?(?:badge|locker"
    r"|sticker|label|door|room|desk|invoice|order|phone|extension|employee|customer|asset|sku|postcode|"
    r"zip|part|model"
    r"|serial|parcel|seat|flight|licen[cs]e|bus|page|membership|account|shelf|form|article|bill|price|"
    r"cost cent(?:er|re))\b"
)
_FOR_MONEY = lazy(
    r"[ \t]+(?:for|at|costs?|is)[ \t]+(?:(?:eur|usd|gbp|chf|[$€£])[ \t]?\d|[\d.,]*\d[ \t]?(?:eur|usd|"
    r"gbp|chf|dollars?|[$€£]))"
)
_IN_PLACE_OF = lazy(
    r"\b(?:(?:dumped|written|read|shipped|created|updated|inserted|purged|freed|printed|sold|ordered|"
    r"delivered|imported"
    r"|exported|indexed|expired|cleared|resolved|closed|suppressed"
    r"|acknowledged|free|used|total|capacity|state|mode|priority|speed|rate|usage|allocated|"
    r"remaining)\s?[:=]|(?:replaced|superseded|succeeded) by)\s?$"
    r"|\b(?:more|less|fewer|greater|higher|lower|bigger|larger) than $"
    r"|\b(?:nearly|almost|exactly|roughly|approx\.?|approximately|ca\.|circa) $"
    r"|\b(?:limit|max|maximum|min|minimum|threshold|offset|average|total|sum|queue|list|set|pool|bunch) of $"
    r"|\b(?:slot|drive|bay|row|line|lane|desk|seat)[ \t]\d{1,3}[ \t]?[:=][ \t]?$|"
    r"[kmgt]b[^.,;\n\d]{0,12}\bof\s$"
    r"|\b(?:meeting|zoom|teams|webex|conference|passcode)\b[^\n\d]{0,8}(?:\d{2,5}[ \t]){1,3}$"
    r"|\b(?:level|version|release|build|cu|schema) \d{1,6}\s?(?:->|=>|→)\s?$"
    r"|[;|\t,]\($|\bkernel-[a-z]{2,12} \d{1,3} \($|\bnumberof\w{2,20}:[ \t]$"
    r"|\b(?:record|thread|process|sensor)(?:[ _-]?(?:id|number|no))?[ \t]{0,24}[:=][ \t]{0,2}$"
    r"|\b(?:sensor|problem|record)[^\n()]{0,12}\(ID[ \t]$|\bproblem[ _-]id[ \t]?[:=][ \t]?$"
    r"|\brecords:[ \t]$|\bhosts numbered $|\b(?:win|windows )1[01] $"
    r"|\bpid (?:was|before|after|now|then|is|old|new) $"
    r"|count\s?[:=]\s?$|\.exe[\s(\[]{1,3}$"
    r"|\b(?:reg\w*|key|dword|setting|config\w*|default) value (?:is|was|of|reads)\s$"
    r"|\b(?:delivery|packing|consignment|credit|debit|dispatch|release|sap) (?:note|slip|advice)\s$"
    r"|\b(?:bgp|peer|remote|local|private|public) as\s$|\bblock(?:ed|ing)? by\s$"
    r"|(?-i:\b(?!\w*(?:Err|Code|Id|Status|Result|Exit))[A-Z][a-z]+[A-Z]\w+ (?:is|was|=)(?: now"
    r"| still| set to)?\s)$"
)
"""Behind these a number is a count, "pages dumped: 33424", or the next one of something that is sold."""

_IS_NAMED = lazy(
    rf",?[ \t]+(?:is|was)[ \t]+(?:(?:just|only|merely|simply)[ \t]+)?(?:my|our|the|your|his|her|a|an)[ \t]+"
    rf"(?:{_A_NAME})\b"
)
_MARKUP = re.compile(r"[*_`]|&nbsp;")
_OF_WINDOWS = lazy(
    r"\bwindows(?:[ \t](?:server|1[01]))?(?:,?[ \t](?:version|release|build)s?)?"
    r"(?:,?[ \t](?:and|or|1\d{3}))*,?[ \t]$"
)
_RELEASE = re.compile(r"(?:1507|1511|1607|1[789]0[39]|2004)(?!\d)")
"""Releases of Windows, which are named behind it: "Windows Server, 1803 or 1809"."""

_POSSESSES = ("'s", "’s")
_COMPONENT = lazy(
    r"(?<![A-Za-z])(?:(?P<numbered>disk|drive|volume|node|lun|vm|device)[ \t]"
    r"|(?:exchange|hyper-v|change|reading|update|upgrade|patch|cluster|share|policy|restart|session"
    r"|job|task|firmware|driver|queue|mail|sharepoint)(?:[ \t]|:[ \t]))$"
)
"""Parts of a system and what is done to it: hurried notes tell the code right behind them."""

_RELEASED = lazy(rf"(?<![A-Za-z])(?:dpm|scdpm){_AFTER_NAME}")
"""Names of the product, which a year or a short number follows as its version."""

_VERSION = lazy(r"(?:\d{1,2}|1[89]\d\d|20\d\d)(?!\d)", flags=0)
"""How a version of the product looks: "DPM 2012", "DPM 1807", "MABS 4"."""

_SAID_BY = lazy(
    r"\b(?:sharepoint|exchange|hyper-v|sql|has|have|than|all|only|about|till|until|since|in|from|by|"
    r"after|before|during|another|first"
    r"|later|last|next|other)[\s:(-]{0,3}$"
)
"""Little words that a count or a date follows, or a code of five digits and more."""

_JOINED = lazy(r"(?:\b(?:and|to|of|at|with|were|there|no|number|nr)[\s:=#.(\[-]{0,3})$")
_AFTER_TIME = lazy(
    r"(?<![\w.,:/-])\d{1,4}[ \t](?:days?|hours?|minutes?|weeks?|months?|years?|nights?|times)[ \t]$"
)
_COUNTED_MACHINES = lazy(
    r"(?<![\w.,:/-])\d{1,3}[ \t](?:servers?|hosts?|agents?|box(?:es)?|clients?|machines?|vms?|nodes?|dcs?"
    r"|pcs?|computers?|laptops?|replicas?|volumes?|jobs?|databases?|dbs?|datasources?|guests?|members?"
    r"|tapes?)[ \t]$"
)
_COUNTING = lazy(r"\b(?:for|of|with|by)[ \t]$", re.IGNORECASE)
_AMOUNT_BEFORE = lazy(r"\b(?:at|to|of|from|uses?|using)[ \t]+(?:\d{2,5}[ \t]*(?:,|and|to)[ \t]*)?$")
_PLURAL_AFTER = lazy(
    r"[ \t]+(?!(?:as|is|was|has|this|does|always|times|keeps|comes|says|fails|appears|shows|occurs|happens"
    r"|persists|remains|returns|stays|stops|means|seems|errors|alerts)\b)[a-z]+[a-rt-z]s\b"
)
_DIALLED = lazy(
    r"(?:\+\d{1,3}|(?<![:.\d])\b0\d{1,4})(?:[ \t()/-]{1,3}\d{1,5}){0,3}[ \t()/-]{1,3}$"
    r"|\b(?:call|phone|dial|ring|reach)\b[^.,;\n]{0,16}\b(?:at|on|under)[ \t]$"
)
_OFFSETS = lazy(
    r"(?:(?:\b|_)(?:address|addr|offset|flags?|mask|signature|param(?:eter)?s?|handle|pointer|ptr|memory|base|"
    r"size|length|len|port|attributes?|vendor|lun|sector|lba|page|"
    r"at|thread|process|pid|tid|type|version|count|index|register|e[abcd]x|r[abcd]x|rip|ioctl|"
    r"opcode|block|byte|key|value|ordinal|options?|features?|caps|"
    r"rights|access|privileges?|level|state|bits?|range|from|to|module|image|stack|frame|hash|"
    r"checksum|crc|seed|magic|constants?|enum|macro|dword|id\d?)\b[\s:=]{0,3}|[+@*&|])$"
)
_HEX_LIST = lazy(r"(?:0x[0-9A-F]{1,16}[ \t]{0,2}(?:,|/|&|and|or|to|-)?[ \t]{0,2})+$", re.IGNORECASE)
_ADDRESS = lazy(
    r"(?:\.exe[ \t]?[(\[]|\b(?:(?:disk|volume|mbr|boot|file|chip|bios|smbios"
    r"|file ?system) signature|serial(?: number)?|checksum|crc|magic|"
    r"seed|lba|lun|wwn|(?:vendor|device|hardware|product|subsys(?:tem)?|partition|volume)[ \t]?id"
    r"|colou?r|affinity|"
    r"address|addr|offset|pointer|ptr|handle|memory|flags?|mask|ioctl|rip|eip|dword|"
    r"qword)\b[\s:=]{0,3}|"
    r"[+@&|]|0x[0-9A-F]+:)$"
)
_STATUS_WORD = lazy(
    r"(?:error|err|hr|hresult|status|code|result|return(?:ed|s)?|fail(?:ed|s|ure)?|with|rc|"
    r"exception|denied|failure|hr|stop|bsod|blue ?screen|bug ?check|inner)(?:[ \t](?:code|is|was|of|"
    r"value))?(?:[ \t]?\(hex\w*\))?"
    r"[\s:=\"'(\[]*$|(?<![=,])[ \t\"'][(\[]$|0x[0-9a-f]{8}[\"')]?[ \t]*(?:/|=|->|-|–|\bor"
    r"|\baka)[ \t]*[\"'(]?$"
)


_LIST_BEFORE = lazy(r"(?:\d{3,6}(?:[ \t]*[,&/–-][ \t]*|[ \t]+(?:and|or|to|through)[ \t]+)){1,4}$", flags=0)
"""Numbers that what stands before them names as well: "tickets 33424, 33425"."""


def is_named_otherwise(text: str, start: int) -> bool:
    """Whether the word before the number says what it is: "port 5718", "ticket 100050", "since 2016"."""
    before = _SHOWN_BELOW().sub("", _LIST_BEFORE().sub("", text[max(0, start - 32) : start]))
    if "&" in before or "_" in before or "*" in before:
        before = " ".join(_MARKUP.sub("", before).split()) + " "  # "_Original KB number:_ &nbsp; 10107"
    digits = len(text[start : start + 12]) - len(text[start : start + 12].lstrip("0123456789"))
    if (
        is_after_counted(text, start)
        or _AFTER_TIME().search(before)
        or (digits > VERSION_DIGITS and _SAID_BY().search(before))
    ):
        return False
    if _NAMED().search(before) or _COMPOUND_NUMBER().search(before) or is_of_numbered(text, start):
        return True
    numbered = _NUMBERED().search(before)
    if numbered and numbered[1].lower() not in _OF_CODES:
        return True
    if _RELEASE.match(text, start) and _OF_WINDOWS().search(text[max(0, start - 48) : start]):
        return True
    owned = _OWNED_NUMBER.search(before)
    if owned and is_owner(owned[1].lower()):
        return True
    return bool(_VERSION().match(text, start)) and bool(_RELEASED().search(before))


def is_after_counted(text: str, start: int) -> bool:
    """Whether machines stand before the number that are counted already: "3 agents 308"."""
    return bool(_COUNTED_MACHINES().search(text[max(0, start - 24) : start]))


def is_of_component(text: str, start: int, end: int) -> bool:
    """Whether the word before a number is a part of a system: with a number of its own, or a code to tell."""
    found = _COMPONENT().search(text[max(0, start - 24) : start])
    return found is not None and (end - start >= CODE_DIGITS or not found["numbered"])


def is_in_row(text: str, start: int, end: int) -> bool:
    """Whether the number is a cell of Markdown without a head, or the first one of a row, "4001,Bern,801"."""
    first = text.rfind("\n", 0, start) + 1
    above = text[text.rfind("\n", 0, max(0, first - 1)) + 1 : first]
    if text[first:start].lstrip().startswith("|") and not above.startswith("|"):
        return True
    sign = _ROW_GOES_ON().match(text, end)
    return sign is not None and not text[first:start].strip() and sign[sign.lastgroup or 0] in above


def is_after_little(text: str, start: int) -> bool:
    """Whether a little word stands before the number, behind which may be a count, a date or a code."""
    return bool(_LITTLE_BEFORE().search(text[max(0, start - 16) : start]))


def is_named_after(text: str, end: int) -> bool:
    """Whether what follows the number says what it is: "33424 is my ticket"."""
    after = text[end : end + 40]
    return bool(after.startswith(_POSSESSES) or _IS_NAMED().match(after) or _DONE_AFTER().match(after))


def is_thing_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether a message tells, where the number stands again or behind it, that it is that of a thing."""
    if _THAT_THING().match(text, end) or _FOR_MONEY().match(text, end):
        return True
    again = re.finditer(rf"(?<![\w.]){re.escape(text[start:end])}(?!\d)", text)
    return any(
        _THING_BEFORE().search(text[max(0, match.start() - 32) : match.start()])
        or _NAME_AFTER().match(text, match.end())
        or _IS_NAMED().match(text, match.end())
        for match in again
        if match.start() != start
    )


def is_amount(text: str, start: int, end: int) -> bool:
    """Whether the words beside a number without an entry may make it a time or a count: "at 1720"."""
    return bool(_AMOUNT_BEFORE().search(text[max(0, start - 16) : start]) or _PLURAL_AFTER().match(text, end))


def is_number_of(text: str, start: int, end: int) -> bool:
    """Whether the number counts what follows it: "for 3106 guests"."""
    return bool(_COUNTING().search(text[max(0, start - 8) : start]) and _PLURAL_AFTER().match(text, end))


def is_labelled(text: str, start: int) -> bool:
    """Whether the label before the number makes it a count, or the name of what took another's place."""
    return bool(_IN_PLACE_OF().search(text[max(0, start - 32) : start]))


def is_joined(text: str, start: int) -> bool:
    """Whether a little word before the number leaves open what it is: "and 3106", "of 3106"."""
    return bool(_JOINED().search(text[max(0, start - 12) : start]))


def is_phone(text: str, start: int) -> bool:
    """Whether the digits before the number make the two a phone number: "0800 100060"."""
    return bool(_DIALLED().search(text[max(0, start - 32) : start]))


def is_offset(text: str, start: int) -> bool:
    """Whether the word before a hexadecimal number, or a list of them, makes it an address or a flag."""
    return bool(_OFFSETS().search(_HEX_LIST().sub("", text[max(0, start - 60) : start])[-20:]))


def is_address(text: str, start: int) -> bool:
    """Whether the word before says plainly that it is an address, an offset or a flag."""
    return bool(_ADDRESS().search(text[max(0, start - 20) : start]))


def is_status(text: str, start: int) -> bool:
    """Whether the word or bracket before a hexadecimal number makes it a result."""
    return bool(_STATUS_WORD().search(text[max(0, start - 32) : start]))
