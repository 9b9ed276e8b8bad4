"""What a code answer says: the meaning, why, the steps in order, what to check; and what it doesn't know."""

from __future__ import annotations

import itertools
import re
import time
from collections.abc import Callable, Sequence

import pytest
from rows import every

from assistant.answer import Finding
from assistant.codes.code_extraction import find_codes
from assistant.codes.entries import ErrorEntry
from assistant.codes.reference import Reference, load_reference
from assistant.codes.specialist import TABLE, as_question, asked_beside_codes, consult, has_bare
from assistant.codes.unknown_codes import SEARCH_ON
from assistant.verify import unsupported

REFERENCE = load_reference()

SMALL = Reference(
    [
        """
- id: mabs-403
  codes:
    - {namespace: mabs, value: '403'}
  title: Lock file can't be made
  component: agent-install
  operation: installing the agent
  symptom: The agent can't be installed since a lock file can't be made.
  causes:
    - text: The account may not write there.
      basis: follows
  resolution:
    - Check the account.
    - Try again.
  sources:
    - {document: Codes, path: 'A/b:c.md', section: Error codes, date: '2020-11-19'}

- id: http-403
  codes:
    - {namespace: http, value: '403'}
  title: Download is forbidden
  component: vault-registration
  operation: downloading
  symptom: The portal refuses the download.
  causes: []
  resolution: []
  no_action: true
  sources:
    - {document: Portal, path: 'A/b:d.md', section: Download, date: '2022-12-05'}

- id: win32-3
  codes:
    - {namespace: win32, value: '3', hex: '0x3'}
  title: Path not found
  component: system
  operation: any
  symptom: A path doesn't exist.
  message: The path can't be found.
  causes:
    - text: It was renamed.
      basis: stated
    - text: It was deleted.
      basis: follows
  resolution:
    - Correct the path.
  verify:
    - The path opens.
  destructive: The old recovery points are lost.
  related: [mabs-403]
  note: One document says otherwise.
  sources:
    - {document: Paths, path: 'A/b:e.md', section: Cause, date: '2021-01-01'}

- id: event-7-disk
  codes:
    - {namespace: event, value: '7', source: Disk}
  title: Bad block
  component: system
  operation: any
  symptom: A block is bad.
  causes: []
  resolution: [Replace the disk.]
  sources:
    - {document: Events, path: 'A/b:f.md', section: Disk, date: '2021-01-01'}

- id: event-7-vss
  codes:
    - {namespace: event, value: '7', source: VSS}
  title: Writer gone
  component: vss
  operation: any
  symptom: A writer is gone.
  causes: []
  resolution: [Restart the service.]
  sources:
    - {document: Events, path: 'A/b:f.md', section: VSS, date: '2021-01-01'}
"""
    ]
)


def text_of(finding: Finding) -> str:
    return "\n".join(statement.text for statement in finding.statements)


def only(text: str, reference: Reference = SMALL) -> Finding:
    findings = consult(text, reference)
    assert len(findings) == 1
    return findings[0]


def test_a_code_is_named_with_what_it_was_read_as() -> None:
    assert text_of(only("cbengine FAIL 0x186D2 job", REFERENCE)).startswith("**0x186D2 is ID 100050**: ")
    assert text_of(only("ID 403")).startswith("**ID 403**: ")


def test_meaning_causes_warning_steps_checks_note_and_relations_are_told() -> None:
    finding = only("Win32 error 3")
    said = text_of(finding)

    assert finding.status == "answered"
    assert "Cause: It was renamed." in said
    assert "Likely cause, going by the error's own message: It was deleted." in said
    assert "1. Correct the path." in said
    assert "Mind what this costs: The old recovery points are lost." in said
    assert "Then check: The path opens." in said
    assert "Note: One document says otherwise." in said
    assert "Related: ID 403." in said
    assert [s.role for s in finding.statements if s.role == "warning"] == ["warning"]


def test_every_statement_of_fact_carries_document_section_date_and_source() -> None:
    for statement in only("Win32 error 3").statements:
        if not statement.text.startswith("Related"):
            evidence = statement.evidence[0]
            assert (evidence.document, evidence.section, evidence.date) == ("Paths", "Cause", "2021-01-01")
            assert (evidence.source, evidence.collection) == ("A/b:e.md", "errors")


def test_an_hresult_without_entry_is_explained_through_the_windows_code_that_it_wraps() -> None:
    assert text_of(only("failed with 0x80070003")).startswith("**0x80070003 wraps Win32 error 3**: ")


def test_an_exact_hresult_entry_comes_before_the_windows_code() -> None:
    assert text_of(only("failed with 0x80070005", REFERENCE)).startswith("**HRESULT 0x80070005**")


