"""Watches over several server processes, each of which may have a listening socket of its own."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from uvicorn.supervisors import Multiprocess

if TYPE_CHECKING:
    import uvicorn


class Supervisor(Multiprocess):
    """Starts the processes, and another one in the place of each that ends."""

    def __init__(self, config: uvicorn.Config, listening: list[socket.socket]) -> None:
        """`listening`: a socket for each process, or one that they share."""
        self._listening = listening
        super().__init__(config, listening)

    @property
    def sockets(self) -> list[socket.socket]:
        """What the process that is started next listens by: the socket that no living one has.

        All of them for one that is started beside the full number, as at a restart.
        """
        if len(self._listening) > 1:
            for place, own in enumerate(self._listening):
                if place >= len(self.processes) or not self.processes[place].process.is_alive():
                    return [own]
        return self._listening

    @sockets.setter
    def sockets(self, listening: list[socket.socket]) -> None:
        """The base class sets what is known already."""
