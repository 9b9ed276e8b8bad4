"""`mabs eval`: run the evaluation cases, compare runs, hold the gate, and bring cases in and out."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ingest.errors import InputError, StorageFault, reason_of

if TYPE_CHECKING:
    from evals.cases import Case
    from evals.results import Timing

EXIT_GATE = 1
CASES_WORTH_A_PROCESS = 100
"""So many cases take about as long as another process takes to begin."""

eval_app = typer.Typer(
    name="eval",
    help="Measure whether answers are right, and whether they got worse.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Sets = Annotated[str, typer.Option("--set", help="dev, test, all, a dataset, a file such as guide.dev.")]
Files = Annotated[list[Path] | None, typer.Option("--cases", help="A file of cases instead of a set.")]
Folder = Annotated[Path, typer.Argument(help="The folder of a run.")]
FormatName = Annotated[
    str, typer.Option("--format", "-f", help="ragas, promptfoo or openai; checklist can be imported.")
]
Baseline = Annotated[
    Path | None, typer.Option("--baseline", help="A summary.json; default: the shipped baseline.")
]


@eval_app.command()
def run(
    set_: Sets = "all",
    cases: Files = None,
    kind: Annotated[list[str] | None, typer.Option("--kind", help="Only these kinds.")] = None,
    tag: Annotated[list[str] | None, typer.Option("--tag", help="Only cases with all these tags.")] = None,
    system: Annotated[str, typer.Option("--system", help="`local`, or the URL of a deployment.")] = "local",
    workers: Annotated[
        int,
        typer.Option("--workers", min=0, max=64, help="Processes that ask (threads, of a URL); 0: as fits."),
    ] = 0,
    limit: Annotated[int, typer.Option("--limit", min=0, help="The first N cases only; 0: all.")] = 0,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Folder for the run.")] = None,
    baseline: Baseline = None,
    cold: Annotated[
        bool, typer.Option("--cold", help="Also time the first answer of a new process.")
    ] = False,
) -> None:
    """Ask the cases, score the answers and write the reports. An interrupted run goes on in its folder."""
    from assistant.cli.countdown import Countdown
    from assistant.settings import load_settings
    from evals.cases import select
    from evals.compare import compare_runs, comparison_lines, results_of_summary
    from evals.gate import gate, load_summary
    from evals.report import write_reports
    from evals.report.markdown import headline
    from evals.results import read_timings
    from evals.runner import run as run_cases
    from evals.summary import summarize
    from evals.systems import system_factory
    from evals.versions import run_config

    held = load_summary(baseline) if baseline else None
    chosen = select(_cases(set_, cases), kind or (), tag or (), limit)
    if not chosen:
        raise InputError("No case was selected.")
    name = ", ".join(path.name for path in cases) if cases else set_
    config = run_config(chosen, name, system)
    folder = output or Path("runs") / f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    countdown = Countdown(len(chosen))
    asking = workers or _workers(system, len(chosen))
    results = run_cases(
        chosen,
        system_factory(system, load_settings),
        folder,
        config,
        asking,
        lambda done, failed: countdown.tell(done, f"{failed} failed"),
        processes=system == "local" and asking > 1,
    )
    timings = read_timings(folder)
    summary = summarize(results, timings, config, _speed(system, chosen[0].turns[0] if cold else "", timings))
    write_reports(folder, summary, results, timings)
    for told in [*headline(summary), f"Report: {folder / 'report.html'}"]:
        typer.echo(told)
    if held is not None:
        for told in comparison_lines(compare_runs(results_of_summary(held), results)):
            typer.echo(told)
        _tell_faults(gate(summary, held))


@eval_app.command()
def compare(
    before: Folder,
    after: Annotated[
        Path | None,
        typer.Argument(help="The folder of a later run; none: BEFORE is held against the baseline."),
    ] = None,
    baseline: Baseline = None,
) -> None:
    """Show what changed between two runs, case by case, with the paired test of every metric."""
    from evals.compare import compare_runs, comparison_lines, results_of_summary
    from evals.gate import baseline_path, load_summary
    from evals.results import read_results

    if after is None:
        old, new = results_of_summary(load_summary(baseline or baseline_path())), read_results(before)
    else:
        old, new = read_results(before), read_results(after)
    for line in comparison_lines(compare_runs(old, new)):
        typer.echo(line)


@eval_app.command()
def judge(
    folder: Folder,
    limit: Annotated[int, typer.Option("--limit", min=0, help="The first N answers only; 0: all.")] = 0,
) -> None:
    """Let the language model of the settings judge a run, and report how far it agrees with the metrics."""
    from assistant.cli.countdown import Countdown
    from assistant.settings import load_settings
    from evals.gate import load_summary
    from evals.judges import judge_all, judgeable, judges_summary
    from evals.language_model import load_language_model
    from evals.report import SUMMARY, write_reports
    from evals.report.markdown import judge_lines
    from evals.results import read_results, read_timings

    settings = load_settings()
    results, summary = read_results(folder), load_summary(folder / SUMMARY)
    chosen = judgeable(results)[: limit or None]
    if not chosen:
        raise InputError("No answer of this run can be judged.", "Kept back and uncited ones can't.")
    llm = load_language_model(settings.language_model, settings.language_model_options)
    judgements = judge_all(chosen, llm, folder, Countdown(len(chosen)).tell)
    summary["judges"] = judges_summary(results, judgements)
    write_reports(folder, summary, results, read_timings(folder))
    for told in judge_lines(summary):
        typer.echo(told)


@eval_app.command()
def baseline(
    folder: Folder,
    to: Annotated[Path | None, typer.Option("--output", "-o", help="Default: the shipped baseline.")] = None,
) -> None:
    """Make a run the baseline that later ones are held against."""
    from evals.gate import baseline_path, load_summary, write_baseline
    from evals.report import SUMMARY

    path = to or baseline_path()
    write_baseline(load_summary(folder / SUMMARY), path)
    typer.echo(f"Baseline: {path}")


@eval_app.command()
def gate(
    folder: Folder,
    baseline: Baseline = None,
) -> None:
    """Hold a run against the baseline; exit code 1 when it must not pass."""
    from evals.gate import baseline_path, load_summary
    from evals.gate import gate as hold
    from evals.report import SUMMARY

    faults = hold(load_summary(folder / SUMMARY), load_summary(baseline or baseline_path()))
    _tell_faults(faults)
    if faults:
        raise typer.Exit(EXIT_GATE)


@eval_app.command()
def add(
    to: Annotated[Path, typer.Argument(help="File of cases that the drafts go to, as JSON lines.")],
    conversation: Annotated[
        str, typer.Option("--conversation", help="A conversation's id; else: all feedback.")
    ] = "",
    upto: Annotated[int, typer.Option("--upto", min=0, help="Only its first N messages; 0: all.")] = 0,
) -> None:
    """Turn feedback, or a conversation, into draft cases for a reviewer to complete."""
    from assistant.cli.chat import open_store
    from assistant.settings import load_settings
    from evals.feedback import append_new, case_from_conversation, cases_from_feedback

    store = open_store(load_settings())
    try:
        drafts = (
            [case_from_conversation(store, conversation, upto)]
            if conversation
            else cases_from_feedback(store.feedback())
        )
    finally:
        store.close()
    new = append_new(drafts, to)
    typer.echo(
        f"{len(new)} new drafts in {to}. Fill in what a right answer must say, then remove the tag `draft`."
    )


@eval_app.command("import")
def import_(
    source: Annotated[Path, typer.Argument(help="The file to read.")],
    to: Annotated[Path, typer.Option("--output", "-o", help="File of cases to write.")],
    format_: FormatName = "ragas",
) -> None:
    """Read cases of another tool. What it doesn't say stays for the reviewer to fill in."""
    from evals.cases import write_cases
    from evals.formats import import_cases

    cases = import_cases(source, format_)
    _write(to, lambda: write_cases(cases, to))
    typer.echo(f"{len(cases)} cases in {to}.")


