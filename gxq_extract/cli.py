"""The command line: parse, call, print. What is heavy is imported by the command that needs it."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gxq_extract.errors import ExitCode, ExtractError
from gxq_extract.run.telling import tell

if TYPE_CHECKING:
    from gxq_extract.options import Options

app = typer.Typer(
    name="gxq-extract",
    help="Dates, reporters, officials with posts, meetings and projects from Chinese district newspapers.",
    epilog="Exit codes: 0 all well, 1 some pages failed, 2 wrong usage, 3 nothing could be read, 130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["--help", "-h"]},
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class Unit(StrEnum):
    """What one output line holds."""

    BULLETIN = "bulletin"
    MENTION = "mention"


def _unit(name: str) -> Unit:
    """The unit of that name."""
    try:
        return Unit(name)
    except ValueError as error:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(Unit)}") from error


UNITS = f"[{'|'.join(Unit)}]"
YearOption = Annotated[int | None, typer.Option(min=1000, max=9999, help="The year where a page tells none.")]
PublishedOption = Annotated[
    str | None, typer.Option(metavar="DATE", help="The publication date where a page tells none: 2024-03-01.")
]
RollUpInputs = Annotated[
    list[str] | None, typer.Argument(metavar="INPUT…", help="Files that run wrote (or pages), - for standard input.")
]
RulesOption = Annotated[
    list[str] | None,
    typer.Option("--rules", metavar="FILE", help="Rules of your own (TOML; repeatable), beside gxq.toml here."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]

_WRITING = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)  # other files have errors of the table


def main() -> None:
    """Entry point of the console script; ends the process."""
    gc.set_threshold(100_000, 20, 20)  # few cycles arise: looking for them often costs a tenth of the time
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # looking for plug-ins costs a tenth of the start-up
    if sys.stdout is None:  # closed: what is written there is to fail, and no other file to get its number
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w")  # noqa: PTH123, SIM115
    code: int | str | None = ExitCode.OK
    try:
        _call()
    except SystemExit as leaving:
        code = leaving.code
    except ExtractError as error:
        code = error.kind.exit_code
        tell(error)
    os._exit(code if isinstance(code, int) else ExitCode.FAILED)  # taking modules apart would cost 25 ms more


def _call() -> None:
    """Call the command and write out what it printed. Raises `cut_short` where standard output takes no more."""
    try:
        try:
            app()
        except SystemExit as leaving:
            if isinstance(leaving.__context__, BrokenPipeError):  # the reader has had enough
                raise SystemExit(ExitCode.OK) from None
            raise
        finally:
            with suppress(BrokenPipeError):
                sys.stdout.flush()
    except OSError as error:
        if error.errno not in _WRITING:
            raise
        raise ExtractError("cut_short", "standard output", error.strerror or "") from error


def _show_version(wanted: bool) -> None:
    """Print the version and leave, if wanted."""
    if wanted:
        from gxq_extract import __version__

        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_show_version, help="Print the version and leave.")
    ] = False,
) -> None:
    """Options of the program itself."""


@app.command()
def run(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT…", help="Files, folders (.txt, .md, also .gz and .zst), or - for standard input."
        ),
    ] = None,
    *,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write here, whole or not at all.")
    ] = None,
    unit: Annotated[
        Unit, typer.Option(parser=_unit, metavar=UNITS, help="One line a bulletin, or one flat line a mention.")
    ] = Unit.BULLETIN,
    text: Annotated[bool, typer.Option("--text", help="Add each bulletin's clean text.")] = False,
    year: YearOption = None,
    published: PublishedOption = None,
    rules: RulesOption = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Processes [default: the cores].")] = None,
    shard: Annotated[str | None, typer.Option(metavar="I/N", help="Only the I-th of N parts of the inputs.")] = None,
    files_from: Annotated[
        str | None, typer.Option(metavar="LIST", help="Read further inputs from this file, or - for standard input.")
    ] = None,
    null: Annotated[bool, typer.Option("--null", "-0", help="The list is parted by NUL, not by newlines.")] = False,
    text_field: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Field of the page's text in .jsonl files [default: text]; if given, also for - and in folders.",
        ),
    ] = None,
    id_field: Annotated[
        str | None, typer.Option(metavar="NAME", help="Field of the page's id in .jsonl files.")
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Pass the other fields of .jsonl files on as `source`.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where a run with the same -o was cut off.")] = False,
    errors: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="Write failed pages here as JSON Lines [default: -, told on standard error]."
        ),
    ] = None,
    page_timeout: Annotated[
        float,
        typer.Option(min=0, max=86_400, metavar="SECONDS", help="Most time for each MB of a page; 0 is no limit."),
    ] = 10.0,
    max_page_bytes: Annotated[int, typer.Option(min=1, metavar="BYTES", help="Most bytes of a page.")] = 1 << 27,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Extract the bulletins of pages as JSON Lines."""
    from gxq_extract.run.inputs import Selection, takes_lines
    from gxq_extract.run.job import Job
    from gxq_extract.run.job import run as run_job
    from gxq_extract.run.lines import LineFields
    from gxq_extract.run.work import Settings
    from gxq_extract.run.writing import is_stream

    if not inputs and files_from is None:
        raise typer.BadParameter("give at least one file, folder or -, or --files-from")
    if resume and is_stream(output):
        raise typer.BadParameter("--resume needs -o FILE")
    selection = Selection(
        paths=tuple(inputs or ()),
        listed_in=_list_file(files_from),
        null=null,
        lines=text_field is not None,
        limit=max_page_bytes,
    )
    if not takes_lines(selection) and (text_field or id_field or keep):
        named = "--text-field" if text_field else "--id-field" if id_field else "--keep"
        reason = "no such file is given" if text_field else "none is given, and - and folders need --text-field"
        raise typer.BadParameter(f"it is for .jsonl and .ndjson files; {reason}", param_hint=named)
    settings = Settings(
        options=_options(year, published, rules, text=text),
        unit=unit.value,
        lines=LineFields(text_field or "text", id_field, keep),
        page_timeout=page_timeout,
        max_page_bytes=max_page_bytes,
    )
    _interrupt_on_termination()
    job = Job(selection, settings, _shard(shard), output, errors, jobs or _cores(), resume, quiet)
    raise typer.Exit(run_job(job))


