"""One analyser for index and queries: structured words stay whole, their parts come besides, FTS5 agrees."""

from __future__ import annotations

import sqlite3
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.analysis import (
    FTS_TOKENIZER,
    MAX_TOKEN,
    PUNCTUATION,
    STOPWORDS,
    analyze,
    indexed,
    match_tokens,
    query_tokens,
    stem,
)

WHOLE = [
    ("Get-DPMCloudConnection", "get-dpmcloudconnection", {"dpm", "cloud", "connect"}),
    ("DpmSetup.log", "dpmsetup.log", {"dpm", "setup", "log", "dpmsetup"}),
    ("20.190.128.0/18", "20.190.128.0/18", {"20.190.128.0"}),
    ("*.blob.core.windows.net", "blob.core.windows.net", {"blob", "window", "net"}),
    ("https://www.microsoft.com/download", "www.microsoft.com", {"microsoft", "download"}),
    ("MicrosoftAzureBackupInstaller.exe", "microsoftazurebackupinstaller.exe", {"azur", "backup", "exe"}),
    ("4.6.2", "4.6.2", {"4.6"}),
    ("v3.5", "v3.5", {"3.5"}),
    ("0x186D2", "0x186d2", set()),
    ("0x000186d2", "0x000186d2", {"0x186d2"}),
    ("2012R2", "2012r2", {"2012", "r2"}),
    ("SQL2016", "sql2016", {"sql", "2016"}),
    ("16GB", "16gb", {"16", "gb"}),
    ("C:\\Program\\CBEngine.errlog", "cbengine.errlog", {"program", "errlog"}),
    ("on-premises", "on-premises", {"onpremis", "premis"}),
    ("someone@example.com", "someone@example.com", {"example.com"}),
    ("A2", "a2", set()),
]


@pytest.mark.parametrize(("text", "whole", "parts"), WHOLE)
def test_a_structured_word_is_one_token_and_its_parts(text: str, whole: str, parts: set[str]) -> None:
    assert {whole} | parts <= set(analyze(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("backups", "backup"),
        ("VMs", "vm"),
        ("vms", "VM"),
        ("VHDs", "vhd"),
        ("server's", "servers"),
        ("1,000 GB", "1000 GB"),
        ("Protected", "protecting"),
        ("ﬁle", "file"),
        ("**Bold**", "bold"),
        ("`Get-Help`,", "Get-Help"),
        ("(ID 33424).", "id 33424"),
    ],
)
def test_spellings_that_mean_the_same_give_the_same(one: str, other: str) -> None:
    assert analyze(one) == analyze(other)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("server 2012R2", "Windows Server 2012 R2"),
        ("2012 r2", "Windows2012R2"),
        ("code 186D2", "186d2"),
        (".net 4.6", ".NET Framework 4.6.2"),
        ("0x186d2", "failed with 0x000186D2"),
        ("dpm cloud connection", "Get-DPMCloudConnection"),
        ("sql 2016", "sql2016"),
    ],
)
def test_what_people_type_meets_what_is_written(query: str, text: str) -> None:
    assert set(query_tokens(query)) & set(analyze(text)) - set(analyze("server code net sql"))


def test_versions_are_told_apart() -> None:
    assert "3.5" not in analyze("3.51 and 13.5 and 35")
    assert "2012r2" not in analyze("2012 and R2D2")


def test_a_query_leaves_stopwords_out_unless_it_has_nothing_else() -> None:
    assert query_tokens("How much memory does it need?") == ["much", stem("memory"), "need"]
    assert query_tokens("how is it") == ["how", "is", "it"]


def test_words_that_turn_the_meaning_are_no_stopwords() -> None:
    assert not STOPWORDS & {"not", "no", "before", "without", "only", "off", "never", "must", "under", "over"}


def test_a_query_without_words_matches_nothing_and_is_no_error() -> None:
    assert query_tokens("") == query_tokens(" ?! ** — ") == []


def test_tokens_are_quoted_for_fts() -> None:
    assert match_tokens(["a", 'b"c']) == '"a" OR "b""c"'


structured = st.text(alphabet=string.ascii_letters + string.digits + PUNCTUATION + " '*(),\n", max_size=80)
anything = st.one_of(structured, st.text(max_size=60))


@given(anything)
def test_tokens_hold_letters_digits_and_our_punctuation_only(text: str) -> None:
    for token in analyze(text):
        assert token
        assert len(token) <= MAX_TOKEN
        assert all(letter.isalnum() or letter in PUNCTUATION or ord(letter) > 127 for letter in token), token


@given(structured)
def test_a_text_finds_itself(text: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(f'CREATE VIRTUAL TABLE words USING fts5 (body, tokenize="{FTS_TOKENIZER}")')
    connection.execute("INSERT INTO words VALUES (?)", (indexed(text),))
    for token in set(analyze(text)):
        query = "SELECT count(*) FROM words WHERE words MATCH ?"
        assert connection.execute(query, (match_tokens([token]),)).fetchone() == (1,), token
    connection.close()


@given(st.lists(anything, max_size=5))
def test_fts_splits_where_we_do_and_nowhere_else(texts: list[str]) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(f'CREATE VIRTUAL TABLE words USING fts5 (body, tokenize="{FTS_TOKENIZER}")')
    connection.executemany("INSERT INTO words VALUES (?)", [(indexed(text),) for text in texts])
    connection.execute("CREATE VIRTUAL TABLE terms USING fts5vocab (words, row)")
    terms = {term for (term,) in connection.execute("SELECT term FROM terms")}
    connection.close()
    assert terms == {token for text in texts for token in analyze(text)}


@given(anything, anything)
def test_texts_are_analysed_word_by_word(one: str, other: str) -> None:
    together = set(analyze(f"{one} \n {other}"))
    assert set(analyze(one)) | set(analyze(other)) <= together
