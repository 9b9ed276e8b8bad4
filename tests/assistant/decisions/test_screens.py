"""What comes after what on the way from the portal to the end of setup."""

from __future__ import annotations

import pytest

from assistant.decisions.screens import (
    KEYS,
    SCREENS,
    after,
    arriving,
    at,
    before,
    checked_again,
    every_file,
    next_to,
)


def test_every_step_but_the_last_has_one_that_follows() -> None:
    for key, following in zip(KEYS, SCREENS[1:], strict=False):
        result = after(key)
        assert result is not None
        assert result.outcome == following.key
        assert result.statements[0].text == following.arrival
        assert result.statements[0].sources == (following.source,)
    assert after(KEYS[-1]) is None


def test_keys_are_unique() -> None:
    assert len(set(KEYS)) == len(KEYS)


def test_an_unknown_step_is_refused() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        after("moon")


def test_a_screen_is_told_to_one_who_is_there() -> None:
    here = at("encryption setting")
    assert here.headline.startswith("In **Encryption Setting**: provide a passphrase")
    assert "generated" in here.reason
    assert at("welcome", onward=True).reason.startswith("After **Welcome** comes **Prerequisite Checks**")
    assert at("vault").headline.startswith("Select your vault")


def test_the_step_before_is_told_but_for_the_first() -> None:
    earlier = before("installation settings")
    assert earlier is not None
    assert earlier.outcome == "sql settings"
    assert "**SQL Settings**" in earlier.headline
    assert before(KEYS[0]) is None


def test_arriving_tells_of_the_step_behind_where_the_first_was_told() -> None:
    both = arriving("summary", told=True)
    assert "Summary" in both.headline
    assert "Recovery Services agent" in both.reason
    assert arriving(KEYS[-1], told=True).reason == ""


def test_beyond_either_end_is_no_step() -> None:
    assert next_to(KEYS[0], -1) == ""
    assert next_to(KEYS[-1]) == ""
    assert next_to(KEYS[0], 2) == KEYS[2]


def test_all_files_are_needed_and_a_check_is_repeated_by_its_button() -> None:
    assert every_file().headline.startswith("All of them")
    for key in ("prerequisite checks", "sql settings"):
        assert "**Check Again**" in checked_again(key).headline
