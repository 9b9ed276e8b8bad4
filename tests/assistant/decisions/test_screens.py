"""What comes after what on the way from the portal to the end of setup."""

from __future__ import annotations

import pytest

from assistant.decisions.screens import KEYS, SCREENS, after


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
