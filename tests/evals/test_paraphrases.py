from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.decisions.states.connectivity_rules import RULES, Connectivity, Operation, Subscription
from evals.cases import Case, datasets_dir
from evals.grammar import Grammar, load_grammar
from evals.metrics.vocabulary import outcome_word
from evals.paraphrases import compose, with_slip
from ingest.errors import InputError


@pytest.fixture(scope="module", params=["dev", "test"])
def grammar(request: pytest.FixtureRequest) -> Grammar:
    return load_grammar(datasets_dir() / f"paraphrases.{request.param}.yaml")


@pytest.fixture(scope="module")
def composed(grammar: Grammar) -> list[Case]:
    return compose(grammar)


def test_every_cell_and_every_product_has_twenty_five_or_more(grammar: Grammar, composed: list[Case]) -> None:
    cells = Counter(case.cluster for case in composed)
    assert min(cells.values()) >= 25
    states, subscriptions = len(grammar.connectivity.outcomes), len(grammar.connectivity.subscription_words)
    connectivity = states * subscriptions * 4 + states * 4 + states * subscriptions
    assert len(cells) == connectivity + len(grammar.matrix.products) + 1


def test_ids_are_distinct_and_no_slot_is_left_open(composed: list[Case]) -> None:
    assert len({case.id for case in composed}) == len(composed)
    assert not [case.id for case in composed if re.search(r"[{}]", case.turns[0].replace("{0}", ""))]


def test_the_same_seed_gives_the_same_cases_and_another_seed_others(grammar: Grammar) -> None:
    one, two, other = compose(grammar, 3), compose(grammar, 3), compose(grammar, 3, seed=1)
    assert one == two
    assert [case.turns for case in one] != [case.turns for case in other]


def test_the_grammars_outcomes_are_those_of_the_decision_table(grammar: Grammar) -> None:
    states = {"connected": Connectivity.CONNECTED, "lost_over_15_days": Connectivity.LOST_LONG}
    names = {
        "backup_azure": Operation.BACK_UP_TO_AZURE,
        "backup_disk": Operation.BACK_UP_TO_DISK,
        "restore_azure": Operation.RESTORE_FROM_AZURE,
        "restore_disk": Operation.RESTORE_FROM_DISK,
    }
    for state, connectivity in states.items():
        for subscription in Subscription:
            row = grammar.connectivity.outcomes[state][subscription.lower()]
            cells = RULES[connectivity, subscription].outputs
            assert row == {name: outcome_word(cells[operation]) for name, operation in names.items()}


def test_questions_of_both_polarities_occur_in_every_cell(composed: list[Case]) -> None:
    single = [case for case in composed if case.kind == "paraphrase connectivity" and "two" not in case.tags]
    tagged = Counter(tag for case in single for tag in case.tags)
    assert tagged["direct"] > 0
    assert tagged["reversed"] > 0


@given(st.text(alphabet="abcdefgh -'’0123456789.", max_size=60), st.integers())
def test_a_slip_changes_one_letter_at_most_and_spares_figures(text: str, seed: int) -> None:
    slipped = with_slip(text, random.Random(seed))
    assert abs(len(slipped) - len(text)) <= 1
    assert re.findall(r"\d", slipped) == re.findall(r"\d", text)


@pytest.mark.parametrize(
    "text", ["not 15", "cannot", "can't isn't", "w2k12r2 SQL2k16", "fifteen eighteen", "a-b-c"]
)
def test_negations_numbers_and_short_words_are_spared(text: str) -> None:
    assert {with_slip(text, random.Random(seed)) for seed in range(20)} == {text}


def test_a_grammar_that_lacks_a_part_is_named(tmp_path: Path) -> None:
    path = tmp_path / "paraphrases.bad.yaml"
    path.write_text("connectivity: {}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"paraphrases\.bad\.yaml: connectivity"):
        load_grammar(path)
