"""The ranking of the guide's passages: what is shipped is right for messages kept from the fit."""

from __future__ import annotations

from pathlib import Path

from assistant.knowledge import Knowledge
from assistant.settings import Settings
from assistant.specialists.passages import guide_ranking
from evals.calibrate_passages import LEARNED, UNSEEN, read_candidates, report
from evals.cases import datasets_dir, read_json_lines
from evals.fitting import first_share


def test_the_shipped_ranking_puts_the_right_passage_first(shipped_data_dir: Path) -> None:
    knowledge = Knowledge(Settings(data_dir=shipped_data_dir))  # type: ignore[call-arg]  # every field has a default
    try:
        unseen = read_candidates(datasets_dir() / UNSEEN, knowledge)
    finally:
        knowledge.close()

    asked = sum(1 for _ in read_json_lines(datasets_dir() / UNSEEN))
    assert len(unseen) > 0.85 * asked
    assert first_share(unseen, guide_ranking.RANKING) > 0.75
    assert "Fitted on" in report(unseen[::2], unseen[1::2], asked)[0]


def test_every_passage_has_messages_to_learn_from_and_to_be_judged_by() -> None:
    learned, unseen = (
        {(case["document"], case["passage"]) for _, case in read_json_lines(datasets_dir() / name)}
        for name in (LEARNED, UNSEEN)
    )

    assert learned == unseen
    assert len(learned) > 300
