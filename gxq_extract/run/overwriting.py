"""Keeping what is written off the pages that are read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from gxq_extract.errors import ExtractError
from gxq_extract.run.inputs import Input, Selection, is_page, printable
from gxq_extract.run.opening import STDIN
from gxq_extract.run.writing import is_special


def refuse_overwriting(selection: Selection, *written: str | None) -> None:
    """Raise `bad_place` where a file to be written is an input, would be one next time, or is written twice.

    None and `-` stand for a stream; devices and pipes may be written by all.
    """
    places: set[str] = set()
    for path in written:
        if path is None or path == STDIN or is_special(path):
            continue
        place = _place(path)
        reason = "-o and --errors are the same file" if place in places else _read_there(place, selection)
        if reason:
            raise ExtractError("bad_place", printable(path), reason)
        places.add(place)


def until_written(inputs: Iterable[Input], output: str | None) -> Iterator[Input]:
    """The inputs, with `bad_place` raised at the one that is the output: a list of inputs is read as it comes."""
    name = os.path.basename(output or "")  # noqa: PTH119 - as below
    for item in inputs:
        if name and os.path.basename(item.path) == name and _place(item.path) == _place(output or ""):  # noqa: PTH119
            raise ExtractError("bad_place", item.where, "it is an input")
        yield item


def _read_there(place: str, selection: Selection) -> str:
    """What the selection reads at the place; empty if nothing."""
    if selection.listed_in is not None and _place(selection.listed_in) == place:
        return "it is the list of inputs"
    for given in selection.paths:
        source = _place(given)
        if source == place:
            return "it is an input"
        if is_page(place, selection) and Path(place).is_relative_to(source) and Path(source).is_dir():
            return f"in the folder {printable(given)} it would be read as a page"
    return ""


def _place(path: str) -> str:
    """The file that the path leads to; unlike pathlib's, links in a circle are no error."""
    return os.path.realpath(path)
