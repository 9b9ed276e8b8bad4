"""Composes questions from a paraphrase grammar: state words x operation words x frames x noise, seeded."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence

from evals.cases import Case, ExpectedVerdict
from evals.grammar import ConnectivityGrammar, Grammar, MatrixGrammar, Noise, ProductWords
from evals.statistics.intervals import SEED

PER_CELL = 25
_TYPO_SHARE = 0.25
_LOST = {
    "lost_over_15_days": ("lost_long", "over_15"),
    "lost_up_to_15_days": ("lost_short", "up_to_15"),
}
_NEGATIONS = {
    "cannot",
    "without",
    "neither",
    "never",
    "nobody",
    "nothing",
    "impossible",
    "missing",
    "anything",
}
_NUMBER_WORDS = {"three", "seven", "eight", "fortnight"}
_WORD = re.compile(r"(?<![\w'’.-])[A-Za-z]{5,}(?![\w'’.-])")
_CONNECTIVITY_GOLD = [
    "Network connectivity",
    "Handling subscription states",
    "Recovering from loss of connectivity",
]
_MATRIX_GOLD = ["Azure Backup Server protection matrix"]


def compose(grammar: Grammar, per_cell: int = PER_CELL, seed: int = SEED) -> list[Case]:
    """`per_cell` questions for each cell of the connectivity table and each product, each with its verdict.

    The same grammar and seed give the same cases.
    """
    chooser = random.Random(seed)
    return [
        *_single_operations(grammar.connectivity, grammar.noise, per_cell, chooser),
        *_without_subscription(grammar.connectivity, grammar.noise, per_cell, chooser),
        *_two_operations(grammar.connectivity, grammar.noise, per_cell, chooser),
        *_products(grammar.matrix, grammar.noise, per_cell, chooser),
        *_two_products(grammar.matrix, grammar.noise, per_cell, chooser),
    ]


def _single_operations(
    words: ConnectivityGrammar, noise: Noise, per_cell: int, chooser: random.Random
) -> Iterator[Case]:
    for state in words.outcomes:
        for subscription, phrases in words.subscription_words.items():
            outcomes = _outcomes(words, state, subscription)
            for operation, names in words.operation_words.items():
                for number in range(per_cell):
                    frame = chooser.choice(words.frames)
                    slots = {
                        "connectivity": _connectivity(words, state, chooser),
                        "subscription": chooser.choice(phrases),
                        "operation": chooser.choice(names),
                    }
                    text = _noisy(_filled(frame.text, slots), noise, chooser)
                    verdict = _connectivity_verdict(state, subscription, {operation: outcomes[operation]})
                    yield _case(verdict, number, text, [frame.polarity, frame.style], _CONNECTIVITY_GOLD)


def _without_subscription(
    words: ConnectivityGrammar, noise: Noise, per_cell: int, chooser: random.Random
) -> Iterator[Case]:
    for state, outcomes in words.outcomes_without_subscription.items():
        for operation, names in words.operation_words.items():
            for number in range(per_cell):
                frame = chooser.choice(words.frames_without_subscription)
                slots = {
                    "connectivity": _connectivity(words, state, chooser),
                    "operation": chooser.choice(names),
                }
                text = _noisy(_filled(frame.text, slots), noise, chooser)
                verdict = _connectivity_verdict(state, "unknown", {operation: outcomes[operation]})
                yield _case(verdict, number, text, [frame.polarity, frame.style], _CONNECTIVITY_GOLD)


def _two_operations(
    words: ConnectivityGrammar, noise: Noise, per_cell: int, chooser: random.Random
) -> Iterator[Case]:
    for state in words.outcomes:
        for subscription, phrases in words.subscription_words.items():
            outcomes = _outcomes(words, state, subscription)
            for number in range(per_cell):
                first, second = chooser.sample(sorted(words.operation_words), 2)
                slots = {
                    "connectivity": _connectivity(words, state, chooser),
                    "subscription": chooser.choice(phrases),
                    "operation_a": chooser.choice(words.operation_words[first]),
                    "operation_b": chooser.choice(words.operation_words[second]),
                }
                text = _noisy(_filled(chooser.choice(words.frames_two_operations), slots), noise, chooser)
                asked = {first: outcomes[first], second: outcomes[second]}
                verdict = _connectivity_verdict(state, subscription, asked)
                cell = f"connectivity {state} {subscription} two operations"
                yield _case(verdict, number, text, ["direct", "two"], _CONNECTIVITY_GOLD, cell)


def _products(words: MatrixGrammar, noise: Noise, per_cell: int, chooser: random.Random) -> Iterator[Case]:
    kinds = sorted(kind for kind in words.frames if kind != "two_products")
    for name, product in words.products.items():
        for number in range(per_cell):
            kind = chooser.choice(kinds)
            slots = {"product": chooser.choice(product.spellings)}
            text = _noisy(_filled(chooser.choice(words.frames[kind]), slots), noise, chooser)
            verdict = ExpectedVerdict("protection", {"product": _row(name, product)}, product.outcome)
            levels = _levels(product) if kind == "what_of" else []
            yield _case(verdict, number, text, [kind], _MATRIX_GOLD, f"matrix {name}", levels)


def _two_products(
    words: MatrixGrammar, noise: Noise, per_cell: int, chooser: random.Random
) -> Iterator[Case]:
    for number in range(per_cell * 2):
        first, second = chooser.sample(sorted(words.products), 2)
        one, other = words.products[first], words.products[second]
        slots = {"product_a": chooser.choice(one.spellings), "product_b": chooser.choice(other.spellings)}
        text = _noisy(_filled(chooser.choice(words.frames["two_products"]), slots), noise, chooser)
        rows = [_row(first, one), _row(second, other)]
        outcome = f"{rows[0]} {one.outcome}; {rows[1]} {other.outcome}"
        verdict = ExpectedVerdict("protection", {"product": ", ".join(rows)}, outcome)
        yield _case(verdict, number, text, ["two_products"], _MATRIX_GOLD, "matrix two products")


def _outcomes(words: ConnectivityGrammar, state: str, subscription: str) -> Mapping[str, str]:
    """The row of a state; `any` stands for every subscription."""
    rows = words.outcomes[state]
    return rows.get(subscription) or rows["any"]


def _connectivity(words: ConnectivityGrammar, state: str, chooser: random.Random) -> str:
    if state not in _LOST:
        return chooser.choice(words.connectivity_words[state])
    whole, durations = _LOST[state]
    phrase = chooser.choice([*words.connectivity_words["lost"], *words.connectivity_words[whole]])
    return phrase.replace("{duration}", chooser.choice(words.durations[durations]))


def _connectivity_verdict(state: str, subscription: str, asked: Mapping[str, str]) -> ExpectedVerdict:
    single = len(asked) == 1
    outcome = "; ".join(word if single else f"{operation} {word}" for operation, word in asked.items())
    inputs = {"connectivity": state, "subscription": subscription, "operation": ", ".join(asked)}
    return ExpectedVerdict("connectivity", dict(inputs), outcome)


def _case(
    verdict: ExpectedVerdict,
    number: int,
    text: str,
    tags: Sequence[str],
    gold: Sequence[str],
    cell: str = "",
    required: Sequence[Sequence[str]] = (),
) -> Case:
    cluster = cell or " ".join([verdict.table, *(str(value) for value in verdict.inputs.values())])
    slug = re.sub(r"[^a-z0-9]+", "-", cluster.lower()).strip("-")
    return Case(
        id=f"para-{slug}-{number + 1:02d}",
        kind=f"paraphrase {verdict.table}",
        turns=[text],
        expect="answer",
        tags=list(tags),
        required=[list(forms) for forms in required],
        gold=list(gold),
        cluster=cluster,
        verdict=verdict,
    )


def _row(name: str, product: ProductWords) -> str:
    """The row's product; what isn't listed goes by its name in the grammar."""
    return product.row.partition(" - ")[0] or name.replace("_", " ")


def _levels(product: ProductWords) -> list[list[str]]:
    """What the row protects, as facts that an answer must name."""
    words = [part.strip().lower() for part in product.protection.split(",") if part.strip()]
    return [[re.escape(word.removesuffix("s")).replace("frontend", "front[- ]?end")] for word in words]


def _filled(frame: str, slots: Mapping[str, str]) -> str:
    for slot, words in slots.items():
        frame = frame.replace("{" + slot + "}", words)
    return frame


def _noisy(sentence: str, noise: Noise, chooser: random.Random) -> str:
    if noise.typo and chooser.random() < _TYPO_SHARE:
        sentence = with_slip(sentence, chooser)
    return chooser.choice(noise.prefixes) + sentence + chooser.choice(noise.suffixes)


def with_slip(sentence: str, chooser: random.Random) -> str:
    """One slip (a letter doubled, dropped or swapped with the next) in a word of five letters or more.

    Words with figures, hyphens or apostrophes, number words and negations stay; so do first letters.
    """
    words = [match for match in _WORD.finditer(sentence) if not _fixed(match[0].lower())]
    if not words:
        return sentence
    word = chooser.choice(words)
    place = word.start() + chooser.randrange(1, len(word[0]) - 1)
    here, following = sentence[place], sentence[place + 1]
    slip = chooser.choice([here * 2 + following, following, following + here])
    return sentence[:place] + slip + sentence[place + 2 :]


def _fixed(word: str) -> bool:
    """Whether a slip in the word could change what is asked."""
    return word in _NEGATIONS or word in _NUMBER_WORDS or word.endswith("teen")