def test_the_same_number_in_two_namespaces_is_told_apart_unless_the_cue_decides() -> None:
    both = text_of(only("error 403"))

    assert both.startswith("**403 stands for 2 different errors**")
    assert "- ID 403: Lock file" in both
    assert "- HTTP status 403: Download is forbidden. No action is documented." in both
    assert "HTTP status" not in text_of(only("ID 403"))
    assert text_of(only("HTTP 403")).startswith("**HTTP status 403**")


def test_of_several_events_of_one_number_the_source_in_the_line_decides() -> None:
    both = text_of(only("Event ID 7"))

    assert "Writer gone" in both
    assert "Bad block" in both
    assert text_of(only("Event ID: 7 Source: VSS")).startswith("**event 7**: A writer is gone.")


def test_a_code_without_documented_action_is_partial_and_says_so() -> None:
    finding = only("HTTP 403")

    assert finding.status == "partial"
    assert "document no action" in text_of(finding)


def test_an_unknown_code_is_said_to_be_unknown_with_near_ones_named_as_near() -> None:
    finding = only("what does error 777123 mean", REFERENCE)
    said = text_of(finding)

    assert finding.status == "abstained"
    assert said.startswith("**I have no entry for 777123.**")
    assert re.search(r"Close by number, but different errors: ID \d+ \(", said)
    assert "message text" in said
    assert finding.confidence == 1.0


def test_text_around_an_unknown_code_is_worth_a_search() -> None:
    text = "error 777123, the nightly backup of the SharePoint farm stops in the middle"

    assert only(text, REFERENCE).confidence == SEARCH_ON


def test_outer_codes_are_told_before_inner_ones() -> None:
    said = [text_of(finding) for finding in consult("0x80070003 came with (ID 403 Details: x)", SMALL)]

    assert [text.split(":")[0] for text in said] == ["**ID 403**", "**0x80070003 wraps Win32 error 3**"]


def test_an_unknown_code_beside_a_known_one_is_named_and_makes_the_answer_partial() -> None:
    finding = only("(ID 403 Details: 0x80990A51)")

    assert finding.status == "partial"
    assert "I have no entry for 0x80990A51." in text_of(finding)


def test_the_same_code_in_two_spellings_is_told_once() -> None:
    assert len(consult("error 100050 (0x186D2)", REFERENCE)) == 1
    assert len(consult("service-specific error 10048 (0x2740)", REFERENCE)) == 1


def test_at_most_five_codes_of_a_list_are_explained_and_the_others_named() -> None:
    findings = consult("IDs 33424, 30111, 100050, 319, 347, 341 and 342", REFERENCE)

    assert len(findings) == 5
    assert "Also there, ask for each: 341, 342." in text_of(findings[-1])


def test_at_most_three_codes_of_a_log_are_explained() -> None:
    findings = consult("ID 33424\nID 30111\nID 100050\nID 319", REFERENCE)

    assert len(findings) == 3
    assert "Also there, ask for each: 319." in text_of(findings[-1])


def test_each_code_of_a_list_is_told_shortly_in_its_order_with_a_step() -> None:
    findings = consult("pushes fail: 328 on APP1, 330 on APP2, 309 on APP3", REFERENCE)

    assert [finding.verdicts[0].inputs["code"] for finding in findings] == ["328", "330", "309"]
    assert all("\n1. " in text_of(finding) for finding in findings)
    assert len(" ".join(map(text_of, findings)).split()) <= 150


def test_steps_left_out_of_a_list_are_told_of_once() -> None:
    said = "\n".join(text_of(finding) for finding in consult("IDs 3106, 30111 and 30229", REFERENCE))

    assert said.count("all its steps") == 1


def near(word: str) -> Callable[[str, Sequence[str]], list[float]]:
    return lambda query, texts: [0.5 if word in text else 0.1 for text in texts]


def test_the_one_of_several_that_is_asked_for_leads() -> None:
    text = "33515 E:, 33514 F:, 33518 G:. which one is gone?"
    lead, rest = consult(text, REFERENCE, likeness=near("missing"))

    assert text_of(lead).startswith("**ID 33518**")
    assert "ID 33515 (" in text_of(rest)
    assert [verdict.inputs["code"] for verdict in rest.verdicts] == ["33515", "33514"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("33515 E:, 33514 F:, 33518 G:. which one is gone?", "nothing"),  # none is clearly nearest
        ("33515 E:, 33514 F:, 33518 G:. which one matters?", "missing"),  # nothing is said of it
        ("33515 E:, 33514 F:, 33518 G:. a drive is gone", "missing"),  # none is asked for
    ],
)
def test_all_are_told_where_none_is_meant(text: str, word: str) -> None:
    assert len(consult(text, REFERENCE, likeness=near(word))) == 3


