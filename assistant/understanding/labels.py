"""Cases, options and machines that a talk gives a label: "case 1: online, expired", "server A = 2008 R2".

A label that is spoken of later stands for what was told of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.sentences import capital
from assistant.understanding.connection.link_owners import SUBSCRIPTION
from assistant.understanding.word_rules import word_set

_NOUN = (
    r"(?:case|situation|scenario|options?|variant|alternative|plan|choice|example|set-?up|"
    r"config(?:uration)?"
    r"|(?:file |sql |web |app )?server|srv|vm|box|machine|system|host|node|site|location|branch|office"
    r"|customer|client|tenant|env(?:ironment)?)"
)
_LABELS = {"one": "1", "two": "2", "three": "3", "four": "4", "first": "1", "second": "2", "third": "3"}
_LABEL = r"(?:[a-fx-z]|[1-6]|one|two|three|four)(?![\w.]\w|\w)"
_ORDINAL = r"(?:first|second|third|1st|2nd|3rd)"
_LABELS |= {"1st": "1", "2nd": "2", "3rd": "3", "i": "1", "ii": "2", "iii": "3", "other": "2"}
# Names that a thing is only given by what is told of it: "prod is on sql 2014", "Berlin: online, expired".
_USUAL = (
    r"(?:prod(?:uction)?|test|dev|staging|qa|uat|lab|live|dr|hq|left|right|old|new|alpha|beta|gamma|delta"
    r"|my|his|her|our|your|their|mine|hers|theirs|ours|yours)"
)
_NO_NAMES = word_set(
    "sub subs subscription link line connection connectivity network internet net state status azure os "
    "sql windows ram memory cores cpu vm size disk disks server box question questions q fact facts backup "
    "restore summary situation note error code message edit update ps btw fyi re subject it answer "
    "version versions "
    "also that this what which then and but or so scratch data volume cache free total portal console log id "
    "event alert job jobs agent setup net framework domain role roles machine image account user name path "
    "https http ok hi hello fw fwd from to cc licences licenses"
)
_STATES = (
    r"(?:online|offline|connected|disconnected|expired|active|deprovisioned|cut off|unreachable"
    r"|(?:no|without(?: any)?|lost) (?:contact|connection|connectivity|internet|link))"
)
_STATE = lazy(rf"\b(?:{_STATES}|unpaid|lapsed|link|line)\b")
_MATTER = lazy(
    rf"\b(?:{_STATES}|sql|windows|win"
    r"|sharepoint|exchange|(?:19|20)\d\d|a\d{1,2}|dc|domain|workgroup|net \d|cluster|vm)\b"
)
_IS_IN = (
    r"(?:\s*[,:(]\s*|\s+(?:(?:is|was|has(?: been)?)\s+)?)"
    rf"(?=(?:(?:still|now|been|currently|fully|also|again|had|at|\d{{1,3}} ?(?:d|days?|weeks?))\s+){{0,2}}"
    rf"{_STATES}\b)"
)
"""Behind a name that a state makes a label: "MABS01 connected", "site Berlin is offline for 20 days"."""

_MACHINE_NAME = (
    r"(?!(?:a|d|id|kb|sql|win|windows|ws|sp|day|week|month|error|event|code|tls|net|port|r|v)[-_]?\d)"
    r"[a-z]{1,12}(?:[-_]?[a-z]{0,8}[-_]?\d{1,3}|[-_][a-z]{1,8})"
)
_PLACE = r"(?:site|branch|location|office|plant|server|host|stack)"
_VERBS = (
    r"(?:has|have|had|is|was|are|were|will|can|could|does|did|may|might|stays?|went|goes|got|reports?"
    r"|reported"
    r"|says?|said|writes?|wrote|tells?|told|asks?|asked|claims?|mentions?|added|adds?)"
)
"""Words behind the one for a place or a person that are no name of it: "the server has", "customer says:"."""

_DEFINED = lazy(
    rf"(?:^|(?<=[\s,;.:(]))\(?(?:"
    rf"(?:the\s+)?{_NOUN}\s*\#?\s?(?P<named>{_LABEL})\s*(?:[:=)]|\s[\u2013-]\s|,?\s+(?:is|are|runs?|"
    rf"has|have|with"
    r"|on|uses?|being|means)\b(?:\s*[:=])?"
    r"|,?\s+(?=(?:online|offline|connected|active|expired|deprovisioned|cut off|unpaid)\b))"
    rf"|(?:the\s+)?(?P<ordinal>{_ORDINAL})(?:\s+(?:{_NOUN}|one))?\s*(?:[:=]|\s(?:is|has|runs)\b)"
    rf"|{_NOUN}\s+(?P<roman>i{{1,3}})\s*[:=)]"
    rf"|(?:the\s+)?(?P<usual>{_USUAL})(?:\s+(?:{_NOUN}|one))?\s*(?:[:=]|\s(?:is|has|runs|are)(?: on)?\b)"
    rf"|(?:the\s+)?(?P<pair>one|other|first|second|third)"
    rf"(?:\s+(?:mabs|{_NOUN}|one|of them|of the two))?{_IS_IN}"
    rf"|(?:(?:the|our|server|host|vm)\s+)?(?P<machine>{_MACHINE_NAME}){_IS_IN}"
    rf"|{_PLACE}\s+(?P<place>(?!(?:{_STATES}|{_VERBS})\b)[a-z][\w-]{{2,}}){_IS_IN}"
    rf"|(?-i:(?P<letter>[A-F])){_IS_IN}(?!\w+\s+(?:server|machine|mabs|vm|backup|sub\w*)\b)"
    rf"|(?:(?:the|our|site|server|host)\s+)?(?P<free>(?!{_VERBS}\b)[a-z][\w-]{{2,}})\s*[:=]"
    rf"(?![\\/:])(?=\s?\w)"
    r"|(?P<bare>[a-f1-6])\s*(?:\)|\s=|=(?=\s?\w))(?!\d)"
    r"|(?-i:(?P<upper>[A-F])\s*:(?!\d|\\|/))"
    r")\s*"
)
# A row of a list: the name of a machine, and what is told of it in cells.
_ROW = re.compile(
    r"^[ \t]*(?P<name>(?=[\w-]*\d)[A-Za-z][\w-]{1,20})[ \t]*\|(?P<cells>[^\n]{1,120})$", re.MULTILINE
)
_NAME_OF_ROW = r"(?P<name>(?=[\w-]*\d|[A-Z_-]+\b)(?!(?:19|20)\d\d\b)[A-Za-z][\w-]{2,20})"
_PRODUCT_OF_ROW = (
    r"(?:(?i:sql|win\w*|ws|server|sharepoint|sp|exchange|exch)\b[^\n\d?,;]{0,20})?(?:19|20)\d\d\b(?![-/.:]\d)"
)
# The same without a mark that parts them: "SQL07 - 2014", "fs02 2012 R2 std"; with a dash also in one line.
_BARE_ROW = re.compile(
    rf"^[ \t]*(?:[-*\u2022][ \t]+)?{_NAME_OF_ROW}[ \t]+(?:[-\u2013=][ \t]+)?"
    rf"(?P<cells>{_PRODUCT_OF_ROW}[^\n?]{{0,60}})$",
    re.MULTILINE,
)
_IN_LINE = re.compile(
    rf"(?<=[,;:] ){_NAME_OF_ROW}\s+[-\u2013=]\s+(?P<cells>{_PRODUCT_OF_ROW}[^\n?,;]{{0,40}})"
)
_MARKED = re.compile(r"[ \t]*[-*\u2022][ \t]")
_FAMILIES = {
    "SQL Server ": re.compile(r"\bsql\b", re.IGNORECASE),
    "SharePoint ": re.compile(r"\bsharepoint\b", re.IGNORECASE),
    "Windows Server ": re.compile(r"\bwin(?:dows)?\b", re.IGNORECASE),
}
# What a name tells of the product whose version stands behind it.
_OF_NAME = (
    (re.compile(r"^sql", re.IGNORECASE), "SQL Server "),
    (re.compile(r"^exch", re.IGNORECASE), "Exchange "),
    (re.compile(r"^(?:share|sps?\d)", re.IGNORECASE), "SharePoint "),
)
_WINDOWS_ALONE = re.compile(r"^2012 ?r2\b", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"^(?:19|20)\d\d\b")
_STOP = re.compile(r"[.:;!](?=\s|$)")
_OPENS = lazy(r"^\W*(?:is|are|does|do|can|could|may|will|would|which|what|how|should|where|why|and)\b")
_ENDS = re.compile(r"(?<!\bno)(?<!\bvs)[.;!]+(?=\s|$)|\n+|\s\u2013\s")
_SENTENCES = re.compile(r"(?<=[.!?:])\s+|\n+")
_LISTED = re.compile(r"^\W*[A-F1-6](?:\s*(?:[/,&]|and)\s*[A-F1-6])+\s*:")
_CLOSED = re.compile(r"\)[:,]?")
_LAST_CLAUSE = re.compile(r",\s+(?=[^,]*\?\s*$)")
_SHARED = lazy(
    r"[,;]\s*(?=(?:and\s+)?(?:(?:the|with|same|one|an?)\s+){0,2}(?:sub\b|subscription)"
    rf"|(?:and\s+)?(?:both|each|all|same)\b|(?:and\s+)?{_STATES}\s+(?:sub\b|subscription))"
)
"""Where, behind the last thing told, what is told of all begins: "..., subscription Active for both"."""

_REFERRED = lazy(
    rf"\b(?:the\s+)?(?:{_NOUN}|one)\s*\#?\s?(?P<named>{_LABEL})"
    rf"|\b(?:the\s+)?(?P<ordinal>{_ORDINAL})\s+{_NOUN}\b"
    r"|(?-i:\b(?P<upper>[A-FX-Z])\b(?![:\\/+#&.'’-]\w|:\\))"
    rf"|(?<=\bthe )(?P<nth>{_ORDINAL})(?=\W*$|\s+one\b)(?:\s+one\b)?"
    r"|(?<=\bin )(?P<after>[a-f1-6])\b(?!\s*(?:days?|weeks?|months?|hours?|[gt]b\b|%|of\b|cores?))"
    r"|(?<=\bfor )(?P<for>[b-f1-6])\b(?!\s*(?:days?|weeks?|months?|hours?|years?|[gt]b\b|%|cores?|"
    r"servers?))"
    r"|\bbetween\s+(?P<first>[a-f1-6])\s+(?:and|&|vs\.?)\s+(?P<second>[a-f1-6])\b"
    r"|(?<=\bfrom )(?P<from>[a-f1-6])\s+(?:back\s+)?to\s+(?P<to>[a-f1-6])\b"
    r"|(?<=\bnot )(?P<not>[a-f1-6])(?=\W*$)"
    r"|^\W*(?:(?:and|so|ok|or|but|what about|how about|then)\W+)*(?P<alone>[a-f1-6])"
    r"(?=\W+(?:too|as well|then|also|instead)\W*$|\W*$)"
)
_WHICH = lazy(
    r"\b(?:which|what)(?:\s+(?:one|ones|option|case|of (?:them|these|those|the (?:two|three|four)|both)"
    r"|(?:of )?the (?:two|three)|variant|plan|choice|server|vm|box|machine|setup|site))?\b"
)
_BOTH = lazy(r"\b(?:both|each|either|the two|all (?:three|of them)|they|them)\b")
_PICKS = lazy(
    r"\b(?:which|what)\b(?:\s+\w+){0,3}?\s+(?:would|do|should|shall)\s+(?:you|we|i|one)\s+(?:take|pick|"
    r"choose|use"
    r"|go for|go with|recommend|prefer)\b|^\W*(?:(?:so|ok|and|then|now|well)\W+)*which(?: one| option|"
    r" of them"
    r"| of the two)?(?:\W+(?:then|now|it is|is it|is better|is best|is right))*\W*$"
)
_OWNERS = word_set("my his her our your their")
_NEVER = lazy(r"(?!)")
_MOST_WORDS = 24
_LEADS_WITH_WHICH = lazy(r"^\W*(?:(?:so|and|ok)\W+)*which\b")
_IN_BOTH = lazy(r"\s*\b(?:in|for|with)\s+(?:both|each|either|the two)(?:\s+(?:cases?|of them))?\b")
_MOST_OF_NAMED = 8
_RECENT = 6


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message that speaks of labelled things. `question`: with what they stand for in their place;
    `told`: those that it is about, by their names, `rest` what is asked of them."""

    question: str
    told: Mapping[str, str]
    rest: str
    asks_which: bool = False


