"""What a command must not import, seen in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"torch", "llama_index", "transformers", "sentence_transformers"}
SEARCH = {"chromadb", "onnxruntime", "tokenizers"}
STORE = {"sqlalchemy", "alembic"}
SERVER = {"fastapi", "starlette", "uvicorn"}
PARSERS = {"bs4", "charset_normalizer", "docx", "markdown_it", "pypdf", "yaml"}
TERMINAL = {"rich", "prompt_toolkit"}
NO_MODEL = HEAVY | SEARCH | STORE | SERVER | TERMINAL | {"scipy"}
AT_ONCE = NO_MODEL | {"pydantic", "numpy", "sqlite3"}

RUN = """
import sys
from assistant.cli import main
sys.argv = ["mabs", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    code = end.code or 0
print("MODULES", code, *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def imported(data_dir: Path, tmp_path: Path, *arguments: str) -> set[str]:
    """The packages that a process of `mabs` had imported at its end."""
    (tmp_path / "empty.toml").touch()
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("MABS_", "COV_"))}
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        env={**clean, "MABS_DATA_DIR": str(data_dir), "MABS_CONFIG": str(tmp_path / "empty.toml")},
        check=False,
    )
    mark, code, *names = done.stderr.splitlines()[-1].split()
    assert (mark, code) == ("MODULES", "0"), done.stderr
    return set(names)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["ask", "--help"],
        ["eval", "--help"],
        ["table"],
        ["table", "protection"],
        ["decide", "connectivity", "connectivity=connected", "subscription=expired"],
    ],
    ids=" ".join,
)
def test_help_and_tables_start_at_once(arguments: list[str], tmp_path: Path) -> None:
    unwanted = AT_ONCE if arguments[0] in {"table", "decide"} else AT_ONCE - {"pydantic"}

    assert imported(tmp_path, tmp_path, *arguments) & unwanted == set()


def test_a_code_is_looked_up_without_model_index_or_settings(tmp_path: Path) -> None:
    assert imported(tmp_path, tmp_path, "error", "0x186D2") & NO_MODEL == set()


@pytest.mark.parametrize(
    "question",
    [
        "is backup to disk allowed when the server is connected and the subscription is expired?",
        "is SQL Server 2014 protected?",
        "what does error 0x186D2 mean?",
    ],
)
def test_a_settled_question_needs_neither_model_nor_index(question: str, tmp_path: Path) -> None:
    assert imported(tmp_path, tmp_path, "ask", question) & NO_MODEL == set()


def test_a_searched_question_needs_neither_torch_nor_llama_index(
    shipped_data_dir: Path, tmp_path: Path
) -> None:
    names = imported(
        shipped_data_dir, tmp_path, "ask", "--sources", "why keep the passphrase in a safe place?"
    )

    assert "onnxruntime" in names
    assert names & (HEAVY | STORE | SERVER | TERMINAL) == set()


def test_an_up_to_date_index_is_seen_without_numbers_and_parsers(
    shipped_data_dir: Path, tmp_path: Path
) -> None:
    unwanted = HEAVY | SEARCH | PARSERS | {"numpy", "Stemmer"}

    assert imported(shipped_data_dir, tmp_path, "ingest") & unwanted == set()
