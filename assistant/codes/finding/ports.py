"""The ports that services are known by: "kerberos 88" and "DPM 5718" tell no codes."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy

_SERVICES = (
    "dns 53, kerberos 88 464, krb 88, kpasswd 464, ntp 123, rpc 135 593, epmap 135, mapper 135, dcom 135, "
    "netbios 137 138 139, nbt 137 138 139, ldap 389 636 3268 3269, ldaps 636 3269, gc 3268 3269, "
    "smb 445 139, cifs 445 139, http 80 8080, https 443 8443, tls 443, ssl 443, proxy 8080 3128, squid 3128, "
    "smtp 25 465 587, smtps 465, submission 587, rdp 3389, sql 1433 1434, mssql 1433 1434, browser 1434, "
    "winrm 5985 5986, wsman 5985 5986, powershell 5985 5986, dpm 5718 5719, mabs 5718 5719, "
    "dpmra 5718 5719, agent 5718 5719, iscsi 3260, vmware 902 443, esxi 902 443, vcenter 443, "
    "ssh 22, sftp 22, ftp 20 21, telnet 23, snmp 161 162, syslog 514 6514, nfs 2049"
)
_PORTS = {name: frozenset(ports) for name, *ports in map(str.split, _SERVICES.split(","))}
_SERVICE = lazy(
    r"(?<![A-Za-z])(?P<name>[A-Za-z]{2,12})[ \t]?[:(]?[ \t]?(?:(?:tcp|udp|port)[ \t/:]{1,2})?"
    r"(?:(?:\d{2,5})(?:[ \t]?[/,+&][ \t]?|[ \t](?:and|und|et|y|e)[ \t])){0,3}$",
)
_APART = 9
_TWINS = lazy(
    r"(?:.{0,4}?(?<!\d))?571[89](?:[ \t]?[/,+&-][ \t]?|[ \t](?:and|und|et|y|e|or|to)[ \t])571[89](?!\d)",
    flags=0,
)
"""The two ports of the agent beside each other."""

_LOOK_BACK = 40


def is_port(text: str, start: int, end: int) -> bool:
    """Whether the number is the port of the service that stands before it."""
    if _TWINS().fullmatch(text, max(0, start - _APART), end) or _TWINS().match(text, start):
        return True
    match = _SERVICE().search(text[max(0, start - _LOOK_BACK) : start])
    return match is not None and text[start:end] in _PORTS.get(match["name"].lower(), ())
