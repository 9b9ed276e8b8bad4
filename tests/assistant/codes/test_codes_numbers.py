"""By whom numbers are known to be used."""

from __future__ import annotations

from assistant.codes.numbers import used_by


def test_numbers_have_their_users() -> None:
    assert used_by(33424) == {"product"}
    assert used_by(12007) == {"windows"}
    assert used_by(503) == {"web"}
    assert used_by(6008) >= {"events"}
    assert used_by(77123) == frozenset()
