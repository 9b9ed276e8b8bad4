"""The server's log: a JSON object a line on standard error, with the request's id; secrets are masked."""

from __future__ import annotations

import json
import logging
import sys
from contextvars import ContextVar
from datetime import UTC, datetime

from assistant.masking import mask_personal

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""The id of the request that is being worked on."""

LOGGERS = ("mabs", "uvicorn", "uvicorn.error")
FIELDS = ("method", "route", "status", "ms", "key")


class JsonFormatter(logging.Formatter):
    """A line of JSON. Everything in it is masked: nobody can know what a library puts in its messages."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        at = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, object] = {
            "time": at.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": mask_personal(record.getMessage()),
        }
        if identifier := request_id.get():
            line["request_id"] = identifier
        for name in FIELDS:
            if name in record.__dict__:
                line[name] = record.__dict__[name]
        if record.exc_info:
            line["trace"] = mask_personal(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def set_up_logging() -> None:
    """Sends the server's loggers through the one formatter."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter())
    for name in LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.propagate = False
        logger.setLevel(logging.INFO)
    root = logging.getLogger()  # libraries complain there, about what they were sent
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("uvicorn.access").handlers = []
    logging.getLogger("uvicorn.access").propagate = False