@eval_app.command()
def export(
    to: Annotated[Path, typer.Option("--output", "-o", help="File to write.")],
    format_: FormatName = "ragas",
    set_: Sets = "dev",
    cases: Files = None,
) -> None:
    """Write cases for another tool, and tell what its format has no place for."""
    from evals.formats import export_cases

    exported = export_cases(_cases(set_, cases), format_)
    _write(to, lambda: to.write_text(exported.text, encoding="utf-8", newline="\n"))
    for told in exported.left_out:
        typer.echo(f"left out: {told}", err=True)


@eval_app.command()
def generate(
    to: Annotated[Path, typer.Option("--output", "-o", help="File of cases to write.")],
    set_: Annotated[str, typer.Option("--set", help="Whose grammar: dev or test.")] = "dev",
    per_cell: Annotated[int, typer.Option("--per-cell", min=1, help="Questions for each cell.")] = 25,
    seed: Annotated[int | None, typer.Option("--seed", help="Another seed than the fixed one.")] = None,
) -> None:
    """Compose paraphrases of every cell of the connectivity table and every row of the matrix."""
    from evals.cases import datasets_dir, write_cases
    from evals.grammar import load_grammar
    from evals.paraphrases import compose
    from evals.statistics.intervals import SEED

    grammar = load_grammar(datasets_dir() / f"paraphrases.{set_}.yaml")
    cases = compose(grammar, per_cell, SEED if seed is None else seed)
    _write(to, lambda: write_cases(cases, to))
    typer.echo(f"{len(cases)} cases in {to}.")