def labelled(question: str, before: Iterable[str]) -> Labelled | None:
    """`question` with the labels in it as what they stand for; None where it speaks of none.

    `before`: the messages of the talk.
    """
    if len(question.split()) > _MOST_WORDS * 4:
        return None
    question = _as_labels(question)
    told: dict[str, tuple[str, str]] = {}
    for message in [*map(_as_labels, list(before)[-_RECENT:]), question]:
        told |= _defined(message)[0]
    told = _in_row(_sure_of(told))
    if not told:
        return None
    own, rest = _defined(question)
    rest = rest.strip() if told.keys() & own.keys() else question
    if len(rest.split()) > _MOST_WORDS:
        rest = next((one for one in _SENTENCES.split(rest) if asks_which(one)), "")
    if not 0 < len(rest.split()) <= _MOST_WORDS:
        return None
    return _spoken_of(rest, told, fresh=bool(own))


def _as_labels(message: str) -> str:
    """`message` with the rows of a pasted list ("vm07 | 2016 | empty") as labels of what they tell."""
    for row in (_ROW, _BARE_ROW, _IN_LINE):
        if len(row.findall(message)) > 1 and (row is not _BARE_ROW or _are_all_rows(message)):
            message = row.sub(partial(_as_label, besides=row.sub(" ", message)), message)
    return message