@app.command()
def schema(
    unit: Annotated[
        Unit, typer.Option(parser=_unit, metavar=UNITS, help="Whose schema goes to standard output.")
    ] = Unit.BULLETIN,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help="Write both schemas into this folder.")
    ] = None,
) -> None:
    """Print the JSON Schema (2020-12) of the records."""
    from gxq_extract.record import schema_text

    if output is None:
        typer.echo(schema_text(unit.value), nl=False)
        return
    try:
        output.mkdir(parents=True, exist_ok=True)
        for each in Unit:
            (output / f"{each.value}.schema.json").write_text(schema_text(each.value), "utf-8")
    except FileExistsError as error:
        raise ExtractError("bad_place", str(output), "it is a file, and a folder is wanted") from error
    except OSError as error:
        raise ExtractError("no_output", str(output), error.strerror or "") from error


@app.command()
def validate(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="JSON Lines files, or - for standard input.")],
) -> None:
    """Check lines that `run` wrote against the models; each fault goes to standard output."""
    from gxq_extract.run.checking import check_file

    unread = faults = 0
    for name in files:
        try:
            result = check_file(name, typer.echo)
        except ExtractError as error:
            tell(error)
            unread += 1
        else:
            typer.echo(str(result), err=True)
            faults += result.faults
    if unread == len(files):
        raise typer.Exit(ExitCode.NOTHING_READ)
    raise typer.Exit(ExitCode.FAILED if unread or faults else ExitCode.OK)


