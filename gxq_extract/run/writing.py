"""Where the lines go: a stream, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Protocol

from gxq_extract.errors import ExtractError
from gxq_extract.run.inputs import Input
from gxq_extract.run.journal import Entry, Journal
from gxq_extract.run.work import Manifest, Shard, digest

PART = ".part"
JOURNAL = ".journal"
COMMIT_SECONDS = 0.5  # how much work a crash may cost; each commit waits for the disk
LAST_LINE_SECONDS = 0.5  # how long an interrupt waits for the reader to take the line begun
_PIECE = 4096  # what a pipe that select calls writable takes at once

Batches = Iterator[list[Input]]
Report = Callable[[Manifest], None]
Notice = Callable[[str], None]


class Output(Protocol):
    """Takes shards in order."""

    def take_up(self, batches: Batches, report: Report, notice: Notice) -> Batches:
        """Report what an earlier run has done of the batches, and return those left to do."""

    def add(self, shard: Shard) -> None:
        """Write one shard."""

    def finish(self) -> None:
        """All shards are in: make the result final."""

    def abandon(self) -> None:
        """The run ends early: leave what a later run can take up."""


class StreamOutput:
    """Standard output, a pipe or a device, written through."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream = stream
        self._name = name

    def take_up(self, batches: Batches, report: Report, notice: Notice) -> Batches:
        """All batches are left to do: a stream cannot be taken up again."""
        return batches

    def add(self, shard: Shard) -> None:
        """Write one shard; after an interrupt its current line is finished, if the reader takes it in time."""
        with _disk_errors(self._name):
            write_lines(self._stream.fileno(), shard.lines)

    def finish(self) -> None:
        """Nothing is left to do."""

    def abandon(self) -> None:
        """Nothing is left to do."""


class FileOutput:
    """A file written under another name beside it, with a journal, and renamed when it is whole.

    `settings` is the key of all that the bytes depend on but the inputs; `limit` is the most bytes of a page.
    """

    def __init__(self, target: Path, settings: str, *, resume: bool, limit: int) -> None:
        self._target = target
        self._part = target.with_name(target.name + PART)
        self._journal = Journal(target.with_name(target.name + JOURNAL), settings)
        self._resume = resume
        self._limit = limit
        self._pending: list[Entry] = []
        self._committed = time.monotonic()
        try:
            self._stream = self._part.open("r+b" if self._part.exists() else "w+b")
        except OSError as error:
            raise ExtractError("no_output", str(target), error.strerror or "") from error
        _lock(self._stream, target)

    def take_up(self, batches: Batches, report: Report, notice: Notice) -> Batches:
        """Keep the lines of every batch up to the first that differs from the journal, and cut off the rest."""
        end = kept = 0
        if self._resume:
            end, kept, batches = self._compare(batches, report, notice)
        self._stream.truncate(end)
        self._stream.seek(end)
        self._journal.open(kept)
        return batches

    def add(self, shard: Shard) -> None:
        """Write one shard; its journal entry follows when the lines have reached the disk."""
        with _disk_errors(str(self._target)):
            self._stream.write(shard.lines)
            self._pending.append(Entry(shard.manifest, self._stream.tell()))
            if time.monotonic() - self._committed > COMMIT_SECONDS:
                self._commit()

    def finish(self) -> None:
        """Rename the file; from now on it is there, whole."""
        with _disk_errors(str(self._target)):
            self._commit()
            self._stream.close()
            self._part.replace(self._target)
            self._journal.close(remove=True)

    def abandon(self) -> None:
        """Keep what is done for `--resume`."""
        with suppress(OSError):  # a full disk is reported where it was met
            self._commit()
        with suppress(OSError):
            self._stream.close()
        self._journal.close(remove=False)

    def _compare(self, batches: Batches, report: Report, notice: Notice) -> tuple[int, int, Batches]:
        """Where the part and the journal stay true, in bytes, and the batches after that."""
        end = kept = 0
        size = self._stream.seek(0, os.SEEK_END)
        if not self._journal.fits():
            notice("the rules or the settings changed since the interrupted run: starting anew")
        for entry, after in self._journal.entries():
            batch = next(batches, [])
            difference = _difference(batch, entry.manifest, self._limit)
            if difference or entry.end > size:
                notice(f"{difference or self._part} changed since the interrupted run: going on from there")
                return end, kept, chain([batch] if batch else [], batches)
            report(entry.manifest)
            end, kept = entry.end, after
        return end, kept, batches

    def _commit(self) -> None:
        """Bring the lines to the disk, then the entries that vouch for them."""
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self._journal.add(self._pending)
        self._pending = []
        self._committed = time.monotonic()


def open_output(path: str | None, settings: str, *, resume: bool, limit: int) -> Output:
    """The output for `-o`: None or `-` is standard output; a device or a pipe is written directly."""
    if path is None or path == "-":
        return StreamOutput(sys.stdout.buffer, "standard output")
    target = Path(path).resolve()
    if is_special(path):
        try:
            return StreamOutput(target.open("wb"), path)
        except OSError as error:
            raise ExtractError("no_output", path, error.strerror or "") from error
    return FileOutput(target, settings, resume=resume, limit=limit)


def is_special(path: str) -> bool:
    """Whether something other than a file is there; unlike pathlib's, an overlong name is no error."""
    return os.path.exists(path) and not os.path.isfile(path)  # noqa: PTH110, PTH113


def _difference(batch: Iterable[Input], manifest: Manifest, limit: int) -> str | None:
    """The first place at which the inputs are no longer those of the manifest, or None."""
    now = ((item.where, digest(item, limit)) for item in batch)
    for before in manifest.inputs:
        if next(now, None) != before:
            return before[0]
    following = next(now, None)
    return following[0] if following else None


def _lock(stream: BinaryIO, target: Path) -> None:
    """Keep other runs off the same output for as long as this process lives, where the system can."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise ExtractError("in_use", str(target)) from error


@contextmanager
def _disk_errors(name: str) -> Iterator[None]:
    """Turn what the disk says, but not a reader's closing of the pipe, into an error of the table."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExtractError("cut_short", name, error.strerror or "") from error


def write_lines(descriptor: int, lines: bytes) -> None:
    """Write lines so that an interrupt leaves no half line behind, unless the reader has stopped reading."""
    written = 0
    try:
        while written < len(lines):
            _wait_until_writable(descriptor, None)
            with _interrupts_held():
                written += os.write(descriptor, lines[written : written + _PIECE])
    except KeyboardInterrupt:
        whole = lines.find(b"\n", written - 1) + 1 if written else 0
        until = time.monotonic() + LAST_LINE_SECONDS
        while written < whole and _wait_until_writable(descriptor, until - time.monotonic()):
            written += os.write(descriptor, lines[written : min(whole, written + _PIECE)])
        raise


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Put off SIGINT and SIGTERM to the end of the block, where the system can, so that what is written is counted."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _wait_until_writable(descriptor: int, seconds: float | None) -> bool:
    """Whether the reader takes more within so many seconds (None: wait for it)."""
    if os.name == "nt":  # select knows only sockets there
        return True
    return bool(select.select([], [descriptor], [], seconds if seconds is None else max(0.0, seconds))[1])
