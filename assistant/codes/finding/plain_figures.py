"""Texts whose figures are surely no codes: amounts, sizes of machines, versions, releases of products.

Most questions are such texts, and one look spares them every rule for numbers.
"""

from __future__ import annotations

import re

from assistant.codes.finding.amounts import COUNTED, UNIT
from assistant.codes.finding.cue_words import may_be_cued
from assistant.codes.finding.windows_meanings import find_meant
from assistant.decisions.expressions.patterns import lazy

_END = r"(?![A-Za-zÀ-ɏЀ-ӿ0-9=])"
_PRODUCTS = ("windows", "server", "sql", "exchange", "sharepoint", "ws", "office", "dynamics")
_STOP = r"(?=[,;!?)]*(?:\s|\Z)|\.(?:\s|\Z))"
_SIZE = rf"\d{{1,4}}(?:[.,]\d{{1,2}})?(?=[ ]?-?(?:{UNIT}){_END})"
_COUNT = rf"\d{{1,2}}(?=[ ](?:{COUNTED}){_END})"
_AMOUNT = rf"(?<![^\s(~])(?:{_SIZE}|{_COUNT})"
_OF_NAME = r"(?<=[A-Za-z])\d{1,4}(?![\w.:/-])"
_OF_PRODUCT = "|".join(rf"(?<=\b{product}[ ])" for product in _PRODUCTS)
_RELEASE = rf"(?:{_OF_PRODUCT})20[012]\d(?![\w.:/%-])"
_VERSION = rf"(?<![^\s(])\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}{_STOP}"
_DIGIT = rf"(?<!\S)\d{_STOP}"
_FIGURES = lazy(rf"\D*(?:(?:{_AMOUNT}|{_OF_NAME}|{_RELEASE}|{_VERSION}|{_DIGIT})\D*)*")
_DIGITS = re.compile(r"\d")
_STRUCTURE = re.compile(r"[\n\t|<>\[\]{}\"_\\]|[:=#][ ]?\d")
"""What makes tables, records, lines of a log and numbers that are named."""


def has_plain_figures(text: str) -> bool:
    """Whether each number of `text`, if any, is something else by how it is written, and no word calls one
    a code. A question that is nothing but a number may still ask for its meaning.
    """
    if not _DIGITS.search(text):
        return True
    told = _STRUCTURE.search(text) or may_be_cued(text)
    return not told and bool(_FIGURES().fullmatch(text)) and not any(find_meant(text))