@eval_app.command()
def retrieval(
    questions: Annotated[
        str, typer.Option("--set", help="tune or test, or a file of questions with gold sections.")
    ] = "tune",
    collection: Annotated[
        list[str] | None, typer.Option("--collection", "-c", help="Search these collections only.")
    ] = None,
) -> None:
    """Measure search by itself: lexical, vector and fused, with paired intervals."""
    from assistant.knowledge import Knowledge
    from assistant.settings import load_settings
    from evals.cases import datasets_dir
    from evals.retrieval import evaluate_retrieval, load_retrieval_cases, report_lines, retriever_ranker

    shipped = datasets_dir() / f"retrieval.{questions}.jsonl"
    cases = load_retrieval_cases(shipped if shipped.is_file() else Path(questions))
    knowledge = Knowledge(load_settings())
    try:
        report = evaluate_retrieval(cases, retriever_ranker(knowledge.retriever(), collection))
    finally:
        knowledge.close()
    for line in report_lines(report):
        typer.echo(line)


@eval_app.command()
def codes(
    texts: Annotated[
        list[str] | None,
        typer.Option(
            "--set", help="dev, codes2.dev, codes17.test..., or a file of labelled texts; repeatable."
        ),
    ] = None,
) -> None:
    """Measure which numbers are taken for error codes: precision and recall."""
    from assistant.codes.code_extraction import find_codes
    from evals.code_reading import code_report_lines, evaluate_codes, load_code_set

    cases = [case for name in texts or ["dev"] for case in load_code_set(name)]

    def read(text: str) -> list[str]:
        return [code.value for code in find_codes(text) if not code.candidate]

    report = evaluate_codes(cases, read)
    for line in code_report_lines(report):
        typer.echo(line)


def _cases(name: str, files: list[Path] | None) -> list[Case]:
    from evals.sets import load_files, load_set

    return load_files(files) if files else load_set(name)


def _write(path: Path, write: Callable[[], object]) -> None:
    try:
        write()
    except OSError as error:
        raise StorageFault(f"{path} can't be written: {reason_of(error)}.") from error


def _workers(system: str, cases: int) -> int:
    """A process for each core where the cases are worth its start; one thread for a deployment."""
    return min(os.cpu_count() or 1, 1 + cases // CASES_WORTH_A_PROCESS) if system == "local" else 1


def _speed(system: str, first: str, timings: Sequence[Timing]) -> dict[str, float | None]:
    """Most memory of a process, and milliseconds of `first` in a new one; None of a system somewhere else."""
    from evals.speed import cold_start_ms

    local = system == "local"
    return {
        "memory_mb": max((timing.memory_mb for timing in timings), default=None) if local else None,
        "cold_start_ms": cold_start_ms(first) if local and first else None,
    }


def _tell_faults(faults: list[str]) -> None:
    typer.echo("The gate is open." if not faults else f"The gate is closed ({len(faults)}):")
    for fault in faults:
        typer.echo(f"- {fault}")
