"""The form of a question: yes/no, what, how many; and the parts of a message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.decisions.expressions.needed import Needed
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.numbers import NUMBER, whole_in
from assistant.understanding.message.joined_questions import taken_apart, with_and
from assistant.understanding.message.lead_ins import is_led
from assistant.understanding.message.question_chains import chained
from assistant.understanding.reading import QuestionKind
from assistant.understanding.turns.chatter import is_reaction

# "a server where something runs": no place is asked for.
_RELATIVE_WHERE = (
    r"(?:an?|the|our|my|this|that|some|any|one|those|these)\s+(?:[\w-]+\s+)?[\w-]+\s+where\b"
    r"(?!\s+(?:is|are|do|does|can)\b)"
)
_WHERE = lazy(r"\bwhere\b")
_RELATIVE = lazy(rf"\b{_RELATIVE_WHERE}")

_STARTERS = (
    (
        QuestionKind.HOW_MANY,
        lazy(
            r"\bhow (?:many|much|big|large|long|small|often|fast|high)\b"
            r"|\bwhat (?:size|amount|number|percentage|share|percent)\b|\bmax(?:imum)?\b|\bmin(?:imum)?\b"
        ),
    ),
    (QuestionKind.WHY, lazy(r"\bwhy\b|\bhow come\b|\bwhat for\b|\breason\b")),
    (
        QuestionKind.WHERE,
        lazy(
            rf"^(?!\W*(?:\w+\W+){{0,2}}?{_RELATIVE_WHERE})\W*(?:\w+\W+){{0,3}}where\b"
            r"|\bwhich (?:menu|folder|screen|page)\b"
        ),
    ),
    (QuestionKind.HOW, lazy(r"\bhow (?:do|to|can|does|should|would|is|are|did|could|shall|am)\b|\bsteps?\b")),
    (
        QuestionKind.YES_NO,
        lazy(
            r"(?:^|[.,;:!?\n(>\]|/=-]\s{0,3}|\b(?:and|so|but|then|hi|hello|hey|team|pls|please|or"
            r"|now)\s+)(?:is|are"
            r"|am"
            r"|was|were|do|does|did|can|could|will|would|should|shall|must|may|has|have|had|isn'?t|aren'?t"
            r"|don'?t|doesn'?t|can'?t|couldn'?t|won'?t|shouldn'?t|may)\s+\w+"
        ),
    ),
    (
        QuestionKind.YES_NO,  # "still below what it holds?": what is compared with, not what is asked for
        lazy(r"\b(?:within|below|under|above|over|more than|less than|beyond|exceed\w*)\s+what\b"),
    ),
    (
        QuestionKind.YES_NO,  # "it stops when expired, right?": a statement to be confirmed
        lazy(r"^(?!\W*(?:what|which|who)\b).*[,;]\s*(?:right|correct|true|isn'?t it)\s*\?*\W*$"),
    ),
    (QuestionKind.WHAT, lazy(r"\b(?:what|which|who|whose|when|whats|what's)\b")),
    (
        QuestionKind.YES_NO,
        lazy(
            r"\b(?:asks?|know|wonder\w*|confirm|clarify|see|say"
            r"|tell (?:me|us)(?:\s+\w+){0,4}?)\s+(?:if|whether)\b"
            r"|\bgo\s?(?:or|/)\s?no[\s-]?go\b|\b(?:allowed|possible|permitted) or\b"
        ),
    ),
    (
        QuestionKind.YES_NO,
        lazy(
            r"\b(?:ok|okay|possible|allowed|permitted|fine|enough|sufficient|right|correct|supported|feasible"
            r"|legit|problem|issue|good|listed|protected|works?|true)\s*\?+|\by/n\b"
            r"|\byes (?:or |/ ?)no\b|\byes/no\b"
            r"|(?:^|[-=]>|[\u2192:;|])\s{0,3}(?:ok|okay|possible|allowed|permitted|feasible|forbidden|blocked"
            r"|safe|able|free) to \w+[^?\n]{0,120}\?"
        ),
    ),
)
_ABBREVIATED = "".join(
    rf"(?<!\b{re.escape(word)}\.)"
    for word in ("min", "max", "acc", "approx", "incl", "resp", "vs", "ca", "no", "i.e", "e.g")
)
_SEGMENT = re.compile(
    rf"(?<=[?!])\s+|(?<=[a-z0-9)%\"'][.;]){_ABBREVIATED}\s+(?=[A-Za-z])"
    rf"|(?<=[A-Z][A-Z][.;])\s+(?=[A-Za-z])|\n+"
)
# Behind facts, it leads to what is asked of them.
_ARROW = lazy(
    r"(?:[-=]>|\u2192|[;,.]\s(?=(?:so|then|now|hence|therefore)\b)"
    r"|(?<=\s)[-\u2013\u2014|/]\s"
    r"(?=(?:so|then|now|can|could|may|do|does|will|would|possible|allowed|ok to)\b))"
    r"\s{0,3}(?:so|then|now|hence|therefore)?\b"
)
# The items of a list within a line, and words before it by which it is one of questions.
_ITEM = re.compile(r"(?:^|(?<=\s))\(?(?:(?P<n>[1-9])[).]|(?P<letter>[a-e])\))\s+(?=[A-Za-z.]|\d+\s?[A-Za-z])")
_WANTS = lazy(r"\b(?:needs?|questions?|please|pls|tell|want|know|clarify|check|answers?|asks?|asking)\b")
# What announces several questions, and what stands between them.
_OF_QUESTIONS = lazy(
    r"\b(?:questions?|(?:two|three|four|2|3|4|some|few|couple of) (?:\w+ )?(?:ones|things|points|facts"
    r"|numbers|items)"
    r"|checklist|need to know|want to know|tell me|quick(?:ly)?)\b"
)
# An item of a list of questions that semicolons part, without a verb: "default redundancy of the vault;".
_NAMES_MATTER = lazy(
    r"^(?![^;]*\b\w+ed\b)\W*(?:(?:and|also|the)\W+)*(?!(?:we|i|our|my|you|they|it|he|she|there|this|that)\b)"
    r"(?:\w+\s+){1,3}(?:of|for|on|in)\s+(?:\w+\s+){0,3}\w+\s*;$"
)
_LEAST_LISTED = 2
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
"""The blank behind a sentence."""

SENTENCES = re.compile(rf"{SENTENCE_END.pattern}|\n+")
"""What parts sentences: the blank behind one, or the end of a line."""

# What is told beside such a list is the case of all its items.
_OF_STATE = lazy(
    r"\b(?:subs?\b|subscription|expired|deprovisioned|connect\w*|online|offline|link\b|line\b|outage)"
)
_SLASH = re.compile(r"\s+/\s+|\s+\|\s+")
# So many questions are announced, and what may stand between them, outside of brackets.
_COUNTED = lazy(
    r"\b(?P<count>two|three|four|2|3|4)\s+(?:\w+\s+)?(?:questions?|ones|things|points|items|matters|topics)\W*$"
)
_COUNTED_JOINTS = tuple(
    re.compile(rf"(?:{joint})(?![^()]*\))", re.IGNORECASE)
    for joint in (r",\s+(?:(?:and|plus)\s+)?", r",\s+(?:(?:and|plus)\s+)?|\s+(?:and|plus|&|\+)\s+")
)
# "the difference between what A gets and what B gets" is one question.
_COMPARED = lazy(r"\b(?:diff(?:\.|erences?)?|compar\w+|distinction)\b[^?]*\band\b")
_ASKS = lazy(
    r"\?|^\W*whether\s"
    r"|^\W*(?:[a-z][\w .'-]{1,38}:\s+)?(?:(?:and|also|so|then|ok|hi|plus|(?:first|second|third)(?:ly)?"
    r"|finally|lastly|next)\W+)*(?:(?:on|in|under|at|for|after|from|since) (?=(?:what|which|how)\b))?"
    r"(?:(?:how|what|where|who)(?:['\u2019]?s)?|which|whose|why|when|is|are|can"
    r"|could|do|does|did|will|would|should|must|may"
    r"|(?:the\s+)?(?:max(?:imum)?|min(?:imum)?|smallest|largest|biggest)|number of|names? of|size of"
    r"|limit (?:of|on|for)|oldest|newest|latest)\b"
    # "and if I need 12, which size": a case, and what is asked of it
    r"|^\W*(?:(?:and|so|but|also|then|ok)\W+)*(?:if|when|once|in case|suppose|assuming)\s[^,.:;?!\n]{2,60}"
    r"(?:,\s*(?:then\s+)?(?:is|are|can|could|do|does|will|would|should|must|may|how|what|which|where)"
    r"|\s(?:how|what|which|where|when (?:is|are|do|does|will))"
    r"|\s(?:can|could|does|will|would)\s+(?:we|i|it|they|ms|microsoft|you|one|anyone|somebody|someone|the))\b"
    # "the whole list, please"
    r"|^\W*(?:for [^:.?!]{2,30}:\s*)?(?:the|all|your|both)\s"
    r"(?:(?!\b(?:is|are|was|were|has|have|had|can|will|does|do|did)\b|n['\u2019]t\b)[^.?!:]){2,60}"
    r"\s(?:pls|plz|please)\W*$"
    r"|^\W*(?:(?:please|pls|kindly|hi|hello|hey|and|also|so)\W+){0,3}(?:tell (?:me|us)|let (?:me|us) know)\W+"
    r"(?:if|whether|what|which|how|where|who)\b"
    # "and give me the list", "cause?" without its mark, "it leads from which one to which"
    r"|^\W*(?:(?:please|pls|kindly|and|also|plus|so|then)\W+){0,3}"
    r"(?:(?:give|show|send)\s+(?:me|us)\s+(?:the|all|every|our)|list\s+(?:the|all))\s"
    r"|^\W*(?:(?:and|so)\W+)?(?:the\s+)?(?:meaning|reason|cause)\W*$"
    r"|\b(?:from|to|into|at)\s+(?:which|what)\s+(?!case\b|point\b)\w+(?:\s+to\s+(?:which|what)\b)?\W*$"
    r"|\bfrom\s+(?:which|what)(?:\s+\w+){0,2}\s+to\s+(?:which|what)\b"
)
# Asks for nothing but leave to ask.
_PREAMBLE = lazy(
    r"^\W*(?:\w+\W+){0,3}?(?:may|can|could|might) (?:i|we) "
    r"(?:just |quickly |please )?(?:ask|bother|pose|trouble)\b"
    r"(?: you)?(?: (?:something|a (?:quick |short )?question|one thing|this))?\W*"
)
# A fault in the words for one, or a message as the product prints it.
_FAULT = lazy(
    r"\b(?:bad|blank|unrecogni[sz]ed|rolled back|undone|waits?|halted|disabled|dont|doesnt|didnt|isnt"
    r"|wont|cant|couldnt|refuses?|stops|nothing happens|don'?t (?:show|appear|work|start|run|see|get)"
    r"|vanish\w*|disappear\w*|freezes?|frozen)\b"
    r"|\b(?:fail(?:s|ed|ing|ure|ures)?|errors?|can(?:'t|not| not)|could ?n(?:'t|ot)|unable|won'?t"
    r"|does ?n(?:'t|ot)|did ?n(?:'t|ot)|is ?n(?:'t|ot)"
    r"|not (?:working|responding|found|running|available|reachable|listed|shown|valid)|inconsist\w*"
    r"|inconsistant|stuck|hang(?:s|ing)?(?! (?:\w+ )?(?:on|off|in)\b)|hung|crash\w*"
    r"|time[ds]?[\s-]?out|timeout|denied|refused|reject\w*|corrupt\w*|missing|invalid|expired"
    r"|unexpected|warnings?|alerts?|exception|stopped"
    r"|saturat\w*|los(?:e|es|ing) (?:the |their |its )?(?:connection|contact|rpc)"
    r"|unreachable|unavailable|not enough|out of|mismatch\w*|conflict\w*|lost|broken|slow\w*|red"
    r"|yellow|gr[ea]y(?:ed)? out|gr[ea]yed|keeps|problem|trouble"
    r"|issue|wrong|dead|damaged|aborted|cancel\w*|skipped|incomplete|locked|in use"
    r"|(?<!\bwe )(?<!\bi )(?<!\bthey )already"
    r"|(?:complain|moan|grumble|whine|balk|bomb|croak|barf|choke|protest|sulk)s?(?:ed)?"
    r"|stands still|waiting|incorrect|never|stall(?:s|ed|ing)?|rebooted|restarts? itself|endless\w*"
    r"|forever|empty|nowhere|not (?:offered|truncated|recogni[sz]ed|ready|set|created|started)"
    r"|dies|died|dying|blows? up|blew up|forcibly closed|turned away|gives? up|gave up|breaks|broke"
    r"|(?:throw|threw|thrown|kick|kicks|kicked|throws)\s+(?:me |us |it )?out"
    r"|says no|no (?:permissions?|rights|access|check ?box\w*|writers|recoverable|progress|mailboxes))\b"
    r"|\bagents?\b[^.?!\n]{0,25}\b(?:offline|down)\b(?!\s*(?:server|version))"
    r"|\b\w+Exception\b"
    r"|\b(?:consoles?|windows?|wizards?|services?|agents?|processe?s?|programs?|gui)\s+(?:just |simply )?"
    r"(?:(?:is|are|was|were) )?(?:gone|closes|closed|quits?|exits?|shuts? (?:down|itself))\b"
    r"|\bno (?:\w+ ){1,2}(?:gets?|got|is|are|was|were) (?:made|created|taken|written|started|listed|shown)\b"
)
_MESSAGE_NAME = re.compile(r"\b[A-Z][a-z]+(?:[A-Z][a-z]+){2,}")


# Something is to be done, rather than reported: "please delete the old recovery points".
_ORDER = lazy(
    r"^\W*(?:(?:please|pls|plz|kindly|now|hi|hello|hey|just|(?:can|could|would|will) you(?: please)?"
    r"|go(?: ahead and)?)\W+)*"
    r"(?:delete|remove|purge|erase|restart|reboot|start|stop|run|create|change|move|reset|disable|enable"
    r"|cancel"
    r"|schedule|resume|pause|rename|add|attach|increase|reduce|extend|clean|empty|wipe)\s+(?!of\b|to\b|is\b"
    r"|fails?\b)"
    r"(?:(?:me|us|the|all|my|our|a|an|old|this|that|these|those|every|some|any)\s+)*\w"
)


_QUOTES = re.compile(r"""[:"'“”‘’`]|\bbut\b""")
_MOST_OF_ORDER = 12


