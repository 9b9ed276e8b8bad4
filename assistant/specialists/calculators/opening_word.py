"""With which word a sum begins where the question is put in reverse: "too small?", "must it grow?"."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.types import DecisionResult
from assistant.understanding.reading import QuestionKind, Reading

# Whether something is beyond its limit: a "yes" says that it is.
_BEYOND = lazy(
    r"\btoo (?:many|much|big|large|small|little|long|few|low|tight)\b|\bexceed\w*|\binsufficient\b"
    r"|\bshort of\b|\b(?:am i|are we|anything|something|is there|are there) (?:\w+ )?missing\b|\bincomplete\b"
    r"|\b(?:one|some|any|files?|bins?|part)\s+(?:of them\s+)?(?:is|are|has been|was|must be|got"
    r"|went)\s+(?:missing|lost|short)\b"
    r"|\bis (?:one|a file|something|anything) (?:\w+ )?(?:missing|lost)\b"
    r"|\b(?:over|above|beyond|past)\s+(?:\w+\s+){0,2}?(?:caps?|limits?|max\w*|ceiling|9[ ,.]?999)\b"
    r"|\b(?:break|blow|bust|violat|breach|overrun|overflow|burst)\w*\b"
)
_RESPECTED = lazy(
    r"\b(?:is|are|do(?:es)?|would|will|can)\b[^.?!]{0,30}\b(?:limits?|caps?|maximum|max|rules?|guidelines?|advice"
    r"|recommendations?)\b[^.?!]{0,12}\b(?:respected|kept|met|observed|hono?u?red|followed|satisfied)\b"
)
_DENIED = lazy(r"\bnot\b|n['’]t\b|\bnever\b|\bwithout\b|\bor\b|\bhow\b|\bwhen\b|\bwhich\b|\bwhat\b")
_NEEDED = lazy(
    r"\b(?:is|are|be)\b[^.?!]{0,60}\b(?:needed|necessary|required|a must|mandatory)\b"
    r"|(?<![\w.,])\d+(?:\s*(?:gb|tb|gigs?))?\s+(?:needed|necessary|required)\b"
    r"|\b(?:do|does|must|would)\s+(?:i|we|it|you|one)\b[^.?!]{0,12}\b(?:need|require)\b"
)
# Whether a space has to become larger: a "no" says that it is enough.
_TO_GROW = (
    r"(?:grow|be (?:grown|enlarged|extended|expanded|increased|resized|raised|(?:made )?(?:bigger|larger))"
    r"|become (?:bigger|larger)|(?:to )?(?:enlarge|extend|expand|increase|resize|grow|raise|upsize)"
    r"|get (?:bigger|larger)|(?:add|have|get|order|provide|buy) (?:any )?(?:more|additional|extra)\b"
    r"|need (?:any )?(?:more|additional|extra)\b)"
)
_MUST_GROW = lazy(
    rf"\b(?:must|should|shall|does|do|need|needs|has|have|had|will|would|is it (?:necessary|required))\b"
    rf"[^.?!,;]{{0,60}}\b{_TO_GROW}\b"
)
_HOW_MUCH_MORE = lazy(
    r"\b(?:by )?how (?:much|many|far)\b[^.?!]{0,60}\b(?:grow\w*|add(?:ed|ing)?|enlarg\w*|extend\w*|expand\w*"
    r"|increas\w*|more|bigger|larger|missing|short|lack\w*|on top|extra|too small|exceed\w*|over)\b"
)
_BEGINS_YES_NO = lazy(
    r"(?:^|[.;,:?!]\s*|\s[-–]\s|\band\s+|\bthen\s+|\bso\s+)(?:must|should|shall|does|do|will|would|is|has|have|need)\b"
    rf"[^.?!,;]{{0,60}}\b{_TO_GROW}\b"
)
_SPACES = ("scratch", "extraction")


def lead(reading: Reading, result: DecisionResult) -> str | None:
    """The leading word for a question put in reverse ("too many?"), or by the limit ("is it respected?");
    empty where none fits, None where it is put straight."""
    text, word = reading.plain, _first_word(result.headline)
    if _RESPECTED().search(text) and reading.kind is QuestionKind.YES_NO:
        return word
    if result.table in _SPACES and word and (grows := _growing(text, word)) is not None:
        return grows
    if not _BEYOND().search(text) or _DENIED().search(text):
        return None
    return _opposite(word)


def _growing(text: str, word: str) -> str | None:
    """The word to "must it grow?"; empty where only by how much is asked, None where neither is."""
    if _BEGINS_YES_NO().search(text):
        return _opposite(word)
    return "" if _MUST_GROW().search(text) or _HOW_MUCH_MORE().search(text) else None


def _first_word(text: str) -> str | None:
    return next((word for word in ("Yes", "No") if text.startswith(f"{word}.")), None)


def _opposite(word: str | None) -> str | None:
    return {"Yes": "No", "No": "Yes"}.get(word or "")


def asks_need(reading: Reading, result: DecisionResult) -> bool:
    """Whether so much space is asked to be necessary: a yes to its being enough would say that it is."""
    return result.table in _SPACES and result.outcome == "pass" and bool(_NEEDED().search(reading.plain))
