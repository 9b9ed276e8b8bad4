"""Whether setup may go on with a prerequisite that isn't met, and which file lists it."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.readiness import unmet_check
from assistant.decisions.types import DecisionResult
from assistant.understanding.message.lookups import asks_log
from assistant.understanding.reading import QuestionKind, Reading

_CHECK = lazy(r"\b(?:pre-?req\w*|pre-?checks?|checker|(?:requirements?|system|setup(?:'s)?) checks?)\b")
_NOT_MET = lazy(
    r"(?<!no )(?<!nothing )(?<!without )\b(?:red|fail(?:s|ed|ing|ure)?|un-?met|missing|amber"
    r"|complain\w*|moan\w*|errors?"
    r"|issues?|(?:not|n['\u2019]t) (?:been )?(?:met|ok(?:ay)?|passed|green|fulfilled|satisfied|there))\b"
)
_LEFT = lazy(r"\b(?:skip\w*|ignor\w*|by-?pass\w*|overrid\w*|overrul\w*|circumvent\w*|get (?:a)?round)\b")
_GOES_ON = lazy(
    r"\b(?:anyway|anyhow|regardless|nevertheless|nonetheless|all the same|despite|in spite of"
    r"|go(?:es)? (?:on|ahead)|continu\w*"
    r"|proceed\w*|carry on|still install|force\w*|later|afterwards?|after (?:the )?(?:set-?up|install\w*))\b"
)
_MENDED = lazy(
    r"\b(?:fixed|resolved|solved|repaired|mended|corrected|sorted)\b(?! (?:later|after))"
    r"|\ball (?:\w+ )?(?:are |is )?(?:green|met|passed)\b"
)

_LOGGED = lazy(
    r"\bwhere\b[^.?!]{0,60}\b(?:written|logged|read|described|detailed|recorded|saved|noted|listed|look up)\b"
)
_FOLDER = lazy(r"\b(?:folder|director\w+|path)\b|\bwhere is (?:the|that) (?:log|file)\b")


def unmet_prerequisite(reading: Reading) -> DecisionResult | None:
    """That setup can't go on, where it is asked whether it may with a prerequisite that is not met."""
    text = reading.plain
    if reading.kind is not QuestionKind.YES_NO or not _CHECK().search(text) or _MENDED().search(text):
        return None
    goes_on = _LEFT().search(text) or (_NOT_MET().search(text) and _GOES_ON().search(text))
    return unmet_check.goes_on() if goes_on else None


def setup_log(reading: Reading) -> DecisionResult | None:
    """The file that lists what isn't met, where it is asked for; its folder is another matter."""
    text = reading.plain
    if not (_CHECK().search(text) and _NOT_MET().search(text)) or _FOLDER().search(text):
        return None
    return unmet_check.log() if asks_log(text) or _LOGGED().search(text) else None
