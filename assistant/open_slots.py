"""The inputs by which the guide's rules go: which a case of one's own leaves open, and the question for it.

A rule in general ("what sizes are allowed?") is told and nothing asked. A case ("is our machine large
enough?") hangs on an input that its words don't tell; the rule that is told says what each choice means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.decisions import guide as sections
from assistant.decisions.calculations.limits import KEPT_WHERE
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.types import Source
from assistant.specialists.errors.error_choices import QUESTION as WHICH_ERROR
from assistant.understanding.reading import QuestionKind, Reading

ROLE = "What else runs on it, or which role does it have?"
STATE = "Which state does the subscription show in the portal: Active, Expired or Deprovisioned?"
PREREQUISITE = "Which prerequisite does the screen, or DpmSetup.log, name?"
PLACE = "Is that instance on the virtual machine itself, or on another one?"
WHICH_SIZE = "Which size is it: A2, A3 or A4?"
EDITION = "Which edition is it: Datacenter, Enterprise or Standard?"

_OWN = lazy(
    r"\b(?:our|ours|my|mine|customers?|clients?|we|us|i|they"
    r"|(?:the|this|that) (?:vm|virtual machine|machine|box|server)"
    r"|got|already)\b"
)
# The rule itself is asked for, or a case that is only thought of.
_GENERAL = lazy(
    r"\b(?:what|which|list|name|recommend\w*|minim\w*|min|least|smallest|lowest|required?|requirements?|needs?"
    r"|needed|must|should|have to|has to|difference|why|explain|in general|generally|suppos\w+|would)\b"
)
_JUDGED = frozenset({QuestionKind.YES_NO, QuestionKind.STATEMENT})
_REPORTED = lazy(
    r"\b(?:complain\w*|says?|said|red|fail(?:s|ed|ing)?|won['’]?t|wont|will not|stuck|blocks?|blocked"
    r"|refus\w*|stops?|stopped|throws?|threw|gives?|gave|shows?|showed|got|gets?)\b"
)
_IN_GENERAL = lazy(
    r"\b(?:if|whenever|what happens|can|could|may|must|where|why|which|who|all|list|possible"
    r"|skip\w*|ignor\w*)\b"
)


def _figure(reading: Reading) -> bool:
    """Whether a figure is told."""
    return any(map(str.isdigit, reading.plain))


def _states(reading: Reading) -> bool:
    known = reading.subscription or reading.previous_subscription or reading.connectivity
    return bool(known or reading.followup)


def _version_or_role(reading: Reading) -> bool:
    return bool(reading.products or reading.role or reading.vm_sizes)


_NAMED_PREREQUISITE = lazy(
    r"\.net\b|\bdotnet\b|\bdomain\b|\bsql\b|\bmemory\b|\bram\b|\bcores?\b|\bdisk\b|\bspace\b|\bports?\b"
    r"|\brights?\b|\badmin\w*|\breboot\b|\brestart\b|\bpowershell\b|\bos\b|\bwindows\b|\bfeature\b|[0-9]"
)
_PLACE_TOLD = lazy(
    r"\b(?:remote\w*|central\w*|separate|another|other|different|dedicated|shared|corporate|local\w*|same"
    r"|on (?:it|there|(?:the|this|that|our|my) (?:\w+ )?(?:vm|box|machine|mabs|server))|cluster\w*|bundled"
    r"|new instance|version)\b"
)
_KEPT_WHERE = lazy(
    r"\b(?:disks?|drives?|local\w*|azure(?! (?:stack|backup))|vaults?|cloud|online|attached|on-?site)\b"
)
_EDITION_TOLD = lazy(r"\b(?:standard|datacenter|enterprise|essentials|foundation|web edition|core)\b")


@dataclass(frozen=True, slots=True)
class _Input:
    """An input: the sections whose rule goes by it, the words of a question that hangs on it, whether it is
    told, and the question for it. `report`: what to do with a fault is asked, and no yes or no."""

    sources: tuple[Source, ...]
    about: Callable[[], re.Pattern[str]]
    told: Callable[[Reading], bool]
    question: str
    report: bool = False


_INPUTS: Sequence[_Input] = (
    _Input((sections.DOTNET,), lazy(r"\.net\b|\bdotnet\b|\bframework\b"), _figure, items.DOTNET.question),
    _Input(
        (sections.VM_SIZE,),
        lazy(r"\b(?:big|large|powerful|strong|beefy|enough|specs?)\b"),
        lambda reading: _figure(reading) or bool(reading.vm_sizes or reading.products),
        items.VM_SIZE.question,
    ),
    _Input(
        (sections.USING_VM,),
        lazy(
            r"\b(?:something|stuff|things?"
            r"|other (?:\w+ )?(?:software|jobs?|workloads?|apps?|programs?|purposes?)"
            r"|already (?:used|running|runs|in use|does|serves)|(?:not|isn['’]?t) (?:empty|fresh))\b"
        ),
        _version_or_role,
        ROLE,
    ),
    _Input(
        (sections.INSTALL,),
        lazy(r"\bsql\b"),
        lambda reading: bool(_PLACE_TOLD().search(reading.plain)),
        PLACE,
    ),
    _Input(
        (sections.MATRIX,),
        lazy(r"(?<!subscription )\bedition\b"),
        lambda reading: bool(_EDITION_TOLD().search(reading.plain)),
        EDITION,
    ),
    _Input(
        (sections.STORING_DATA,),
        lazy(r"\bmore\b[^.;!]{0,20}\bdisks?\b|\bdisks?\b[^.;!]{0,40}\b(?:more|another|room|fits?)\b"),
        lambda reading: bool(reading.vm_sizes),
        WHICH_SIZE,
    ),
    _Input(
        (sections.STORING_DATA,),
        lazy(r"\b(?:keep\w*|kept|hang(?:ing)? on to|hold|retain\w*|retention|stor(?:e|ing))\b"),
        lambda reading: bool(_KEPT_WHERE().search(reading.plain)) or not reading.amounts("duration"),
        KEPT_WHERE,
    ),
    _Input(
        (sections.NETWORK, sections.SUBSCRIPTION_STATES),
        lazy(r"\b(?:restor\w*|recover\w*|backups?|back up|points?|jobs?)\b"),
        _states,
        STATE,
    ),
    _Input(
        (sections.INSTALL,),
        lazy(r"\bpre-?req\w*|\brequirements?\b|(?:n['’]?t|\bnot) (?:meet|fulfil\w*|satisf\w*)\b"),
        lambda reading: bool(_NAMED_PREREQUISITE().search(reading.plain)),
        PREREQUISITE,
        report=True,
    ),
    _Input(
        (sections.INSTALL, sections.USING_VM, sections.EXTRACT, sections.DOWNLOAD),
        lazy(
            r"\b(?:an?|the|some|this|that|with)\s+(?:\w+\s+)?error\b(?! (?:codes?|documents?|reference|log))"
        ),
        _figure,
        WHICH_ERROR,
        report=True,
    ),
)


def question_for(reading: Reading, rests_on: Callable[[Source], bool]) -> str:
    """The question for the input that a case of one's own leaves open; empty where there is none.

    `rests_on`: whether what is told rests on a section of the guide.
    """
    return next(
        (
            one.question
            for one in _INPUTS
            if one.about().search(reading.plain)
            and not one.told(reading)
            and (_is_reported(reading.plain) if one.report else _is_case(reading))
            and any(map(rests_on, one.sources))
        ),
        "",
    )


def _is_case(reading: Reading) -> bool:
    """Whether a yes or no is asked for, on something of one's own."""
    asked = reading.kind in _JUDGED and _OWN().search(reading.plain)
    return bool(asked) and not _GENERAL().search(reading.plain)


def _is_reported(text: str) -> bool:
    """Whether a fault is told of, and not asked about in general."""
    return bool(_REPORTED().search(text)) and not _IN_GENERAL().search(text)
