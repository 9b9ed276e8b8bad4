"""Whether a text tells of trouble, in whatever language."""

from __future__ import annotations

import pytest

from assistant.codes.finding.trouble_words import tells_failure


@pytest.mark.parametrize(
    "text",
    [
        "the push fails",
        "der Agent antwortet nicht",
        "la copia ha fallado, servicio caído",
        "serwer nie odpowiada",
        "сервер не отвечает",
        "kasa silinmiyor",
        "バックアップに失敗",
    ],
)
def test_failures_are_told(text: str) -> None:
    assert tells_failure(text)


@pytest.mark.parametrize(
    "text", ["the crate goes out today", "Angebot anbei", "wszystko działa", "всё хорошо"]
)
def test_other_news_are_no_failures(text: str) -> None:
    assert not tells_failure(text)