def test_for_a_log_the_line_of_the_code_is_shown_once() -> None:
    said = "\n".join(text_of(f) for f in consult("start\nFAIL (ID 403 Details: 0x80070003)\nend", SMALL))

    assert said.count("Line 2: `FAIL (ID 403 Details: 0x80070003)`") == 1
    assert "Line" not in text_of(only("ID 403"))


def _governed(finding: Finding) -> bool:
    """Whether a decision table has a say besides the entry."""
    return any(verdict.table != TABLE for verdict in finding.verdicts)


def test_codes_that_mirror_the_connectivity_table_bring_its_verdict() -> None:
    for code in ("50004", "50005", "50006"):
        finding = only(f"ID {code}", REFERENCE)
        assert [verdict.table for verdict in finding.verdicts] == [TABLE, "connectivity"]
        assert "The connectivity table: " in text_of(finding)

    assert "deleted" in text_of(only("ID 50006", REFERENCE))


def test_no_code_no_finding() -> None:
    assert consult("is SQL Server 2016 protected?", REFERENCE) == []


def test_a_bare_known_number_is_a_code_where_those_count_too() -> None:
    text = "the 306 stands on the new server"

    assert consult(text, REFERENCE) == []
    assert has_bare(text, REFERENCE)
    assert len(consult(text, REFERENCE, bare=True)) == 1
    assert not has_bare("the 7 stands on the new server", REFERENCE)
    assert not has_bare("ID 306 again", REFERENCE)


@pytest.mark.parametrize(
    ("given", "question"),
    [
        ("3002", "3002"),
        ("-2147024891", "error -2147024891"),
        ("186D2", "error 186D2"),
        ("0x5", "0x5"),
        ("ID 3", "ID 3"),
    ],
)
def test_what_is_given_to_the_command_is_read_as_a_code(given: str, question: str) -> None:
    assert as_question(given) == question


@every("entry", [e for e in REFERENCE.all_entries() if e.codes])
def test_every_shipped_code_is_answered_short_and_borne_out_by_its_evidence(entry: ErrorEntry) -> None:
    code = entry.codes[0]
    cues = {
        "mabs": "ID",
        "event": "event ID",
        "http": "HTTP",
        "win32": "Win32 error",
        "winsock": "winsock error",
    }
    question = f"{cues.get(code.namespace, '')} {code.value}".strip()
    findings = consult(question, REFERENCE)

    assert len(findings) == 1
    assert findings[0].status == ("partial" if entry.no_action and not _governed(findings[0]) else "answered")
    assert all(not unsupported(statement, [question]) for statement in findings[0].statements)
    words = sum(len(s.text.split()) for s in findings[0].statements)
    longest = max((len(step.split()) for step in entry.resolution), default=0)
    assert words <= 170 + longest


def log_of_codes(lines: int) -> str:
    return "\n".join(
        f"2026-10-02 23:11 agent failed: error 0x{0x80100000 + n:08X} (ID: {200_000 + n})"
        for n in range(lines)
    )


def test_a_log_full_of_codes_takes_time_by_its_length_only() -> None:
    run = itertools.count()

    def seconds(lines: int) -> float:
        text = f"{log_of_codes(lines)}\nrun of {next(run)}"  # the codes of a text asked again are kept
        started = time.thread_time()
        consult(text, REFERENCE)
        return time.thread_time() - started

    seconds(10)
    short, long = (min(seconds(lines) for _ in range(3)) for lines in (500, 2_000))
    assert long < 10 * short


def test_of_codes_that_say_the_same_one_is_told() -> None:
    twice = consult("error 0x186D2 (ID: 100050), then 0x186D2 again", REFERENCE)
    told = [verdict.inputs["code"] for finding in twice for verdict in finding.verdicts]
    assert told == ["100050"]


def test_what_is_asked_below_a_pasted_line_leads_the_choice() -> None:
    pasted = "VSS error 0x800423F4 SqlServerWriter\nwith which query do I find databases with AUTO_CLOSE on?"
    (finding,) = consult(pasted, REFERENCE)

    assert any("sys.databases" in statement.text for statement in finding.statements)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("ID 60 at 10:12\nis a restart needed?", "is a restart needed?"),
        ("ID 60 at 10:12\nplease help", ""),
        ("ID 60 at 10:12\nguests must run, so which key", "guests must run, so which key"),
        ("\n".join(["ID 60 at 10:12", *(f"line {n} was read" for n in range(9)), "what now?"]), ""),
    ],
)
def test_the_own_words_beside_a_paste(text: str, asked: str) -> None:
    assert asked_beside_codes(text, find_codes(text)) == asked