def is_order(text: str) -> bool:
    """Whether `text` tells to do something, and quotes no message."""
    few = len(text.split()) <= _MOST_OF_ORDER
    return few and not _QUOTES.search(text) and bool(_ORDER().search(text))


def asks_where(text: str) -> bool:
    """Whether `text` asks for a place, and doesn't only tell what is in one ("a server where it runs")."""
    return bool(_WHERE().search(_RELATIVE().sub(" ", text)))


def may_tell_fault(text: str) -> bool:
    """Whether a part of `text` may tell of something that went wrong."""
    return _FAULT_NEEDED.may_stand(text) or bool(_MESSAGE_NAME.search(text))


_FAULT_NEEDED = Needed(_FAULT().pattern)


def tells_fault(text: str) -> bool:
    """Whether `text` tells of something that went wrong, or holds a name as error messages have them."""
    return bool(_FAULT().search(text) or _MESSAGE_NAME.search(text))


# "isn't a DC ok?" asks whether a DC is ok; "isn't a DC" tells that it is none, and "isn't it?" confirms.
_TURNED = lazy(
    r"^(?P<before>\W*(?:(?:so|and|but|hi|hello|hey|ok|well|then|now|or|just)\W+)*)"
    r"(?:(?P<be>is|are|was|were)n['’]?t(?=\s+(?!(?:it|that|this|there)\b)[^.,;:?!\n]{1,60}\s"
    r"(?:ok|okay|fine|good|allowed|permitted|enough|sufficient|possible|supported|accepted|acceptable|alright"
    r"|all right|suitable|required|needed|necessary|mandatory)\b)"
    r"|(?P<can>ca|could|should|may)n['’]?t(?=\s+(?:an?|the|our|my|some\w*|any\w*|one|mabs|i|we)\s))"
)


