"""What of a mail or ticket is its question: no signature, and no quoted thread that it can spare."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import lazy

_SIGN_OFF = lazy(
    r"^[ \t]*(?:(?:kind(?:est)?|best|warm|many|with|mit freundlichen)[ \t]+)?(?:regards|wishes|greetings"
    r"|gr[uü][sß]+en?|thanks?(?: (?:a lot|so much|in advance|again|and regards))?"
    r"|thank you(?: (?:very much|so much|in advance))?"
    r"|thx|ty|cheers|best|br|rgds|mfg|vg|sincerely|yours(?: \w+)?|cu)[ \t]*[,.!-]*[ \t]*(?:\n|$)"
    r"|^[ \t]*(?:--|__)[-_]*[ \t]*\n|^[ \t]*-- ?\w[^\n]*$|^[ \t]*(?:sent from|get outlook for)\b",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTED = lazy(
    r"^[ \t]*>[^\n]*(?:\n|$)|^[ \t]*(?:from|sent|to|cc|subject|date|von|gesendet|an|betreff):[^\n]*(?:\n|$)"
    r"|^[ \t]*on [^\n]{4,80} wrote:[ \t]*(?:\n|$)"
    r"|^[ \t]*-{2,}[ \t]*(?:original|forwarded) message[^\n]*(?:\n|$)",
    re.IGNORECASE | re.MULTILINE,
)
_SUBJECT_LINE = lazy(r"\A(?P<said>\s*(?:re|aw|wg|fwd?):[^\n]{1,80}\w)[ \t]*(?=\n)")
_ASKS = lazy(
    r"\?|^\W*(?:what|which|how|where|when|why|who|can|could|is|are|does|do|may|must|should|need)\b",
    re.IGNORECASE | re.MULTILINE,
)
_POINTS = lazy(
    r"\b(?:this|that|these|those|it|its|below|above|following|attached|see|same|such|fwd|forward\w*)\b"
)
_NEEDED = lazy(r"\d\s?(?:[kmgt]i?b|%|days?|weeks?|hours?|cores?)\b|\b(?:error|code|id)\b|0x[0-9a-f]{4}")
"""Sizes, times and errors of a quoted thread: what is asked above it may be about them."""

_LEAST_WORDS = 4


def question_of(text: str) -> str:
    """`text` without the signature under its question, and without the thread that it quotes unless it points
    there; its subject is a sentence of its own. A text that asks nothing of itself stays whole."""
    if "\n" not in text:
        return text
    return _SUBJECT_LINE().sub(r"\g<said>.", _without_quotes(_without_signature(text)))


def _without_signature(text: str) -> str:
    for match in _SIGN_OFF().finditer(text):
        above, below = text[: match.start()], text[match.end() :]
        if _stands_alone(above) and not _ASKS().search(below):
            return above.rstrip()
    return text


def _without_quotes(text: str) -> str:
    quoted = "".join(match[0] for match in _QUOTED().finditer(text))
    if not quoted or _NEEDED().search(quoted):
        return text
    own = _QUOTED().sub("", text)
    return own.strip() if _stands_alone(own) and not _POINTS().search(own) else text


def _stands_alone(text: str) -> bool:
    return len(text.split()) >= _LEAST_WORDS and bool(_ASKS().search(text))
