"""Regular expressions that are compiled at first use: importing the tables must stay cheap."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache


def lazy(pattern: str, flags: int = re.IGNORECASE) -> Callable[[], re.Pattern[str]]:
    """A function that returns the compiled `pattern`; case is ignored unless `flags` say otherwise."""
    return cache(lambda: re.compile(pattern, flags))
