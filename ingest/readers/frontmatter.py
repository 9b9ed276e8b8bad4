"""The YAML block at the head of a Markdown file: Microsoft Learn's and that of the shipped topics."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

_MAX_LENGTH = 64 * 1024
_SIMPLE_LINE = re.compile(r"^(title|document|date|ms\.date|source|scope|kind):[ \t]+(\S.*)$", re.MULTILINE)
_YEAR_FIRST = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$")
_YEAR_LAST = re.compile(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")
_MONTH_NAME = re.compile(r"^(?:(\d{1,2})\.? )?([A-Za-z]{3})[a-z]*\.? (?:(\d{1,2}),? )?(\d{4})$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What front matter says about its document; empty where it says nothing."""

    title: str = ""
    document: str = ""
    date: str = ""
    source: str = ""
    kind: str = "article"
    sections: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def read_front_matter(text: str) -> Metadata:
    """Metadata from YAML text. Malformed YAML is read line by line, with a notice; nothing is raised."""
    notices: list[str] = []
    return read_metadata(_load(text, notices), notices)


def read_metadata(values: Mapping[str, object], notices: list[str]) -> Metadata:
    """Metadata from loaded YAML; `notices` found before are kept in front."""
    date = ""
    for key in ("ms.date", "date"):
        written = values.get(key)
        if written and not date:
            date = iso_date(written)
            if not date:
                notices.append(
                    f"The date '{_text(written)[:40]}' under '{key}' is not understood; write YYYY-MM-DD."
                )
    sections = values.get("sections")
    return Metadata(
        title=_text(values.get("title")),
        document=_text(values.get("document")),
        date=date,
        source=_text(values.get("source")),
        kind=_text(values.get("kind")) or "article",
        sections=tuple(filter(None, map(_text, sections))) if isinstance(sections, list) else (),
        notices=tuple(notices),
    )


def iso_date(written: object) -> str:
    """YYYY-MM-DD for a date in any of the usual spellings, else "". 5/1/2023 is read the American way."""
    if isinstance(written, datetime.date):
        return written.isoformat()[:10]
    text = _text(written)
    if match := _YEAR_FIRST.match(text):
        return _valid(int(match[1]), int(match[2]), int(match[3]))
    if match := _YEAR_LAST.match(text):
        year, first, second = int(match[3]), int(match[1]), int(match[2])
        return _valid(year, first, second) or _valid(year, second, first)
    match = _MONTH_NAME.match(text)
    if match and match[2].lower() in _MONTHS:
        return _valid(int(match[4]), _MONTHS.index(match[2].lower()) + 1, int(match[1] or match[3] or 1))
    return ""


def _valid(year: int, month: int, day: int) -> str:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""


def _load(text: str, notices: list[str]) -> dict[str, object]:
    try:
        if len(text) > _MAX_LENGTH:
            raise yaml.YAMLError("it is longer than 64 kB")
        values = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        # ValueError: PyYAML turns an impossible date such as 2019-02-31 into one of Python's own errors.
        notices.append(
            f"The front matter is not valid YAML{_place(error)}; quote values that hold ': ' or '#'."
        )
        return {
            match[1]: match[2].strip().strip("'\"") for match in _SIMPLE_LINE.finditer(text[:_MAX_LENGTH])
        }
    if isinstance(values, dict):
        return {str(key): value for key, value in values.items()}
    if values is not None:
        notices.append("The front matter is not a list of 'name: value' lines and was left out.")
    return {}


def _place(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f" (line {mark.line + 2})" if mark is not None else ""


def _text(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float | datetime.date) else ""
