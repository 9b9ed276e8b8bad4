"""Numbers that are those of an alert itself, as what sends or keeps it counts them, and no codes."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import lazy

_RECORD = 300
"""How far from its ID a record may hold the code of its alert."""

_TOOLS = lazy(
    r"\b(?:opsgenie|pagerduty|datadog|grafana|zabbix|nagios|icinga|prtg|check_?mk|solarwinds|dynatrace|splunk"
    r"|victorops|uptime ?kuma|new ?relic|sentry|alertmanager|xmatters|service-?now|jira|zendesk|freshdesk"
    r"|otrs|logicmonitor|netdata|site24x7)\b[^.\n]{0,24}$"
)
"""What numbers the alerts that it sends, each by its own: "Opsgenie alert #3106"."""

_HANDLED = lazy(
    r"[ \t]*(?:\(P\d\)|(?:was |is |got )?(?:resolved|triggered|acknowledged|ack'?ed|escalated)\b)"
)
_ALERT_KEY = re.compile(r"alert[_-]?id")
_CODE_KEY = lazy(
    r"(?<![a-z])(?:error|event|failure|err|dpm)[_-]?(?:code|id|number)[\"']?[ \t]{0,24}[:=>][ \t]*[\"']?-?"
    r"\d(?!x)"
)
"""The key of a code in decimal, beside which an alert has a number of its own."""


_FIRST_PROBLEM = re.compile(r"\b[Oo]riginal (?:problem |event )?$")
"""How Zabbix tells the number of the problem that it reports on."""


def is_of_alert(match: re.Match[str], before: str, cue: str) -> bool:
    """Whether the number is that of the alert itself, as a tool sends it or a record has beside the code."""
    text, end = match.string, match.end("number")
    if cue in ("id", "event id") and _FIRST_PROBLEM.search(before):
        return True
    if "#" in match["separator"]:
        return bool(_HANDLED().match(text, end) or _TOOLS().search(before))
    key = _ALERT_KEY.fullmatch(cue) or (cue == "id" and before.lower().endswith(("alert", "alert_")))
    if not key or not re.search("[:=>]", match["separator"] + match["link"]):
        return False
    return bool(_CODE_KEY().search(text, max(0, match.start() - _RECORD), match.end() + _RECORD))
