"""Whether the row itself is asked for that the last answer came from: "quote me the line of the table"."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy

_ROW = r"(?:rows?|lines?|cells?|entr(?:y|ies)|table row|columns?)"
_QUOTES = lazy(
    rf"\b(?:quote|cite|copy|paste|print|read|recite|show|give|tell|write|spell)\b[^.?!]{{0,30}}\b{_ROW}\b"
    r"(?!\s+(?:that|which|where|in which|with)\b)"
    rf"|\b(?:exact|literal|verbatim|whole|full|complete|original|matching|"
    rf"relevant)\b[^.?!]{{0,20}}\b{_ROW}\b"
    rf"|\b(?:which|what)\s+(?:\w+\s+)?{_ROW}\b[^.?!]{{0,30}}\b(?:you|is (?:that|it|this)|was (?:that|"
    rf"it|this)|that"
    r"(?:['’]?s| is)|it(?:['’]?s| is)|apply|applies|comes? from|are we (?:in|on)|am i (?:in|on)|used|"
    r"says? (?:so|that|this))\b"
    r"|\b(?:table|matrix)\b[^.?!]{0,12}\b(?:literally|verbatim|word for word|exactly)\b"
    rf"|\b(?:literally|verbatim|word for word)\b[^.?!]{{0,20}}\b(?:table|matrix|{_ROW})\b"
)
_MOST_WORDS = 12


def asks_row(text: str) -> bool:
    """Whether nothing but the row is asked for."""
    return len(text.split()) <= _MOST_WORDS and bool(_QUOTES().search(text))
