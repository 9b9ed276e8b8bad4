"""English is answered; other languages are named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.message.language import foreign_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wie kann ich die Daten von der Platte holen?", "German"),
        ("Comment peut-on faire pour les disques?", "French"),
        ("¿Cómo puedo hacer esto con el disco?", "Spanish"),
        ("Come posso fare questo con il disco?", "Italian"),
        ("Como posso fazer isso com os discos? Não sei onde", "Portuguese"),
        ("Hoe kan ik dit op de schijf zetten met het", "Dutch"),
        ("Jak można to zrobić i dla kogo jest", "Polish"),
        ("Hur kan jag göra det för en disk och när", "Swedish"),
        ("Bu disk için ne var ve nasıl", "Turkish"),
        ("как восстановить данные", "another language"),
        ("恢复数据", "another language"),
        ("How can I get the data from the disk?", ""),
        ("SQL 2016 SP1", ""),
        ("points per day times points per month", ""),
        ("fax del fax del", ""),
        ("Set-DPMGlobalProperty", ""),
        ("die", ""),
        ("12345 ?", ""),
        ("", ""),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert foreign_language(text) == language


@given(st.text())
def test_any_text(text: str) -> None:
    assert isinstance(foreign_language(text), str)
