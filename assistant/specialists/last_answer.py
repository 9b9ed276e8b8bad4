"""Answers what is asked about the last answer itself: why, where does it say that, are you sure."""

from __future__ import annotations

import re

from assistant.answer import Answer, Evidence, Finding, Statement, Status
from assistant.conversation import Conversation
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.readiness.prerequisites import PASSPHRASE
from assistant.specialists import prerequisites
from assistant.specialists.refusals.conduct import is_small_talk
from assistant.understanding.message.question_forms import question_kind
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.turns.interludes import INTERLUDE

NAME = "recall"
_SOURCE = (
    r"\b(?:which|what) (?:page|article|docs?|document|section|source|kb) (?:is|was|does|did|says?|has)\b"
    r"[^?]{0,20}\b(?:that|this|it|so)\b|\bwhere (?:does|do|did) (?:it|that|they|the \w+) (?:say|stand)\b"
)
# Behind the word for a place in a document, nothing but what stands there.
_OF_IT = (
    r"(?:\W+(?:please|pls|plz|thx|thanks|for|of|to|me|us|that|this|it|so|is|was|are|in|from|exactly|then|the|answer"
    r"|statement|claim|written|stated|said|does|say|says|it['’]?s))*"
)
_ASKS_SOURCE = lazy(_SOURCE)
_WHERE = lazy(
    rf"{_SOURCE}|"
    r"\bwhere (?:does|do|did|is|can i|exactly)\b[^?]{0,40}\b(?:say|said|stand\w*|written"
    r"|come from|state[sd]|mention\w*|(?:find|read|see)(?=\s+(?:it|that|this|so|more|about|them)\b|\W*$))\b"
    r"|^(?![^?]{0,40}\bon (?:that|this|the) (?:page|section)\b)"
    r"\W*(?:\w+\W+){0,4}?(?:source|citation|reference|proof|quote|page|section|chapter)s?"
    rf"(?:\s+(?:name|title|number|heading))?{_OF_IT}\W*$"
    rf"|\b(?:quote|cite|show)\s+(?:me\s+|us\s+)?(?:(?:the|that|this)\s+)?(?:exact\s+)?(?:place|passage|sentence"
    rf"|line|paragraph|wording){_OF_IT}\W*$"
    r"|^\W*(?:(?:and|but|ok|so|hm+|pls|please)\W+)*"
    r"(?:where|(?:in|from|on|under) (?:which|what)|which|what)\s+"
    rf"(?:(?:exactly|in|of|the|your|a)\s+)*(?:guide|docs?|documents?|documentation|article|manual|paragraph)"
    rf"{_OF_IT}\W*$"
    r"|\bwhere (?:do|did|have) you (?:get|got|take|took|have|read|find|found)\b[^?]{0,12}\b(?:that|this|it)\b"
    r"|\b(?:says who|who says (?:so|that|this|it))\b|\baccording to (?:what|whom)\b"
    r"|(?<!over )(?<!across )(?<!through )(?<!on )(?<!with )(?<!without )"
    r"\b(?:a|any|the|send|give|got|have|your)\s+"
    r"(?:(?!\d|slow|fast|thin|bad|weak|wan\b|network|internet|leased|vpn)\w+\s+)?links?\s*(?:to|for|of"
    r"|pls|please|\?|$)|^\W*link\W*$"
)
_WRITTEN = lazy(
    r"\bwhere (?:exactly )?(?:is|does|do|was) (?:that|this|it|so)\b[^.?!]{0,20}"
    r"\b(?:written|stated|stand|say|said|documented|come from|mentioned)\b"
)
_DOUBTS_IT = lazy(
    r"\b(?:(?:are )?(?:you|u) (?:really |absolutely |quite |100 ?%? ?)?(?:sure|certain|positive)"
    r"|is that (?:\w+ly )?(?:right|correct|true)|can i rely|confident)\b"
    r"|^\W*(?:\w+\W+){0,3}(?:honestly|seriously)\W*$"
    r"|^\W*(?:(?:oh|but|and|ok|hm+|so)\W+)*(?:really|sure)(?:\s*\?|\W*$)"
    r"|^[^?]+[,;:.!\u2013-]\s*(?:really |quite )?(?:sure|certain)\s*\?+\W*$"
    # someone else says otherwise, or a way round is looked for
    r"|\b(?:says?|said|claims?|thinks?|told (?:me|us)|insists?|swears?)\s+(?:it'?s\s+)?(?:a\s+)?(?:no"
    r"|yes|nope|otherwise"
    r"|different(?:ly)?|the (?:opposite|contrary|reverse)|something else)\W*$"
    r"|^\W*(?:\w+\W+){0,2}who(?:'?s| is) right\b"
    r"|^\W*(?:\w+\W+){0,5}(?:bypass(?:ed)?|circumvent(?:ed)?|overrid(?:e|den)|work(?:ed)? around|get around)"
    r"(?:\W+(?:it|that|this))?\W*$"
    r"|^\W*(?:(?:oh|but|and|ok|hm+|so|then)\W+)*(?:(?:is|are) there\s+)?(?:(?:really|truly|definitely"
    r"|absolutely)\s+)*"
    r"(?:no|nothing|none|not any|(?<=there )any)\b(?:\s+(?:way|chance|exceptions?|hope|options?|workarounds?"
    r"|possibility|trick|loophole"
    r"|else|at all|whatsoever|ever|really|to do|we can do|i can do|can be done|around (?:it|that)))+\W*$"
)
# Somebody or something is said to have it otherwise, which the guide then doesn't bear out.
_CLAIMED = lazy(
    r"\b(?:says?|said|claims?|claimed|thinks?|insists?|swears?|reckons?|believes?|tells?|told|read|heard|seen)\b"
    r"(?!\s+(?:it['’]?s\s+)?(?:an?\s+)?(?:no|yes|nope)\b)"
    r"|\b(?:another|other|different)\s+(?:\w+\s+)?(?:page|article|docs?|document|source|site|guide)s?\b"
)
_WHY = lazy(
    r"^\W*(?:(?:but|and|ok|hm+|so)\W+)*(?:why|how come|what'?s the reason|for what reason"
    r"|(?:(?:the|your|what(?:['’]?s| is) the)\s+)?(?:reason(?:ing)?|rationale"
    r"|explanation))\b(?:\W+(?:not|is that|so|though|is it so|that|exactly|does it"
    r"|tho|though|then|please|pls|on earth|the hell|actually))*\W*$"
    r"|^\W*(?:(?:but|and|ok|hm+|so)\W+)*why (?:would|should|do|must|can'?t|shouldn'?t"
    r"|wouldn'?t) (?:i|we|you|they) \w+ (?:that|those|it|this|them)\W*$"
)
# The same with a word against the answer behind it: "why not, we have room".
_OBJECTS = lazy(
    r"^\W*(?:(?:but|and|ok|hm+|so|oh|no)\W+)*(?:why(?: (?:not|is that|that|so|though|then))?|how come)\s*"
    r"[,;:.?!\u2013-]+\s+(?P<said>[^?]+)\W*$"
)
# What is found in the product rather than in what the guide says of it.
_OF_PRODUCT = lazy(r"\b(?:setting|option|menu|button|blade|dialog|portal|icon|tab|field|click\w*)\b")
# "then which?", after something didn't do.
_WHICH_THEN = lazy(
    r"^\W*(?:(?:but|and|ok|okay|hm+|so|then|well|oh)\W+)*(?:which|what|who|where)"
    r"(?:\s+(?:ones?|kinds?|types?|sorts?|of|user|size|version|image|account|would|will|do|does|should"
    r"|can|then|is|instead|else|works?|fine"
    r"|i|we|you|use|take|pick|need|ok|it|go|put|install|run|place|at all|so))*\W*$"
)
_MARKS = re.compile(r"\s*\[\d+\]|\*\*")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n")
_MOST_WORDS = 12
_EXCERPT_WORDS = 60


