"""Which of the sizes of machine in a text counts where it tells of a change ("A3, downgraded to A2").

Sizes that are compared, or that several machines have, all count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.decisions.expressions.patterns import lazy

_ARTICLE = r"(?:\s+(?:an?|the|our|its|only|just|size|of|to be|been|back|down|up|at|with|on)){0,3}\W{0,3}$"
_CHANGED = (
    r"(?:(?:down|up)-?(?:graded?|grading|scaled?|scaling|sized?|sizing)|re-?siz(?:ed?|ing)|scal(?:ed?|ing)"
    r"|shr(?:ink|unk|ank)(?:ing)?|mov(?:ed?|ing)|w[ei]nt|go(?:ing|ne|es)?|switch(?:ed|ing)?|chang(?:ed?|ing)"
    r"|migrat(?:ed?|ing)|cut|convert(?:ed|ing)?|reduc(?:ed?|ing)|turned|dropped|grown?|grew|enlarged|lowered"
    r"|raised|set|put)"
)
_NOW_BEFORE = lazy(
    rf"(?:\b{_CHANGED}\b[^.?!;]{{0,45}}?\b(?:in)?to|->|=>|→|\b(?:now|nowadays|currently|presently|meanwhile"
    r"|today|these days|at present|at the moment|by now|became|becomes?|ended up|end up|in the end|replac\w+"
    r" (?:by|with)|swapped for|exchanged for|wait|sorry|correction|i mean(?:t)?|make (?:it|that)|typo"
    r"|(?:oh|ah|hm+),? no|no(?=,)"
    r"|(?:current|actual|present) (?:(?:vm )?size|machine|one)))"
    rf"(?:\s+(?:it|it['’]?s|is|was|are|we|have|has|run|use|using|got|as)){{0,3}}[\s,:;]*{_ARTICLE}"
)
_NOW_AFTER = lazy(
    r"^\s*(?:\w+\s+)?(?:now(?!\s+or)|nowadays|currently|these days|at present|by now|remains|is left)\b"
    r"|^\s*\((?:new|now|current\w*|today)\)"
)
_PAST_BEFORE = lazy(
    r"(?:\b(?:used to (?:be|have|run|use)|had been|formerly|previously|originally|initially|once|earlier"
    r"|before|no longer|not any ?more|instead of|rather than|in place of|replac(?:es|ed|ing)"
    rf"|(?:old|former|previous) (?:(?:vm )?size|machine|one)"
    rf"|(?<!why )(?<!or )(?<!if )(?<!whether )not)|n['’]t)\b{_ARTICLE}"
)
_PAST_AFTER = lazy(
    r"^\s*(?:\w+\s+)?(?:\(?(?:before|earlier|previously|formerly|originally|at first|initially)\b"
    r"(?!\s+(?:an?\s+)?[a-h]\d)"
    r"|(?:was|were|has been|got|is|being) (?:replaced|swapped|exchanged|given up|dropped|retired|abandoned"
    r"|gone|history)\b|\((?:old|before|formerly|previous\w*)\)"
    r"|no longer\b)"
)
_GOT_BEFORE = lazy(
    rf"\b(?:got|get|took|take|taken|received|gave|gives|given|bought|have|has|is|it['’]?s|are|runs?)\b{_ARTICLE}"
)
_MEANT_BEFORE = lazy(
    r"\b(?:plan(?:ned)?|want(?:ed)?|ordered|asked for|hoped for|requested|promised|wished|was|were|had"
    rf"|should have been|supposed)\b{_ARTICLE}"
)
_MEANT_AFTER = lazy(
    r"^\s*(?:was|were|had been|would (?:be|have been)|is|got)\s+(?:far |much |way |just )?(?:planned|ordered"
    r"|wanted|requested|promised|too \w+|sold out|not (?:available|possible|approved|allowed|granted)"
    r"|unavailable|refused|rejected)\b"
)
_TOGETHER = re.compile(r"^\s*(?:/|&|and|or|and/or)\s*(?:an?\s+)?$", re.IGNORECASE)
_COMPARED = lazy(
    r"\bdifferen\w*|\bcompar\w+|\bversus\b|\bvs\b|\bhow (?:many|much) (?:\w+ )?(?:more|fewer|less|additional"
    r"|extra)\b|\b(?:all|every)\b[^.?!]{0,20}\b(?:slots?|disks|bays)\b[^.?!]{0,15}"
    r"\b(?:full|taken|occupied|used|in use)\b[^?!]{0,60}\b(?:additional|extra)\s+(?:\w+\s+)?disks\b"
    r"|\b(?:los[es]|losing|lose|gain(?:s|ed|ing)?)\b"
    r"|\b(?:number|count) of (?:more|additional|extra)\b|\bmore disks\b|\bbetter\b"
)
_SEVERAL = lazy(
    r"\b(?:both|each|(?<!at )first|second|another|other (?:ones?|vms?|servers?|machines?|boxe?s?)"
    r"|(?:two|three|2|3)\s+(?:\w+\s+)?(?:vms|servers|machines|boxes|of))\b"
)
_MOST = 12
"""More sizes are a list."""

_BESIDE = 70
"""So many characters on either side of a size are looked at."""


def present(text: str, sizes: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Those of `sizes`, found in `text`, that count now: all of them unless one is told to be past."""
    names = {match["size"].upper() for match in sizes}
    if len(names) < 2 or len(sizes) > _MOST or _COMPARED().search(text) or _SEVERAL().search(text):
        return list(sizes)
    beside = [
        (text[max(0, match.start() - _BESIDE) : match.start()], text[match.end() : match.end() + _BESIDE])
        for match in sizes
    ]
    now = [bool(_NOW_BEFORE().search(before) or _NOW_AFTER().search(after)) for before, after in beside]
    past = [bool(_PAST_BEFORE().search(before) or _PAST_AFTER().search(after)) for before, after in beside]
    meant = [bool(_MEANT_BEFORE().search(before) or _MEANT_AFTER().search(after)) for before, after in beside]
    got = [bool(_GOT_BEFORE().search(before)) for before, _ in beside]
    for index, (one, other) in enumerate(pairwise(sizes)):
        if _TOGETHER.match(text[one.end() : other.start()]):  # "now A2 or A3": what is told is told of both
            for marks in (now, past, meant, got):
                marks[index] = marks[index + 1] = marks[index] or marks[index + 1]
    if any(meant) and not any(now):
        now = [was_got and not was_meant for was_got, was_meant in zip(got, meant, strict=True)]
    kept = [
        match
        for match, is_now, is_past in zip(sizes, now, past, strict=True)
        if (is_now or not any(now)) and not (is_past and not is_now)
    ]
    return kept or list(sizes)