def _are_all_rows(message: str) -> bool:
    """Whether no line of a list is of another form than its rows: such a list is read as a whole."""
    lines = [line for line in message.split("\n") if line.strip()]
    rows = [bool(_BARE_ROW.fullmatch(line)) for line in lines]
    last = len(rows) - rows[::-1].index(True)
    marked = [bool(_MARKED.match(line)) for line in lines]
    within = all(rows[rows.index(True) : last])
    return within and all(row or not mark for row, mark in zip(rows, marked, strict=True))


def _as_label(row: re.Match[str], besides: str) -> str:
    cells = _STOP.sub("", row["cells"])
    if _YEAR_FIRST.match(cells):
        cells = f"{_product_of(row['name'], cells, besides)}{cells}"
    return f"{row['name']}: {', '.join(cell.strip() for cell in cells.split('|'))}"


def _product_of(name: str, version: str, besides: str) -> str:
    """The product that the name of a machine or the version itself tells, or the only one that is named
    `besides` the rows; empty where none does."""
    if told := next((product for pattern, product in _OF_NAME if pattern.match(name)), ""):
        return told
    if _WINDOWS_ALONE.match(version):
        return "Windows Server "
    named = [product for product, pattern in _FAMILIES.items() if pattern.search(besides)]
    return named[0] if len(named) == 1 else ""


