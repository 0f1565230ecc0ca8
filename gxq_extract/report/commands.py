"""The commands of this room: what they read and print, and the exit code they lead to."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import orjson

from gxq_extract.errors import ExitCode, ExtractError
from gxq_extract.options import Options
from gxq_extract.report.load import Intake, page_of, readings
from gxq_extract.report.meetings import meetings
from gxq_extract.report.people import people
from gxq_extract.report.projects import projects
from gxq_extract.report.sightings import Bulletin, Row
from gxq_extract.run.inputs import Selection, printable
from gxq_extract.run.overwriting import refuse_overwriting
from gxq_extract.run.telling import tell
from gxq_extract.run.work import extracted
from gxq_extract.run.writing import write_whole

ROLL_UPS: Final[dict[str, Callable[[Iterable[Bulletin]], list[Row]]]] = {
    "people": people,
    "meetings": meetings,
    "projects": projects,
}


def print_rows(roll_up: str, paths: Sequence[str], options: Options) -> ExitCode:
    """Print the rows of a roll-up as JSON Lines."""
    intake = Intake()
    found = (reading.bulletin for reading in readings(paths, options, intake))
    for row in ROLL_UPS[roll_up](found):
        sys.stdout.buffer.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
    return _outcome(intake, paths)


def write_report(paths: Sequence[str], output: str, options: Options) -> ExitCode:
    """Write the report of all inputs, whole or not at all; where nothing could be read, what stood there stays."""
    from gxq_extract.report.html import html
    from gxq_extract.report.payload import payload

    refuse_overwriting(Selection(tuple(paths), lines=True), output)
    intake = Intake()
    data = payload(readings(paths, options, intake), [printable(path) for path in paths])
    code = _outcome(intake, paths)
    if code is not ExitCode.NOTHING_READ:
        write_whole(html(data).encode(), output)
    return code


def show_page(path: str, options: Options, *, why: bool, pager: bool, color: bool) -> ExitCode:
    """Print a page with its mentions coloured, and a panel a bulletin; in a pager on request."""
    from rich.console import Console

    from gxq_extract.report.terminal import print_page

    try:
        page = page_of(path)
    except ExtractError as error:
        tell(error)
        return ExitCode.NOTHING_READ
    bulletins = extracted(page, options)
    console = Console(no_color=None if color else True, highlight=False, markup=False, emoji=False)
    if pager and console.is_terminal:
        with console.pager(styles=True):
            print_page(page, bulletins, console, why=why)
    else:
        print_page(page, bulletins, console, why=why)
    return ExitCode.OK


def _outcome(intake: Intake, paths: Sequence[str]) -> ExitCode:
    """Tell of each failure, and say what the shell gets. Raises `nothing_read` where the paths hold no input at all."""
    for failure in intake.failures:
        tell(failure)
    if intake.read:
        return ExitCode.FAILED if intake.failures else ExitCode.OK
    if not intake.failures:
        raise ExtractError("nothing_read", printable(", ".join(paths)))
    return ExitCode.NOTHING_READ