def straight(text: str) -> str:
    """`text` with a question that opens with a denial asked straight: "can't a user" as "can a user"."""
    turned = _TURNED().match(text)
    if turned is None:
        return text
    verb = turned["be"] or {"ca": "can"}.get((turned["can"] or "").lower(), turned["can"])
    return f"{turned['before']}{verb}{text[turned.end() :]}"


# A limit that something is held against, where another word asks: "does it meet the minimum?"
_HELD_AGAINST = lazy(
    r"\b(?:meets?|meeting|fails?|miss(?:es)?|reach(?:es|ed)?|satisf\w+|fulfill?s?|match(?:es)?|pass(?:es)?"
    r"|exceeds?|hits?|above"
    r"|below|under|over|within|beyond|at|than)\s+(?:(?:the|its|your|their|our|this|that|guide['’]?s"
    r"|recommended"
    r"|required|official)\s+){0,3}(?:max|min)(?:imum)?\b"
)


def without_held_limits(text: str) -> str:
    """`text` without the limits that something is held against, of which no figure is asked or claimed."""
    return _HELD_AGAINST().sub(" ", text)


def question_kind(text: str) -> QuestionKind:
    """The form of `text`; STATEMENT when nothing in it asks."""
    measured = without_held_limits(text)
    for kind, pattern in _STARTERS:
        if pattern().search(measured if kind is QuestionKind.HOW_MANY else text):
            return kind
    return QuestionKind.STATEMENT


