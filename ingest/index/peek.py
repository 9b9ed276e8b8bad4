"""What can be told of the live index at a glance: no model, no vectors, no lease."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import lru_cache

from ingest.errors import IndexFault, StorageFault
from ingest.index.generations import Generations


def user_collections(generations: Generations) -> tuple[str, ...]:
    """The collections that users have made, by name; none where there is no index that can be read.

    Of an index that was looked at before, only the state of the file that names the live one is asked for.
    """
    try:
        live = generations.live_or_none()
        return _own(generations, live.generation) if live else ()
    except (sqlite3.Error, IndexFault, StorageFault):
        return ()


@lru_cache(maxsize=8)
def _own(generations: Generations, generation: str) -> tuple[str, ...]:
    from ingest.index.schema import SQLITE_FILE, open_published

    with closing(open_published(generations.path(generation) / SQLITE_FILE)) as connection:
        rows = connection.execute("SELECT name FROM collections WHERE NOT shipped ORDER BY name")
        return tuple(name for (name,) in rows)
