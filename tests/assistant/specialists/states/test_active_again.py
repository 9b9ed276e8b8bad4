"""A subscription that is Active again: the table of changes says what is back, and what of the data."""

from __future__ import annotations

from rows import every

from assistant.answer import Finding
from assistant.specialists.states import connectivity
from assistant.understanding.read import read_question


def asked(question: str) -> Finding:
    (finding,) = connectivity.consult(read_question(question))
    return finding


@every(
    ("question", "words"),
    [
        ("When it goes from deprovisioned back to active, are the local copies still there?", "retention"),
        ("It went from deprovisioned back to active: is the data in Azure recoverable?", "lost"),
    ],
)
def test_a_change_of_state_has_a_table_of_its_own(question: str, words: str) -> None:
    finding = asked(question)

    assert finding.verdicts[0].table == "subscription-change"
    assert words in " ".join(statement.text for statement in finding.statements)


@every(
    ("question", "begins"),
    [
        ("the sub was deprovisioned and is active again. azure data?", "No. The backup data in Azure"),
        ("reactivated after deprovisioned. old backups in the cloud?", "No. The backup data in Azure"),
        (
            "deprovisioned, then made active again. our cloud backups? do they return",
            "No. The backup data in Azure",
        ),
        ("from deprovisioned to active: is what we had in azure back?", "No. The backup data in Azure"),
        (
            "it was deprovisioned and is active again. does tonight's backup to azure run?",
            "Backup and restore are revived",
        ),
        ("reactivated after deprovisioned. is the data there?", "The backup data in Azure is irretrievably"),
        ("reactivated after deprovisioned. do backups run?", "Yes. Backup and restore are revived"),
    ],
)
def test_a_yes_to_the_functions_is_none_to_the_data(question: str, begins: str) -> None:
    assert asked(question).statements[0].text.startswith(begins)