# Asks for more of what the part before it asks: "..., and which", "and what are they called?".
_HANGS_ON = lazy(
    r"^\W*(?:which(?:\s+(?:ones?|are|is|would|do|does|it|they|that|those|these|be|exactly|please|pls)){0,4}"
    r"|what\s+(?:are|is)\s+(?:they|those|these)(?:\s+(?:called|named|exactly))?|why|how)\W*$"
)


# What opens a question without a verb of its own, and a word that makes it whole.
_OPENING = lazy(
    r"^\W*(?:(?:and|or|also|plus|then|so|ok|but|(?:what|how) about|for|with|in|on|the|an?|if)\b[\s,]*)+"
)
_WHOLE = lazy(
    r"\b(?:is|are|was|were|do|does|did|can|could|will|would|should|must|may|has|have|need\w*|which"
    r"|who|where|why"
    r"|when|what|how)\b"
)
_POINTS_BACK = lazy(
    r"\b(?:they|them|their|that one|this one|the other(?: one)?)\b"
    r"|\b(?:change|set|edit|configure|find|open|press|rename|delete|remove|reset|move|see|check|undo)\s+(?:it"
    r"|this"
    r"|that)\b(?!\s+[a-z]{4})"
)
_MOST_LEFT = 8


def leaves_out(part: str) -> bool:
    """Whether a part of a message has no verb of its own: "and 5?", "what about exchange?"."""
    return len(part.split()) <= _MOST_LEFT and not _WHOLE().search(_OPENING().sub("", part))


