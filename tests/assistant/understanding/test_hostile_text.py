"""Text made to slow the patterns down is read in time that grows with its length."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from assistant.specialists import limits
from assistant.specialists.refusals.conduct import refuse
from assistant.specialists.refusals.injection import without_instructions
from assistant.understanding.beside_states import tells_vault_deleted
from assistant.understanding.connection.told_machines import told_machines
from assistant.understanding.connection.unrelated_clauses import without_unrelated
from assistant.understanding.connection.uplinks import gap_of, is_never_connected
from assistant.understanding.hosts import find_hosts
from assistant.understanding.message.asides import without_asides
from assistant.understanding.message.characters import in_plain_characters
from assistant.understanding.message.framing import without_framing
from assistant.understanding.message.language import foreign_language
from assistant.understanding.message.question_forms import question_kind, split_questions, tells_fault
from assistant.understanding.read import read_question

SIZE = 100_000
ATOMS = [
    *(" ", "\n", "1", "1 ", "a", "A-", "'", '" ', "( ", ", ", "?!", "1.1.1.1 ", "a.", "standard_", "hm"),
    *("the ", "our the my ", "not ", "and ", "back ", "subscription ", "network ", "connection to azure "),
    *("server 2016 ", "2016, ", "protect ", "keep ", "install on ", "remote sql ", "without ", "problem "),
    *("can't ", "delete another ", "expired ", "cloudconnection ", "restore the "),
    *("between the ", "what happens if ", "we would like to know ", "the docs say ", "in 2019 was "),
    *("can you tell me: ", "hope you are ", "@b ", "it`", "&#39;", "\u200b", "any idea? ", "we run mabs. "),
]
MESSAGE = 1500


def in_messages(reader: Callable[[str], object], text: str) -> None:
    """Reads `text` in stretches as long as a message may be for readers that leave longer ones alone."""
    for start in range(0, len(text), MESSAGE):
        reader(text[start : start + MESSAGE])


READERS: dict[str, Callable[[str], object]] = {
    "read_question": read_question,
    "calculators": lambda text: limits.consult(read_question(text)),
    "split_questions": split_questions,
    "question_kind": question_kind,
    "tells_fault": tells_fault,
    "find_hosts": find_hosts,
    "foreign_language": foreign_language,
    "refuse": refuse,
    "without_instructions": without_instructions,
    "told_machines": told_machines,
    "gap_of": gap_of,
    "is_never_connected": is_never_connected,
    "in_plain_characters": in_plain_characters,
    "without_framing": without_framing,
    "without_unrelated": lambda text: in_messages(without_unrelated, text),
    "without_asides": lambda text: in_messages(without_asides, text),
    "beside": lambda text: tells_vault_deleted(read_question(text)),
}


def read_hostile(size: int, *names: str) -> None:
    """Reads `size` characters of each atom with the readers named."""
    for name in names:
        for atom in ATOMS:
            READERS[name]((atom * (size // len(atom) + 1))[:size])


@pytest.mark.parametrize("reader", READERS)
def test_no_pattern_blows_up(reader: str) -> None:
    subprocess.run([sys.executable, __file__, str(SIZE), reader], check=True, timeout=120)


def test_a_megabyte_can_be_read() -> None:
    text = "The subscription is expired, 10.1.2.3 says 0x80070005: no internet since May. " * 13_000
    assert len(text) > 1_000_000
    reading = read_question(text)
    assert reading.subscription
    assert reading.hosts == ("10.1.2.3",)
    assert len(reading.plain) < 20_000


if __name__ == "__main__":
    read_hostile(int(sys.argv[1]), *sys.argv[2:])
