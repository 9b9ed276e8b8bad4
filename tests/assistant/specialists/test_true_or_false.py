"""A statement put to the test is called false only where the guide has the opposite."""

from __future__ import annotations

import pytest

from assistant.answer import Finding, Statement
from assistant.specialists.true_or_false import checked, is_reversed

COPIES = ("The first copy is on the local disks.", "The second copy is the one in the vault.")
DRIVES = ("The staging area can be on D: and the cache on C:.",)
SQL = ("A remote SQL Server instance does not work; the instance must be local.",)


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("the vault holds the first copy", COPIES),
        ("vault first, disks second", COPIES),
        ("cache on D, staging on C", DRIVES),
        ("the SQL instance may be remote", SQL),
    ],
)
def test_reversed(claim: str, told: tuple[str, ...]) -> None:
    assert is_reversed(claim, told)


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("the vault holds the second copy", COPIES),
        ("the vault does not hold the first copy", COPIES),
        ("the passphrase is asked for first", COPIES),
        ("cache on C and staging on D", DRIVES),
        ("the SQL instance must be local", SQL),
    ],
)
def test_not_reversed(claim: str, told: tuple[str, ...]) -> None:
    assert not is_reversed(claim, told)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("True or false: the vault holds the first copy", "False. The first"),
        ("the vault holds the first copy, right?", "False. The first"),
        ("True or false: the vault holds the second copy", "The first"),
        ("does the vault hold the first copy", "No. The first"),
        ("does the vault hold the second copy", "The first"),
    ],
)
def test_only_what_is_put_to_the_test_is_called_false(question: str, first: str) -> None:
    finding = Finding("guide", "answered", tuple(Statement(text) for text in COPIES), 1.0)

    assert checked(question, finding).statements[0].text.startswith(first)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("is GRS the cheaper one?", "No. Locally"),
        ("is LRS the cheaper one?", "Locally"),
        ("LRS is less durable than GRS, right?", "Locally"),
    ],
)
def test_short_names_and_what_is_compared_with_are_read(question: str, first: str) -> None:
    text = (
        "Locally redundant storage is the cheaper option, and it is less durable than geo-redundant storage."
    )
    finding = Finding("guide", "answered", (Statement(text),), 1.0)

    assert checked(question, finding).statements[0].text.startswith(first)


@pytest.mark.parametrize(
    ("question", "text", "first"),
    [
        ("nine days are allowed there, right?", "Data should not stay for more than five days.", "No. Data"),
        ("it takes 3 hours by the guide, correct?", "The download may take up to 60 minutes.", "No. The"),
        ("it takes one hour by the guide, correct?", "The download may take up to 60 minutes.", "The"),
        ("six files in all, right?", "The installer consists of eight files.", "No. The"),
        ("eight files in all, right?", "The installer consists of eight files.", "The"),
        ("how many days, six?", "Data should not stay for more than five days.", "Data"),
        ("right after 3 days it fails, correct?", "The installer consists of eight files.", "The"),
        ("MABS and DPM are the same, true?", "MABS and DPM are separate products.", "False. MABS"),
    ],
)
def test_another_figure_than_the_guides_is_denied(question: str, text: str, first: str) -> None:
    finding = Finding("guide", "answered", (Statement(text),), 1.0)

    assert checked(question, finding).statements[0].text.startswith(first)
