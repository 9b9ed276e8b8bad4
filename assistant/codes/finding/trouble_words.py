"""Whether a text tells of trouble in whatever language of our users."""

from __future__ import annotations

from assistant.codes.finding.code_shapes import tells_trouble
from assistant.decisions.expressions.patterns import lazy

_FOREIGN = lazy(
    r"\b(?:fehler\w*|\w*fehlgeschlagen|schl[aä]gt fehl|kaputt|(?:geht|läuft|startet|antwortet) nicht"
    r"|nicht erreichbar|inkonsistent\w*|abgebrochen|bricht|verweigert|hängt|scheitert\w*|abgelehnt|überfüllt"
    r"|échou\w+|échec|en panne|plant[eé]\w*|refus\w+|injoignable|incohéren\w+|inaccessible|erreurs?"
    r"|fall[aóo]n?|fallid[ao]s?|denegad[ao]|inaccesible|inconsistentes?"
    r"|no (?:responde|arranca|funciona|puede)"
    r"|caíd[ao]|falh\w+|negad[ao]|não (?:responde|funciona|arranca|consegue|inicia)|inacessível"
    r"|fallit[ao]|fallisce|errore|non (?:risponde|funziona|parte|va)|incoerente|negato|bloccat[ao]"
    r"|mislukt\w*|faalt|geweigerd|werkt niet|onbereikbaar|kapot|fout\w*"
    r"|błąd|błęd\w+|nie (?:działa|powiodł\w*|odpowiada|startuje|można)|odmow\w+|niedostępn\w+|niespójn\w+"
    r"|chyb[aouy]\w{0,4}|selh\w+|nefunguje|neodpovíd\w+|nedostupn\w+|odmítnut\w*|zlyh\w+|nekonzistentn\w+"
    r"|misslyck\w+|mislykk\w+|(?:svarar|fungerar|startar) inte|(?:svarer|virker|starter) ikke|nekad\w*"
    r"|nektet|otillgänglig\w*|utilgjengelig\w*|feil\w*|fejl\w*"
    r"|virhe\w*|epäonnistu\w+|ei (?:vastaa|toimi|käynnisty|onnistu|käy)|estetty"
    r"|hib[aá]\w*|sikertelen|nem (?:működik|válaszol|indul|elérhető)|elszáll\w*|megtagadv\w*"
    r"|hata\w*|başarısız\w*|reddedildi|ulaşılamıyor|\w{2,20}m[ıiuü]yor\w*"
    r"|ошибк\w+|не (?:работает|отвечает|запускается|удалось|проходит)|отказ\w*|недоступ\w+|сбо[йяи]|упал\w*"
    r"|переполнен\w*|помилк\w+|не (?:працює|відповідає|вдалося|запускається)|збі[йї]|відмов\w+"
    r"|eroare|eșuat|eșuează|nu (?:merge|răspunde|pornește)|grešk\w+|ne radi|neuspješ\w+)\b"
    r"|エラー|失敗|不整合|応答なし|できない|できません|错误|失败|无法|錯誤|無法|拒绝|오류|실패"
)


def tells_failure(text: str) -> bool:
    """Whether a word of failure stands in the text, in English or another language."""
    return tells_trouble(text) or bool(_FOREIGN().search(text))