def points_back(part: str) -> bool:
    """Whether a part of a message speaks of what the one before it names: "and who pays for them?"."""
    return bool(_POINTS_BACK().search(part))


def _asks(part: str) -> bool:
    asked = _PREAMBLE().sub("", part)
    return bool(_ASKS().search(asked)) or is_led(asked)


def _joined(pieces: Iterable[str]) -> list[str]:
    """The pieces of a sentence; one that asks nothing alone goes with the piece before it."""
    parts: list[str] = []
    for piece in filter(None, map(str.strip, pieces)):
        if parts and _HANGS_ON().search(piece):
            parts[-1] = f"{parts[-1]}, and {piece}"
        else:
            parts.append(piece)
    return parts


# What opens and ends a mail, and tells nothing: "Dear all,", "Kind regards, Ina".
_COURTESY = lazy(
    r"\W*(?:(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))(?:\s+[\w.-]+){0,3}"
    r"|(?:(?:kind|best|warm|with kind)\s+)?regards|(?:many\s+)?(?:thanks|thank you|thx|cheers|greetings"
    r"|best)(?:\s+(?:in advance|a lot|(?:so|very) much))?)"
    r"(?:\W+(?:[A-Z][\w.-]+\s*){1,3})?\W*"
)


# Behind a question, no more than another figure: "fits? and two a day", "ok? or 2019".
_ONCE_MORE = lazy(
    rf"^\W*(?:and|or)\s+(?:(?:for|with|at|of|the|an?)\s+)?(?:{NUMBER}|\w{{0,3}}\d\w*)(?:\s+(?!(?:is|are|was"
    rf"|were|has|have|had|not|we|i)\b)[\w/.-]+){{0,4}}\W*$"
)


