"""A claimed figure against the guide's."""

from __future__ import annotations

import pytest

from assistant.decisions import claims


@pytest.mark.parametrize("figure", [claims.EXTRACTION, claims.MACHINE, claims.DOTNET, claims.VAULT])
def test_each_figure_stands_in_its_source(figure: claims.Figure) -> None:
    result = claims.held(figure, figure.text, same=True)

    assert result.outcome == "as claimed"
    assert result.sources[0].section
    assert figure.text.split()[-1] in result.reason


def test_a_maximum_is_told_as_the_most() -> None:
    assert "less will do" in claims.held(claims.VAULT, "9,999", same=True, exactly=True).headline
    assert "more will do" in claims.held(claims.SCRATCH, "5 %", same=True, exactly=True).headline


def test_another_figure_is_told_beside_the_right_one() -> None:
    assert claims.held(claims.CORES, "8 cores", same=False).headline == (
        "No. The guide's figure is 2 cores, not 8 cores."
    )
