"""What of an entry is told within a limit of words, and how the question leads the choice."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.answer import Statement
from assistant.codes.entries import Cause, Code, CodeId, ErrorEntry, SourceRef
from assistant.codes.entry_text import MORE, WORDS, Told, statements, words_of
from assistant.codes.finding.found_code import FoundCode
from assistant.codes.reference import load_reference

REFERENCE = load_reference()
FOUND = FoundCode((CodeId("mabs", "7"),), "7", 0, 1, 1, "")


def entry(steps: int, **parts: object) -> ErrorEntry:
    """An entry with so many steps of ten words, the last but one on the proxy, the last deleting."""
    told = [f"Step {n} of this long procedure does one more thing here." for n in range(1, steps - 1)]
    told += [
        "Look whether the proxy wants credentials from the agent here.",
        "Delete the old folder with all that it holds now.",
    ]
    made: dict[str, object] = {
        "id": "mabs-7",
        "codes": (Code("mabs", "7"),),
        "title": "Job fails",
        "component": "system",
        "operation": "any",
        "symptom": "A job fails.",
        "causes": (Cause("The disk is full.", "stated"), Cause("The network is slow.", "stated")),
        "resolution": tuple(told),
        "sources": (SourceRef("Document", "A/b:c.md", "Section", "2020-01-01"),),
        "verify": ("Run the job.",),
        "destructive": "The old folder is lost.",
    }
    return ErrorEntry(**{**made, **parts})  # type: ignore[arg-type]  # the parts are those of an entry


def told(one: ErrorEntry, asked: str = "", limit: int = WORDS) -> list[Statement]:
    """The statements on an entry."""
    return statements(Told(one, FOUND, limit, asked=asked))


def text(said: list[Statement]) -> str:
    """All that is said, a line a statement."""
    return "\n".join(one.text for one in said)


def test_what_fits_is_told_whole_meaning_first() -> None:
    said = told(entry(3))

    assert [one.role for one in said] == ["verdict", "reason", "step", "step", "step", "warning", "step"]
    assert said[-1].text == "Then check: Run the job."
    assert MORE not in text(said)


def test_what_fits_to_the_word_is_told_whole() -> None:
    whole = told(entry(5))

    assert told(entry(5), limit=words_of(whole)) == whole
    assert MORE in text(told(entry(5), limit=words_of(whole) - 20))


def test_the_cause_that_shares_most_words_with_the_question_comes_first() -> None:
    causes = (
        Cause(f"The port {'of this agent ' * 9}is taken.", "stated"),
        Cause("The job fails on a full disk.", "stated"),
    )

    said = text(told(entry(30, causes=causes), "our job fails every night", limit=45))

    assert "full disk" in said
    assert "port" not in said


def test_a_long_procedure_is_told_in_parts() -> None:
    said = told(entry(30))

    assert words_of(said) <= WORDS
    assert "1. Step 1 " in text(said)
    assert MORE in text(said)
    assert "Cause: The disk is full." in text(said)


@pytest.mark.parametrize(
    ("asked", "step"),
    [
        (
            "error 7, which key is it?",
            r"Set Limit under HKLM\SOFTWARE\Vendor to 5, by hand, with care, on each of the servers there.",
        ),
        (
            "error 7, what do I type?",
            "Run `vendorctl reset`, and do so by hand, with care, on each of the servers there.",
        ),
        (
            "error 7, how long do we wait?",
            "Leave it alone for 20 minutes, and do so with care, on each of the servers there.",
        ),
    ],
)
def test_a_step_with_a_detail_of_the_type_that_is_asked_for_is_told(asked: str, step: str) -> None:
    one = entry(30)
    held = entry(30, resolution=(*one.resolution, step))

    assert step in text(told(held, asked))
    assert step not in text(told(held))


def test_a_step_that_means_what_is_asked_is_told() -> None:
    one = entry(30)

    def likeness(query: str, texts: Sequence[str]) -> list[float]:
        assert query == "must anything be wiped?"
        return [0.9 if "Delete" in text else 0.1 for text in texts]

    said = statements(
        Told(one, FOUND, WORDS, asked="Job fails, 7. must anything be wiped?", likeness=likeness)
    )

    assert "30. Delete the old folder" in text(said)


def test_what_is_listed_says_what_to_do_before_why_and_not_what_else_there_is() -> None:
    said = statements(Told(entry(30), FOUND, 30, brief=True, listed=True))

    assert "1. Step 1 " in text(said)
    assert "Cause" not in text(said)
    assert MORE not in text(said)


def test_the_step_that_is_asked_about_is_told_under_its_number() -> None:
    assert "29. Look whether the proxy" in text(told(entry(30), "do I need a proxy?"))
    assert "29. Look" not in text(told(entry(30)))


def test_words_of_the_symptom_choose_no_step() -> None:
    assert text(told(entry(30), "a job fails")) == text(told(entry(30)))


def test_causes_come_first_when_they_are_asked_for() -> None:
    assert "The network is slow." in text(told(entry(30), "why does it?", limit=60))
    assert "The network is slow." not in text(told(entry(30), limit=60))


def test_checks_come_first_when_they_are_asked_for() -> None:
    assert "Then check" in text(told(entry(30), "how do I check that it worked?", limit=60))
    assert "Then check" not in text(told(entry(30), limit=60))


def test_what_a_step_costs_is_told_with_that_step() -> None:
    assert "Mind what this costs" in text(told(entry(30), "which folder is deleted?"))
    assert "Mind what this costs" not in text(told(entry(30)))


@pytest.mark.parametrize("limit", [60, 100, WORDS])
def test_every_shipped_entry_keeps_to_the_limit(limit: int) -> None:
    for one in REFERENCE.all_entries():
        least = words_of(told(one, limit=1))
        assert words_of(told(one, limit=limit)) <= max(limit, least), one.id


def test_no_step_is_told_without_those_before_it() -> None:
    long = "Step 2 is a very long one" + " of many words" * 40 + "."
    one = entry(3, resolution=("Do this first.", long, "Do that last."))

    said = text(told(one))

    assert "1. Do this first." in said
    assert "3. Do that last." not in said


def test_a_cause_that_follows_says_from_what() -> None:
    causes = (Cause("The port is taken.", "follows"),)

    assert "error's own message: The port" in text(told(entry(3, causes=causes, message="Port in use.")))
    assert "Likely cause: The port" in text(told(entry(3, causes=causes)))


def test_all_the_steps_are_told_where_they_are_asked_for() -> None:
    said = text(told(entry(24), "the whole procedure for ID 7 please"))

    assert all(f"\n{n}. " in said for n in range(1, 25))
    assert MORE not in said


def _of(article: str, section: str = "Cause") -> SourceRef:
    return SourceRef(article, f"A/b:{article}.md", section, "2020-01-01")


def test_the_article_of_the_cause_told_is_cited_first_and_each_article_once() -> None:
    sources = (_of("one"), _of("one", "Steps"), _of("two"), _of("three"), _of("four"))
    causes = (Cause("The disk is full.", "stated", 1), Cause("The proxy blocks it.", "stated", 5))
    said = told(entry(3, causes=causes, sources=sources), "why does the proxy block it so often")

    assert [one.document for one in said[0].evidence][:2] == ["four", "one"]
    assert len({one.source for one in said[0].evidence}) == 3
