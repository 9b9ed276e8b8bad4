"""What the store refuses because of what was asked for."""

from __future__ import annotations

from ingest.errors import InputError


class NotFound(InputError):  # named for what it says, like the others of the tree
    """There is nothing of that id, or it is somebody else's."""


class HistoryMoved(InputError):
    """Somebody else changed it in the meantime."""
