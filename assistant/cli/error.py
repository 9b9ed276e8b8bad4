"""`mabs error CODE`: explains an error code. Needs no model and no index."""

from __future__ import annotations

import json

from assistant.answer import Finding, Status
from assistant.codes.catalogues import open_catalogues
from assistant.codes.entries import CodeId
from assistant.codes.reference import load_reference
from assistant.codes.specialist import as_question, consult
from assistant.compose import compose
from assistant.settings import load_settings
from ingest.errors import InputError


def run_error(code: str, as_json: bool) -> Status:
    """Explains `code` (any spelling, or a pasted line) on standard output; `abstained` when it is unknown."""
    raise NotImplementedError
