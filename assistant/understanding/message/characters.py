"""Characters that only look different are made one: hidden ones go, odd blanks and marks become plain ones.

What is copied from a mail, a chat or a web page carries them. No rule, encoder or search has to know of them.
"""

from __future__ import annotations

import html
import re
from typing import Final

# Soft hyphens, joiners, marks of direction, byte order marks and tags: nobody sees them.
_HIDDEN: Final = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]"
)
_BLANKS: Final = dict.fromkeys([*map(ord, "\t\u00a0\u1680\u202f\u205f\u3000"), *range(0x2000, 0x200B)], " ")
_WIDE: Final = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_HYPHENS: Final = dict.fromkeys(map(ord, "\u2010\u2011\u2212"), "-")
_PLAIN: Final[dict[int, str | int]] = {**_BLANKS, **_WIDE, **_HYPHENS}
_ENTITY: Final = re.compile(r"&(?:amp|quot|apos|nbsp|lt|gt|ndash|[lr]squo|[lr]dquo|#39|#x27|#34|#160);")
_MARKUP: Final = re.compile(r"</?(?:p|br|div|span|b|i|u|em|strong|li|ul|ol|font|pre|code)\s*/?>")
# "vnet–B", "15–day" and "A2–A4", but "2010 – 2013".
_DASH: Final = re.compile(r"(?<=\w)\u2013(?=\w)|\u2013(?=>)")
_APOSTROPHE: Final = re.compile(
    r"(?<![`\w])(?P<word>[A-Za-z]+)[`\u00b4\u02bc\u2018\u2019\u2032](?=(?:s|t|d|m|re|ve|ll)(?![\w`]))",
    re.IGNORECASE,
)
_LINE_ENDS: Final = re.compile(r"\r\n?|[\u2028\u2029]")


def in_plain_characters(text: str) -> str:
    """`text` without hidden characters and markup; with blanks, dashes and apostrophes of a keyboard."""
    if "&" in text or "<" in text:
        text = _MARKUP.sub(" ", _ENTITY.sub(lambda match: html.unescape(match[0]), text))
    text = _LINE_ENDS.sub("\n", _HIDDEN.sub("", text).translate(_PLAIN))
    return _APOSTROPHE.sub(r"\g<word>'", _DASH.sub("-", text))
