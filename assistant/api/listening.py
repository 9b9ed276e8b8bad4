"""The sockets that the server listens by: one for each process, where the system can spread connections.

Of one socket that processes share, whoever wakes first takes every connection that waits: of 32 that arrived
at once, up to 30 went to one of two processes, and their requests waited there while the other was idle.
"""

from __future__ import annotations

import socket
import sys

from ingest.errors import SettingsFault, reason_of

BACKLOG = 2048
"""Connections that may wait to be accepted."""


def listen(host: str, port: int, number: int = 1) -> list[socket.socket]:
    """So many listening sockets at one address, or one to be shared where only Linux would do.

    SettingsFault when the address or port can't be had.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        alone = _listening(family, (host, port))
        if number == 1 or sys.platform != "linux":
            return [alone]
        address = alone.getsockname()
        alone.close()  # it was the proof that nobody is there: the following would share with anybody
        return [_listening(family, address, socket.SO_REUSEPORT) for _ in range(number)]
    except OSError as error:
        raise SettingsFault(
            f"{host}:{port} can't be listened on: {reason_of(error)}.", "Choose another --port."
        ) from error


def _listening(family: int, address: tuple[object, ...], *options: int) -> socket.socket:
    one = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there it would let two servers share a port
            options = (socket.SO_REUSEADDR, *options)
        for option in options:
            one.setsockopt(socket.SOL_SOCKET, option, 1)
        one.bind(address)
        one.listen(BACKLOG)
    except OSError:
        one.close()
        raise
    one.set_inheritable(True)
    return one