def asks_which(rest: str) -> bool:
    """Whether `rest` asks which of several, or of each of them."""
    return bool(_WHICH().search(rest) or _BOTH().search(rest))


def _spoken_of(rest: str, told: Mapping[str, tuple[str, str]], *, fresh: bool) -> Labelled | None:
    named: list[str] = []

    def spelled(match: re.Match[str]) -> str:
        labels = [_key(label) for label in match.groups() if label]
        if not all(label in told for label in labels):
            return match[0]
        named.extend(labels)
        whole = match[0]
        for label in match.groups():
            if label:
                at = whole.rindex(label) if len(labels) == 1 else whole.index(label)
                whole = whole[:at] + told[_key(label)][1] + whole[at + len(label) :]
        return told[labels[0]][1] if len(labels) == 1 else whole

    question = _named_freely(told).sub(spelled, _REFERRED().sub(spelled, rest))
    names = list(dict.fromkeys(named))
    which = asks_which(rest)
    if not names and not ((which or fresh) and len(told) > 1):
        return None
    if not names:
        names = list(told)
    asked = "ok?" if _PICKS().search(rest) else rest
    return Labelled(question, {told[n][0]: told[n][1] for n in names}, asked, which or (fresh and not named))


def _named_freely(told: Mapping[str, tuple[str, str]]) -> re.Pattern[str]:
    """What refers to the things that have a name of their own."""
    free = [key for key in told if len(key) > 1]
    if not free:
        return _NEVER()
    names = "|".join(map(re.escape, free))
    own = [key for key in free if key not in _OWNERS]
    bare = rf"|\b({'|'.join(map(re.escape, own))})\b(?:\s+(?:{_NOUN}|one)\b)?" if own else ""
    beside = rf"\b({names})\s+(?:{_NOUN}|one)\b|(?<=\bin )({names})(?=\W*$)"
    return re.compile(f"{beside}{bare}", re.IGNORECASE)


