"""Every error that the project raises on purpose, in one tree.

    MabsError                      something a user can read and act on
    ├── InputError                 what was handed in can't be used (exit 2, HTTP 4xx)
    │   └── UnreadableDocument     one document can't be read; ingest skips it and goes on
    ├── IndexFault                 the search index can't serve
    │   ├── IndexMissing           nothing has been built yet
    │   ├── IndexMismatch          built by another encoder or schema
    │   ├── IndexDamaged           files are there but broken
    │   └── IndexBusy              another process is writing
    ├── ModelFault                 the encoder's weights are missing, altered or can't run
    ├── StorageFault               disk full, folder read-only, database locked
    └── SettingsFault              a setting is unknown or has an impossible value

Each carries a one-line message that says what is wrong, and a `remedy` that says what to do.
Errors of other libraries are turned into one of these where they enter the project.
"""

from __future__ import annotations


class MabsError(Exception):
    """Base of the tree. `message` says what is wrong; `remedy` what to do (may be empty)."""

    exit_code = 1

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class InputError(MabsError):
    """What was handed in can't be used."""

    exit_code = 2


class UnreadableDocument(InputError):
    """One document can't be read: empty, binary, wrongly encoded, protected, too large, malformed."""


class IndexFault(MabsError):
    """The search index can't serve."""


class IndexMissing(IndexFault):
    """Nothing has been built yet."""


class IndexMismatch(IndexFault):
    """The index was built by another encoder or another schema."""


class IndexDamaged(IndexFault):
    """The index's files are there but broken."""


class IndexBusy(IndexFault):
    """Another process is writing the index."""


class ModelFault(MabsError):
    """The encoder's weights are missing, altered or can't be run."""


class StorageFault(MabsError):
    """The data directory can't be written or read: disk full, read-only, locked."""


class SettingsFault(MabsError):
    """A setting is unknown or has an impossible value."""

    exit_code = 2


def reason_of(error: Exception) -> str:
    """What an error says; one of the operating system's without number and path, which we name ourselves."""
    return (isinstance(error, OSError) and error.strerror) or str(error)
