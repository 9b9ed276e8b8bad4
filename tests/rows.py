"""Many rows in one test: as strict as a parameter for each, without what a test of its own costs."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any

import pytest

Test = Callable[..., None]
_FAILURES = (Exception, BaseExceptionGroup, pytest.fail.Exception)


def every(names: str | tuple[str, ...], rows: Iterable[Any]) -> Callable[[Test], Test]:
    """Like `pytest.mark.parametrize`, as one test: each row is tried, and all that fail are told together.

    For rows by the hundred that take a moment each. Fixtures are made once for all rows, so a test that
    changes what it is given needs parameters instead. No rows at all is a failure.
    """
    listed = [names] if isinstance(names, str) else list(names)
    values = [(row,) if isinstance(names, str) else tuple(row) for row in rows]
    given = [dict(zip(listed, row, strict=True)) for row in values]

    def decorate(test: Test) -> Test:
        @functools.wraps(test)
        def run(**fixtures: Any) -> None:
            assert given, "there are no rows"
            failed = [error for row in given if (error := _failure(test, row, fixtures))]
            if failed:
                raise BaseExceptionGroup(f"{len(failed)} of {len(given)} rows failed", failed)

        signature = inspect.signature(test)
        left = [parameter for name, parameter in signature.parameters.items() if name not in listed]
        run.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]  # pytest reads it
        return run

    return decorate


def _failure(test: Test, row: dict[str, Any], fixtures: dict[str, Any]) -> BaseException | None:
    try:
        test(**row, **fixtures)
    except _FAILURES as error:
        error.add_note(f"in the row {row!r:.500}")
        return error
    return None
