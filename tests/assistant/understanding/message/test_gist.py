"""A long paste is read by its ends and its lines of trouble."""

from __future__ import annotations

from assistant.understanding.message.gist import WHOLE_CHARS, gist_of

_QUIET = "23:11:52 INFO copied 12 items\n"


def test_a_short_text_is_read_as_it_is() -> None:
    text = "x" * WHOLE_CHARS
    assert gist_of(text) == text


def test_of_a_long_one_the_question_and_the_lines_of_trouble_are_left() -> None:
    log = _QUIET * 20_000
    trouble = "23:12:00 ERROR access denied\n"
    gist = gist_of(f"why does it stop?\n{log}{trouble}{log}{trouble}{log}thanks")
    assert gist.startswith("why does it stop?")
    assert gist.endswith("thanks")
    assert gist.count("access denied") == 1
    assert len(gist) < WHOLE_CHARS


def test_however_many_lines_tell_of_trouble_few_are_read() -> None:
    text = "\n".join(f"ERROR {number} cannot write" for number in range(50_000))
    assert len(gist_of(text)) < WHOLE_CHARS


def test_a_log_without_line_ends_is_cut_too() -> None:
    assert len(gist_of("error " * 100_000)) < WHOLE_CHARS
