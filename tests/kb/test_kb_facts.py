"""Nothing of the guide is left out: its figures, names, addresses, commands and screens stand in the topics.

`guide_facts.txt` lists them by section; a fact counts only within one block of a topic citing its section.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from rows import every

import kb

FACTS_FILE = Path(__file__).with_name("guide_facts.txt")
COMMENT = re.compile(r"<!--.*?-->\n?")


def _read_facts() -> list[tuple[str, str]]:
    facts = []
    section = ""
    for line in FACTS_FILE.read_text("utf-8").splitlines():
        if line.startswith("## "):
            section = line.removeprefix("## ")
        elif line and not line.startswith("# "):
            facts.append((section, line))
    return facts


def _blocks_by_section() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted(kb.guide_dir().glob("*.md")):
        _, head, body = path.read_text("utf-8").split("---\n", 2)
        blocks = COMMENT.sub("", body).split("\n\n")
        for section in yaml.safe_load(head)["sections"]:
            found.setdefault(section, []).extend(blocks)
    return found


FACTS = _read_facts()
BLOCKS = _blocks_by_section()


def test_the_list_is_long_and_covers_every_section() -> None:
    assert len(FACTS) >= 150
    assert {section for section, _ in FACTS} == set(BLOCKS)


@every(("section", "fact"), FACTS)
def test_fact_stands_in_a_topic_of_its_section(section: str, fact: str) -> None:
    parts = fact.split(" & ")
    assert any(all(part in block for part in parts) for block in BLOCKS[section])


@pytest.mark.parametrize(
    ("pattern", "allowed"),
    [
        (r"\b(\d+)[ -]days?\b|\b(\w+) days\b", "15 five"),
        (r"\b(\d+) ?%", "5"),
        (r"\b(\d+(?:[.,]\d+)?)[ -]?GB\b", "3 3.5 4 50 100 1,000"),
        (r"\b(\d+) recovery points\b", "9999"),
        (r"\b(\d+)[ -]Mbps\b", "10"),
        (r"\b(\d+) minutes\b", "60"),
        (r"\.NET Framework (\d[\d.]*\d)", "3.5"),
        (r"\b(\d+(?:\.\d+){3}/\d+)", "20.190.128.0/18 40.126.0.0/18"),
    ],
)
def test_no_other_figure_of_the_kind_stands_in_the_topics(pattern: str, allowed: str) -> None:
    """A changed figure, or one that the guide doesn't give, shows up here."""
    text = "\n".join(block for blocks in BLOCKS.values() for block in blocks)
    numbers = {"two", "three", "four", "five", "six", "seven", "ten", "fourteen", "fifteen", "thirty"}
    found = {next(filter(None, match.groups())) for match in re.finditer(pattern, text)}
    figures = {figure for figure in found if figure[0].isdigit() or figure in numbers}
    assert figures
    assert figures <= set(allowed.split())
