"""What somebody else is said to claim: "Pavel says it's the same row as 2016", "the vendor insists it works".

The matter stays what it was. What a claim only holds the matter against ("the same as 2016") is no subject of
its own.
"""

from __future__ import annotations

import re

from assistant.decisions.expressions.needed import Needed
from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.message.question_forms import SENTENCES
from assistant.understanding.product.products import find_bare_versions
from assistant.understanding.word_rules import word_set

_PERSON = (
    r"(?:colleagues?|co-?workers?|boss(?:es)?|managers?|admins?|consultants?|vendors?|suppliers?|"
    r"resellers?|partners?"
    r"|customers?|clients?|friends?|teams?|guys?|dbas?|auditors?|support|predecessors?|chief|cto|cio"
    r"|engineers?|experts?|sales\w*|contractors?|providers?|lead|director|trainers?|forums?|blogs?|internet"
    r"|chatgpt|copilot|reddit|helpdesk|architects?|msp|integrators?|people|users?|neighbou?rs?|wife|"
    r"husband)"
)
_NO_PERSON = (
    r"(?:Azure|MABS|DPM|SQL|Windows|Microsoft|SharePoint|Setup|Portal|Guide|Table|Matrix|The|It|That|"
    r"This|Error|Get"
    r"|Which|What|Where|Who|How|And|But|So|Ok|Also|Console|Log|Message|Docs?|Page|Wizard|Status|"
    r"Monitoring|A|My|Our)"
)
_VERB = (
    r"(?:says?|said|claims?|claimed|thinks?|thought|insists?|insisted|swears?|swore|reckons?|believes?|"
    r"argues?"
    r"|told (?:me|us)|tells? (?:me|us)|is (?:sure|certain|convinced)|are (?:sure|certain|convinced)|"
    r"assures?"
    r"|promised|noted?s?|reported|suggests?|mentioned|wrote|writes|keeps saying|maintains|remembers"
    r"|is of the opinion)"
)
_CLAIM = lazy(
    rf"^\W*(?:(?:but|and|so|hm+|ok|well|now|funny|strange|odd)\W+)*(?:"
    rf"(?:(?:my|our|the|an?|your|one|some|his|her|their)\s+)(?:[\w-]+\s+){{0,2}}?{_PERSON}(?:\s+\w+)?"
    rf"|(?:[\w-]+\s+)?(?:{_PERSON}|devs?|ops|management|security|cousin)(?:\s+of (?:mine|ours))?"
    rf"|(?-i:(?!{_NO_PERSON}\b)[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?:\s+from\s+\w+)?"
    r"|he|she|they|someone|somebody|everyone|everybody|others|people|(?:i|we) (?:read|heard)(?: somewhere)?"
    rf")\s+(?:(?:always|still|just|also|now|once|firmly|keeps?|kept)\s+)*(?:(?<=read )|(?<=heard )|"
    rf"(?<=somewhere )"
    rf"|{_VERB})[\s:,]*(?:that\s+)?(?P<said>.*)$"
)
_ACCORDING = lazy(
    rf"^\W*(?:(?:but|and|so)\W+)*according to (?:(?:my|our|the|"
    rf"an?)\s+)?(?:[\w-]+\s+){{0,2}}?(?:{_PERSON}|him|her|them"
    r"|(?-i:[A-Z][a-z]+))\s*,?\s+(?P<said>.*)$"
)
# What the matter is held against.
_AGAINST = lazy(
    r"\b(?:(?:is\s+|are\s+|it['’]?s\s+|in\s+)?(?:(?:the\s+)?same(?:\s+(?:row|thing|line|case|way|"
    r"product|family))?"
    r"(?:\s+(?:as|like|for|with))?|counts?\s+as|treated?\s+(?:as|like)|handled\s+(?:as|like)|equals?|"
    r"equivalent\s+to"
    r"|belongs?\s+to|falls?\s+under|goes\s+under|identical\s+(?:to|with)|compatible\s+with|(?:exactly|just"
    r"|basically|really|much)\s+(?:like|as)|like|as\s+(?:good|safe|fine)\s+as|covered\s+by"
    r"|basically|only\s+an?))\s+[^,;.?!]*?(?=\s+so\b|[,;.?!]|$)"
)
_REASON = lazy(r"\s*\b(?:because|(?:since|as) (?:the|it|we|they|that|there)|due to)\b[^,;?!]*")
_OUTCOME = lazy(
    r"\b(?:so\s+)?(?:we['’]?(?:re| are)|it['’]?s|it is|that['’]?s|all is|"
    r"i['’]?m)\s+(?:\w+\s+)?(?:covered|fine|ok|okay|safe"
    r"|good|all right|alright|in|protected|done)\b"
)
# "but it can be handled like 2016, no?": what it is does not change by that.
_CALLED = lazy(
    r"\b(?:(?:count|treat|handl|consider|regard)(?:s|e|es|ed|ing)?\s+(?:(?:it|that|this|them"
    r"|those)\s+)?(?:as|like)"
    r"|(?:call|declare|label|name|register|pretend|assume|say)(?:s|ed)?\s+(?:it|that|this|them"
    r"|those)(?:['’]?s)?"
    r"(?:\s+(?:is|are|as|to be|were))?)\s+[^,;.?!]*"
)
_AUXILIARIES = word_set(
    "but it it's can be could may might must we i you they that this no nope right or not what if and so ok "
    "then just is are does do did the would will cannot can't isn't doesn't couldn't yes please them "
    "those also "
    "simply why how about surely hm well"
)
_WORD = re.compile(r"[a-z']+")
_MOST_WORDS = 30

# A size that somebody wants to sell, and that the asker takes for too large: no machine of the asker's.
_OFFERED = lazy(
    rf"\b{_PERSON}\b[^.?!\n]{{0,30}}\b(?:quot(?:es?|ed)|offer(?:s|ed)?|propos(?:es?|ed)"
    r"|wants? to sell|tries to sell)\b[^.?!\n]{0,60}\d[^.?!\n]*"
    r"\b(?:suspect\w*|doubt\w*|up-?sell\w*|oversell\w*|too (?:much|big|large|many)|oversized|overkill"
    r"|sell (?:me |us )?more|more than (?:we|i|it) need)\w*"
)


def passes_for(text: str) -> bool:
    """Whether `text` asks no more than whether the thing talked of may be taken for another."""
    match = _CALLED().search(text)
    if match is None or len(text.split()) > _MOST_WORDS or not find_bare_versions(match[0]):
        return False
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return all(word in _AUXILIARIES for word in _WORD.findall(rest.lower()))


def claimed(text: str) -> str | None:
    """What `text` says that somebody else claims, without what that is held against and the reason for it;
    None where it tells of no claim."""
    if len(text.split()) > _MOST_WORDS:
        return None
    match = _CLAIM().match(text) or _ACCORDING().match(text)
    if match is None:
        return None
    said = _OUTCOME().sub(" ", _REASON().sub("", _AGAINST().sub(" ", match["said"])))
    return " ".join(said.split()).strip(" ,.;")


_OFFER_NEEDED = Needed(_OFFERED().pattern)


def without_offers(text: str) -> str:
    """`text` without the sentences that tell of an offer which the asker doubts; all of it where nothing else
    is said."""
    if not _OFFER_NEEDED.may_stand(text):
        return text
    sentences = SENTENCES.split(text)
    rest = [one for one in sentences if "?" in one or not _OFFERED().search(one)]
    return " ".join(rest) if 0 < len(rest) < len(sentences) else text
