"""`mabs error CODE`: explains an error code. Needs no model and no search."""

from __future__ import annotations

from assistant.answer import Answer, Finding, Status
from assistant.cli.render import show
from assistant.cli.terminal import say_json
from assistant.codes.reference import Reference, load_reference
from assistant.codes.specialist import as_question, consult
from assistant.compose import compose
from ingest.errors import InputError

WORD_LIMIT = 400
"""The specialist keeps each code short by itself; this only bounds a line with several codes."""


def run_error(code: str, as_json: bool) -> Status:
    """Explains `code`, in any spelling or as a pasted line, on standard output; returns the answer's status.

    `abstained` when nothing is known about it. InputError when there is no code in it.
    """
    question, reference = as_question(code), load_reference()
    findings = consult(question, reference)
    if any(finding.status != "answered" for finding in findings):
        findings = _with_catalogues(question, reference)
    if not findings:
        raise InputError(f"There is no error code in {code!r}.", "Try: mabs error 0x186D2")
    answer: Answer = compose(code, findings, WORD_LIMIT)
    if as_json:
        say_json(answer.to_dict())
    else:
        show(answer)
    return answer.status


def _with_catalogues(question: str, reference: Reference) -> list[Finding]:
    """The same with the user's catalogues. Only then settings and index are needed: they take their time."""
    from assistant.codes.catalogues import open_catalogues
    from assistant.settings import load_settings

    with open_catalogues(load_settings().data_dir) as catalogues:
        return consult(question, reference, catalogues)
