"""What is asked of servers whose connections one message tells apart, put to the table one by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.labelled import Meant
from assistant.settling import is_of_connectivity
from assistant.understanding.read import read_question
from assistant.understanding.spelling import mend_spelling
from assistant.understanding.told_machines import Told, asked_machines, is_of_other, told_machines


def of_machines(question: str, previous: Mapping[str, Any]) -> Meant | None:
    """`question` with the connection of the server that it asks about, or asked of each by its name; None
    where no connection but that of one server is told, or the table isn't asked."""
    told = told_machines(mend_spelling(question))
    if told is None or all(one.is_up for one in told.machines):
        return None
    asked = asked_machines(told)
    if len(told.machines) == 1 and asked and not is_of_other(told):
        return None
    if len(asked) == 1 and len(told.machines) > 1:
        return _if_of_table(told.question_of(asked[0]), previous)
    if len(asked) < 2:
        return _if_of_table(told.question_of(None), previous)
    return _each(told, question)


def _if_of_table(question: str, previous: Mapping[str, Any]) -> Meant | None:
    return Meant(question, previous) if is_of_connectivity(read_question(question, previous)) else None


def _each(told: Told, question: str) -> Meant | None:
    each = tuple((one.name, read_question(told.question_of(one))) for one in asked_machines(told))
    return Meant(question, {}, each) if all(is_of_connectivity(reading) for _, reading in each) else None
