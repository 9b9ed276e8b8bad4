"""A proxy of one's own is no target of the list that firewall and proxy let through."""

from __future__ import annotations

import pytest

from assistant.specialists import network
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("can I use http://proxy.corp.local:8080 for MABS", "own_proxy"),
        ("our proxy is gate.contoso.com, can we use that?", "own_proxy"),
        ("proxy 10.1.1.5:3128 in the agent installer ok?", "own_proxy"),
        ("must the proxy allow proxy.contoso.com", "not_listed"),
        ("does the proxy have to let login.microsoftonline.com through", "covered"),
    ],
)
def test_the_own_proxy_is_entered_and_not_listed(text: str, outcome: str) -> None:
    (finding,) = network.consult(read_question(text))

    assert finding.verdicts[0].outcome == outcome