def _sure_of(told: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """The things told; those with a name of their own only where there are several, each with its matter."""
    free = [key for key in told if len(key) > 1]
    contents = [told[key][1] for key in free]
    kinds = {bool(_STATE().search(content)) for content in contents}
    sure = (
        len(free) > 1
        and len(kinds) == 1
        and not _NO_NAMES & set(free)
        and all(len(one.split()) <= _MOST_OF_NAMED and _MATTER().search(one) for one in contents)
    )
    return told if sure or not free else {key: one for key, one in told.items() if len(key) == 1}


def asked_of(content: str, rest: str) -> str:
    """`rest` asked of one labelled thing alone: in place of the word that asks which, or behind it."""
    if _STATE().search(content) and not _LEADS_WITH_WHICH().match(rest):
        return f"{content}: {_IN_BOTH().sub('', rest)}"
    match = _WHICH().search(rest) or _BOTH().search(rest)
    if match and match.end() - match.start() < len(rest.strip(" ?")) and not rest[: match.start()].strip():
        return f"{content} {rest[match.end() :].strip()}"
    return f"{content}: {rest}" if rest != "ok?" else f"{content} ok?"


def without_labels(rest: str) -> str:
    """`rest` without the labels, and what leads to them: "in case B", "for 2"."""
    bare = _REFERRED().sub(" ", rest)
    return re.sub(r"\s*\b(?:in|for|with|under|at|of|on)\s+(?:case of\s+)?(?=\W*$|\s{2})", "", bare)


def _defined(message: str) -> tuple[dict[str, tuple[str, str]], str]:
    """What `message` tells of labelled things (name and content by label), and what it says besides."""
    marks = list(_DEFINED().finditer(message))
    told: dict[str, tuple[str, str]] = {}
    besides = _LISTED.sub("", message[: marks[0].start()]) if marks else message
    for at, mark in enumerate(marks):
        whole = message[mark.end() : marks[at + 1].start() if at + 1 < len(marks) else len(message)]
        last = at + 1 == len(marks) and not any(SUBSCRIPTION().search(one) for _, one in told.values())
        ends = (
            _ENDS.search(whole),
            _SHARED().search(whole) if last and told else None,
            _CLOSED.search(whole) if mark[0].rstrip().endswith("(") else None,
        )
        end = min(filter(None, ends), key=lambda one: one.start(), default=_LAST_CLAUSE.search(whole))
        content = whole[: end.start()] if end else whole
        group = next(name for name, label in mark.groupdict().items() if label)
        if content.rstrip().endswith("?") or _OPENS().match(content) or not content.strip(" ,"):
            besides += mark[0] + whole
            continue
        name = _named(mark, group)
        told[_key(mark[group])] = (name, content.strip().rstrip(",.;"))
        besides += f" {whole[end.end() :]}" if end else " "
    return told, besides


def _named(mark: re.Match[str], group: str) -> str:
    """What a labelled thing is called in an answer: its label with the noun beside it."""
    whole = mark[0] if group == "ordinal" else mark[0][: mark.end(group) - mark.start()]
    words = re.sub(r"^\W*(?:the\s+)?|\W*(?:is|has|runs)?\W*$", "", whole, flags=re.IGNORECASE)
    if group == "machine":
        return words
    if group == "pair" and words.lower() != "one":
        words = f"the {words}"
    return capital(words)


def _key(label: str) -> str:
    return _LABELS.get(label.lower(), label.lower())


def _in_row(told: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """The things told, unless a label alone is all their name and the row has no beginning ("D: drive")."""
    bare = {label for label, (name, _) in told.items() if name.lower() == label and len(label) == 1}
    if bare and not {"a", "1", "x"} & bare:
        return {label: thing for label, thing in told.items() if label not in bare}
    return told
