"""Where in a portal the setting or the state is that the turn before spoke of: "and where is that option?",
"which portal?".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.decisions.expressions.patterns import lazy

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
_FEW_WORDS = 10
_ASKS_PORTAL = lazy(
    r"(?:^|\b(?:and|but|so|ok|idea|clue|sure|know|idk|dunno|tell|said?|says?|certain|unclear)\b)"
    r"\W*(?:which|what)\s+portal\b"
    r"|\b(?:idea|clue|know|sure)\b[^.?!]{0,12}\b(?:about|of|where)\b[^.?!]{0,25}"
    r"\b(?:portal|(?:see|find|check) (?:the|its|that) state)\b"
    r"|\b(?:find|finding|locate|reach)\s+(?:the|that|this|your)\s+(?:subscription\s+)?portal\b"
    r"|\b(?:where(?:['’]?s)?|how|link|url|address|site)\b[^.?!]{0,40}(?<!\bin the )(?<!\bin that )\bportal\b"
    r"|\bportal\b[^.?!]{0,12}\b(?:link|url|address|which|where)\b"
    r"|\bwhere (?:do|can|could|would|should) (?:i|we|you) (?:see|find|look up|check|get) "
    r"(?:that|this|the|its) (?:state|status)\b|\bhow (?:do|can) (?:i|we) look (?:that|it) up\b"
)
_OF_OTHER = lazy(
    r"\b(?:download\w*|install\w*|setup|vaults?|credentials?|create|replication|redundan\w*|disks?|passphrase"
    r"|guide|document\w*|article)\b"
)
_OF_STATE = ("Network connectivity", "Handling subscription states")
STATE = "Which portal shows the state of the Azure subscription?"
"""What is asked for by "which portal?" behind a state; the talk stays with that."""


def resolved(text: str, before: Mapping[str, Any]) -> str:
    """`text` as the question for the menu of the vault's storage replication, or for the portal that shows
    the state of the subscription, where it asks for that of which the turn before spoke; unchanged else."""
    words = len(text.split())
    sections = before.get("sections", ())
    if before.get("specialist") == "connectivity" or any(one.endswith(_OF_STATE) for one in sections):
        asked = words <= _FEW_WORDS and _ASKS_PORTAL().search(text) and not _OF_OTHER().search(text)
        return STATE if asked else text
    short = words <= _MOST_WORDS and _ASKS_PLACE().search(text) and not _NAMES_OTHER().search(text)
    return _SPELLED_OUT if short and _OF_REPLICATION().search(str(before.get("query", ""))) else text
