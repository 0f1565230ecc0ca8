"""Keeping what is written off the pages that are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from gxq_extract.errors import ExtractError
from gxq_extract.run.inputs import Input, Selection, is_page, printable
from gxq_extract.run.once import place_of
from gxq_extract.run.writing import is_stream


def refuse_overwriting(selection: Selection, *written: str | None) -> None:
    """Raise `bad_place` where a file to be written is an input, would be one next time, or is written twice.

    None and `-` stand for standard output and error; these, devices and pipes may be written by all.
    """
    places: set[str] = set()
    for path in written:
        if path is None or is_stream(path):
            continue
        if not path:
            raise ExtractError("bad_place", "''", "the name is empty")
        place = place_of(path)
        reason = "-o and --errors are the same file" if place in places else _read_there(place, selection)
        if reason:
            raise ExtractError("bad_place", printable(path), reason)
        places.add(place)


def until_written(inputs: Iterable[Input], *written: str | None) -> Iterator[Input]:
    """The inputs, with `bad_place` raised at one that is to be written: a list of inputs is read as it comes."""
    places = {place_of(path) for path in written if path is not None and not is_stream(path)}
    before = None
    for item in inputs:
        if item.path != before and place_of(item.path) in places:
            raise ExtractError("bad_place", printable(item.path), "it is an input")
        before = item.path
        yield item


def _read_there(place: str, selection: Selection) -> str:
    """What the selection reads at the place; empty if nothing."""
    if selection.listed_in is not None and place_of(selection.listed_in) == place:
        return "it is the list of inputs"
    for given in selection.paths:
        source = place_of(given)
        if source == place:
            return "it is an input"
        if is_page(place, selection) and Path(place).is_relative_to(source) and Path(source).is_dir():
            return f"in the folder {printable(given)} it would be read as a page"
    return ""
