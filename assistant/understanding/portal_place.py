"""Where the setting is that the turn before spoke of: "and where is that option in the portal?"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.decisions.patterns import lazy

_MOST_WORDS = 14
_ASKS_PLACE = lazy(
    r"\b(?:where|which (?:menu|blade|page|screen))\b[^.?!]{0,40}"
    r"\b(?:option|setting|switch|choice|choose|set|click|change|it|that|this)\b"
    r"|\bhow (?:do|can) (?:i|we) (?:get|come|go) to\b[^.?!]{0,20}\b(?:option|setting|switch|it)\b"
)
_NAMES_OTHER = lazy(
    r"\b(?:scratch|download\w*|install\w*|setup|wizard|agent|passphrase|credentials?|subscription|disks?|firewall"
    r"|proxy|guide|document\w*|article|log|console|points?|retention|stored?|cop(?:y|ies)|regions?)\b"
)
_OF_REPLICATION = lazy(
    r"\b(?:redundan\w*|[gl]rs|geo\W?redundant|locally redundant|storage replication"
    r"|replication (?:option|setting|type))\b"
)
_SPELLED_OUT = "In which menu of the portal is the storage replication setting of the vault changed?"


def resolved(text: str, before: Mapping[str, Any]) -> str:
    """`text` as the question for the menu of the vault's storage replication, where it asks where that is;
    unchanged else."""
    short = (
        len(text.split()) <= _MOST_WORDS and _ASKS_PLACE().search(text) and not _NAMES_OTHER().search(text)
    )
    return _SPELLED_OUT if short and _OF_REPLICATION().search(str(before.get("query", ""))) else text
