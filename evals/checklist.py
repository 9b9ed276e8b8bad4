"""Question files with checklists (`must`, `must_not`, `abstain`, `gold_section`) read as cases."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass

from assistant.codes.code_extraction import find_codes
from evals.cases import Case, Words, case_from_dict, read_validated
from evals.metrics.citations import is_path

AbstainMode = Literal["required", "forbidden", "either"]
_KINDS = {
    "error": "error code",
    "multiturn": "follow-up",
    "oos": "abstention",
    "unsupported-silence": "abstention",
}
_EXPECT = {"required": "abstain", "forbidden": "answer", "either": "any"}


@dataclass(frozen=True, slots=True, config=ConfigDict(extra="forbid"))
class Checklist:
    """One line of such a file. `abstain_mode` follows from `abstain` where it is left out."""

    id: Words
    kind: Words
    turns: Annotated[list[Words], Field(min_length=1)]
    must: list[list[str]]
    must_not: list[str]
    abstain: bool
    abstain_mode: AbstainMode | None = None
    gold_section: str | None = None
    gold_alt: list[str] | None = None
    tier: str | None = None
    tag: str | None = None
    why: str = ""
    origin: str = ""


def read_checklists(path: Path) -> list[Case]:
    """The cases of a file of checklists, in order. Raises InputError naming file, line and field."""
    lines = read_validated(path, TypeAdapter(Checklist))
    return [case_from_dict(_fields(line), where) for where, line in lines]


def _fields(line: Checklist) -> dict[str, Any]:
    """The fields of the case: kinds by our names, tier and tag as tags, the origin with the reason."""
    mode = line.abstain_mode or ("required" if line.abstain else "forbidden")
    gold = list(dict.fromkeys(one for one in [line.gold_section, *(line.gold_alt or [])] if one))
    return {
        "id": line.id,
        "kind": _KINDS.get(line.kind, line.kind),
        "tags": [tag for tag in (line.tier, line.tag, line.kind if line.kind in _KINDS else None) if tag],
        "turns": line.turns,
        "expect": _EXPECT[mode],
        "required": line.must,
        "forbidden": line.must_not,
        "gold": gold,
        "cluster": _cluster(line, gold),
        "why": f"{line.why} ({line.origin})" if line.origin else line.why,
    }


def _cluster(line: Checklist, gold: list[str]) -> str:
    """The heading that the case hangs on; for an article, which is many things, the code asked about."""
    if gold and not is_path(gold[0]):
        return gold[0]
    codes = [code.value for turn in line.turns for code in find_codes(turn) if not code.candidate]
    return codes[0] if gold and codes else line.id
