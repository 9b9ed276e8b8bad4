"""`python -m evals.benchmark [FOLDER] [--chunks N] [--runs N]`: this project against the LlamaIndex starter.

The shipped guide and the documents below FOLDER are put into both. What starts cold is timed on both sides as
a whole process, from its start to its end: imports, model and index included. What is warm has answered 1,500
other questions before, as a server has; what a table settles is held against a pass of the encoder over the
same question, and one of the same model in fp32. Machines differ and are busy: the ratios count. Everything
is made below a temporary folder.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import kb
from evals.benchmark.figures import Figure, table
from evals.benchmark.process import mabs, run
from evals.cases import datasets_dir, load_cases
from evals.sets import case_files
from ingest.export import MODELS_DIR

QUESTION = "how much free space does the extraction of the setup files need?"
WARM_SETS = ("guide.dev", "decisions.dev", "decisions2.dev", "tables.dev")
ASKED_BEFORE = 1500
"""So many questions of the other development sets warm a process up before anything is measured."""

STARTER = ("-m", "evals.benchmark.starter")
EXPORT_FULL = (
    "import sys; from pathlib import Path; from ingest.export import ensure_model;"
    " print(ensure_model(Path(sys.argv[1]), precision='fp32'))"
)
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"


class Benchmark:
    """One run: a store of each side below `folder`, measured in turns so that noise hits both."""

    def __init__(self, folder: Path, documents: Path | None, runs: int, tell: Callable[[str], None]) -> None:
        """`documents`: a folder besides the guide; `runs`: how often a cold start is repeated."""
        self._folder = folder
        self._documents = documents
        self._runs = runs
        self._tell = tell
        self._store = str(folder / "starter")
        self._exported = folder / "with export"
        self._environment = _environment(folder)

    def figures(self) -> tuple[list[Figure], list[str]]:
        """All figures but that of the changed file, and what is to be said besides."""
        building, notes = self._building()
        return [*building, *self._asking(), *self._warm(), *self._quick()], notes

    def changed_file(self, chunks: int) -> str:
        """How long an ingest takes that finds one file changed among `chunks` chunks."""
        documents = self._folder / "many"
        documents.mkdir()
        for number in range(0, chunks, 100):
            lines = [f"## Item {n}\n\nThe setting {n} of the rack {number} is {n * 7}.\n" for n in range(100)]
            (documents / f"{number}.md").write_text(f"# Rack {number}\n\n" + "\n".join(lines), "utf-8")
        self._tell(f"ingesting {chunks} chunks, which takes minutes")
        whole = self._ingest(str(documents), "-c", "many")
        with (documents / "0.md").open("a", encoding="utf-8") as file:
            file.write("\n## One more\n\nThis section is new.\n")
        again = self._ingest("-c", "many")
        return (
            f"One changed file among {again['chunks']:,} chunks: {again['seconds']:.1f} s, "
            f"{again['embedded']} vectors computed; the first ingest of all took {whole['seconds']:.0f} s."
        )

    def _building(self) -> tuple[list[Figure], list[str]]:
        more = [str(self._documents)] if self._documents else []
        self._tell("exporting the model and building our index")
        exported = run(mabs("ingest", "--json"), {**self._environment, "MABS_DATA_DIR": str(self._exported)})
        shutil.copytree(self._exported / MODELS_DIR, self._folder / "ours" / MODELS_DIR)
        self._tell("building it with the model at hand")
        first = [
            run(mabs("ingest", *paths, "--json"), self._environment) for paths in ([], more)[: 1 + len(more)]
        ]
        seconds = sum(one.seconds for one in first)
        told = [json.loads(one.output) for one in first]
        tokens = sum(one["tokens"] for one in told)
        self._tell("building the starter's index")
        folders = (str(kb.guide_dir()), *more)
        starter = run((*STARTER, "build", self._store, *folders), self._environment)
        inside = json.loads(starter.output)["seconds"]
        embedded = json.loads(run((*STARTER, "count", *folders), self._environment).output)["tokens"]
        self._tell("building ours again, unchanged")
        unchanged = min(run(mabs("ingest", "--json"), self._environment).seconds for _ in range(self._runs))
        figures = [
            Figure(
                "first ingest, per 1,000 tokens embedded",
                seconds / tokens * 1e6,
                starter.seconds / embedded * 1e6,
                "ms",
                3,
            ),
            Figure("ingest with nothing changed", unchanged, starter.seconds, "s", 50),
        ]
        notes = [
            f"First ingest in all: ours {seconds:.1f} s for {tokens:,} tokens (with the error "
            f"reference; the model's export, once a machine, makes it {exported.seconds:.1f} s), "
            f"the starter {starter.seconds:.1f} s for {embedded:,} tokens. Without the processes' start: "
            f"ours {sum(one['seconds'] for one in told) / tokens * 1e6:.1f} ms per 1,000 tokens, "
            f"the starter {inside / embedded * 1e6:.1f} ms."
        ]
        return figures, notes

    def _asking(self) -> list[Figure]:
        self._tell("asking, cold")
        ours, other = [], []
        for _ in range(self._runs):
            ours.append(run(mabs("ask", QUESTION), self._environment))
            other.append(run((*STARTER, "ask", self._store, QUESTION), self._environment))
        return [
            Figure(
                "`mabs ask`, cold",
                median(one.seconds for one in ours),
                median(one.seconds for one in other),
                "s",
                5,
            ),
            Figure(
                "peak memory of `mabs ask`",
                median(one.peak_mb for one in ours),
                median(one.peak_mb for one in other),
                "MB",
                2,
            ),
        ]

    def _warm(self) -> list[Figure]:
        self._tell("asking, warm")
        asked, before = warm_questions()
        told_all = json.dumps({"before": before, "asked": asked})
        model = run(("-c", EXPORT_FULL, str(self._exported)), self._environment).output.strip()
        ours: dict[str, list[float]] = {"answers": [], "settled": [], "encoder": [], "full": []}
        other: list[float] = []
        for _ in range(self._runs):
            told = json.loads(run(("-m", "evals.benchmark.warm", model), self._environment, told_all).output)
            ours = {name: [*times, *told[name]] for name, times in ours.items()}
            retrieved = run((*STARTER, "warm", self._store), self._environment, "\n".join(asked))
            other += json.loads(retrieved.output)["times"]
        return [
            Figure(
                "whole answer, warm, against its retrieval", median(ours["answers"]), median(other), "ms", 2
            ),
            *(
                Figure("settled answer, warm", median(ours["settled"]), median(ours[name]), "ms", 1, what)
                for name, what in (("encoder", "encoder pass"), ("full", "encoder pass in fp32"))
            ),
        ]

    def _quick(self) -> list[Figure]:
        self._tell("tables and codes, cold")
        commands = {
            "`mabs decide`": mabs("decide", "scratch", "data=8 TB"),
            "`mabs error`": mabs("error", "100050"),
            "help": mabs("--help"),
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(2 * self._runs):
            for name, command in commands.items():
                times[name].append(run(command, self._environment).seconds)
        helped = median(times["help"])
        return [
            Figure(f"{name}, cold", median(times[name]), helped, "s", 0.5, "`mabs --help`")
            for name in commands
            if name != "help"
        ]

    def _ingest(self, *arguments: str) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(run(mabs("ingest", *arguments, "--json"), self._environment).output)
        return told


def warm_questions() -> tuple[list[str], list[str]]:
    """The questions that are measured, and those that warm up: of the other development sets, from all over
    them, and none of which is measured."""
    measured = [datasets_dir() / f"{name}.jsonl" for name in WARM_SETS]
    asked = _first_turns(measured)
    others = [path for path in case_files(datasets_dir()) if path.match("*.dev.jsonl")]
    rest = [one for one in _first_turns(path for path in others if path not in measured) if one not in asked]
    return asked, rest[:: max(1, len(rest) // ASKED_BEFORE)][:ASKED_BEFORE]


def _first_turns(paths: Iterable[Path]) -> list[str]:
    """How the cases of some sets begin, each question once."""
    found = (" ".join(case.turns[0].split()) for path in paths for case in load_cases(path))
    return list(dict.fromkeys(found))


def _environment(folder: Path) -> Mapping[str, str]:
    """This process's environment with data of its own, and nothing that goes online.

    Python keeps its bytecode, as it does for users: both sides start from bytecode.
    """
    config = folder / "empty.toml"
    config.touch()
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("MABS_") and name != _NO_BYTECODE
    }
    offline = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "ANONYMIZED_TELEMETRY": "False"}
    return {**kept, **offline, "MABS_DATA_DIR": str(folder / "ours"), "MABS_CONFIG": str(config)}


def main(arguments: Sequence[str]) -> int:
    """Prints the table; 1 when a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m evals.benchmark", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="documents to put into both besides the guide")
    parser.add_argument("--chunks", type=int, default=20_000, help="size of the large index; 0 leaves it out")
    parser.add_argument("--runs", type=int, default=3, help="how often a cold start is measured")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="mabs-bench-", ignore_cleanup_errors=True) as folder:
        benchmark = Benchmark(Path(folder), asked.folder, asked.runs, _tell)
        figures, notes = benchmark.figures()
        if asked.chunks:
            notes.append(benchmark.changed_file(asked.chunks))
    sys.stdout.write("\n".join(table(figures, notes)) + "\n")
    return 0 if all(one.reached for one in figures) else 1


def _tell(text: str) -> None:
    sys.stderr.write(f"{text} ...\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
