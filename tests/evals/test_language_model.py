from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from evals.language_model import load_language_model
from ingest.errors import SettingsFault


def test_a_model_is_made_with_its_options() -> None:
    llm = load_language_model("llama_index.core.llms:MockLLM", {"max_tokens": 3})
    assert llm.complete("a b c d e").text == "text text text"


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("", {}, "No language model is set"),
        ("llama_index", {}, "names no language model"),
        ("llama_index.llms.not_there:X", {}, "pip install llama-index-llms-not-there"),
        ("llama_index.core.llms:NotThere", {}, "has no NotThere"),
        ("pathlib:Path", {}, "is no language model of LlamaIndex"),
        ("llama_index.core.llms:MockLLM", {"max_tokens": "many"}, "can't be made"),
    ],
)
def test_what_cannot_be_loaded_is_told(name: str, options: dict[str, Any], said: str) -> None:
    with pytest.raises(SettingsFault, match=said):
        load_language_model(name, options)


def test_nothing_of_llama_index_is_imported_before_a_model_is_asked_for() -> None:
    code = "import sys, evals.judges, evals.language_model, evals.report; print('llama_index' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
