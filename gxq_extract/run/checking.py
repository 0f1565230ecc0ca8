"""Checking lines that a run wrote: what is wrong, in which line and field."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any, BinaryIO

import orjson
from pydantic import BaseModel, ValidationError

from gxq_extract.errors import ExitCode, ExtractError
from gxq_extract.record import Bulletin, MentionRecord
from gxq_extract.run.inputs import STDIN, printable
from gxq_extract.run.opening import open_bytes, reading_error


@dataclass(frozen=True, slots=True)
class Result:
    """What the check of a file came to; `error` says why it could not be read."""

    name: str
    lines: int = 0
    faults: int = 0
    error: str | None = None

    @property
    def exit_code(self) -> ExitCode:
        """0 no fault, 1 some, 3 not readable."""
        if self.error:
            return ExitCode.NOTHING_READ
        return ExitCode.FAILED if self.faults else ExitCode.OK

    def __str__(self) -> str:
        return self.error or f"{self.name}: {self.lines} lines, {self.faults} faults"


def check_file(name: str, report: Callable[[str], None]) -> Result:
    """Check each line of a JSON Lines file (`-`: standard input) and report each fault in one line of text."""
    shown, lines, faults = printable(name), 0, 0
    try:
        with _opened(name) as stream:
            for lines, line in enumerate(stream, start=1):
                for fault in line_faults(line):
                    faults += 1
                    report(f"{shown}:{lines}: {fault}")
    except (OSError, EOFError, ExtractError) as error:
        return Result(shown, error=str(reading_error(error, shown)))
    return Result(shown, lines, faults)


def line_faults(line: bytes) -> Iterator[str]:
    """Each fault of one line as `field: reason`; a line with `bulletin` in it is held against the mention record.

    >>> list(line_faults(b"[]"))
    ['line: Input should be a valid dictionary or instance of Bulletin']
    """
    try:
        record: Any = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        yield f"line: no JSON: {error}"
        return
    model: type[BaseModel] = MentionRecord if isinstance(record, dict) and "bulletin" in record else Bulletin
    try:
        model.model_validate(record)
    except ValidationError as error:
        for fault in error.errors(include_url=False, include_context=False):
            yield f"{'.'.join(map(str, fault['loc'])) or 'line'}: {fault['msg']}"


def _opened(name: str) -> AbstractContextManager[BinaryIO]:
    """The file, or standard input, which stays open."""
    return nullcontext(sys.stdin.buffer) if name == STDIN else open_bytes(name)
