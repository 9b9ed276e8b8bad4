"""Whether a "yes" to a question would say that something goes.

States told along the way ("while the subscription isn't active") and the ends of questions ("or not?") are
taken out first; then what denies is looked for in the words that ask. To a question put in reverse ("is it
blocked?") no yes or no is said: "No. It is allowed" is read wrongly by somebody in a hurry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.reading import QuestionKind, Sense

_ASIDE = lazy(
    r"\b(?:while|whilst|when(?:ever)?|because|if|since|as long as|given|although|though|even though|in case"
    r"|once|after|before|due to|despite|as (?:the|our|we)|with (?:the|a|an|our|no|my))\b[^,.;:?!()]*"
)
_TAIL = lazy(
    r"(?:[,;]|\s[-–])?\s*\b(?:or (?:not|no|no longer|are we not|is it not|(?:i|we|it|they) ca(?:n ?not|n't)"
    r"|not possible|isn'?t (?:it|that)(?: possible)?|is (?:it|he|she|that) not(?: \w+)?|is not \w+)"
    r"|(?:is|are|was|does|do|can|did|will|has|isn'?t|aren'?t|doesn'?t|don'?t|can'?t|won'?t|didn'?t|hasn'?t)"
    r"\s+(?:it|that|they|he|she|we|this)(?:\s+(?:right|true|so|correct|the case))?|innit|yes/no"
    r"|y/n)\s*\??\W*$"
)
# Both outcomes are named; neither is what a "yes" would say.
_EITHER = lazy(
    r"\b(?:allowed|permitted|possible|works?|working|runs?|running)\s*(?:,?\s*or|/)\s*(?:is it |are they )?"
    r"(?:stopped|forbidden|blocked|denied|refused|prohibited|impossible|dead|gone)\b"
    r"|\b(?:stopped|stops?|forbidden|blocked|denied|refused|prohibited|impossible)\s*(?:,?\s*or|/)\s*"
    r"(?:is it |are they |still )?(?:allowed|permitted|possible|works?|working|runs?|running)\b"
    r"|\b(?:run|work)s? or (?:stops?|fails?|breaks?)\b"
    r"|\b(?:expired or deprovisioned|deprovisioned or expired)\W*$"
)
# What is asked is whether a statement is wrong; or a statement is made, to be confirmed.
_UNTRUE = lazy(
    r"\b(?:is it|isn'?t it|it'?s|it is|would it be|am i|are we)\s+(?:not true|untrue|wrong|false"
    r"|incorrect|mistaken|a myth|a lie)\s+"
    r"(?:that|to (?:say|think|assume|believe)(?: that)?|in (?:saying|thinking|assuming)(?: that)?)\b"
)
_CONFIRM = lazy(
    r"(?:[,;:.?!]|\s[-–])\s*(?:(?:is|am|are|was|were) (?:(?:the|our|my|your)\s+)?[\w-]+(?:\s+[\w-]+)? )?"
    r"(?:right|correct|true|yes|agreed)(?:\s+(?:there|then|in that))?\s*\?*\W*$"
)
# "is it true that ...": the statement is to be confirmed as well.
_TRUE_THAT = lazy(
    r"\b(?:is it|isn'?t it|is this|am i|are we)\s+(?:really\s+|actually\s+)?(?:true|correct|right"
    r"|the case)\s+"
    r"(?:that|to (?:say|think|assume|believe)(?: that)?|in (?:saying|thinking|assuming)(?: that)?)\b"
)
# The plain ways to say that a thing is not so.
_NEGATION = lazy(
    r"\bnot(?! only| just)\b|n['’]t\b|\bnever\b"
    r"|\b(?:cannot|cant|dont|wont|isnt|doesnt|arent|shouldnt|mustnt)\b"
    r"|\bno longer\b|\bno (?=\w)|\bimpossible\b|\bun(?:supported|protected|listed|needed|necessary)\b"
    r"|\b(?:neither|nor|without)\b"
)
_NO_PROBLEM = lazy(
    r"\b(?:no|not an?|isn['’]?t an?|without(?: an?)?)\s+(?:big\s+|real\s+)?"
    r"(?:problem|issue|trouble|obstacle|concern|worr(?:y|ies)|doubt|difference)s?\b"
)
_LAST_SENTENCE = re.compile(r"[^.?!\n]*(?:[.?!](?=\S)[^.?!\n]*)*[.?!\s]*$")
# A thing is said to go on; what it doesn't need or isn't touched by is only the reason given for it.
_GOES_ON = lazy(
    r"\b(?:(?:keep|carry|carries|go|goes|going)\s+(?:on|going)\b|keeps?\s+(?:\w+\s+)?\w+ing\b|continu(?:e|es|ing)\b"
    r"|still\s+(?:run|work|go|happen)(?:s|es|ning|ing)?\b|as (?:usual|normal|before)\b)"
)
_OF_REASON = lazy(r"[,;:]|\b(?:so|thus|hence|therefore|and|but|then)\b")
# What is concluded from the rest: "they don't need the cloud, so they can run".
_CONCLUDES = lazy(r"^.*\b(?:so|thus|hence|therefore)\s+(?!that\b|far\b|much\b|many\b|long\b)(?=\w+\s+\w)")
_STOPS = lazy(
    r"\b(?:stop(?:s|ped)?|block(?:s|ed)|forbid(?:s|den)|refuse[sd]|prohibit(?:s|ed)|disallow(?:s|ed)|halted"
    r"|impossible)\b"
)
_CHOICE = lazy(
    r"\b(?:confirm or deny|true or false|right or wrong|yes or no|go or no[\s-]go|agree or disagree)\b"
    r"|(?:(?<=\bpossible)|(?<=\ballowed)|(?<=\bpermitted)) or not\b"
)
# A cause is asked for: "yes" would say that it is one.
_CAUSE = lazy(
    r"\b(?:because of|due to|caused by) (?:that|this|it)\W*\?|\b(?:that|this|it) the (?:cause|reason)\b"
)
# What comes of something is asked for, of which no yes tells.
_OUTCOME = lazy(
    r"\b(?:consequence|implication|repercussion|outcome)s?\b|\b(?:effects?|fate)\s+(?:of|for|on)\b"
)
_SENTENCE = re.compile(r"[^.?!\n]+[?!.]*")
_RHETORICAL = lazy(
    r"(?:^\W*(?:(?:so|and|but|hi|hello|hey|ok|well|then|now|or)\W+)*|(?<=[:;,.-] ))"
    r"(?:is|are|was|were|do|does|did|ca|could|wo|would|should|has|have|must)n['’]?t\b"
)
# "can I not restore": whether a "no" would mean that it goes is anybody's guess.
_ASKED_WITH_NOT = lazy(
    r"\b(?:can|could|may|might|will|would|should|do|does|is|are)\s+(?:i|we|you|they|one|it)\s+not\b"
    r"(?! only| just)"
)
_SAID_TO_HOLD = lazy(r"\b(?:is|are) (?:allowed|listed|protected)\b|\bthe matrix lists\b")
_SAID_TO_FAIL = lazy(r"\b(?:stopped|deleted|lost|not (?:listed|allowed|in the|at that)|doesn't list)\b")
_LEFT_OPEN = lazy(r"\bdepends?\b|\bdoesn't settle\b")
_DENIAL = lazy(
    r"\bnot(?! only| just)\b|n['’]t\b|\bcannot\b|\bcant\b|\bdont\b|\bwont\b|\bnever\b|\bno longer\b"
    r"|\bno (?:way|chance|more|one|means|backups?|restores?|recovery|jobs?)\b|\bnobody\b|\bnothing\b"
    r"|\bnone\b|\bneither\b"
    r"|\bimpossible\b|\bunable\b|\bforbid(?:s|den)?\b|\bprohibit(?:s|ed)?\b|\bprevent(?:s|ed|ing)?\b"
    r"|\bblock(?:s|ed|ing|er)?\b|\bstop(?:s|ped|ping)?\b|\brefuse[sd]?\b|\bden(?:y|ies|ied)\b"
    r"|\bunsupported\b|\bunprotected\b|\bunlisted\b|\bexcluded?\b|\bmissing\b|\babsent\b"
    r"|\b(?:(?:matrix|table|list|guide|mabs|server)\s+leave|leaves|left|falls?)\s+(?:\w+\s+){0,4}?(?:out|outside)\b"
    r"|\bin vain\b"
    r"|\b(?:another|other|different|separate|second) (?:backup )?(?:tool|product|solution|software)\b"
    r"|\bdrop(?:s"
    r"|ped)? (?:out|off)\b"
    r"|\blos(?:e|es|t|ing)\b|\bgone\b|\bfail(?:s|ed)?\b|\bbarred\b|\bbanned\b|\bhinder\w*|\bruled out\b"
    r"|\bout of the question\b|\bdisallow\w*|\billegal\b|\bsuspended\b|\bhalt(?:s|ed)?\b|\bdeleted\b"
    r"|\bdestroyed\b|\bwiped\b|\bvanish\w*"
    r"|\bdisappear\w*|\bexceed\w*|\bout of scope\b|\bkills?\b|\bbreaks?\b|\bharm\w*|\bhurts?\b|\bimpact\w*"
    r"|\baffect\w*|\binterrupt\w*|\bdisrupt\w*"
    r"|\bceas\w+|\bshuts? (?:down|off)\b|\btakes? away\b|\bwreck\w*|\bruin\w*|\bfreez\w*|\bpaus\w*"
    r"|\bdisabl\w*"
    r"|\binterfer\w*|\bcosts? (?:us|me)\b|\bbad for\b|\bworse\b|\bdamag\w*|\bcut(?:s)? off\b|\brestrict\w*"
    r"|\blimit\w*"
    r"|\brefrain\b|\bavoid\b|\bskip(?:s|ped)?\b"
)
# A "yes" to these would say now this and now that.
_UNSURE = lazy(
    r"\b(?:problem|issue|conflict|trouble|obstacle|show[\s-]?stopper|concern|differ\w*|only|just|merely)s?\b"
    r"|\b(?:over|above|beyond|past|outside)\s+(?:\w+\s+){0,2}?(?:caps?|limits?|max\w*|ceiling|9[ ,.]?999)\b"
    r"|\btoo (?:many|much|big|large|long|small|little|tiny|low|weak|slow|old|short|few|new|young|recent"
    r"|modern|high|strong|powerful|fast|fresh)\b"
    r"|\bfull(?: up)?(?= (?:at|with|by|then|already|now|yet|when|if)\b|\W*$)|\b(?:used|filled) up\b"
    r"|\b(?:matters?|objections?|object to|drawbacks?|downsides?|disadvantages?|harm|bad|mind|catch"
    r"|risks?|risky|danger\w*|reasons? not to|reasons? against|speaks? against"
    r"|against (?:it|a|an|the|that|this|our|using|running|having))\b"
    r"|\b(?:any|some)thing (?:wrong|against|bad)\b|\bwhat'?s wrong\b|\bobject\b"
    r"|\bstill need|\banything else (?:needed|required)"
    r"|\blimits?\b[^.?!]{0,20}\b(?:bite|bites|hit|reached)\b|\b(?:hit|reach|break|blow|bust)\w*\b[^.?!]{0,30}\b(?:limit"
    r"|cap|maximum)\b"
)
# "within the limits" holds; of what the limit is, nothing is denied.
_WITHIN = lazy(
    r"\b(?:under|below|within|inside|beneath|respect\w*|obey\w*|meets?|satisf\w+|pass(?:es)?)\s+(?:\w+\s+){0,3}?"
    r"(?:caps?|limits?|max\w*|ceiling|9[ ,.]?999|rules?)\b"
)
_INVERTED = lazy(
    r"(?<=[,;:.–-] )(?:(?:so|and|but|then|now) )?(?:can|could|may|might|will|would|do|does|did|is|are|am"
    r"|shall|should)"
    r" (?:\d[\d.,]*|i|we|you|they|one|the|a|an|our|my|there|it|this|that|any\w*|every\w*|all|mabs"
    r"|(?:\w+ )?(?:backups?"
    r"|restores?|jobs?|recover(?:y|ies)))\b"
)
_BEGINS = lazy(
    r"^\W*(?:(?:so|and|but|then|now|ok|well|hi|hello)\W+)*(?:can|could|may|might|will|would|do|does|did|is|are|shall"
    r"|should|must) \w"
)
# "a deleted folder": what is looked for, not what happens to it.
_LOOKED_FOR = lazy(
    r"\b(?:deleted|lost|wiped|destroyed|missing|gone|failed|broken|stopped)\s+(?:an?|the|my|our|all|files?|folders?|data\w*|dbs?|vms?"
    r"|items?|mailbox\w*|servers?|documents?|shares?|machines?|guests?|disks?|volumes?|sql|windows)\b"
)
_ANY = lazy(r"\b(?:any(?:thing)?|something|some|either|one of|at all|a single|even one)\b")
_ASKED = {QuestionKind.YES_NO, QuestionKind.STATEMENT, QuestionKind.HOW_MANY}


def read_sense(text: str, kind: QuestionKind, told: Iterable[str] = ()) -> Sense:
    """What a "yes" to `text` would say. `told` are words that tell a state; they ask nothing."""
    if kind not in _ASKED:
        return Sense.OPEN
    if _CAUSE().search(text) or _OUTCOME().search(text):
        return Sense.OPEN
    if _EITHER().search(text):
        return Sense.OPEN
    if (claimed := _reversed(text, told)) is not None:
        return claimed
    asking = _WITHIN().sub("fine", _asking(_CHOICE().sub("", _without(text, told))))
    asking = _LOOKED_FOR().sub("data", asking)
    if not asking:
        return Sense.PLAIN
    if _UNSURE().search(asking) or _ASKED_WITH_NOT().search(asking):
        return Sense.OPEN
    if _RHETORICAL().search(asking) or _DENIAL().search(asking):
        return Sense.OPEN
    return Sense.ANY_HOLDS if _ANY().search(asking) else Sense.PLAIN


def _reversed(text: str, told: Iterable[str]) -> Sense | None:
    """The sense of a statement that is asked to be wrong, or that denies something, or says that it stops,
    and is to be confirmed; None for any other question, OPEN where the one is put on the other."""
    untrue = _UNTRUE().search(text)
    claim = _claim(text, untrue, told)
    if claim is None:
        return None
    if _goes_on(claim):
        return Sense.REVERSED if untrue else Sense.PLAIN
    stops = len(_STOPS().findall(claim))
    denied = len(_DENIAL().findall(claim)) - len(_DENIAL().findall(" ".join(_STOPS().findall(claim))))
    negated = len(_NEGATION().findall(claim))
    if untrue:
        return Sense.OPEN if stops or denied else Sense.REVERSED
    if stops == 1 and not denied:
        return Sense.REVERSED
    if negated == 1 and not stops and denied <= 1:
        return Sense.REVERSED
    return Sense.OPEN if denied or stops else None


def _claim(text: str, untrue: re.Match[str] | None, told: Iterable[str]) -> str | None:
    """The statement that is put to the test in `text`, without asides and told states; None where none is."""
    begins = untrue or _TRUE_THAT().search(text)
    if begins:
        claim = text[begins.end() :]
    elif confirmed := _CONFIRM().search(text):
        claim = _last_sentence(text[: confirmed.start()])
    else:
        return None
    claim = _CONCLUDES().sub("", _without(_CONFIRM().sub("", claim), told))
    return _NO_PROBLEM().sub("fine", _ASIDE().sub(" ", claim))


def _goes_on(claim: str) -> bool:
    """Whether the last part of `claim` says that something goes on, and denies nothing."""
    told = list(_GOES_ON().finditer(claim))
    if not told:
        return False
    part = _OF_REASON().split(claim[: told[-1].end()])[-1] + claim[told[-1].end() :]
    return not _DENIAL().search(part)


def _last_sentence(text: str) -> str:
    found = _LAST_SENTENCE.search(text.rstrip(" .?!"))
    return found[0] if found else text


def _without(text: str, told: Iterable[str]) -> str:
    for words in sorted(told, key=len, reverse=True):
        text = text.replace(words, " ")
    return text


def _asking(text: str) -> str:
    """The sentences that ask, by their mark, else by their verb, else all; without asides and tails."""
    sentences = [match[0].strip() for match in _SENTENCE.finditer(text)]
    marked = [sentence for sentence in sentences if sentence.endswith("?")]
    asked = marked or [sentence for sentence in sentences if _BEGINS().search(sentence)] or sentences
    return " ".join(_ASIDE().sub(" ", _from_verb(_TAIL().sub("?", sentence))) for sentence in asked)


def _from_verb(sentence: str) -> str:
    """What follows the last "can I", "are they" and so on that begins a part of the sentence."""
    starts = [match.start() for match in _INVERTED().finditer(sentence)]
    return sentence[starts[-1] :] if starts else sentence


# "domain or workgroup?", "should it be A or B": neither yes nor no says which.
_THIS_OR_THAT = lazy(
    r"^\W*(?:(?:so|and|hi|hello|ok)\W+)*"
    r"(?:(?:should|must|shall|is|are|do|does)\s+(?:\S+\s+){1,9}?|(?!(?:can|may|could|will|would|has|have|must|should"
    r"|is|are|do|does|am|might)\b)(?:(?:the|an?|our|own|my|in|on|with)\s+){0,2}(?:[\w.-]+\s+){1,3})"
    r"or\s+(?!(?:not?|newer|later|higher|larger|bigger|better|more|less|fewer|above|below|so|greater|any|else"
    r"|did|do|does|is|are|am|what|which|how|can|will"
    r"|would|could|must|should|may|might|has|have|we|i|it)\b)"
    r"(?:[\w.-]+\s+){0,3}[\w.-]+(?:\s+(?:for|on|at|in|that)\b[^?.!]{0,40})?\W*$"
)


def offers_choice(text: str) -> bool:
    """Whether two things are named of which one is to be chosen."""
    return bool(_THIS_OR_THAT().search(text))


def lead_word(sense: Sense, holds: Sequence[bool]) -> str:
    """ "Yes", "No" or "Partly" in the sense of the question, given what holds; empty where none is sure."""
    if not holds or sense is Sense.OPEN:
        return ""
    if sense is Sense.ANY_HOLDS:
        return "Yes" if any(holds) else "No"
    if sense is Sense.REVERSED:
        holds = [not held for held in holds]
    if len(set(holds)) > 1:
        return "Partly"
    return "Yes" if holds[0] else "No"


def fitting_lead(lead: str, sentence: str, sense: Sense) -> str:
    """`lead`, or nothing where the sentence behind it says the opposite: the last check on a verdict."""
    holds, fails = bool(_SAID_TO_HOLD().search(sentence)), bool(_SAID_TO_FAIL().search(sentence))
    if holds == fails or _LEFT_OPEN().search(sentence):
        return lead  # both or neither is said: there is nothing to contradict
    confirms = fails if sense is Sense.REVERSED else holds
    return lead if sense is not Sense.OPEN and lead == ("Yes" if confirms else "No") else ""
