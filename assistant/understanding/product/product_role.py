"""Which part the thing that a question names plays for the backup server: the system of its machine, its
own database, another job of that machine, or what it protects.

It is told by the words that tie it to the server ("underneath", "itself", "runs on", "for the ... box",
"instance of"), whatever the thing is called.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.product.gazetteer import SYSTEMS
from assistant.understanding.product.other_jobs import SERVER, other_job
from assistant.understanding.product.products import find_bare_versions
from assistant.understanding.reading import Product, Reading, Role
from assistant.understanding.topics import GENERAL

ROLE = "role"
"""The fact under which a turn leaves the part that what it names plays."""

_DET = r"(?:(?:the|our|my|an?|its|this|that|new|future|planned|azure)\s+){0,3}"
_MACHINE = (
    r"(?:virtual\s+machine|server|machine|box|vm|host|computer|node|os|operating system|system|image|windows)"
)
_SYSTEM = r"(?:win\w*|server\s|sac\b|semi|ws|w2k|20[012]\d|linux|ubuntu|core\b)"
_IS_ON = (
    r"(?:be\s+)?(?:to\s+)?(?:run|runs|running|sit|sits|sitting|live|lives|living|go|goes|going|installed"
    r"|deployed"
    r"|hosted|resides?|placed|put|stand|stands|work)"
)
_PUT = r"(?:install|put|run|host|deploy|set\s?up|setup|place|build)(?:s|ed|t?ing)?"
# Where the server is anyway, or what of it is kept somewhere.
_PLATFORM = (
    r"(?!\s+(?:the\s+|our\s+|an?\s+)?(?:azure|stack|hub|disks?|drives?|c:|d:|[cd] drive|schedules?|cloud|time"
    r"|premises?|prem|its own|which|what|that basis|request|demand)\b)"
)
_ON = rf"(?:on|onto|under|atop|on top of|from){_PLATFORM}"
_HOSTS = lazy(
    rf"(?<!by )(?<!with )(?<!from )(?<!using )(?<!by the )(?<!with the )(?<!from the )"
    r"(?<!by our )(?<!with our )"
    rf"\b{SERVER}(?:['’]s)?(?:\s+{_MACHINE})?\s+itself\b"
    rf"|\b(?:under(?:neath)?|below|beneath)\s+{_DET}{SERVER}\b"
    rf"|\b{_MACHINE}\s+(?:(?:that|which|where|under|beneath"
    rf"|on which)\s+)?{_DET}{SERVER}\s+(?:itself\s+)?(?:shall\s+|will"
    rf"\s+|should\s+|is\s+|gets?\s+|has\s+)?{_IS_ON}\b"
    rf"|\b{SERVER}(?:\s+{_MACHINE})?(?:\s+itself)?\s+(?:(?:also|even|be|still"
    rf"|then)\s+)?{_IS_ON}\s+(?:\w+\s+){{0,2}}?{_ON}\b"
    rf"|\b{_PUT}\s+{_DET}{SERVER}\s+(?:\w+\s+){{0,2}}?{_ON}\b"
    rf"|\b(?:install|deploy)(?:ed|ing)?\s+(?:it\s+)?(?:on|onto)\s+(?:an?\s+)?{_SYSTEM}"
    rf"|\b(?:as|for|of)\s+{_DET}{SERVER}(?:['’]s)?(?:\s+virtual)?\s+{_MACHINE}\b"
    rf"|\bas\s+{_DET}{SERVER}\b(?!\s+(?:client|source|workload|agent))"
    rf"|\b{SERVER}(?:['’]s)?(?:\s+(?:virtual\s+machine|server|machine|box|vm|host))?\s+(?:host\s+)?(?:os"
    rf"|operating system"
    r"|base image|image)\b"
    rf"|\b(?:which|what)\s+(?:os|operating system|image"
    rf"|windows)\b[^.?!]{{0,15}}\b{_DET}{SERVER}\s+{_MACHINE}\b"
    rf"|\b(?:os|operating system|image|windows)\s+(?:version\s+)?(?:for|of|on|under|below)\s+{_DET}{SERVER}\b"
    rf"|\b{SERVER}\b(?:\W+\w+){{0,4}}?\W+(?:on|onto|off|atop|over)\s+(?:(?:an?|the|our)\s+)?{_SYSTEM}"
    rf"|\b(?:{SERVER}(?:\s+{_MACHINE})?|{_MACHINE}\s+(?:with|for|of|running)\s+{_DET}{SERVER})\s*(?:is|runs?"
    rf"|=|has|:|being)\s+"
    rf"(?:(?:on|an?|still|currently|already)\s+){{0,2}}{_SYSTEM}"
    rf"|\b(?:platform|base|basis|foundation|home|template|host|guest)\s+(?:(?:os|system|machine)\s+)?(?:of"
    rf"|for|under|below)\s+{_DET}{SERVER}\b"
    rf"|\b(?:build|create|clone|deploy|make|boot|start)\w*\s+{_DET}{SERVER}\s+(?:\w+\s+)?(?:from|off|out of"
    rf"|with)\b"
    rf"|\b{SERVER}\b[^.?!]{{0,50}}\b(?:(?:its|as|the) own (?:os|operating system|windows)|os)\b"
    rf"|\b(?:os|operating system|windows)\b(?:\s+\w+){{0,2}}?\s+(?:for|of)\s+{_DET}{SERVER}\b"
    rf"|\b(?:windows|os|operating system|system|20[012]\d(?:\s?r2)?|sac)\b[^.?!]{{0,20}}\b(?:run|host|carry"
    rf"|hold)s?\s+{_DET}{SERVER}\b"
    rf"|\b(?:upgrad|migrat|updat|reinstall|rebuild)\w*\s+{_DET}{SERVER}\b"
    rf"|\b(?:for|of|as)\s+the\s+{_MACHINE}\s+itself\b"
    r"|\bas\s+(?:the\s+|its\s+|an?\s+)?(?:os|operating system)\b"
    rf"|\b(?:for|to)\s+(?:host|run|install|hold|carry|deploy)\w*\s+{_DET}{SERVER}\b"
    rf"|\b(?:vm|machine|box|host|image|template)\s+(?:of|for|under)\s+{_DET}{SERVER}\b"
    rf"|\b(?:image|template)\b[^?!]{{0,40}}\b(?:for|with)\s+{_DET}{SERVER}\b"
)
# "MABS handles SQL 2016" says what it does with it.
_NO_VERB = (
    r"(?!(?:\w+[^s\W]s|handle|cover|support|ignore|include|see|serve|like|want|do|does|can|will|for|with|and|on"
    r"|to|of|or|in|into|from|is|as|but|when|if)\b)"
)
_DATABASE = lazy(
    r"\bdpmdb\b"
    rf"|\binstances?\s+(?:of|for|that|which|used by|behind|under)\s+{_DET}{SERVER}\b"
    rf"|\b{SERVER}['’]?s?['’]?\s+(?:{_NO_VERB}\w+\s+)?(?:sql|databases?|db"
    rf"|instance)\b(?!\s+(?:protect|back))"
    rf"|\b{SERVER}(?:\s+itself)?\s+(?:(?:can|may|will|should|also)\s+)?(?:use[sd]?|using|needs?|requires?"
    rf"|wants?|comes? with)"
    r"\s+(?:(?:an?|its|our|own|local|the|existing)\s+){0,3}sql\b"
    rf"|\bfor\s+{_DET}{SERVER}\s+to\s+(?:store|keep|hold|use|save|work with)\b"
    rf"|\bsql\b[^?!;]{{0,60}}\b(?:may|can|could|should|must|will)\s+{_DET}{SERVER}\s+(?:use|take|share)\s+(?:it|that|this)\b"
    rf"|\b(?:use|take)\s+(?:\w+\s+){{0,2}}?sql\b[^.?!;]{{0,30}}\b(?:as|for)\s+{_DET}{SERVER}\b"
    rf"|\b(?:as|for)\s+{_DET}{SERVER}(?:['’]s)?\s+(?:own\s+)?(?:databases?|db|instance|sql|itself)\b"
    # many of them under it are what it protects
    rf"|(?<!databases )(?<!instances )(?<!dbs )\b(?:under(?:neath)?|below|beneath|behind)\s+{_DET}{SERVER}\b"
    rf"|(?<!by )(?<!with )(?<!by the )(?<!with the )\b{SERVER}\s+itself\b"
)
_PROTECTED = lazy(
    r"\b(?:un)?protect\w*|\bback(?:ing|ed|s)?[\s-]?(?:it |them |this |that )?up\b(?!\s+(?:server|vm|machine"
    r"|box|host))"
    r"|\bmatrix\b|\b(?:volumes|files|folders?)\b(?! (?:server|share))|\brestor\w*|\brecover\w*"
    r"|\bworkloads?\b|\bclients?\b|\bsafeguard\w*|\bdata sources?\b"
    r"|\bguests?\b|\bcover(?:s|ed|ing)?\b|\bignor\w*"
    r"|\b(?:count|rely)\s+on\b|\btak\w+ care of\b|\blook(?:s|ing)? after\b|\bagents?\b"
)
# What the server does for things that were named before: "will MABS do for them?"
_SERVES = lazy(
    rf"\b{SERVER}(?:\s+(?!on\b)[\w'’]+){{0,4}}?\s+(?:for\s+(?:it|that|this)|(?:(?:for|with|to|by|after)\s+)?"
    r"(?:them|these|those|all of (?:it|them|these|those)))\b"
    rf"|\b{SERVER}(?:\s+(?:do|does|can|could|would|will|also|well|still))*\s+(?!work|come|ship|go)\w+\s+with\s+(?:it|that)\b"
)
_OTHER_MATTERS = frozenset(
    {"scratch", "retention-local", "recovery-points", "dotnet", "vm-size", "data-disks"}
)


def product_role(text: str, products: Sequence[Product]) -> Role | None:
    """The part that what `text` names plays; None where nothing ties it to the server."""
    if _PROTECTED().search(text) or (products and _SERVES().search(text)):
        return Role.PROTECTED
    if other_job(text):
        return Role.NEIGHBOUR
    families = {product.family for product in products if product.family}
    if families - SYSTEMS:
        return Role.DATABASE if families == {"sql-server"} and _DATABASE().search(text) else None
    return Role.HOST if _HOSTS().search(text) else None


def carried_role(reading: Reading) -> Role | None:
    """The part of what a turn names behind another: its own, else the one that the turn before was about."""
    before = reading.previous.get(ROLE)
    named = reading.products or find_bare_versions(reading.plain)
    if reading.role or not before or not named or reading.topics & _OTHER_MATTERS:
        return reading.role
    families = {product.family for product in reading.products if product.family}
    own = {Role.HOST: SYSTEMS, Role.DATABASE: frozenset({"sql-server"})}.get(Role(before), frozenset())
    return Role(before) if families <= own else None


def with_systems(reading: Reading) -> Reading:
    """`reading` with the versions that it tells of the server's own machine: they are of Windows Server."""
    if reading.role is not Role.HOST or any(product.version for product in reading.products):
        return reading
    bare = find_bare_versions(reading.plain)
    systems = tuple(replace(version, family="windows-server") for version in bare)
    return replace(reading, products=systems) if systems else reading


def role_left(reading: Reading, before: Mapping[str, Any]) -> str:
    """The part that the next turn may go on with; that of the turn before where this one names nothing."""
    if reading.role in (Role.HOST, Role.DATABASE):
        return str(reading.role)
    told = reading.role or reading.products or reading.topics - GENERAL
    return "" if told else str(before.get(ROLE, ""))
