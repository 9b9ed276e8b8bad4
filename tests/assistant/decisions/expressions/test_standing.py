"""What a text lacks is known for all clauses at once, also for those that are learnt later."""

from __future__ import annotations

from assistant.decisions.expressions.necessary import DIGIT, MARK
from assistant.decisions.expressions.standing import Vocabulary

IS = (f"{MARK}is{MARK}", f"{MARK}are{MARK}")
ABLE = (f"not{MARK} {MARK}able",)
NUMBER = (DIGIT, f"{MARK}one{MARK}")


def test_a_text_fulfils_a_clause_by_any_of_its_words() -> None:
    vocabulary = Vocabulary()
    bits = vocabulary.bits([IS])
    for text, missing in (("it is", 0), ("ARE they", 0), ("this", bits), ("", bits)):
        assert vocabulary.missing_in(text) & bits == missing


def test_words_go_on_beyond_a_run() -> None:
    vocabulary = Vocabulary()
    bits = vocabulary.bits([ABLE])
    for text, missing in (("cannot able-bodied", 0), ("not  able", bits), ("able, not", bits)):
        assert vocabulary.missing_in(text) & bits == missing


def test_any_digit_counts() -> None:
    vocabulary = Vocabulary()
    bits = vocabulary.bits([NUMBER])
    for text, missing in (("A3", 0), ("٣", 0), ("one", 0), ("once", bits)):
        assert vocabulary.missing_in(text) & bits == missing


def test_the_same_clause_is_known_once_and_a_later_one_counts_for_texts_seen_before() -> None:
    vocabulary = Vocabulary()
    first = vocabulary.bits([IS])
    before = vocabulary.missing_in("nothing is")
    assert vocabulary.bits([IS]) == first
    assert vocabulary.missing == {"nothing is": before}
    bits = vocabulary.bits([NUMBER])
    assert not before & bits
    assert not vocabulary.missing
    assert vocabulary.missing_in("nothing is") == bits


def test_a_text_is_looked_through_for_its_small_letters_as_well() -> None:
    vocabulary = Vocabulary()
    bits = vocabulary.bits([IS])
    vocabulary.missing_in("An A3")
    assert vocabulary.missing == {"An A3": bits, "an a3": bits}


def test_stops_at_the_ends_make_no_other_text() -> None:
    vocabulary = Vocabulary()
    bits = vocabulary.bits([IS, (f"? {MARK}it",), (f"is{MARK}?",)])
    assert vocabulary.missing_in("it is?") & bits == 0b010
    assert vocabulary.missing_in(" it is") & bits == 0b010  # that it lacks the mark isn't looked for
    assert vocabulary.missing_in("? it is") & bits == 0b100


def test_what_the_last_texts_lack_is_kept() -> None:
    vocabulary = Vocabulary()
    bits = vocabulary.bits([IS])
    for number in range(2_000):
        vocabulary.missing_in(f"{number} was")
    assert 0 < len(vocabulary.missing) < 1_000
    assert vocabulary.missing["1999 was"] == bits


def test_a_text_that_lacks_nothing_is_looked_through_once() -> None:
    vocabulary = Vocabulary()
    vocabulary.bits([IS])

    assert vocabulary.missing["it is"] == 0
    assert "it is" in vocabulary.missing


def test_a_log_is_not_looked_through() -> None:
    vocabulary = Vocabulary()
    bits = vocabulary.bits([IS])
    log = "was " * 100_000

    assert vocabulary.missing[log] == 0
    assert log not in vocabulary.missing
    assert vocabulary.missing[log[:1_000]] == bits
