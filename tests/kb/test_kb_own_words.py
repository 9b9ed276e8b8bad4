"""No ten words in a row are shared with the guide.

`source_runs.txt` holds a salt and salted, cut SHA-256 hashes of the guide's ten-word runs, never its text.
Words are normalised as in `words` below, after link targets and images; table rows are left out, being facts.
A run of ours passes only when all of its words stand inside quotations: bold screen names, code, or
quotation marks.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from rows import every

import kb

RUN = 10
WORD = re.compile(r"[a-z0-9][a-z0-9.+'-]*")
QUOTED = re.compile(r"\*\*[^*\n]+\*\*|`[^`\n]+`|\"[^\"\n]+\"")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
RUNS_FILE = Path(__file__).with_name("source_runs.txt")
FILES = sorted([*kb.guide_dir().glob("*.md"), *kb.notes_dir().glob("*.md")])


def words(text: str) -> list[tuple[str, bool]]:
    """Normalised words outside table rows, each with whether it stands inside a quotation."""
    prose = "\n".join(line for line in text.lower().splitlines() if not line.startswith("|"))
    quoted = [match.span() for match in QUOTED.finditer(prose)]
    return [
        (match[0], any(start <= match.start() < end for start, end in quoted))
        for match in WORD.finditer(prose)
    ]


def run_hash(salt: str, run: str) -> str:
    """16 hex digits for ten words joined by blanks."""
    return hashlib.sha256(f"{salt} {run}".encode()).hexdigest()[:16]


def taken_over(text: str, salt: str, hashes: frozenset[str]) -> list[str]:
    """Runs of ten words of `text` that the hashed source has too, unless they are quotations as a whole."""
    found = words(text)
    windows = (found[start : start + RUN] for start in range(len(found) - RUN + 1))
    runs = (
        " ".join(word for word, _ in window) for window in windows if not all(quoted for _, quoted in window)
    )
    return [run for run in runs if run_hash(salt, run) in hashes]


def source_runs() -> tuple[str, frozenset[str]]:
    salt, *hashes = RUNS_FILE.read_text("utf-8").split()
    return salt, frozenset(hashes)


def test_the_hashes_are_those_of_a_whole_document() -> None:
    salt, hashes = source_runs()
    assert len(hashes) > 2500
    assert all(re.fullmatch("[0-9a-f]{16}", value) for value in [salt, *hashes])


def test_a_copied_run_is_found_and_a_quotation_is_not() -> None:
    copied = "one two three four five six seven eight nine ten"
    hashes = frozenset({run_hash("salt", copied)})
    assert taken_over(f"Zero {copied.title()} eleven", "salt", hashes) == [copied]
    assert taken_over(f"Zero **one two** {copied[8:]}", "salt", hashes) == [copied]
    assert taken_over(f"Zero **{copied}** eleven", "salt", hashes) == []
    assert taken_over(f"| {copied} |", "salt", hashes) == []


@every("path", FILES)
def test_no_run_of_ten_words_is_shared_with_the_guide(path: Path) -> None:
    body = FRONT_MATTER.sub("", path.read_text("utf-8"))
    assert taken_over(body, *source_runs()) == []