@lru_cache(maxsize=64)  # of one message several rooms ask what it asks and what it tells
def split_questions(text: str) -> tuple[tuple[str, ...], str]:
    """The asking parts of a message, and what it tells besides (statements before, between and after)."""
    head, items = _listed(with_and(text))
    asking: list[str] = []
    telling: list[str] = []
    pieces = _SEGMENT.split(head)
    listed = ";" in head and sum(piece.endswith(";") or _asks(piece) for piece in pieces) > _LEAST_LISTED
    for piece in pieces:
        compared = _COMPARED().search(piece or "")
        parts = [piece] if compared else _joined(taken_apart(piece or ""))
        asked = len(parts) > 1 and any(_asks(part) for part in parts)
        for part in parts:
            if is_reaction(part):
                continue  # "ok and what then"
            again = asking and not telling and _ONCE_MORE().search(part)
            if (
                again
                or asked
                or _asks(part)
                or (listed and part.endswith(";") and _NAMES_MATTER().match(part))
            ):
                asking += chained(part)
            else:
                telling.append(part)
    return (*asking, *items), " ".join(part for part in telling if not _COURTESY().fullmatch(part))


def asks_behind(items: Sequence[str]) -> bool:
    """Whether the items are facts, and a question stands behind the last: "a) ... b) ... -> possible?"."""
    told, *asked = _ARROW().split(items[-1], maxsplit=1)
    return bool(asked) and _asks(asked[0]) and not any(map(_asks, (*items[:-1], told)))


def _announced(head: str, listed: str) -> list[str]:
    """The questions that slashes part, or as many between commas as `head` says that there are."""
    items = _SLASH.split(listed)
    counted = _COUNTED().search(head)
    if len(items) == 1 and counted:
        split = (joint.split(listed) for joint in _COUNTED_JOINTS)
        items = next((some for some in split if len(some) == whole_in(counted["count"])), items)
    return [item.strip(" ,;").rstrip(" .") for item in items]


def _run_together(text: str) -> tuple[str, list[str]]:
    """The case told around a list of questions in one line ("three questions: A / B / C", "two things: A,
    B"), and its items; none for any other text."""
    lead, colon, rest = text.partition(":")
    if not colon:
        return "", []
    listed, *behind = SENTENCE_END.split(rest, maxsplit=1)
    *told, head = SENTENCE_END.split(lead)
    items = _announced(head, listed.strip())
    few = all(1 < len(item.split()) <= _MOST_OF_ORDER for item in items)
    of_questions = len(items) > 1 and few and _OF_QUESTIONS().search(head)
    case = "\n".join(one for one in (*told, *behind) if _OF_STATE().search(one))
    return (case, items) if of_questions else ("", [])


def _listed(text: str) -> tuple[str, list[str]]:
    """What stands before the items of a list of questions, and the items; none for any other list."""
    told, announced = _run_together(text)
    if announced:
        return told, announced
    markers = list(_ITEM.finditer(text))
    if "".join(match["n"] or match["letter"] for match in markers)[:2] not in ("12", "ab"):
        return text, []
    head = text[: markers[0].start()]
    ends = [*(match.start() for match in markers[1:]), len(text)]
    items = [text[match.end() : end].strip(" ,;") for match, end in zip(markers, ends, strict=True)]
    if asks_behind(items):
        return text, []
    if _WANTS().search(head):
        return head, items
    asking = [_asks(item) for item in items]
    behind = asking.count(True) == 1 and asking[-1] and _SEGMENT.search(items[-1])
    return (head, items) if any(asking) and not behind else (text, [])  # facts, and a question behind them
