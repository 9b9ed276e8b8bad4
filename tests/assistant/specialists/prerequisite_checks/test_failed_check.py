"""Whether setup goes on with a prerequisite that is not met."""

from __future__ import annotations

import pytest

from assistant.specialists.prerequisite_checks import failed_check
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    "question",
    [
        "two prerequisites failed in the check, may I proceed all the same?",
        "can we bypass the prereq check?",
        "Is it possible to go on with an unmet prerequisite and add it afterwards?",
        "does setup let me continue when the checker complains?",
    ],
)
def test_it_does_not_go_on(question: str) -> None:
    result = failed_check.unmet_prerequisite(read_question(question))

    assert result is not None
    assert result.headline.startswith("No. The installation can't continue")


@pytest.mark.parametrize(
    "question",
    [
        "all prerequisites are met, can I continue?",
        "repaired what the prereq check found, can I go on?",
        "which prerequisites fail most often?",
        "can I skip the passphrase?",
        "is a failed prerequisite written to a log?",
    ],
)
def test_what_asks_something_else(question: str) -> None:
    assert failed_check.unmet_prerequisite(read_question(question)) is None


@pytest.mark.parametrize(
    "question",
    [
        "red prereqs, which log has the details?",
        "where is it written what failed in the prerequisite check?",
        "a prerequisite is not met. the file with the reason?",
    ],
)
def test_the_file_that_lists_what_is_not_met(question: str) -> None:
    result = failed_check.setup_log(read_question(question))

    assert result is not None
    assert result.headline.startswith("`DpmSetup.log` lists")


@pytest.mark.parametrize(
    "question", ["a prereq failed, in which folder is the log?", "which log has failed backup jobs?"]
)
def test_other_questions_on_logs(question: str) -> None:
    assert failed_check.setup_log(read_question(question)) is None
