"""Host names, URLs, addresses and ranges in a question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.hosts import find_hosts


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("open www.contoso.com.", ["www.contoso.com"]),
        ("is *.windows.net on it?", ["*.windows.net"]),
        ("see https://portal.contoso.com/a?b=1, please", ["https://portal.contoso.com/a?b=1"]),
        ("10.1.2.3 and 10.0.0.0/8", ["10.1.2.3", "10.0.0.0/8"]),
        ("mabs01.corp.local, mabs01.corp.local", ["mabs01.corp.local"]),
        ("300.1.2.3", []),
        ("ASP.NET and VB.NET or .NET", []),
        ("mail me at joe@contoso.com", []),
        ("agent.exe 11.0", []),
        ("call thing.net()", []),
    ],
)
def test_hosts_in_order_each_once(text: str, hosts: list[str]) -> None:
    assert list(find_hosts(text)) == hosts


@given(st.text() | st.from_regex(r"(\d{1,4}[./ ]){2,6}|([a-z*_-]{1,9}\.){1,4}(com|net|de)[.,)]?"))
def test_every_host_stands_in_the_text(text: str) -> None:
    found = find_hosts(text)
    assert len(set(found)) == len(found)
    assert all(host in text for host in found)
