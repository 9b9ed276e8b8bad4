"""Whether an answer is about the error code that was asked about, the first one foremost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer

_LARGEST = 0xFFFFFFFF
_HEX = (
    r"0x[0-9a-f]+|80(?!00000\d)(?:0\d|1[03]|2[48]|31|78|99)\d{4}|(?=.*\d)(?=.*[a-f])(?:[0-9a-f]{5}"
    r"|[0-9a-f]{8})"
)


def normal(code: str) -> str:
    """One spelling of a code: decimal for numbers (hexadecimal and signed 32-bit folded), else lower case.

    Without 0x, hexadecimal is told by a letter in it, or by eight digits that begin like an HRESULT. Where a
    line ends within a code is left out.
    """
    text = re.sub(r"^(?:id|error|event)\W*|\s*\n\s*", "", code.strip().lower())
    for pattern, base in ((_HEX, 16), (r"-?\d+", 10)):
        if re.fullmatch(pattern, text):
            return str(int(text, base) & _LARGEST)
    return text


def code_at_first(answer: Answer, codes: Sequence[str]) -> bool:
    """Whether the first verdict, citation or sentence names one of `codes`."""
    wanted = {normal(code) for code in codes}
    places = [" ".join(verdict.inputs.values()) for verdict in answer.verdicts[:1]]
    places += [f"{citation.section} {citation.excerpt}" for citation in answer.citations[:1]]
    places.append(answer.text.partition("\n")[0])
    return any(normal(word) in wanted for place in places for word in _words(place))


def _words(text: str) -> list[str]:
    return re.findall(r"0x[0-9a-fA-F]+|-?\d+|[A-Za-z_]\w+", text)
