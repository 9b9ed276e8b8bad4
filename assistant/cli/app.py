"""The command line: names, options and exit codes. What a command does lives in the module of its name.

Exit codes: 0 done, 1 a fault of the installation or the machine, 2 unusable input,
3 `ask` abstained, 130 interrupted.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ingest.errors import MabsError

EXIT_ABSTAINED = 3

app = typer.Typer(
    name="mabs",
    help="Answers questions about Azure Backup Server (MABS) on Azure Stack, with sources, offline.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"mabs-assistant {version('mabs-assistant')}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Answers questions about Azure Backup Server (MABS) on Azure Stack, with sources, offline."""


@app.command()
def ask(
    question: Annotated[
        list[str], typer.Argument(help="The question; `-` reads it from standard input.", metavar="QUESTION")
    ],
    json: Annotated[bool, typer.Option("--json", help="Print the whole answer as JSON.")] = False,
    sources: Annotated[bool, typer.Option("--sources", help="Show the passages found, with scores.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show what was understood, from which words.")] = False,
    collection: Annotated[
        list[str] | None, typer.Option("--collection", "-c", help="Search these collections only.")
    ] = None,
) -> None:
    """Answer one question. Exit code 3 when the knowledge base does not say."""
    from assistant.cli.ask import run_ask

    status = run_ask(" ".join(question), as_json=json, sources=sources, explain=explain, collections=collection)
    if status == "abstained":
        raise typer.Exit(EXIT_ABSTAINED)


@app.command()
def chat(
    resume: Annotated[
        str, typer.Option("--resume", help="Go on with a conversation: its id, or `last`.", metavar="ID")
    ] = "",
    list_: Annotated[bool, typer.Option("--list", help="List the latest conversations and leave.")] = False,
) -> None:
    """Talk in the terminal; in a pipe, answer one question a line."""
    from assistant.cli.chat import run_chat

    run_chat(resume=resume, list_only=list_)


@app.command()
def batch(
    questions: Annotated[Path, typer.Argument(help='JSON lines of {"id", "question"} or {"id", "turns"}.')],
    output: Annotated[Path, typer.Option("--output", "-o", help="Where the answers go, as JSON lines.")],
) -> None:
    """Answer a file of questions."""
    from assistant.cli.batch import run_batch

    run_batch(questions, output)


@app.command()
def ingest(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders; none: the shipped guide.", metavar="PATH")
    ] = None,
    collection: Annotated[
        str, typer.Option("--collection", "-c", help="Name of the collection the documents go into.")
    ] = "",
    remove: Annotated[bool, typer.Option("--remove", help="Remove the collection instead.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, change nothing.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit code 2 when a document was skipped.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Read documents into the index: Markdown, text, HTML, PDF, DOCX, FAQ YAML."""
    from assistant.cli.ingest import run_ingest

    code = run_ingest(
        paths or [], collection, remove=remove, dry_run=dry_run, strict=strict, as_json=json
    )
    if code:
        raise typer.Exit(code)


@app.command()
def status(json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False) -> None:
    """Show what is indexed: collections, documents, encoder, size."""
    from assistant.cli.status import run_status

    run_status(as_json=json)


@app.command()
def doctor(json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False) -> None:
    """Check installation, model and index, and say how to mend what is broken."""
    from assistant.cli.status import run_doctor

    if code := run_doctor(as_json=json):
        raise typer.Exit(code)


@app.command()
def table(
    name: Annotated[str, typer.Argument(help="A table's name; none: the list of tables.")] = "",
    json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Print a decision table whole, as the guide has it."""
    from assistant.cli.tables import run_table

    run_table(name, as_json=json)


@app.command()
def decide(
    name: Annotated[str, typer.Argument(help="A table's name; `mabs table` lists them.")],
    inputs: Annotated[list[str] | None, typer.Argument(help="Inputs.", metavar="KEY=VALUE")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Ask a decision table directly."""
    from assistant.cli.tables import run_decide

    run_decide(name, inputs or [], as_json=json)


@app.command()
def preflight(
    facts: Annotated[
        list[str] | None,
        typer.Argument(help="A JSON file of facts (`-`: standard input) and facts such as cores=2.", metavar="FACTS"),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Check a described machine. Exit code 0 ready, 1 not ready, 3 not settled, 2 unusable input."""
    from assistant.cli.tables import run_preflight

    given = facts or []
    source = given[0] if given and "=" not in given[0] else ""
    code = run_preflight(source, given[1:] if source else given, as_json=json)
    if code:
        raise typer.Exit(code)


def main() -> None:
    """Entry point of the `mabs` command: runs it and turns errors of ours into a message and an exit code."""
    _use_utf8()
    try:
        app()
    except MabsError as error:
        typer.echo(f"mabs: {error}", err=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        typer.echo("interrupted", err=True)
        sys.exit(130)
    except BrokenPipeError:  # the reader of our output left, as `head` does
        sys.stderr.close()
        sys.exit(0)


def _use_utf8() -> None:
    """Windows consoles and `LANG=C` default to narrow encodings; answers carry characters beyond them."""
    import io

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8", errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