def consult(reading: Reading, conversation: Conversation) -> Finding | None:
    """A finding about the previous answer, or None when the question is not about it."""
    asked = _asking(reading.plain)
    if not conversation.turns or len(asked.split()) > _MOST_WORDS:
        return None
    last = _last(conversation)
    kept = any(verdict.table.startswith(PASSPHRASE.id) for verdict in last.verdicts)  # which is put somewhere
    of_prerequisite = conversation.facts.get("specialist") == prerequisites.NAME and not kept
    said = _said(asked, last, of_prerequisite=of_prerequisite) if last.citations else ()
    if not said:
        return None
    evidence = tuple(
        Evidence(c.document, c.section, c.date, c.source, f"{c.excerpt} {last.text}") for c in last.citations
    )
    statements = tuple(
        Statement(text, evidence, "verdict" if position == 0 else "reason")
        for position, text in enumerate(said)
    )
    status: Status = "abstained" if last.abstained else "answered"
    return Finding(NAME, status, statements, last.confidence, last.verdicts)


def _asking(text: str) -> str:
    """The sentence that asks where the last answer is written, where the others only tell why that is asked;
    else all of `text`."""
    sentences = _SENTENCE_END.split(text)
    asking = [one for one in sentences if _WRITTEN().search(one)]
    others = [one for one in sentences if one not in asking]
    alone = len(asking) == 1 and all(question_kind(one) is QuestionKind.STATEMENT for one in others)
    return asking[0] if alone else text


