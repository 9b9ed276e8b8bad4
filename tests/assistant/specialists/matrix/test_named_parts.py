"""Parts of a product that no row names, asked for after the product."""

from __future__ import annotations

import pytest

from assistant.decisions.matrix.protection_rules import Family, Product
from assistant.specialists.matrix.named_parts import consult
from assistant.specialists.matrix.protection import NAME
from assistant.understanding.read import facts_of, read_question

SHAREPOINT = Product(Family.SHAREPOINT, "2016")
BEFORE = facts_of(read_question("is SharePoint 2016 protected?"), NAME, ())


@pytest.mark.parametrize("text", ["and its workflows?", "also web parts", "what about its workflows then"])
def test_the_whole_row_is_told_for_a_part_that_it_does_not_name(text: str) -> None:
    finding = consult(SHAREPOINT, read_question(text, BEFORE))

    assert finding is not None
    assert finding.statements[0].text.endswith("farm, database, frontend and web server, and no other part.")


@pytest.mark.parametrize(
    "text",
    [
        "and the front end",  # a part of the row
        "and which of its parts",
        "is it in the matrix too?",
        "and for restore?",
        "what happens to the search index when the farm is lost?",
    ],
)
def test_other_questions_are_left_to_the_matrix(text: str) -> None:
    assert consult(SHAREPOINT, read_question(text, BEFORE)) is None


def test_a_product_that_is_named_now_is_looked_up() -> None:
    assert consult(SHAREPOINT, read_question("and the SharePoint 2016 workflows", BEFORE)) is None
