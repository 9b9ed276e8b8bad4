"""A figure that somebody says the guide gives ("it says 10 GB, right?"): held against the guide's own.

Other than with a figure that is to be enough ("we have 10 GB, enough?"), more than the minimum is wrong here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from assistant.answer import Finding
from assistant.decisions import claims
from assistant.decisions.calculations import limits
from assistant.decisions.calculations.installer import EXTRACTION_GB
from assistant.decisions.calculations.recovery_points import LIMIT
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.readiness import machine_size
from assistant.decisions.reading.durations import find_durations
from assistant.decisions.reading.quantities import plain
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators.calculator_question import Question
from assistant.specialists.calculators.scratch import Scratch
from assistant.specialists.prerequisite_checks import sizing
from assistant.specialists.table_findings import finding_of
from assistant.understanding.message.question_forms import without_held_limits
from assistant.understanding.reading import Reading
from assistant.understanding.server.machine_facts import read_machine

LIMITS, PREREQUISITES = "limits", "prerequisites"
_MOST_WORDS = 30
_SOURCE = r"(?:guides?|docs?|documentation|documents?|manual|microsoft|ms|article|azure backup server|mabs)"
_SAYS = (
    r"(?:says?|said|states?|wants?|requires?|asks? for|demands?|needs?|lists?|names?|recommends?"
    r"|specif(?:y|ies)"
    r"|prescribes?|mentions?|calls? for|gives?|advis(?:es?|ing)|expects?)"
)
_ATTRIBUTED = lazy(
    rf"\b{_SOURCE}\s+(?:\w+\s+){{0,2}}?{_SAYS}\b|\b(?:according to|as per|per|by|in)\s+(?:the\s+)?{_SOURCE}\b"
    rf"|\b{_SOURCE}['’]s\s+(?:figure|minimum|limit|number|rule)\b"
)
_RULE = lazy(
    r"\b(?:min\b|minimum|max\b|maximum|at least|at most|requirements?|requires?d?|must|limits?|rules?"
    r"|no more than|up to|recommend\w*|per vault|needs?|asks? for|wants?|demands?)"
)
_TAG = lazy(
    r"(?:[,;:.?-]\s*|\s)(?:right|correct|true|yes|isn['’]?t it|agreed?|no|true or false"
    r"|is (?:that|this|it|the|that figure|that number|the figure)(?: figure| number| value)?"
    r"(?: still| really)? (?:right|correct|true))\W*$"
    r"|^\W*(?:is (?:it|that) (?:true|right|correct)|true or false|correct|please confirm"
    r"|confirm\w*(?: please)?)\b"
)
_ASKED = lazy(rf"\b(?:does|do|did|is|are|must|should)\b[^.?!]{{0,40}}\b(?:{_SAYS}|exactly|precisely)\b")
# "is A3 the minimum?": whether that is the figure, not whether it will do.
_IS_THE = lazy(
    r"\b(?:is|are)\b[^.?!]{0,40}\bthe (?:official |real |stated |recommended |required )?"
    r"(?:minimum|maximum|limit|requirement|rule|figure|least|most|smallest)\b"
)
_EXACTLY = lazy(
    r"\b(?:exactly|precisely|on the dot|to the dot|no more and no less"
    r"|(?:the )?exact (?:figure|number|value))\b"
)
# What is had or planned is to be enough; a denial or a choice of figures is another question.
_OWN = lazy(
    r"\b(?:we|i|they|he|she|our|my|ours|mine)\b(?![^.?!]{0,20}\b(?:heard|read|think|thought|understand|believe"
    r"|assume|remember|recall|was told|were told)\b)"
    r"|\b(?:enough|sufficient|suffices?|will do|would do|ok|okay|fine|meets?|fits?|passes|good)\b"
    r"|\bthere (?:is|are)\b"
)
_OTHERWISE = lazy(
    r"\b(?:not|never|no|nor|without|or|instead|vs|versus|rather than)\b(?!\W*$)|n['’]t\b(?!\s+it\b)"
)
_EXTRACT = lazy(r"\b(?:extract\w*|unpack\w*|unzip\w*|decompress\w*)\b")
_SCRATCH = lazy(r"\b(?:scratch|cache (?:location|folder|size))\b")
_DISKS = lazy(r"\b(?:disks?|drives?)\b")
_LOCAL = lazy(r"\b(?:disks?|local\w*|operational|attached|retention)\b")
_CLOUD = lazy(r"\b(?:vaults?|azure(?! backup| stack)|cloud|offline|connectivity|outage|subscription)\b")
_DAYS = lazy(r"\bdays?\b")
_POINTS = lazy(
    r"(?<![\w.,])(?P<n>\d{1,3}(?:[ ,.]\d{3}){1,2}|\d{3,7})\s+(?:(?:recovery|restore|backup)\s+)?"
    r"(?:points?|rps?)\b"
)
_POINTS_BEHIND = lazy(
    r"\b(?:points?|rps?)\b[^.?!]{0,40}?(?<![\w.,])(?P<n>\d{1,3}(?:[ ,.]\d{3}){1,2}|\d{3,7})(?![\w%])"
)
_VERSION = lazy(r"(?<![\w.])[1-9](?:\.\d){0,2}(?![\w.]|\s*gb\b)")
_OF_PLANS = lazy(r"\b(?:daily|weekly|monthly|hourly|yearly|years?|months?|servers?|sources?|a day|per day)\b")


def consult(reading: Reading) -> list[Finding]:
    """A finding for each figure that is said to be the guide's; empty where none is."""
    if not is_claim(reading.plain):
        return []
    exactly = bool(_EXACTLY().search(reading.plain))
    found = [
        (result, specialist) for specialist, held in _HELD if (result := held(reading, exactly)) is not None
    ]
    return [finding_of(result, specialist) for result, specialist in found]


