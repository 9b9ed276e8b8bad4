"""By whom numbers are known to be used."""

from __future__ import annotations

from assistant.codes.finding.known_numbers import holder_of, used_by


def test_numbers_have_their_users() -> None:
    assert used_by(33424) == {"product"}
    assert used_by(12007) == {"windows"}
    assert used_by(503) == {"web"}
    assert used_by(6008) >= {"events"}
    assert used_by(77123) == frozenset()


def test_the_most_telling_holder_of_a_number_is_named() -> None:
    assert holder_of(33424, known=True) == "known"
    assert holder_of(24083, known=False) == "product"
    assert holder_of(12007, known=False) == "used"
    assert holder_of(77123, known=False) == "open"