@app.command()
def rules(
    *,
    check: Annotated[bool, typer.Option("--check", help="Run all examples; exit code 1 if one fails.")] = False,
    own: RulesOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the rules: id, what each finds, and an example."""
    from gxq_extract.evaluate.commands import check_rules, list_rules

    options = _options(None, None, own)
    raise typer.Exit(check_rules(options, as_json=as_json) if check else list_rules(options, as_json=as_json))


@app.command("eval")
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="JSON Lines, a page with its bulletins a line.")],
    pages: Annotated[Path, typer.Argument(metavar="PAGES", help="The folder with those pages.")],
    *,
    loose: Annotated[bool, typer.Option("--loose", help="Bind facts to the page, not to the bulletin.")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="List each missed and extra fact in its context.")] = False,
    by_rule: Annotated[bool, typer.Option("--by-rule", help="Add every rule's hits and precision.")] = False,
    as_json: JsonOption = False,
    year: YearOption = None,
    published: PublishedOption = None,
    rules: RulesOption = None,
) -> None:
    """Measure the extraction against gold: precision, recall and F1 by field."""
    from gxq_extract.evaluate.commands import evaluate_pages

    options = _options(year, published, rules)
    raise typer.Exit(evaluate_pages(gold, pages, options, loose=loose, misses=misses, rules=by_rule, as_json=as_json))


@app.command()
def show(
    pages: Annotated[list[str], typer.Argument(metavar="PAGE", help="A page, or - for standard input.")],
    *,
    why: Annotated[bool, typer.Option("--why", help="Add the rules, and what was assumed.")] = False,
    pager: Annotated[bool, typer.Option("--pager", help="Show it in a pager.")] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colours; so does NO_COLOR.")] = False,
    year: YearOption = None,
    published: PublishedOption = None,
    rules: RulesOption = None,
) -> None:
    """Show a page in the terminal, what was found coloured in its text."""
    from gxq_extract.report.commands import show_page

    if len(pages) > 1:
        raise typer.BadParameter("give one page; `gxq-extract report` shows several")
    raise typer.Exit(show_page(pages[0], _options(year, published, rules), why=why, pager=pager, color=not no_color))


@app.command()
def report(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT…", help="Pages, folders, or .jsonl files (and -) that run --text wrote."),
    ],
    *,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Write here; - is standard output.")] = (
        "report.html"
    ),
    year: YearOption = None,
    published: PublishedOption = None,
    rules: RulesOption = None,
) -> None:
    """Write one HTML file to browse the bulletins by text, day, person, meeting and project."""
    from gxq_extract.report.commands import write_report

    raise typer.Exit(write_report(inputs, output, _options(year, published, rules)))


@app.command()
def people(
    inputs: RollUpInputs = None,
    *,
    year: YearOption = None,
    published: PublishedOption = None,
    rules: RulesOption = None,
) -> None:
    """Print each person with posts over time, actions, and possible other spellings, as JSON Lines."""
    _roll_up("people", inputs, _options(year, published, rules))


@app.command()
def meetings(
    inputs: RollUpInputs = None,
    *,
    year: YearOption = None,
    published: PublishedOption = None,
    rules: RulesOption = None,
) -> None:
    """Print each series of meetings with its numbers, and the missing ones, as JSON Lines."""
    _roll_up("meetings", inputs, _options(year, published, rules))


@app.command()
def projects(
    inputs: RollUpInputs = None,
    *,
    year: YearOption = None,
    published: PublishedOption = None,
    rules: RulesOption = None,
) -> None:
    """Print each project with its mentions, its inspections, and possible other names, as JSON Lines."""
    _roll_up("projects", inputs, _options(year, published, rules))


def _roll_up(name: str, inputs: list[str] | None, options: Options) -> None:
    """Print a roll-up of the inputs, of standard input if there are none."""
    from gxq_extract.report.commands import print_rows

    raise typer.Exit(print_rows(name, inputs or ["-"], options))


def _options(year: int | None, published: str | None, rules: list[str] | None, *, text: bool = False) -> Options:
    """What stands in where a page tells no year or publication date, and the user's rules."""
    from gxq_extract.options import Options
    from gxq_extract.run.teaching import load_rules

    taught = load_rules(rules or ())
    try:
        return Options(year=year, published=published, text=text, rules=taught)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _list_file(path: str | None) -> str | None:
    """The list of `--files-from`, which must be there before anything is written."""
    if path not in (None, "-") and not Path(str(path)).exists():
        raise ExtractError("not_found", str(path))
    if path is not None and Path(path).is_dir():
        raise ExtractError("is_folder", path)
    return path


def _shard(text: str | None) -> tuple[int, int] | None:
    """The part and the number of parts of `--shard`."""
    if text is None:
        return None
    part, _, parts = text.partition("/")
    if not (part.isdecimal() and parts.isdecimal() and 1 <= int(part) <= int(parts)):
        raise typer.BadParameter(f"{text!r} is not I/N with I from 1 to N, as in 1/4", param_hint="--shard")
    return int(part), int(parts)


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _interrupt_on_termination() -> None:
    """Let SIGTERM, which schedulers send, end a run as tidily as Ctrl-C."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
