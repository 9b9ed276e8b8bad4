"""Questions for what is run, opened or let through: "which command shows it?", "what URLs are needed?".

Beside the state of a connection or a subscription they ask for no operation in that state.
"""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy

_TOOL = r"(?:buttons?|cmd-?lets?|commands?|powershell|portal|page|blade|menu|log(?: ?file)?|article|document)"
_COMMAND = lazy(r"\b(?:which|what|name of the)\s+(?:[a-z]+\s+){0,2}?(?:cmd-?lets?|commands?|powershell)\b")
_DESTINATION = r"(?:urls?|ips?|ip address(?:es)?|addresses|ranges|host ?names|destinations|endpoints)"
_ASKED = r"\b(?:which|what|what['’]?s the|what is the|name of the)\s+(?:[a-z]+\s+){0,2}?"
_TESTS = r"(?:test|verify|check|see|find out|look up|tell|know|prove)\w*"
_TOOLS = lazy(
    rf"{_ASKED}{_TOOL}\b"
    rf"|^\W*(?:the\s+)?(?:cmd-?let|command|portal page)\s+(?:to|for|that|which)\b"
    rf"|\b(?:how|where)\s+(?:to|(?:do|can|could|would|should|shall)\s+(?:i|we|you|one))\s+{_TESTS}\s"
    r"(?!(?:if|whether)\b[^.?!]{0,60}\b(?:allowed|stopped|works?|runs?)\b)[^.?!]{0,50}"
    r"\b(?:connect\w*|link|azure|reach\w*|online|state|status|subscription|sub)\b"
    # "what can one enter so that I see the link"
    rf"|\bwhat\s+(?:(?:do|can|could|should|must|would)\s+(?:i|we|you|one)\s+|to\s+)"
    rf"(?:type|run|enter|execute|key in)\b[^.?!]{{0,40}}\b(?:to|so that i|and)\s+{_TESTS}"
)
# The one file, or the log, in which something stands.
_LOG = lazy(
    rf"{_ASKED}(?:log(?: ?file)?|file)\b(?! (?:shares?|servers?|systems?|backups?|level)\b)"
    r"|^\W*(?:and\s+)?(?:the|a) (?:log|file)\b[^.?!]*\?|[.!;]\s+(?:the|a) (?:log|file)\b[^.?!]*\?"
)
_DESTINATIONS = lazy(rf"{_ASKED}{_DESTINATION}\b|\b(?:open|allow|whitelist)\w*\s+which\s+{_DESTINATION}\b")


def asks_tool(text: str) -> bool:
    """Whether `text` asks for the command, the page or the file that shows something."""
    return bool(_TOOLS().search(text))


def asks_command(text: str) -> bool:
    """Whether `text` asks for a command, of which the guide has one."""
    return bool(_COMMAND().search(text))


def asks_log(text: str) -> bool:
    """Whether `text` asks for the file or the log in which something stands."""
    return bool(_LOG().search(text))


def asks_destinations(text: str) -> bool:
    """Whether `text` asks which destinations are to be let through."""
    return bool(_DESTINATIONS().search(text))


def asks_lookup(text: str) -> bool:
    """Whether `text` asks for either."""
    return asks_tool(text) or asks_destinations(text)
