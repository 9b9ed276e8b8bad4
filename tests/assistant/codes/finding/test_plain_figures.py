"""Texts whose figures are surely no codes are told by one look."""

from __future__ import annotations

import pytest

from assistant.codes.code_extraction import find_codes
from assistant.codes.entry_fit import fits_in
from assistant.codes.finding.finder import Finder
from assistant.codes.finding.plain_figures import has_plain_figures
from assistant.codes.reference import load_reference
from evals.cases import datasets_dir
from evals.code_reading import load_code_set

CODE_SETS = sorted(path.stem for path in datasets_dir().glob("codes*.dev.jsonl"))


@pytest.mark.parametrize(
    "text",
    [
        "what may the server still do?",
        "pool of an A4 with disks of 512 GB",
        "1.5 TB more (2 TB in all), kept 10 years",
        "is SQL Server 2014 on windows 2012 protected",
        ".NET 4.6.2 is there, fine?",
        "and when 3 more come",
    ],
)
def test_plain_figures(text: str) -> None:
    assert has_plain_figures(text)
    assert not find_codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "error 5 after 3 days",
        "3106 on 2 servers",
        "it stopped with 2014",
        "0x80070005 on an A3",
        "998 disks",
        "file not found 2",
        "job: 58",
        "size: A4\nnumber: 58",
    ],
)
def test_figures_that_may_be_codes(text: str) -> None:
    assert not has_plain_figures(text)


def test_a_digit_that_is_all_of_a_question_is_looked_up() -> None:
    assert has_plain_figures("and for 5")
    assert [code.value for code in find_codes("and for 5")] == ["5"]


def test_no_rule_and_no_weight_finds_a_code_among_plain_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {case.text for name in CODE_SETS for case in load_code_set(name)}
    plain = [text for text in texts if any(map(str.isdecimal, text)) and has_plain_figures(text)]
    assert len(plain) > 100
    reference = load_reference()
    fits = fits_in(reference)
    told = [Finder(text, reference.has, fits).hits() for text in plain]
    monkeypatch.setattr("assistant.codes.finding.finder.has_plain_figures", lambda _text: False)
    assert told == [Finder(text, reference.has, fits).hits() for text in plain]
