"""What a run reads: arguments, folders, lists and JSON Lines as one lazy stream of inputs, in a fixed order."""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from gxq_extract.errors import ExtractError
from gxq_extract.run.once import Once
from gxq_extract.run.opening import STDIN, opened, read_limited, reading, refuse_compressed, without_compression
from gxq_extract.run.telling import tell

PAGE_SUFFIXES = (".txt", ".md")
LINE_SUFFIXES = (".jsonl", ".ndjson")
BATCH_PAGES = 64
BATCH_BYTES = 1 << 18
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Input:
    """One page to read: a file that the worker opens, bytes already read, or a place where reading failed.

    `id` and `path` go into the record; `line` counts from 1 in a JSON Lines file; `size` is in bytes;
    `failure` is a code of `errors.ERRORS` with its `reason`.
    """

    id: str
    path: str
    size: int = 0
    data: bytes | None = None
    line: int | None = None
    failure: str | None = None
    reason: str = ""

    @property
    def where(self) -> str:
        """The place for people: `pages.jsonl:17`, or the path."""
        return printable(self.path if self.line is None else f"{self.path}:{self.line}")


@dataclass(frozen=True, slots=True)
class Selection:
    """What the caller wants read.

    `paths` are files, folders and `-`; `listed_in` is a file (or `-`) of further paths, parted by newlines or, with
    `null`, by NUL. With `lines`, standard input and the .jsonl files of folders are JSON Lines too.
    `limit` is the most bytes of a page.
    """

    paths: tuple[str, ...]
    listed_in: str | None = None
    null: bool = False
    lines: bool = False
    limit: int = 1 << 27


def find_inputs(selection: Selection) -> Iterator[Input]:
    """Every input of the selection, in the order of the arguments, folders in sorted order. Raises `read_twice`.

    What is given twice is read once, and what standard output goes to is not read; both are told.
    """
    if [*selection.paths, selection.listed_in].count(STDIN) > 1:
        raise ExtractError("read_twice", STDIN)
    once = Once(partial(is_page, selection=selection))
    for path in selection.paths:
        if not once.given_again(path):
            yield from _inputs_of(path, selection, once)
            once.note(path)
    for path in _listed_paths(selection):
        if not once.given_again(path):
            yield from _inputs_of(path, selection, once)
    once.tell()


def of_shard(inputs: Iterable[Input], part: int, parts: int) -> Iterator[Input]:
    """The inputs of one of so many parts, counted from 1: those whose place has a hash that falls into it."""
    return (item for item in inputs if zlib.crc32(os.fsencode(item.where)) % parts == part - 1)


def batched(inputs: Iterable[Input]) -> Iterator[list[Input]]:
    """The inputs in lists small enough to share out and large enough to be worth a message."""
    batch: list[Input] = []
    size = 0
    for item in inputs:
        batch.append(item)
        size += item.size
        if len(batch) == BATCH_PAGES or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def is_page(name: str, selection: Selection) -> bool:
    """Whether a file of that name is read below a folder; suffixes may be in either case."""
    return without_compression(name).lower().endswith(PAGE_SUFFIXES) or (selection.lines and _is_lines(name))


def takes_lines(selection: Selection) -> bool:
    """Whether any of what is given may hold JSON Lines, as far as can be told beforehand."""
    return selection.listed_in is not None or any(_takes_lines(path, selection.lines) for path in selection.paths)


def _takes_lines(path: str, lines: bool) -> bool:
    """Whether the path may hold JSON Lines; what is not there is told of later."""
    if path == STDIN or os.path.isdir(path):  # noqa: PTH112 - unlike pathlib's, a NUL is no error
        return lines
    return _is_lines(path) or not os.path.exists(path)  # noqa: PTH110


