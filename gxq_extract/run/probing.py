"""JSON Lines files that hold something else, told once and not line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from gxq_extract.run.inputs import Input

TRIED = 20  # lines at the start of a file, one of which must do


def told_once(inputs: Iterable[Input], fault: Callable[[bytes], str | None], failure: str) -> Iterator[Input]:
    """The inputs, but for a file of whose first lines none will do one input that failed.

    `fault` says what is wrong with a line, None if it will do; `failure` is the code of the error.
    """
    for path, lines in groupby(inputs, lambda item: None if item.line is None else item.path):
        if path is None:
            yield from lines
        else:
            yield from _probed(lines, fault, failure)


def _probed(lines: Iterator[Input], fault: Callable[[bytes], str | None], failure: str) -> Iterator[Input]:
    """The lines of one file, or what it is instead."""
    faulty: list[Input] = []
    first = ""
    for line in lines:
        reason = None if line.data is None else fault(line.data)
        if reason is None:
            yield from (*faulty, line)
            yield from lines
            return
        first = first or reason
        faulty.append(line)
        if len(faulty) == TRIED:
            break
    yield Input(faulty[0].id.rpartition(":")[0], faulty[0].path, failure=failure, reason=first)