def is_asked(text: str) -> bool:
    """Whether a few words ask for nothing but the reason, the place or the certainty of an answer."""
    if len(text.split()) > _MOST_WORDS:
        return False
    return bool(_WHY().match(text) or _ASKS_SOURCE().search(text) or _DOUBTS_IT().search(text))


def asks_for_source(reading: Reading) -> bool:
    """Whether it is asked where the last answer stands, whatever it was about."""
    return bool(_ASKS_SOURCE().search(reading.plain))


def _last(conversation: Conversation) -> Answer:
    """The last answer that is neither one to small talk ("thanks") nor about an answer itself."""
    matter = [turn for turn in conversation.turns if not turn.facts.get(INTERLUDE)]
    asked = [turn for turn in matter if not is_small_talk(turn.question)]
    return (asked or conversation.turns)[-1].answer


def _said(question: str, last: Answer, *, of_prerequisite: bool = False) -> tuple[str, ...]:
    """Two sentences on where the last answer stands, how sure it is, or why; empty for other questions.

    `of_prerequisite`: it told whether a prerequisite is met, and behind that what meets it.
    """
    names = "; ".join(dict.fromkeys(f"{c.document} > {c.section} ({c.date})" for c in last.citations))
    excerpt = _whole_sentences(last.citations[0].excerpt)
    verdict, rest = _verdict(last.text)
    if _WHERE().search(question) and not _OF_PRODUCT().search(question):
        return f"It stands in {names}.", f"In short: {excerpt}"
    if _DOUBTS_IT().search(question):
        against = last.abstained or _CLAIMED().search(question)
        lead = "It stays at that" if against else "The guide bears it out"
        return f"{lead}: {verdict}", f"It rests on {names}: {excerpt}"
    if _WHY().match(question) or _objects(question):
        return f"Because the guide says so: {excerpt}", rest or verdict
    if of_prerequisite and _WHICH_THEN().match(question) and rest:
        return tuple(_SENTENCE_END.split(rest)[-2:])
    return ()


def _whole_sentences(excerpt: str) -> str:
    """The sentences with which `excerpt` begins, as long as they are short; else the start of the first."""
    kept: list[str] = []
    for sentence in _SENTENCE_END.split(excerpt):
        words = sentence.split()
        if len(kept) + len(words) > _EXCERPT_WORDS:
            break
        kept += words
    return " ".join(kept or excerpt.split()[:_EXCERPT_WORDS])


def _objects(question: str) -> bool:
    """Whether reasons are asked for with a word against the answer, which is a statement and asks nothing."""
    match = _OBJECTS().match(question)
    return match is not None and question_kind(match["said"]) is QuestionKind.STATEMENT


def _verdict(text: str) -> tuple[str, str]:
    """The first sentence of an answer, or two after a bare "No."; and the rest of that line."""
    body = _MARKS.sub("", text).strip()
    sentences = _SENTENCE_END.split(body)
    verdict = " ".join(sentences[:2]) if len(sentences[0].split()) <= 2 else sentences[0]
    return verdict, body[len(verdict) :].strip().split("\n")[0]
