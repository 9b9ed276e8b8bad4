"""The verifier: every figure, code and name of a statement stands in its evidence, or it is withheld."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant import table_answers
from assistant.answer import Evidence, Finding, Statement
from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.verify import facts_in, unsupported


def resting_on(excerpt: str, text: str) -> Statement:
    """A statement with one piece of evidence."""
    return Statement(text, (Evidence("Guide", "Sizes", "2019-01-31", "guide.md", excerpt),))


@pytest.mark.parametrize(
    ("excerpt", "text", "missing"),
    [
        ("at least 5 % of the data", "It needs 5% of the data.", set()),
        ("at least 5 % of the data", "It needs 10 % of the data.", {"10%"}),
        ("up to 9999 recovery points", "A vault holds 9,999 points.", set()),
        ("up to 9999 recovery points", "A vault holds 99,999 points.", {"99999"}),
        ("SQL Server 2012 SP1", "SQL Server 2014 is listed.", {"2014"}),
        ("run Get-DPMCloudConnection", "Run `Get-DPMCloudConnection`.", set()),
        ("run Get-DPMCloudConnection", "Run `Set-DPMCloudConnection`.", {"set-dpmcloudconnection"}),
        ("error 0x186D2", "0x186D3 means something.", {"0x186d3"}),
        ("allow 40.126.0.0/18", "Allow 40.126.0.0/16.", {"40.126.0.0/16"}),
        ("allow *.windows.net", "Allow login.windows.net.", {"login.windows.net"}),
        ("open the log", "Open msdpm.log.", {"msdpm.log"}),
        ("Listed: SQL Server 2016", "Exchange 2016 is listed.", {"exchange"}),
        ("Listed: SQL Server 2016", "SQL 2016 is listed.", set()),
        ("With Exchange and with Office 365", "With Exchange let it relay.", set()),
        ("It runs on Windows", "Linux runs it.", {"linux"}),
        ("See the guide.", "It dates from 2019-01-31.", set()),
        ("Do it.", "1. Do it.\n2. Again.", set()),
        ("It takes 12 disks.", "It takes 12 disks.", set()),
        ("It takes 12.5 GB.", "It takes 12.", {"12"}),
        ("112 disks fit in.", "12 disks fit in.", {"12"}),
    ],
)
def test_facts_without_support(excerpt: str, text: str, missing: set[str]) -> None:
    assert unsupported(resting_on(excerpt, text)) == missing


def test_what_the_question_told_may_be_repeated() -> None:
    statement = resting_on("at least 5 % of the data", "5 % of 12 TB.")

    assert unsupported(statement) == {"12"}
    assert unsupported(statement, ["how much for 12 TB?"]) == set()


def test_talk_about_the_answer_itself_needs_no_evidence() -> None:
    assert unsupported(Statement("Here are 3 steps.")) == set()


@given(st.integers(2, 10**6), st.integers(2, 10**6))
def test_a_number_is_its_own_support_and_no_others(one: int, other: int) -> None:
    assume(other not in (2019, 31))  # which stand in the date of the source
    missing = unsupported(resting_on(f"It is {one}.", f"It is {other:,}."))

    assert missing == (set() if one == other else {str(other)})


@given(st.text(max_size=200))
def test_any_text_bears_itself_out(text: str) -> None:
    assert unsupported(resting_on(text, text)) == set()


def test_facts_are_spelled_in_one_way() -> None:
    text = "1. **9,999** points at `40 %`, MSDPM.log [2]"

    assert facts_in(text) == {"9999", "40%", "msdpm.log"}


def test_a_false_statement_is_withheld_and_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    true = resting_on("A vault holds 9999 points.", "A vault holds 9999 points.")
    false = resting_on("A vault holds 9999 points.", "Each server may have 500 vaults.")
    made_up = Finding("test", "answered", (true, false), 1.0)
    monkeypatch.setattr(table_answers, "_TABLES", (lambda _: [made_up],))

    with Assistant(Settings(data_dir=tmp_path)) as assistant:  # type: ignore[call-arg]  # defaults
        answer = assistant.ask("how many points does a vault hold?")

    assert "9999" in answer.text
    assert "500" not in answer.text
    assert answer.trace["withheld"] == ["Each server may have 500 vaults. (500)"]


def test_where_nothing_is_left_the_guide_does_not_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    false = resting_on("A vault holds 9999 points.", "Each server may have 500 vaults.")
    monkeypatch.setattr(table_answers, "_TABLES", (lambda _: [Finding("test", "answered", (false,), 1.0)],))

    with Assistant(Settings(data_dir=tmp_path)) as assistant:  # type: ignore[call-arg]  # defaults
        answer = assistant.ask("how many points does a vault hold?")

    assert answer.status == "abstained"
    assert "The guide does not say" in answer.text
