"""Checking lines that a run wrote: what is wrong, in which line and field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import orjson
from pydantic import BaseModel, ValidationError

from gxq_extract.record import Bulletin, MentionRecord, faults
from gxq_extract.run.inputs import printable
from gxq_extract.run.opening import opened, reading, refuse_compressed
from gxq_extract.run.telling import counted


@dataclass(frozen=True, slots=True)
class Result:
    """What the check of a file came to."""

    name: str
    lines: int
    faults: int

    def __str__(self) -> str:
        return f"{self.name}: {counted(self.lines, 'lines')}, {counted(self.faults, 'faults')}"


def check_file(name: str, report: Callable[[str], None]) -> Result:
    """Check each line of a JSON Lines file (`-`: standard input) and report each fault in one line of text.

    Raises the `ExtractError` that says why the file cannot be read to its end.
    """
    shown, lines, faults = printable(name), 0, 0
    for lines, line in enumerate(_lines(name), start=1):
        for fault in line_faults(line):
            faults += 1
            report(f"{shown}:{lines}: {fault}")
    return Result(shown, lines, faults)


def line_faults(line: bytes) -> Iterator[str]:
    """Each fault of one line as `field: reason`; a line with `bulletin` in it is held against the mention record.

    >>> list(line_faults(b"[]"))
    ['line: Input should be a valid dictionary or instance of Bulletin']
    """
    try:
        line.decode()
        record: Any = orjson.loads(line)
    except UnicodeDecodeError as error:
        yield f"line: no UTF-8 at byte {error.start + 1} of {len(line)}: cut off, or damaged"
        return
    except orjson.JSONDecodeError as error:
        yield f"line: no JSON: {error}"
        return
    model: type[BaseModel] = MentionRecord if is_mention(record) else Bulletin
    try:
        model.model_validate(record)
    except ValidationError as error:
        yield from faults(error, "line")


def is_mention(record: object) -> bool:
    """Whether a line's value is meant as a mention, not as a bulletin."""
    return isinstance(record, dict) and "bulletin" in record


def _lines(name: str) -> Iterator[bytes]:
    """The lines of the file; what reads them may raise errors of its own."""
    with reading(printable(name)), opened(name) as stream:
        for number, line in enumerate(stream):
            if not number:
                refuse_compressed(line, printable(name))
            yield line
