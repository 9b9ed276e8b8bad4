"""Loads the language model that the settings name: any of LlamaIndex's, by its class."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ingest.errors import SettingsFault

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

_REMEDY = "Set MABS_LANGUAGE_MODEL, for example to llama_index.llms.openai_like:OpenAILike."


def load_language_model(name: str, options: Mapping[str, Any]) -> LLM:
    """The model `module:Class`, made with `options`. Imports LlamaIndex.

    Raises SettingsFault when none is named, its package isn't installed, or it can't be made.
    """
    module, _, attribute = name.partition(":")
    if not module or not attribute:
        raise SettingsFault(
            f"{name!r} names no language model." if name else "No language model is set.", _REMEDY
        )
    from llama_index.core.llms import LLM

    try:
        found = getattr(import_module(module), attribute)
    except ImportError as error:
        package = "-".join(module.split(".")[:3]).replace("_", "-")
        raise SettingsFault(
            f"The language model's module {module} can't be imported: {error}.",
            f"LlamaIndex's models are packages of their own: pip install {package}",
        ) from error
    except AttributeError as error:
        raise SettingsFault(f"{module} has no {attribute}.", _REMEDY) from error
    if not isinstance(found, type) or not issubclass(found, LLM):
        raise SettingsFault(f"{name} is no language model of LlamaIndex.", _REMEDY)
    try:
        return found(**options)
    except (TypeError, ValueError, ImportError) as error:
        raise SettingsFault(
            f"The language model {name} can't be made: {error}.", "Set MABS_LANGUAGE_MODEL_OPTIONS as JSON."
        ) from error
