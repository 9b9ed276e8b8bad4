"""Facts that an answer must hold, and statements that it must not make."""

from __future__ import annotations

import re

from evals.cases import Case
from evals.metrics.text import plain

_FLAGS = re.IGNORECASE | re.DOTALL


def missing_facts(case: Case, text: str) -> tuple[str, ...]:
    """The required facts that no accepted form of matches `text`, each as its forms joined with " | "."""
    bare = plain(text)
    return tuple(
        " | ".join(forms)
        for forms in case.required
        if not any(re.search(form, bare, _FLAGS) for form in forms)
    )


def forbidden_statements(case: Case, text: str) -> tuple[str, ...]:
    """The forbidden statements that `text` makes."""
    bare = plain(text)
    return tuple(form for form in case.forbidden if re.search(form, bare, _FLAGS))
