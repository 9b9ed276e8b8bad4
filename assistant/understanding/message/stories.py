"""What a message tells of trouble and steps that are over, before it asks: "setup failed first, that's solved
now. where is the log?".

A story that ended well is no report of a fault, nor what is asked about. It is left out where the rest
asks, names what it is about and doesn't point back at the story.
"""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.codes.code_extraction import find_codes
from assistant.decisions.expressions.needed import Needed
from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.amounts.quantities import find_quantities
from assistant.understanding.message.question_forms import split_questions, tells_fault
from assistant.understanding.operations import find_operations
from assistant.understanding.product.products import find_products
from assistant.understanding.subscription.states import read_states
from assistant.understanding.topics import find_topics, find_vm_sizes
from assistant.understanding.turns.pronouns import PRONOUN
from assistant.understanding.turns.walkthrough import last_named
from ingest.analysis import query_tokens

_MOST_CHARS = 1500
_ENOUGH = 2
_NAME_NOTHING = frozenset(
    query_tokens("next now still else left continue go on need do want know just only today later change ok")
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SENTENCE_END = lazy(r"[.!;]+\s+(?=\S)|\n+")
_NOW = r"(?:(?:now|then|since|been|all|already|meanwhile|finally|just|also|there|afterwards?)\s+){0,3}"
_WELL = r"(?:fine|well|through|smooth(?:ly)?|ok(?:ay)?|great|clean(?:ly)?|without (?:an? |any )?\w+)"
_WORK = (
    r"(?:set-?up|install(?:er|ation)?|wizard|checks?|registration|extraction|download|upgrade|update|agent|server"
    r"|everything|all(?: of (?:it|that))?|it|this|that|which|he|she|we|they|i)"
)
_IS = rf"{_WORK}(?:['’]s|\s+(?:is|was|has|have|had|got|were|are))?\s+{_NOW}"
_OVER = (
    rf"\b{_WORK}\s+{_NOW}(?:went|ran|goes|runs|worked(?: out)?)\s+{_WELL}\b"
    rf"|\b{_IS}(?:solved|fixed|resolved|sorted(?: out)?|dealt with|behind us|history|continued)\b"
    rf"|\b(?:it|that|this|setup|everything|all)\s+{_NOW}(?:works?|worked)\b"
    rf"|\b(?:it|that|setup|checks?|everything|all)\s+{_NOW}passed\b"
    rf"|\b(?:it|that|everything|all)\s+was\s+{_NOW}(?:fine|good|ok(?:ay)?)\b"
    r"|\b(?:before|until|and then|then|there|finally) (?:it|that|everything) (?:all )?"
    r"(?:works?|worked|passed|went)\b"
    r"|\b(?:fixed|solved|resolved|repaired|sorted) (?:it|that|this|them|those)\b"
    r"|\bwithout (?:an? |any )?(?:errors?|trouble|problems?|issues?|hitch(?:es)?|complaints?)\b"
    r"|\b(?:no|zero) (?:errors?|trouble|problems?|issues?) (?:at all|there|so far|with (?:that|it))\b"
)
_OVERCOME = lazy(_OVER)
_ENDED_WELL = lazy(rf"{_OVER}|\b{_IS}(?:finished|completed?|done|succeeded|green|installed|registered)\b")
# What is told behind a good end in the same breath, so that it wasn't one; and an end that is only hoped for.
_NO_END = lazy(
    r"\b(?:but|still|yet|however|except|although|though|until|unless|not|never|if|once|when|should|will|before"
    r"|elsewhere|otherwise|by hand|manual\w*)\b"
    r"|n['’]t\b"
)
_HOPED = lazy(
    r"\b(?:if|whether|until|unless|as soon as|not|never|hope\w*|should|will|want|although|though|while"
    r"|whereas|despite)\b|n['’]t\b"
)
_POINTS_BACK = lazy(
    r"^\W*(?:and |so |but )?why\b|\bwhy (?:did|was|has|had)\b|\b(?:was|is) (?:that|this|it|he|she|all that)\b"
    r"|\b(?:did|does|has|had) (?:that|this|it)\b|\bagain\b|\b(?:happen|cause|prevent|avoid)\w*\b"
    r"|\b(?:the|this|that|such|these) (?:errors?|failures?|messages?|problems?|issues?|warnings?|causes?"
    r"|reasons?|crash\w*)\b"
    r"|\b(?:normal|expected|wrong)\b\W*$"
)


_END_NEEDED = Needed(_ENDED_WELL().pattern)


def without_story(text: str) -> str:
    """`text` without the sentences up to the end of a story that ended well; all of it without one."""
    at = _end_of_story(text)
    story, rest = text[:at], text[at:].strip()
    return rest if at and rest and _stands_alone(rest, story) and _tells_nothing_else(story, rest) else text


def overcome(text: str) -> bool:
    """Whether nothing is told but trouble that is over: "it failed first, then it went through"."""
    at = _end_of_story(text)
    last = max((match.start() for match in _OVERCOME().finditer(text[:at])), default=0)
    return bool(last) and not text[at:].strip() and tells_fault(text[:last])


def _end_of_story(text: str) -> int:
    """Where the last sentence ends by which something ended well; 0 where none does."""
    if len(text) > _MOST_CHARS or not _END_NEEDED.may_stand(text):
        return 0
    ends = [0, *(match.end() for match in _SENTENCE_END().finditer(text)), len(text)]
    return max((end for start, end in pairwise(ends) if _is_end_of_story(text[start:end])), default=0)


def _is_end_of_story(sentence: str) -> bool:
    if "?" in sentence:
        return False
    ended = list(_ENDED_WELL().finditer(sentence))
    if not ended:
        return False
    last = ended[-1]
    clause = sentence[: last.start()].rsplit(",", 1)[-1]
    return not (_HOPED().search(clause) or _NO_END().search(sentence[last.end() :]))


def _stands_alone(rest: str, story: str) -> bool:
    """Whether what is left asks, and by its own words; of a fault, what was told before may be a sign."""
    if not split_questions(rest)[0] or _POINTS_BACK().search(rest) or tells_fault(rest):
        return False
    if set(_NUMBER.findall(rest)) & set(_NUMBER.findall(story)):
        return False
    if find_topics(rest)[0] or find_products(rest) or last_named(rest):
        return True
    return not PRONOUN().search(rest) and len(set(query_tokens(rest)) - _NAME_NOTHING) >= _ENOUGH


def _tells_nothing_else(story: str, rest: str) -> bool:
    """Whether a story has none of what an answer may hang on: figures, states, versions, codes."""
    figures = any(quantity.kind != "duration" for quantity in find_quantities(story))
    if figures or find_vm_sizes(story) or find_codes(story):
        return False
    states = read_states(story)
    told = states.connectivity or states.subscription
    versions = any(product.version for product in find_products(story))
    return not versions and not (told and find_operations(rest))
