"""One ingest job in a process of its own: its memory goes with it, and it can be stopped at any moment.

The server runs `python -m assistant.api.ingest_worker JOB`. A killed build leaves the live index alone.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from pathlib import Path

from assistant.api.logs import set_up_logging
from assistant.settings import Settings, encoder_choice, load_settings
from assistant.store import Database, JobStore, store_url
from ingest.documents import MEGABYTE
from ingest.errors import MabsError, StorageFault
from ingest.pipeline import Request, ingest
from ingest.report import Stage

log = logging.getLogger("mabs.api.ingest")
BEAT_SECONDS = 1.0
WAIT_SECONDS = 3600.0
"""How long a job waits for another process that is building."""

NOTES = 100


class _Pulse:
    """Writes the progress every second, and ends the process when the job is to stop."""

    def __init__(self, jobs: JobStore, job: str) -> None:
        self._jobs = jobs
        self._job = job
        self._progress: dict[str, object] = {"stage": "waiting", "done": 0, "total": 0}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._beat, daemon=True)

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        """As `ingest.report.Progress`."""
        self._progress = {"stage": stage, "done": done, "total": total}

    def __enter__(self) -> _Pulse:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _beat(self) -> None:
        while not self._over.wait(BEAT_SECONDS):
            try:
                go_on = self._jobs.advance(self._job, self._progress)
            except StorageFault as fault:  # it may be back by the next beat; the work goes on
                log.warning("progress can't be written: %s", fault)
                continue
            if not go_on:
                self._jobs.finish(self._job, "cancelled")
                os._exit(0)


def run_job(settings: Settings, jobs: JobStore, job: str) -> None:
    """Does the job and writes down how it ended."""
    if not jobs.advance(job, {"stage": "waiting", "done": 0, "total": 0}):
        jobs.finish(job, "cancelled")
        return
    asked = jobs.get(job).request
    request = Request(
        name=asked["collection"],
        paths=(Path(asked["folder"]),),
        encoder=encoder_choice(settings),
        size_limit=settings.max_document_mb * MEGABYTE,
        wait_seconds=WAIT_SECONDS,
        grace_seconds=settings.index_grace_seconds,
    )
    try:
        with _Pulse(jobs, job) as pulse:
            report = ingest(settings.data_dir, request, pulse).to_dict()
    except MabsError as error:
        jobs.finish(job, "failed", problem=str(error))
        return
    except Exception as error:  # the job must not look as if it were running still
        log.exception("ingest failed")
        jobs.finish(
            job, "failed", problem=f"Unexpected error: {type(error).__name__}. The log has its trace."
        )
        return
    report["skipped"], report["notices"] = report["skipped"][:NOTES], report["notices"][:NOTES]
    jobs.finish(job, "done", report)


def main() -> None:
    """Runs the job that the command line names."""
    set_up_logging()
    settings = load_settings()
    database = Database(store_url(settings))
    try:
        run_job(settings, JobStore(database), sys.argv[1])
    finally:
        database.close()


if __name__ == "__main__":
    main()