def printable(name: str) -> str:
    """A file name as text that any output can carry, bytes that are no UTF-8 as U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def _listed_paths(selection: Selection) -> Iterator[str]:
    """The paths of the list, one by one as it is read."""
    if selection.listed_in is not None:
        with reading(printable(selection.listed_in)), opened(selection.listed_in) as stream:
            yield from _listed(stream, printable(selection.listed_in), selection.null)


def _listed(stream: BinaryIO, where: str, null: bool) -> Iterator[str]:
    """The paths of a list; empty ones are left out. Raises `bad_list` where it is parted by the other character."""
    end = b"\0" if null else b"\n"
    rest = b""
    parted = False
    while chunk := stream.read(1 << 16):
        if not (parted or rest):
            refuse_compressed(chunk, where)
        if not null and b"\0" in chunk:
            raise ExtractError("bad_list", where, "there is a NUL in it")
        *whole, rest = (rest + chunk).split(end)
        parted = parted or bool(whole)
        yield from (os.fsdecode(path.rstrip(b"\r\n")) for path in whole if path.strip())
    if null and not parted and b"\n" in rest.strip():
        raise ExtractError("bad_list", where, "there is no NUL in it")
    if rest.strip():
        yield os.fsdecode(rest.rstrip(b"\r\n"))


def _inputs_of(path: str, selection: Selection, once: Once) -> Iterator[Input]:
    """The inputs that one path stands for."""
    if path == STDIN:
        return _from_stream(STDIN, STDIN, selection, lines=selection.lines)
    try:
        with reading(path):
            status = Path(path).stat()
    except ExtractError as error:
        return iter([_failed(path, path, error)])
    if stat.S_ISDIR(status.st_mode):
        return _walk(path, "", selection, once)
    if once.is_written(path, status):
        return iter(())
    page_id = Path(without_compression(path)).stem
    return _from_file(path, page_id, status, selection, lines=_is_lines(path))


def _from_file(
    path: str, page_id: str, status: os.stat_result, selection: Selection, *, lines: bool
) -> Iterator[Input]:
    """A file's inputs; pipes and other special files are read at once, since no other process could."""
    if stat.S_ISREG(status.st_mode) and not lines:
        return iter([Input(page_id, path, size=status.st_size)])
    return _from_stream(path, page_id, selection, lines=lines)


def _from_stream(path: str, page_id: str, selection: Selection, *, lines: bool) -> Iterator[Input]:
    """The one page of a stream, or with `lines` its pages."""
    try:
        with reading(path), opened(path) as stream:
            if lines:
                yield from _line_inputs(stream, path, page_id, selection.limit)
            else:
                data = read_limited(stream, selection.limit, path)
                yield Input(page_id, path, size=len(data), data=data)
    except ExtractError as error:
        yield _failed(page_id, path, error)


def _line_inputs(stream: BinaryIO, path: str, page_id: str, limit: int) -> Iterator[Input]:
    """A JSON Lines stream, one input a line; blank lines are left out. Raises `compressed`."""
    number = 0
    while raw := stream.readline(limit + 1):
        number += 1
        if number == 1:
            refuse_compressed(raw, path)
        line_id = f"{page_id}:{number}"
        if len(raw) > limit:
            _skip_line(stream, raw, limit)
            yield Input(line_id, path, line=number, failure="too_large", reason=f"more than {limit} bytes")
        elif raw.strip():
            data = raw.removeprefix(_BOM) if number == 1 else raw
            yield Input(line_id, path, size=len(data), data=data, line=number)


def _skip_line(stream: BinaryIO, read: bytes, limit: int) -> None:
    """Read on to the end of a line of which `read` has been seen."""
    while read and not read.endswith(b"\n"):
        read = stream.readline(limit)


def _walk(folder: str, below: str, selection: Selection, once: Once) -> Iterator[Input]:
    """The pages of a folder in sorted order; hidden names are left out, and links to folders, which are told.

    `below` is the path under the folder given, with a closing slash. One folder's names are in memory at a time.
    """
    try:
        with reading(folder):
            names = sorted(os.listdir(folder), reverse=True)  # noqa: PTH208 - names alone are small
    except ExtractError as error:
        yield _failed(below or folder, folder, error)
        return
    while names:
        name = names.pop()
        if not name.startswith("."):
            path = os.path.join(folder, name)  # noqa: PTH118 - path as given
            yield from _walk_entry(path, below + name, selection, once)


def _walk_entry(path: str, below: str, selection: Selection, once: Once) -> Iterator[Input]:
    """What one name of a folder stands for; nothing, if it is neither a page nor a folder."""
    wanted = is_page(below, selection)
    page_id = without_compression(below).rpartition(".")[0] or below
    try:
        with reading(path):
            status = Path(path).stat(follow_symlinks=wanted)
    except ExtractError as error:
        yield _failed(page_id, path, error)
        return
    linked = stat.S_ISLNK(status.st_mode) or Path(path).is_symlink()
    if linked and os.path.isdir(path):  # noqa: PTH112 - unlike pathlib's, a folder that may not be read is no error
        tell(f"{printable(path)}: not read, since it is a link to a folder; give that folder too")
    elif stat.S_ISDIR(status.st_mode):
        if not once.met_again(path):
            yield from _walk(path, f"{below}/", selection, once)
    elif wanted and stat.S_ISREG(status.st_mode) and not once.is_written(path, status) and not once.met_again(path):
        yield from _from_file(path, page_id, status, selection, lines=_is_lines(below))


def _is_lines(path: str) -> bool:
    """Whether the name says JSON Lines, compressed or not."""
    return without_compression(path).lower().endswith(LINE_SUFFIXES)


def _failed(page_id: str, path: str, error: ExtractError) -> Input:
    """An input that could not be read, with the reason."""
    return Input(page_id, path, failure=error.kind.code, reason=error.reason)
