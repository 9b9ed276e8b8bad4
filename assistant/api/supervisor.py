"""Watches over several server processes, each of which may have a listening socket of its own."""

from __future__ import annotations

import signal
import socket
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TYPE_CHECKING

from uvicorn.supervisors import Multiprocess

if TYPE_CHECKING:
    import uvicorn


def end_with_supervisor() -> None:
    """Stops this server process when the one that watches over it has ended without a word, as one that is
    killed does: it would hold the port and build the index for nobody. Nothing where nobody watches."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    signal.raise_signal(signal.SIGTERM)


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
