"""What can be evaluated: the library in this process, or any deployment over HTTP."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import partial
from typing import Any, Protocol

import httpx

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.conversation import Conversation
from assistant.serialize import answer_from_dict
from assistant.settings import Settings
from ingest.errors import InputError

TIMEOUT_SECONDS = 60.0
KEY_VARIABLE = "MABS_API_KEY"
TRIES = 5
"""So often a request is sent that a deployment turns away because it is too busy."""

BUSY = (429, 503)


class System(Protocol):
    """Something that answers. One instance serves one thread."""

    def converse(self, turns: Sequence[str]) -> Answer:
        """Asks the turns as one conversation and returns the answer to the last."""

    def close(self) -> None:
        """Lets go of what it holds."""


SystemFactory = Callable[[], System]


class LocalSystem:
    """The library in this process."""

    def __init__(self, settings: Settings) -> None:
        self._assistant = Assistant(settings)

    def converse(self, turns: Sequence[str]) -> Answer:
        """Asks the turns as one conversation and returns the answer to the last."""
        conversation = Conversation()
        return [self._assistant.ask(turn, conversation) for turn in turns][-1]

    def close(self) -> None:
        """Closes the index."""
        self._assistant.close()


class HttpSystem:
    """A deployment with the HTTP API at `url`. Faults of the service are raised as InputError.

    MABS_API_KEY is sent where it is set. What a deployment turns away as too much is sent again when it says.
    """

    def __init__(
        self, url: str, client: httpx.Client | None = None, pause: Callable[[float], None] = time.sleep
    ) -> None:
        key = os.environ.get(KEY_VARIABLE)
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._client = client or httpx.Client(base_url=url, timeout=TIMEOUT_SECONDS, headers=headers)
        self._pause = pause

    def converse(self, turns: Sequence[str]) -> Answer:
        """Asks the turns as one conversation and returns the answer to the last."""
        conversation = str(self._post("/v1/conversations", {}).get("id", "")) if len(turns) > 1 else ""
        named = {"conversation_id": conversation} if conversation else {}
        return [self._ask(turn, named) for turn in turns][-1]

    def close(self) -> None:
        """Closes the connections."""
        self._client.close()

    def _ask(self, question: str, named: Mapping[str, str]) -> Answer:
        body = {"question": question, "trace": True, **named}
        return read_answer(self._post("/v1/ask", body), question)

    def _post(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        try:
            response = self._patiently(path, body)
            response.raise_for_status()
            data = response.json()
        except (httpx.HTTPError, ValueError) as error:
            raise InputError(
                f"The system under test failed at {path}: {error}.", "Is the URL right?"
            ) from error
        if not isinstance(data, dict):
            raise InputError(f"The system under test answered {path} with something else than an object.")
        return data

    def _patiently(self, path: str, body: Mapping[str, Any]) -> httpx.Response:
        for _ in range(TRIES - 1):
            response = self._client.post(path, json=body)
            wait = response.headers.get("retry-after", "")
            if response.status_code not in BUSY or not wait.isdigit():
                return response
            self._pause(float(wait))
        return self._client.post(path, json=body)


def read_answer(data: Mapping[str, Any], question: str) -> Answer:
    """An answer from the API's JSON. What a deployment leaves out is empty; what we don't know is ignored.

    The API tells the passages as part of the trace. Raises InputError when there is no text or status, or a
    part has another shape than ours.
    """
    defaults = Answer(question, "", "answered").to_dict()
    known = {field.name for field in fields(Answer)}
    if not isinstance(data.get("text"), str) or not isinstance(data.get("status"), str):
        raise InputError("The system under test answered without a text or a status.")
    try:
        trace = data.get("trace") or {}
        given = {"passages": trace.get("passages", ()), **data, "trace": trace}
        return answer_from_dict({**defaults, **{name: given[name] for name in known & given.keys()}})
    except (TypeError, KeyError, AttributeError) as error:
        raise InputError(f"The system under test answered in another shape: {error}.") from error


def system_factory(name: str, settings: Callable[[], Settings]) -> SystemFactory:
    """What makes a system: `local` or an http(s) URL. It can be pickled where `settings` can.

    Raises InputError for anything else.
    """
    if name == "local":
        return partial(_local, settings)
    if name.startswith(("http://", "https://")):
        return partial(HttpSystem, name)
    raise InputError(f"{name!r} is no system.", "Give `local` or the URL of a deployment.")


def _local(settings: Callable[[], Settings]) -> LocalSystem:
    return LocalSystem(settings())
