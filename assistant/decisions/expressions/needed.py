"""What a reader needs of a text before it finds anything there: one look tells whether it may be asked."""

from __future__ import annotations

import re
from functools import reduce
from operator import or_

from assistant.decisions.expressions.necessary import clauses_of
from assistant.decisions.expressions.standing import VOCABULARY

_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
"""Several expressions may have a group of one name, but no single one."""


def any_of(*patterns: str) -> str:
    """One expression for several."""
    return "|".join(_NAMED_GROUP.sub("(", pattern) for pattern in patterns)


class Needed:
    """Expressions that all have to match, in any case."""

    def __init__(self, *patterns: str) -> None:
        self._patterns = patterns
        self._uses = 0
        self._bits: int | None = None if patterns else 0

    def may_stand(self, text: str) -> bool:
        """Whether `text` has the words of each of them, as far as they are learnt."""
        if self._bits is None:
            self._uses += 1
            if self._uses < VOCABULARY.learnt_after:
                return True
            self._bits = self._learnt()
        return not (self._bits and VOCABULARY.missing[text] & self._bits)

    def _learnt(self) -> int:
        bits = (VOCABULARY.bits(clauses_of(pattern, re.IGNORECASE)) for pattern in self._patterns)
        return reduce(or_, bits, 0)
