"""What is opened for a question, and what is not."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.knowledge import Knowledge
from assistant.settings import Settings
from ingest.errors import InputError

HEAVY = ("numpy", "onnxruntime", "tokenizers", "chromadb", "torch", "llama_index", "sqlalchemy")
_ASK = """
import json, sys
from pathlib import Path
from assistant.assistant import Assistant
from assistant.settings import Settings
from ingest.errors import InputError
with Assistant(Settings(data_dir=Path(sys.argv[1]))) as assistant:
    answer = assistant.ask(sys.argv[2])
print(json.dumps([answer.status, answer.text, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


def in_process(data_dir: Path, question: str) -> tuple[str, str, set[str]]:
    """Status and text of the answer in a fresh process, and the packages that it imported."""
    done = subprocess.run(
        [sys.executable, "-c", _ASK, str(data_dir), question], capture_output=True, text=True, check=True
    )
    status, text, modules = json.loads(done.stdout)
    return status, text, set(modules)


@pytest.mark.parametrize(
    "question",
    [
        "may we back up to disk while expired?",
        "is SQL Server 2019 protected?",
        "scratch space for 3 TB?",
        "can it be installed on a domain controller?",
        "is graph.windows.net on the allow list?",
        "what does error 100050 mean?",
    ],
)
@pytest.mark.parametrize("indexed", [True, False])
def test_a_settled_answer_opens_neither_model_nor_index(
    question: str, indexed: bool, shipped_data_dir: Path, tmp_path: Path
) -> None:
    status, text, modules = in_process(shipped_data_dir if indexed else tmp_path / "none", question)

    assert (status, bool(text)) == ("answered", True)
    assert modules.isdisjoint(HEAVY)
    assert not (tmp_path / "none").exists()


def test_a_likely_search_opens_nothing_ahead(tmp_path: Path) -> None:
    knowledge = Knowledge(Settings(data_dir=tmp_path))  # type: ignore[call-arg]  # defaults

    knowledge.prepare("how do I register the server")

    assert not list(tmp_path.iterdir())
    knowledge.close()


def test_a_collection_that_is_not_there_is_told(shipped_data_dir: Path) -> None:
    knowledge = Knowledge(Settings(data_dir=shipped_data_dir))  # type: ignore[call-arg]  # defaults
    try:
        with pytest.raises(InputError, match=r"no collection gude\. There are: errors, guide"):
            knowledge.search_guide("the scratch location", ["guide", "gude"])
        assert knowledge.search_guide("the scratch location", ["guide"]).passages
    finally:
        knowledge.close()


def test_the_search_for_a_message_is_made_once(shipped_data_dir: Path) -> None:
    knowledge = Knowledge(Settings(data_dir=shipped_data_dir))  # type: ignore[call-arg]  # defaults
    try:
        first = knowledge.mended_search("where does the scratch location go")
        assert knowledge.mended_search("where does the scratch location go") is first
        of_guide = knowledge.mended_search("where does the scratch location go", ["guide"])
        assert of_guide is not first
        assert all(found.stored.document.collection == "guide" for found in of_guide[1].passages)
    finally:
        knowledge.close()


def test_a_search_needs_neither_torch_nor_llama_index_nor_chroma(shipped_data_dir: Path) -> None:
    _, _, modules = in_process(shipped_data_dir, "which screen asks for the scratch location?")

    assert {"numpy", "onnxruntime"} <= modules
    assert modules.isdisjoint({"torch", "llama_index", "chromadb", "transformers", "sqlalchemy"})


def test_collections_are_told_from_the_index(shipped_data_dir: Path) -> None:
    knowledge = Knowledge(Settings(data_dir=shipped_data_dir))  # type: ignore[call-arg]  # defaults

    assert set(knowledge.collections()) == {"guide", "errors"}
    assert knowledge.user_collections() == ()
    knowledge.close()


def test_after_closing_it_opens_again(shipped_data_dir: Path) -> None:
    knowledge = Knowledge(Settings(data_dir=shipped_data_dir))  # type: ignore[call-arg]  # defaults
    first = knowledge.search("scratch space").passages[0].id
    knowledge.close()

    assert knowledge.search("scratch space").passages[0].id == first
    knowledge.close()


def test_a_code_is_explained_though_the_encoder_is_gone(shipped_data_dir: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(shipped_data_dir, data)
    for model in data.glob("models/*/model.onnx"):
        model.unlink()

    status, text, _ = in_process(data, "error 34506: which registry key holds the scratch location?")

    assert status == "answered"
    assert "34506" in text
