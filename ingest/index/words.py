"""The word index: one full-text table a collection, so that each is ranked by its own BM25 statistics.

In a table of all, the thousands of rows of an error catalogue would settle which words of a guide are rare.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Sequence

from ingest.analysis import FTS_TOKENIZER, match_tokens
from ingest.index.records import Hit

Weights = tuple[float, float, float]
"""BM25 weights of headings, body and asks."""


def table_of(collection: str) -> str:
    """The quoted name of a collection's table; names of collections hold no colon."""
    return f'"{collection}:words"'


def create_words(connection: sqlite3.Connection, collection: str) -> None:
    """Make a collection's table where there is none."""
    columns = f'headings, body, asks, tokenize="{FTS_TOKENIZER}"'
    connection.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS {table_of(collection)} USING fts5 ({columns})")


def drop_words(connection: sqlite3.Connection, collection: str) -> None:
    """Remove a collection's table."""
    connection.execute(f"DROP TABLE IF EXISTS {table_of(collection)}")


def add_words(
    connection: sqlite3.Connection, collection: str, number: int, texts: tuple[str, str, str]
) -> None:
    """Put in the analysed headings, body and asks of chunk `number`."""
    query = f"INSERT INTO {table_of(collection)} (rowid, headings, body, asks) VALUES (?, ?, ?, ?)"
    connection.execute(query, (number, *texts))


def remove_words(connection: sqlite3.Connection, collection: str, document_id: str) -> None:
    """Take out the chunks of a document, which are still in `chunks`."""
    chunks = "(SELECT number FROM chunks WHERE document_id = ?)"
    connection.execute(f"DELETE FROM {table_of(collection)} WHERE rowid IN {chunks}", (document_id,))


def search_words(
    connection: sqlite3.Connection, collection: str, tokens: Sequence[str], limit: int, weights: Weights
) -> list[Hit]:
    """Chunks of a collection that hold any of the tokens, best BM25 first, ties by id."""
    table = table_of(collection)
    query = (
        f"SELECT chunks.id, -bm25({table}, ?, ?, ?) AS score FROM {table}"
        f" JOIN chunks ON chunks.number = {table}.rowid WHERE {table} MATCH ?"
        " ORDER BY score DESC, chunks.id LIMIT ?"
    )
    return [Hit(*row) for row in connection.execute(query, (*weights, match_tokens(tokens), limit))]


def score_word(
    connection: sqlite3.Connection, collection: str, token: str, weights: Weights
) -> list[tuple[int, float]]:
    """The numbers of the chunks that hold one token, with what it counts there by BM25, in no order."""
    table = table_of(collection)
    query = f"SELECT rowid, -bm25({table}, ?, ?, ?) FROM {table} WHERE {table} MATCH ?"
    return connection.execute(query, (*weights, match_tokens([token]))).fetchall()


def count_chunks(connection: sqlite3.Connection, collection: str, token: str = "") -> int:
    """How many chunks a collection has, or in how many of them `token` stands."""
    table = table_of(collection)
    where, values = (f" WHERE {table} MATCH ?", (f'"{token}"',)) if token else ("", ())
    return int(connection.execute(f"SELECT count(*) FROM {table}{where}", values).fetchone()[0])


def rarity(chunks: int, holding: int) -> float:
    """BM25's weight of a word that stands in `holding` of so many chunks, as FTS5 computes it."""
    return max(1e-6, math.log((chunks - holding + 0.5) / (holding + 0.5)))


def words_intact(connection: sqlite3.Connection, collection: str) -> bool:
    """Whether a table agrees with its text. FTS5 checks by a write: hand in a copy."""
    table = table_of(collection)
    try:
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
    except sqlite3.DatabaseError:
        return False
    return True


def chunks_without_words(connection: sqlite3.Connection, collection: str) -> int:
    """How many chunks of a collection its table lacks."""
    rows = f"SELECT rowid FROM {table_of(collection)}"
    query = f"SELECT count(*) FROM chunks WHERE collection = ? AND number NOT IN ({rows})"
    return int(connection.execute(query, (collection,)).fetchone()[0])
