"""The slot that a number without a cue stands in: what kind of word or sign is before it, and what behind it.

A slot tells little by itself: "at 43" can be a code, "says 43" can be none.
`assistant.codes.finding.code_signs` puts it beside what else speaks for a number.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

Before = Literal[
    "start", "colon", "arrow", "bracket", "comma", "dash", "joined", "tells", "is", "source", "time", "of",
    "the", "counts", "noun", "nouns", "name", "capitals", "host", "message", "times", "label", "has",
    "clock", "cell",
]  # fmt: skip
"""What stands before a number: the start of a clause, a sign, or a word of some kind."""

After = Literal[
    "end", "comma", "colon", "bracket", "joined", "message", "when", "verb", "are", "plural", "host", "word"
]
"""What stands behind a number: the end of a clause, a sign, a message or the name of a machine that begins,
or a word of some kind."""

_WORDS: tuple[tuple[Before, str], ...] = (
    ("joined", "and or then plus also vs versus und oder dann puis y et e ou luego"),
    (
        "tells",
        "say says said saying show shows showed shown showing tell tells told telling give gives gave "
        "giving get gets got getting throw throws threw throwing return returns returned report reports "
        "reported reporting raise raises raised list lists listed display displays displayed see sees saw "
        "seen seeing read reads answer answers answered reply replies replied respond responds responded "
        "log logs logged print prints printed write writes wrote hit hits know knows mean means meant "
        "receive receives received produces produced brings brought contains with w/ w goes went via mit "
        "avec con met complains complain bekommen meldet zeigt sagt affiche muestra mostra toont explain "
        "explains explained seit depuis why pourquoi warum me us holds carries keeps fails failed stops "
        "stopped ended ends died aborted exits marks back became becomes gibt kommt wegen zwraca pokazuje "
        "zgłasza visar geeft viser hlásí vrací zegt da dà dá restituisce devuelve dice renvoie retourne "
        "antaa näyttää показывает выдает выдаёт пишет выдало кидает вылетает пише видає показує видало "
        "liefert wirft kam kriege kriegen bekomme erscheint donne donnait obtiens remonte lance arroja "
        "lanza sale aparece obtengo obtenemos devolvió indica mostrou retorna deu esce compare appare "
        "ricevo krijg krijgen komt gaf ger gav visade får gir ga fik giver kom saa antoi näytti wywala "
        "wywaliło sypie rzuca wyskakuje pokazał dostaję daje się vyhazuje háže píše padá vracia ukazuje "
        "dostávám javlja izbacuje prijavljuje ad dob ír írja jelez jelzi kapok kapunk dă arată primesc",
    ),
    ("is", "is was are were be it's its that's thats what's whats being ist war est es è"),
    (
        "source",
        "number nr nr. no. num num. nummer error errors err code codes id ids event events eventid alert "
        "alerts status message messages msg "
        "fault failure warning exception reason reasons result results console wizard popup pop-up "
        "dialog banner window screen portal log errlog errorlog eventlog viewer installer setup agent engine "
        "service dpm mabs mars vss rpc dcom scom msi winsock winhttp win32 wsa tcp http socket azure vault "
        "detail details inner fehler erreur fejl fout feil meldung ereignis denied unavailable refused "
        "failed rejected blocked expired missing incorrect unreachable unknown inconsistent offline "
        "dead broken lost crash timeout mismatch problem issue trouble cause prereq prerequisite check "
        "alarm alarme "
        "install push sync registration upgrade resources relationship domain dependency tab digest writer",
    ),
    (
        "time",
        "again still now today tonight yesterday later afterwards afterward earlier first second finally "
        "before next once always sometimes often just like last here there instead either maybe wieder "
        "heute gestern noch schon immer jetzt weiter weiterhin dauernd ständig plötzlich seitdem encore "
        "toujours maintenant ancora sempre adesso ayer hoy siempre ahora hoje ontem agora weer steeds "
        "vandaag igen idag igår i nå nu znowu znów wciąż nadal ciągle dziś wczoraj teraz zase stále pořád "
        "dnes včera teď újra ma tegnap yine bugün dün опять снова сегодня вчера знову сьогодні вчора taas "
        "tänään",
    ),
    (
        "host",
        "rest others other half",
    ),
    ("has", "has have had"),
    ("label", "sql update job rule level task session process run step vm group total sum item"),
    (
        "of",
        "since at to of for from in on into onto by per than until till between under over through "
        "out about around after during without against near off up down as vom von bei auf zu",
    ),
    ("the", "a an the this that these those another some any each every both one my our your his her their"),
    (
        "counts",
        "all only nearly almost exactly approx max min maximum minimum least most total needs need "
        "took takes take set limit allows default used free left more not x old",
    ),
)
_KIND = {word: kind for kind, words in _WORDS for word in words.split()}

_OPENED = re.compile(r"[\"'“‘«`*#]{1,3}$")
_BRACKET = re.compile(r"[(\[]$")
_LAST_WORD = re.compile(r"[^\s,;:()\[\]\"]+$")
_PLURAL = re.compile(r"[a-z]{2,}[a-rt-z]s")
_HOST = re.compile(r"(?=[\w.$-]*[A-Za-z])(?=[\w.$-]*(?:\d|-|\$))[\w.$-]{3,24}(?<!\.)")
_GAP = re.compile(r"[ ]{2,}|[ ]*\t[ ]*|[ ]*\|[ ]*")
_CLOSED = re.compile(r"[\"'”’»`*]{1,3}")
_CLOSING = re.compile(r"[)\]]")


@cache
def _signs() -> tuple[tuple[Before, re.Pattern[str]], ...]:
    """What may stand before a number, in the order in which it is looked for."""
    return (
        ("clock", re.compile(r"(?<![\d.])\d{1,2}:\d\d(?::\d\d)?\]?[ \t]+$")),
        ("start", re.compile(r"(?:^|\n[ \t>*•-]*|(?:\w{3}|[\W\d])[.!?…][\"')]?[ \t]+)$")),
        ("cell", re.compile(r"(?: {2,}|[ ]*\t[ ]*|[ ]+\|[ ]*)$")),
        (
            "source",
            re.compile(
                r"\b(?:logs?|viewer|console|alerts?|errors?|mail|report)\b[^.,;\n]{0,24}[ \t]has[ \t]+$"
            ),
        ),
        (
            "source",
            re.compile(
                r"\b(?:docs?|page|article|steps?|suggestions?|guide|entry|fix|solution|remedy|help|explanation"
                r"|meaning"
                r"|description|info|workaround|searche?d?|googled?)(?: \w+)?[ \t]+(?:for|of|about|on)[ \t]+$"
            ),
        ),
        (
            "tells",
            re.compile(
                r"\b(?:because of|due to|caused by|thanks to|regarding|concerning|ends? in|ended in)[ \t]+$"
            ),
        ),
        (
            "tells",
            re.compile(
                r"\b(?:pad(?:a|á|ł[oa]?)|kończy|končí|zatrzymuje|staje|stopt|stannar|stopper|bricht|hängt"
                r"|scheitert|plante"
                r"|bloque|échoue|falla|fallan|termina|se para|para|si ferma|fallisce|feiler|fejler|вылета\w+"
                r"|пада\w+|elszáll)"
                r"(?:[ \t][^\W\d]{1,12}){0,3}[ \t](?:na|bei|mit|auf|sur|avec|à|en|con|com|su|op|met|vid|ved"
                r"|på|med|с|на|з|z|s|a)[ \t]+$"
            ),
        ),
        ("time", re.compile(r"\b(?:same|instead of|rather than|afterwards?|then also)[ \t]+$")),
        (
            "times",
            re.compile(r"\b(?:lots|plenty|tons|bunch|series|flood|handful|storm|couple|dozens) of[ \t]+$"),
        ),
        ("arrow", re.compile(r"(?:->|=>|→|⇒|>>?)[ \t]*$")),
        ("colon", re.compile(r"[:=][ \t]*$")),
        ("comma", re.compile(r"[,;][ \t]*$")),
        ("dash", re.compile(r"(?:(?:^|[ \t])[-–—]{1,2}|\.\.|…)[ \t]*$")),
        ("joined", re.compile(r"(?:[/+&|][ \t]*|(?<!\S)\d{5,6}[ \t]+)$")),
        ("message", re.compile(r"[\w.!][\"”][ \t]+$")),
        ("times", re.compile(r"(?<![\w.])\d{1,3}[ \t]?[x×*][ \t]+$")),
    )


@cache
def _behind() -> tuple[tuple[After, re.Pattern[str]], ...]:
    """The same for what may stand behind it."""
    return (
        ("end", re.compile(r"[ \t\r]*(?:\n|\Z|[.!?…](?:\s|[\"')]|\Z)|\.\.|[?!])")),
        ("comma", re.compile(r"[ \t]*[,;]")),
        ("colon", re.compile(r"[ \t]*(?::|->|=>|→|=|[-–—]{1,2}[ \t])")),
        ("bracket", re.compile(r"[ \t]*[(\[]")),
        ("joined", re.compile(r"[ \t]*(?:[/+&|]|(?:and|or|then|vs|but|plus|und|oder)\b)", re.IGNORECASE)),
        ("are", re.compile(r"[ \t]+(?:(?:still|always|just|now|only|also)[ \t]+)?(?:are|were|have)\b")),
        (
            "verb",
            re.compile(
                r"[ \t]+(?:(?:still|always|just|now|only|also)[ \t]+)?(?:is|was|again|thing|stuff|issue"
                r"|problem|trouble|mess|comes?|came|coming|keeps?|appear(?:s|ed)|pop(?:s|ped)|show(?:s|ed)|turn(?:s|ed)"
                r"|return(?:s|ed)|happen(?:s|ed)|occur(?:s|red)|means?|says?|said|gives|brings|returns|leads"
                r"|points|tells|became|becomes|gone|popped|"
                r"remains|persists|stays|stops|fails|follows|kommt|kam|erscheint|steht|taucht|tritt|apparaît"
                r"|revient|aparece"
                r"|sale|vuelve|volta|appare|esce|torna|komt|verschijnt|blijft|kommer|dyker|vises|tulee|wyskakuje"
                r"|pojawia"
                r"|wraca|vyskakuje|objevuje|çıkıyor|veriyor|diyor|alıyor\w*|geliyor|вылетает|выходит|jön"
                r"|apare)\b",
            ),
        ),
        (
            "when",
            re.compile(
                r"[ \t]+(?:on|at|when|while|for|from|in|of|to|since|during|after|before|every|each|because|"
                r"bc|if|as|once|until|till|although|though|by|via|with|without|w/|behind|right|upon|whenever"
                r"|which|that|who|"
                r"instead|together|several|twice|seit|depuis|desde|od|na|sedan|sinds|siden|op|sur|auf|bei|på|ved|"
                r"wenn|während|beim|nach|wieder|jede[nrs]?|immer|quand|lorsque|pendant|toutes|tous|dans|vers"
                r"|après|chaque|toujours|encore|cuando"
                r"|durante|después|tras|cada|siempre|otra|quando|após|sempre|dopo|sul|sulla|ogni|tijdens|sinds"
                r"|bij|elke"
                r"|altijd|weer|przy|podczas|pod|kiedy|gdy|codziennie|znowu|dalej|při|během|když|kdy|ve|pořád"
                r"|zase|amikor|után"
                r"|közben|minden|mindig|când|după|mereu|när|efter|varje|igen|under|når|etter|hver|igjen|kun|aina"
                r"|joka|sonra"
                r"|zaman|her|yine|после|когда|во|каждый|опять|снова|після|коли|щоразу|знову|"
                r"от|на|с|при|daily|nightly|today|yesterday|tonight|hourly|constantly|anyone|anybody)(?![\w])",
                re.IGNORECASE,
            ),
        ),
        (
            "host",
            re.compile(
                r"[ \t]+(?=[\w.$-]{0,24}[\d-])(?=[A-Z]|[a-z]{1,8}\d)[A-Za-z][\w.$-]{2,24}(?=[\s,;.)]|$)"
            ),
        ),
        ("message", re.compile(r"[ \t]+[\"'“‘]?[A-Z][A-Za-z']*[a-z']")),
        (
            "plural",
            re.compile(
                r"[ \t]+(?!apres|ntfs|refs|always|does|this|[a-z]*(?:ous|wards|tus)\b)"
                r"[a-z-]{2,}[a-rt-z]s(?![a-z])"
            ),
        ),
    )


def before(text: str, start: int) -> tuple[Before, bool]:
    """What stands before the number at `start`, and whether a quotation mark or a bracket opens there."""
    said = text[max(0, start - 40) : start]
    if start > 40:
        said = "x" + said  # cut within a line, not its start
    if _BRACKET.search(said):
        return "bracket", True
    bare = _OPENED.sub("", said)
    quoted = bare != said
    for kind, pattern in _signs():
        if pattern.search(bare):
            return kind, quoted
    word = _LAST_WORD.search(bare.rstrip(" \t"))
    if word is None:
        return "comma", quoted
    known = _KIND.get(word[0].lower().replace("’", "'"))
    if known:
        return known, quoted
    if _HOST.fullmatch(word[0]):
        return "host", quoted
    if word[0].isupper():
        return "capitals", quoted
    if word[0].islower():
        return ("nouns" if _PLURAL.fullmatch(word[0]) else "noun"), quoted
    return "name", quoted


def in_columns(text: str, start: int, end: int) -> bool:
    """Whether the gap of a column stands before or behind the number."""
    first = (
        start - len(text[max(0, start - 12) : start]) + len(text[max(0, start - 12) : start].rstrip(" \t|"))
    )
    apart = first > 0 and text[first - 1] != "\n" and bool(_GAP.fullmatch(text, first, start))
    return apart or bool(_GAP.match(text, end) and text[end:].strip(" \t|")[:1] not in ("", "\n", "\r"))


def after(text: str, end: int) -> tuple[After, bool]:
    """What stands behind the number that ends at `end`, and whether a quote or a bracket closes there."""
    said = text[end : end + 40]
    closed = _CLOSED.match(said) or _CLOSING.match(said)
    said = said[closed.end() :] if closed else said
    kind: After = next((kind for kind, pattern in _behind() if pattern.match(said)), "word")
    if closed and closed[0] in ")]" and kind in ("word", "plural", "message"):
        kind = "end"  # what goes on behind a bracket says nothing of what it holds
    return kind, closed is not None