def is_claim(text: str) -> bool:
    """Whether a figure in `text` is put as what is required or allowed, to be confirmed."""
    if len(text.split()) > _MOST_WORDS or _OWN().search(text) or _OTHERWISE().search(text):
        return False
    attributed, ruled = _ATTRIBUTED().search(text), _RULE().search(without_held_limits(text))
    tagged = _TAG().search(text)
    exactly = _EXACTLY().search(text)
    return bool(
        (tagged and (attributed or ruled or exactly))
        or ((attributed or exactly) and _ASKED().search(text))
        or _IS_THE().search(without_held_limits(text))
    )


def _extraction(reading: Reading, exactly: bool) -> DecisionResult | None:
    sizes = reading.amounts("size")
    if len(sizes) != 1 or not _EXTRACT().search(reading.plain) or _SCRATCH().search(reading.plain):
        return None
    return claims.held(
        claims.EXTRACTION, sizes[0].words, same=sizes[0].value == EXTRACTION_GB, exactly=exactly
    )


def _scratch(reading: Reading, exactly: bool) -> DecisionResult | None:
    if not _SCRATCH().search(reading.plain):
        return None
    if reading.amounts("size"):
        case = Scratch.read(Question.of(reading, ""), None)
        if case is None or case.data is None or case.space is None:
            return None
        return limits.scratch_equation(case.data, case.space)
    shares = reading.amounts("percent")
    if len(shares) != 1:
        return None
    share = Decimal(str(shares[0].value))
    same = share == limits.SCRATCH_PERCENT
    return claims.held(claims.SCRATCH, f"{plain(share)} %", same=same, exactly=exactly)


def _machine(reading: Reading, exactly: bool) -> DecisionResult | None:
    """Size, cores and memory of the minimum, all of them that are told at once."""
    text = reading.plain
    if _EXTRACT().search(text) or _SCRATCH().search(text) or _DISKS().search(text):
        return None
    cores, memory = sizing.figures(text)
    told = list(_of_machine(reading, cores, memory))
    if not told:
        return None
    same = all(one for _, _, one in told)
    figure = told[0][0] if len(told) == 1 else claims.MACHINE
    return claims.held(figure, " and ".join(words for _, words, _ in told), same=same, exactly=exactly)


def _of_machine(
    reading: Reading, cores: int | None, memory: Decimal | None
) -> Iterator[tuple[claims.Figure, str, bool]]:
    """What is told of the machine: the guide's figure, the words, and whether they are the same."""
    if len(reading.vm_sizes) == 1 and not reading.carries("VM size"):
        size = machine_size.canonical_size(reading.vm_sizes[0])
        yield claims.SIZE, size, size == claims.SIZE.text
    if cores is not None:
        yield claims.CORES, f"{cores} cores", cores == machine_size.MIN_CORES
    if memory is not None:
        yield claims.MEMORY, f"{plain(memory)} GB RAM", memory == machine_size.MIN_MEMORY


def _dotnet(reading: Reading, exactly: bool) -> DecisionResult | None:
    if not read_machine(reading.plain).get("dotnet_version"):
        return None
    versions = [found[0] for found in _VERSION().finditer(reading.plain)]
    if not versions:
        return None
    same = versions[-1].startswith("3.5")
    return claims.held(claims.DOTNET, versions[-1], same=same, exactly=exactly)


def _retention(reading: Reading, exactly: bool) -> DecisionResult | None:
    text = reading.plain
    days = [found for found in find_durations(text) if found.value.high is not None]
    of_disks = _LOCAL().search(text) and not _CLOUD().search(text) and not reading.fault
    if len(days) != 1 or not of_disks or not _DAYS().search(text):
        return None
    told = Decimal(days[0].value.low or days[0].value.high or 0)
    same = told == limits.RETENTION_DAYS
    return claims.held(claims.RETENTION, f"{plain(told)} days", same=same, exactly=exactly)


def _vault(reading: Reading, exactly: bool) -> DecisionResult | None:
    text = reading.plain
    found = _POINTS().search(text) or _POINTS_BEHIND().search(text)
    if found is None or _OF_PLANS().search(text) or reading.amounts("size"):
        return None
    number = int("".join(filter(str.isdigit, found["n"])))
    return claims.held(claims.VAULT, f"{number:,}", same=number == LIMIT, exactly=exactly)


_HELD: tuple[tuple[str, Callable[[Reading, bool], DecisionResult | None]], ...] = (
    (LIMITS, _extraction),
    (LIMITS, _scratch),
    (PREREQUISITES, _machine),
    (PREREQUISITES, _dotnet),
    (LIMITS, _retention),
    (LIMITS, _vault),
)
