"""Error codes in replies, as the names that branches use: "mabs-34513", "vss-0x800423F4"."""

from __future__ import annotations

from typing import cast

from assistant.answer import Evidence, Statement
from assistant.codes import code_wording
from assistant.codes.code_extraction import find_codes
from assistant.codes.entries import CodeId, ErrorEntry, Namespace
from assistant.codes.finding.found_code import FoundCode
from assistant.codes.reference import load_reference


def name_of(code: CodeId) -> str:
    """The name of a code in branches and in a session's state."""
    return f"{code.namespace}-{code.value}"


def code_of(name: str) -> CodeId:
    """The code that a name stands for."""
    namespace, _, value = name.partition("-")
    return CodeId(cast(Namespace, namespace), value)


def known_codes(text: str) -> tuple[str, ...]:
    """Names of the codes in `text` that the reference has, outer ones first.

    In a reply to "which code?" a number that is only offered elsewhere counts as a code.
    """
    found = sorted(find_codes(text), key=lambda code: (code.role != "outer", code.candidate))
    names = [name_of(code) for one in found for code in _known(one)]
    return tuple(dict.fromkeys(names))


def unknown_codes(text: str) -> tuple[str, ...]:
    """Codes in `text`, as written, that the reference doesn't have; candidates don't count."""
    return tuple(one.words for one in find_codes(text) if not one.candidate and not _known(one))


def entries(names: tuple[str, ...]) -> tuple[ErrorEntry, ...]:
    """The entries of the reference for code names, each once, in their order."""
    reference = load_reference()
    found = {entry.id: entry for name in names for entry in reference.lookup(code_of(name))}
    return tuple(found.values())


def cited(entry: ErrorEntry, excerpt: str) -> tuple[Evidence, ...]:
    """The first two sources of an entry as evidence for `excerpt`."""
    return tuple(code_wording.cited(source, excerpt) for source in entry.sources[:2])


def explained(entry: ErrorEntry) -> tuple[Statement, ...]:
    """What the reference says to an error: what it is, what is lost, the steps, how to verify them."""
    said = [Statement(entry.symptom, cited(entry, entry.symptom), "reason")]
    if entry.destructive:
        said.append(
            Statement(f"**Careful:** {entry.destructive}", cited(entry, entry.destructive), "warning")
        )
    if entry.no_action:
        said.append(Statement("The sources document no action for it.", role="reason"))
    for number, step in enumerate(entry.resolution, 1):
        said.append(Statement(f"{number}. {step}", cited(entry, step), "step"))
    if entry.verify:
        text = f"Check: {' '.join(entry.verify)}"
        said.append(Statement(text, cited(entry, text), "note"))
    return tuple(said)


def _known(found: FoundCode) -> tuple[CodeId, ...]:
    reference = load_reference()
    known = tuple(code for code in found.readings if reference.has(code))
    return known[:1] if found.exclusive else known
