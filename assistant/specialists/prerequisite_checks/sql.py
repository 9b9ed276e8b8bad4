"""Where the SQL Server instance may be, and which version it is."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.decisions.expressions.patterns import compiled, lazy
from assistant.decisions.readiness import machine
from assistant.decisions.types import DecisionResult
from assistant.specialists.prerequisite_checks.check_words import PROTECTING
from assistant.understanding.message.modality import asks_need
from assistant.understanding.product.products import find_bare_versions
from assistant.understanding.reading import QuestionKind, Reading, Role
from assistant.understanding.server.machine_facts import is_not_there, sql_place
from assistant.understanding.turns.corrections import QUESTION

_REMOTE_SQL = compiled(
    r"\b(?:remote(?:ly)?|central|separate|external|another|different|dedicated|shared|other|corporate"
    r"|big(?= (?:\w+ )?(?:sql|cluster|farm|box|server))"
    r"|clustered|company|always[\s-]?on|sql (?:server )?(?:20\d\d )?(?:cluster|farm)|azure sql"
    r"|managed instance|off-?box|over there|next door)\b",
)
_EXISTING_SERVER = compiled(r"\bexisting (?:\w+ )?sql server\b")
# An instance of which isn't told where it is: "the SQL we've got", "we run SQL already, use it?".
_WE_RUN = r"(?:we|i|they)(?:['’]ve|\s+have)?(?:\s+already)?\s+(?:got|have|own|run|operate|use)\b"
_GOT = compiled(
    rf"\b(?:use|using|utili[sz]e|share|take)\b[^.?!]{{0,20}}\bsql\w*(?:\s+\w+){{0,2}}?\s+(?:that\s+|which\s+)?{_WE_RUN}"
    rf"|\b{_WE_RUN}[^.?!]{{0,20}}\bsql\b[^?]{{0,25}}\b(?:use|take|share) (?:it|that|this)\b",
)
_OWN_SQL = compiled(
    r"\b(?:own|existing|already installed|local(?:ly)?|same (?:vm|machine|server|box)|licen[cs]es?|our)\b",
)
_SQL_VERSION = compiled(
    r"\b(?:which|what|min\w*|lowest|oldest|required?)\b[^.?!]{0,30}\bsql\b[^.?!]{0,20}\b(?:version"
    r"|edition|release)\b"
    r"|\b(?:which|what|min\w*|lowest|oldest|required?)\b[^.?!]{0,20}\b(?:version|edition"
    r"|release)\b[^.?!]{0,15}\bsql\b"
    r"|\bsql\b[^.?!]{0,30}\b(?:min\w*|which|what|lowest)\b[^.?!]{0,10}\b(?:version|edition|release)\b"
    r"|\bsql\b[^.?!]{0,20}\b(?:version|edition|release)\b[^.?!]{0,20}\b(?:min\w*|required?|needed?|needs)\b",
)
# A service of the cloud, which is where a database of the asker's own is kept unless it is for the server.
_SERVICE = "sql-service"
_FOR_ITSELF = compiled(
    r"\b(?:must|should|has to) (?:it|that|the instance) (?:be|have)\b"
    r"|\b(?:for|as) (?:the |our |an? )?(?:mabs|(?:azure )?backup (?:server|box|vm|host)|dpm)\b|"
    r"\b(?:need\w*|require\w*|min\w*|use[sd]?|run\w*)\b[^.?!]{0,30}\b(?:mabs|backup server)\b"
    r"|\b(?:mabs|backup server)\b[^.?!]{0,30}\b(?:need\w*|require\w*|uses?|own|itself|run\w*)\b|\bdpmdb\b"
    r"|\b(?:own|local|bundled) (?:\w+ )?(?:sql|instance)\b",
)
_BUYING = compiled(
    r"\b(?:buy\w*|purchase\w*|pay\w*|costs?|pric\w+|cal licen[cs]e\w*|legal(?:ly)?|eula|per[\s-]core"
    r"|licen[cs]\w+ (?:terms?|conditions?|agreements?|models?)|terms of (?:use|licen[cs]\w+))\b"
)
# "the bundled SQL: version?"
_BUNDLED = compiled(
    r"\bsql\b[^?!]{0,40}\b(?:bundled|included|shipped|inside|comes with|built-?in|delivered)\b"
    r"|\b(?:bundled|included|shipped|built-?in|delivered)\b[^?!]{0,20}\bsql\b",
)
_WHICH_VERSION = compiled(
    r"\b(?:which|what)\s+(?:\w+\s+){0,2}?(?:version|edition|release)\b"
    r"|(?:^|[?,;:])\W*(?:and (?:the )?)?(?:version|edition)\W*$",
)
_IT = compiled(r"\bit\b")
_EDITION = compiled(r"\b(?:version|edition|release|build)\b")
_BRINGING = compiled(r"\b(?:bring|provide|supply|install)\b[^.?!]{0,20}\b(?:own|sql)\b")
_LICENCE = compiled(r"\blicen[cs]\w+")
_SQL_USED = compiled(
    r"\b(?:use|using|point\w*|put|host\w*|dpmdb|instance|its (?:own )?(?:database|db)|place|rely|type)\b"
    r"(?<!managed instance)",
)
_MUST_BE_LOCAL = compiled(
    r"\b(?:must|have to|has to|need\w*|required?|mandatory|obliged|obligatory)\b[^.?!]{0,40}\b(?:local\w*"
    r"|same (?:vm|machine|box|server|host))\b"
    r"|\b(?:local\w*|same (?:vm|machine|box|server|host))\b[^.?!]{0,25}\b(?:must|required|mandatory"
    r"|obligatory)\b",
)
_SQL = compiled(
    r"\bsql\w*|\bdba'?s?\b|\bdpmdb\b|\b(?:mabs|backup server)(?:'s)? (?:own )?(?:database|db)\b",
)
# A part of SQL Server that snapshots need.
_WRITERS = compiled(r"\b(?:vss|sql|sqlserver)?\s?writers?\b|\bvssadmin\b")
# A version told as the server's own database.
_AS_ITS_DATABASE = compiled(
    r"\b(?:as|for) (?:the |its |our )?(?:own )?(?:mabs|(?:azure )?backup server|dpm)(?:'s)? (?:own )?"
    r"(?:database|db|instance|sql)\b",
)
_COVERED = compiled(r"\bcover(?:s|ed|ing)?\b|\bin (?:the|that) table\b")
# "does it come with SQL?": the package brings it.
_IS_INCLUDED = compiled(
    r"\b(?:mabs|backup server|installer|package|setup|it)\b(?:\s+\w+){0,2}?\s+(?:come|ship|includ"
    r"|contain|bring"
    r"|bundle|deliver)\w*\s+(?:\w+\s+){0,3}?sql\b(?!\s+(?:agent|module))"
    r"|\b(?:is|are)\s+(?:an?\s+|the\s+)?sql(?:\s+\w+){0,3}?\s+(?:included|bundled|shipped|delivered"
    r"|part of)\b"
    # the subject before a pronoun that stood for it
    r"|\bsql\b[^.?!:]{0,30}:[^.?!]{0,12}\b(?:is|does)\s+(?:it|one|that)\s+(?:already\s+)?(?:included|bundled"
    r"|shipped|delivered|part of|come with)\b"
    r"(?!\s+(?:in\s+)?(?:the\s+)?(?:matrix|table|backups?|list|protection|price))",
)
# A SQL Server on the machine that serves other applications makes the machine no dedicated one.
_FOR_OTHERS = compiled(
    r"\bsql\w*(?:\s+\w+){0,3}?\s+(?:for|of|by|to|from|serving|which serves"
    r"|that serves)\s+(?:\w+\s+)?(?:other|another"
    r"|different|line of business|business|customer|erp|crm)\b[^.?!]{0,25}\b(?:apps?|applications?"
    r"|software|programs?"
    r"|systems?|services?|purposes?|products?|things?|stuff|departments?|teams?)\b"
    r"|\b(?:hosts?|runs?|has|hosting|running|with)\s+(?:\w+\s+){0,2}?(?:an?other|other)(?:\s+\w+)?\s+sql\b",
)
# Databases of something else that are to share the machine, or the instance, of the backup server.
_BUSINESS_DATA = lazy(
    r"\b(?:erp|crm|business|lob|customers?|production|prod|payroll|accounting|sales|shop|web ?shop"
    r"|applications?|apps?|other|others|foreign|additional|third[- ]party|user|company|in-?house"
    r"|sap)(?:['’]s)?\s+"
    r"(?:sql\s+)?(?:databases?|dbs?|sql(?: server)?s?|instances?)\b"
)
_WITH_MABS = lazy(
    r"\b(?:same|one|single|mabs|dpm|backup)(?:['’]s)?\s+(?:sql\s+)?(?:vm|machine|box|server|host|instance)\b"
    r"|\b(?:next to|alongside|beside|together with|share\w* with|besides)\s+(?:the\s+)?"
    r"(?:mabs|dpm|backup server)\b"
    r"|\binstance of (?:mabs|dpm|the backup server)\b|\b(?:on|onto) (?:the )?mabs\b"
)
_MACHINE_HOLDS = compiled(
    r"\b(?:install\w*|put|deploy\w*|set ?up|mabs|backup server|go)\b[^.?!]*\b(?:vm|machine|server|box"
    r"|host|computer"
    r"|where|there|it)\b(?:\s+(?:which|that|already|also|where))*\s+(?:hosts?|hosting|runs?|running|has"
    r"|holds?|serves?|with|we)\b",
)
# "does setup bring one?", after where it may be.
_BRINGS_ONE = compiled(
    r"\b(?:mabs|server|installer|package|setup|wizard|it)\b(?:\s+\w+){0,2}?\s+(?:come|ship|includ"
    r"|contain|bring"
    r"|bundl|deliver|add|provid|install)\w*\s+(?:with\s+)?(?:one|its own|it|any)\b",
)
# Where the machines are in a network or a subscription, rather than which instance the server uses.
_OTHER_NETWORK = compiled(
    r"\b(?:another|different|other|separate|two|own)\s+(?:\w+\s+)?(?:v-?nets?|networks?|sub(?:scription)?s?)\b",
)
_OURS = r"\b(?:own|existing|ours|local (?:one|instance|sql))\b"
_PACKAGED = r"\b(?:bundled|packaged|included|shipped|delivered|installer['\u2019]?s?)\b"
_OWN_OR_PACKAGED = compiled(
    rf"{_PACKAGED}[^.?!]{{0,40}}\b(?:or|instead|rather)\b[^.?!]{{0,40}}{_OURS}"
    rf"|{_OURS}[^.?!]{{0,40}}\b(?:or|instead|rather)\b[^.?!]{{0,40}}{_PACKAGED}",
)
_OWN_NEEDED = compiled(
    r"\b(?:need|bring|buy|purchase|provide|supply|have to have)\b[^.?!]{0,20}\b(?:own|sql|separate)\b",
)
# Whether it has to be the instance of the package: "must we use the bundled one".
_USE_PACKAGED = compiled(
    r"\b(?:use|be|take|let|choose|accept|go with)\b[^.?!]{0,20}"
    r"\b(?:bundled|packaged|included|new(?: sql(?: server)?)? instance|installer)\b",
)
_NOT_OF_PLACE = {QuestionKind.WHERE, QuestionKind.HOW, QuestionKind.HOW_MANY}


def is_for_itself(text: str) -> bool:
    """Whether the SQL Server of `text` is the one that the backup server needs or uses itself."""
    return bool(_FOR_ITSELF.search(text)) and not PROTECTING.search(text)


def is_about_place(reading: Reading) -> bool:
    """Whether the question tells where a SQL Server instance is, for the backup server itself."""
    text = reading.plain
    if not _SQL.search(text):
        return False
    if re.search(
        r"\bnode\s?(?:\d{1,2}|[a-d])?\b|\b(?:live|sit|installed?|run|put|deploy\w*)\b[^.?!\n]{0,25}"
        r"\bon (?:it|one of|that|this|the cluster)",
        text,
        re.IGNORECASE,
    ) and not re.search(r"\bdpmdb|database\b", text, re.IGNORECASE):
        return False
    if (
        _WRITERS.search(text)
        or PROTECTING.search(text)
        or _COVERED.search(text)
        or (
            any(p.version and p.family == "sql-server" for p in reading.products)
            and not _SQL_USED.search(text)
        )
    ):
        return False
    if _OTHER_NETWORK.search(text) and not (_FOR_ITSELF.search(text) or _SQL_USED.search(text)):
        return False
    if any(product.family == _SERVICE for product in reading.products) and not (
        _FOR_ITSELF.search(text) or _SQL_USED.search(text)
    ):
        return False
    return bool(_REMOTE_SQL.search(text) or _OWN_SQL.search(text) or _GOT.search(text) or sql_place(text))


def for_others(text: str) -> bool:
    """Whether the machine for the backup server holds a SQL Server that other applications use."""
    if _BUSINESS_DATA().search(text) and _WITH_MABS().search(text):
        return True
    return bool(_FOR_OTHERS.search(text) and _MACHINE_HOLDS.search(text))


def instance(reading: Reading) -> DecisionResult | None:
    """Whether the SQL Server instance may be where it is told to be."""
    carried = reading.followup and "sql-location" in reading.previous.get("topics", ())
    may_need = carried or is_about_place(reading)
    if may_need and asks_need(reading.plain) and _USE_PACKAGED.search(reading.plain):
        own = machine.sql_instance("own local")
        return replace(own, inputs={**own.inputs, "asked": "which"})
    if carried and len(reading.plain.split()) <= 10 and not _SQL.search(reading.plain):
        if place := sql_place(reading.plain):
            return machine.sql_instance(place)
        return _carried_on(reading)
    if _BUYING.search(reading.plain) and not _BRINGING.search(reading.plain):
        return None  # the guide tells nothing of licences
    if (
        _OWN_OR_PACKAGED.search(reading.plain)
        and not _is_away(reading.plain)
        and not _OWN_NEEDED.search(reading.plain)
    ):
        own = machine.sql_instance("own local")
        return replace(own, inputs={**own.inputs, "asked": "which"})
    if reading.kind is QuestionKind.YES_NO and _IS_INCLUDED.search(reading.plain):
        return machine.sql_included()
    if not is_about_place(reading) or reading.kind in _NOT_OF_PLACE or for_others(reading.plain):
        return None
    if reading.role is Role.NEIGHBOUR and not _REMOTE_SQL.search(reading.plain):
        return None  # the server is to go where a SQL Server is, not to use it
    if _MUST_BE_LOCAL.search(reading.plain):
        return machine.sql_instance("local")
    place = sql_place(reading.plain)
    apart = _REMOTE_SQL.search(reading.plain)
    remote = place == "remote" or (apart and not is_not_there(reading.plain, *apart.span()))
    here = place != "remote" and re.search(
        r"\bsame (?:vm|machine|box|server|host)\b|\blocal\w*|\bon the mabs\b", reading.plain, re.IGNORECASE
    )
    reason = reading.kind is QuestionKind.WHY and apart
    if (remote and not here) or reason:
        away = machine.sql_instance("remote")
        if reason:
            return machine.without_reason(away)
        return machine.of_version(away, "asked") if _WHICH_VERSION.search(reading.plain) else away
    if re.search(
        r"\bmust|need|has to|require\w*|which|recommend\w*|what\b", reading.plain, re.IGNORECASE
    ) and not re.search(r"\bown|existing\b", reading.plain, re.IGNORECASE):
        return None
    if asks_need(reading.plain):
        only_paper = _LICENCE.search(reading.plain) and not _BRINGING.search(reading.plain)
        return None if only_paper else machine.own_sql_needed()
    anywhere = _EXISTING_SERVER.search(reading.plain) or _GOT.search(reading.plain)
    own = machine.sql_instance("own local" if here or not anywhere else "own")
    named = [product for product in reading.products if product.family == "sql-server" and product.version]
    told = named or (find_bare_versions(reading.plain) if reading.role is Role.DATABASE else ())
    return machine.of_version(own, told[0].version) if told else own


def _is_away(text: str) -> bool:
    """Whether an instance is told that may be elsewhere."""
    return bool(_EXISTING_SERVER.search(text) or _REMOTE_SQL.search(text)) or sql_place(text) == "remote"


def _carried_on(reading: Reading) -> DecisionResult | None:
    """What is said to a few words after a place of SQL Server was asked about ("not even a fast line?")."""
    if _BRINGS_ONE.search(reading.plain):
        return machine.sql_included()
    last = reading.previous.get(QUESTION, reading.previous.get("query", ""))
    other = _EDITION.search(reading.plain) or reading.kind in _NOT_OF_PLACE
    return machine.sql_instance("remote") if _REMOTE_SQL.search(last) and not other else None


def version(reading: Reading) -> DecisionResult | None:
    """Which SQL Server version the server itself needs: the guide names none."""
    text = reading.plain
    told = any(p.version and p.family == "sql-server" for p in reading.products)
    told = told or (reading.role is Role.DATABASE and bool(find_bare_versions(text)))
    database = reading.role is Role.DATABASE or _AS_ITS_DATABASE.search(text)
    own = told and database and not is_about_place(reading)
    bundled = not told and _BUNDLED.search(text) and _EDITION.search(text)
    carried = (reading.followup or _IT.search(text)) and "sql-location" in reading.previous.get("topics", ())
    told_of = (
        carried and {one.family for one in reading.products} <= {"sql-server"} and _WHICH_VERSION.search(text)
    )
    needed = _SQL_VERSION.search(text) and is_for_itself(text) and not _REMOTE_SQL.search(text)
    asked = own or bundled or told_of or needed
    return machine.sql_version() if asked and not PROTECTING.search(text) else None
