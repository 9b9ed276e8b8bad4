"""What a run was made with: cases, system, versions. Two runs of one configuration must agree."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import kb
from evals.cases import Case, case_to_dict

_PACKAGES = ("mabs-assistant", "chromadb", "onnxruntime", "numpy", "scipy", "ir-measures")


def run_config(cases: Sequence[Case], name: str, system: str) -> dict[str, Any]:
    """The configuration of a run as plain data: no times, no machine names."""
    text = "\n".join(json.dumps(case_to_dict(case), sort_keys=True) for case in cases)
    return {
        "set": name,
        "system": system,
        "cases": len(cases),
        "cases_sha256": hashlib.sha256(text.encode()).hexdigest()[:16],
        "knowledge": kb.version(),
        "python": platform.python_version(),
        "packages": {package: _version(package) for package in _PACKAGES},
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
