"""Where the lines go: a stream, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import select
import signal
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Protocol

from gxq_extract.errors import ExtractError
from gxq_extract.run.inputs import Input, printable
from gxq_extract.run.journal import Entry, Journal
from gxq_extract.run.opening import STDIN
from gxq_extract.run.work import Manifest, Shard, digest

PART = ".part"
JOURNAL = ".journal"
COMMIT_SECONDS = 0.5  # how much work a crash may cost; each commit waits for the disk
LAST_LINE_SECONDS = 0.5  # how long an interrupt waits for the reader to take the line begun
_PIECE = 4096  # what a pipe that select calls writable takes at once

Batches = Iterator[list[Input]]
Report = Callable[[Manifest], None]
Notice = Callable[[str], None]


class Written(Protocol):
    """Takes bytes in order."""

    def write(self, data: bytes) -> None:
        """Write them."""

    def finish(self) -> None:
        """All is in: make the result final."""

    def abandon(self, *, keep: bool) -> None:
        """It ends early: leave what there is so far, or leave no trace."""


class Output(Written, Protocol):
    """Takes shards in order; `on_terminal` says whether their lines are seen as they come."""

    on_terminal: bool

    def take_up(self, batches: Batches, report: Report, notice: Notice) -> Batches:
        """Report what an earlier run has done of the batches, and return those left to do."""

    def add(self, shard: Shard) -> None:
        """Write one shard."""


class StreamOutput:
    """Standard output, a pipe or a device, written through."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream = stream
        self._name = name
        self.on_terminal = stream.isatty()

    def take_up(self, batches: Batches, report: Report, notice: Notice) -> Batches:
        """All batches are left to do: a stream cannot be taken up again."""
        return batches

    def add(self, shard: Shard) -> None:
        """Write one shard; after an interrupt its current line is finished, if the reader takes it in time."""
        self.write(shard.lines)

    def write(self, data: bytes) -> None:
        """Write lines, or a whole of any other kind."""
        with _disk_errors("cut_short", self._name):
            write_lines(self._stream.fileno(), data)

    def finish(self) -> None:
        """Nothing is left to do."""

    def abandon(self, *, keep: bool) -> None:
        """What is written is written."""


class WholeFile:
    """A file written under another name beside it, and renamed when it is whole.

    A link stays and leads to it; a file that stood there gives it its mode. With `go_on`, what an earlier one left
    under the other name is kept. Raises `no_output`, `in_use` and, when the disk refuses, `failure`.
    """

    failure = "cut_short"
    on_terminal = False

    def __init__(self, path: str, *, go_on: bool = False) -> None:
        self._name = printable(path)
        self._target = Path(os.path.realpath(path))  # unlike pathlib's, links in a circle are no error
        self._part = self._beside(PART)
        try:
            self._stream = self._part.open("r+b" if self._part.exists() else "w+b")
        except OSError as error:
            raise ExtractError("no_output", self._name, error.strerror or "") from error
        _lock(self._stream, self._name)
        if not go_on:
            self._stream.truncate(0)

    def write(self, data: bytes) -> None:
        """Write through to the file of the other name."""
        with _disk_errors(self.failure, self._name):
            self._stream.write(data)
            self._stream.flush()

    def finish(self) -> None:
        """Rename the file; from now on it is there, whole."""
        with _disk_errors(self.failure, self._name):
            self._sync()
            self._stream.close()
            with suppress(OSError):  # nothing stood there, or the file system knows no modes
                self._part.chmod(stat.S_IMODE(self._target.stat().st_mode))
            self._part.replace(self._target)

    def abandon(self, *, keep: bool) -> None:
        """Leave the file of the other name, or remove it."""
        with suppress(OSError):  # a full disk is reported where it was met
            self._stream.close()
        if not keep:
            with suppress(OSError):
                self._part.unlink()

    def _beside(self, suffix: str) -> Path:
        """A name beside the file's own."""
        return self._target.with_name(self._target.name + suffix)

    def _sync(self) -> None:
        """Bring what is written to the disk."""
        self._stream.flush()
        os.fsync(self._stream.fileno())


class FileOutput(WholeFile):
    """A run's output in a file, with a journal beside it, so that a later run can take it up.

    `settings` is the key of all that the bytes depend on but the inputs; `limit` is the most bytes of a page.
    """

    failure = "unfinished"

    def __init__(self, path: str, settings: str, *, resume: bool, limit: int) -> None:
        super().__init__(path, go_on=True)
        self._journal = Journal(self._beside(JOURNAL), settings)
        self._resume = resume
        self._limit = limit
        self._pending: list[Entry] = []
        self._committed = time.monotonic()

    def take_up(self, batches: Batches, report: Report, notice: Notice) -> Batches:
        """Keep the lines of every batch up to the first that differs from the journal, and cut off the rest."""
        end = kept = 0
        if self._resume:
            end, kept, batches = self._compare(batches, report, notice)
        with _disk_errors(self.failure, self._name):
            self._stream.truncate(end)
            self._stream.seek(end)
            self._journal.open(kept)
        return batches

    def add(self, shard: Shard) -> None:
        """Write one shard; its journal entry follows when the lines have reached the disk."""
        with _disk_errors(self.failure, self._name):
            self._stream.write(shard.lines)
            self._pending.append(Entry(shard.manifest, self._stream.tell()))
            if time.monotonic() - self._committed > COMMIT_SECONDS:
                self._commit()

    def finish(self) -> None:
        """Rename the file; the journal is needed no longer."""
        with _disk_errors(self.failure, self._name):
            self._commit()
            super().finish()
            self._journal.close(remove=True)

    def abandon(self, *, keep: bool) -> None:
        """Keep what is done for `--resume`, or remove it."""
        with suppress(OSError):
            if keep and not self._stream.closed:  # else only the last step failed
                self._commit()
        super().abandon(keep=keep)
        with suppress(OSError):
            self._journal.close(remove=not keep)

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
        self._sync()
        self._journal.add(self._pending)
        self._pending = []
        self._committed = time.monotonic()


def open_output(path: str | None, settings: str, *, resume: bool, limit: int) -> Output:
    """The output for `-o`: what is no file is written directly."""
    if path is None or is_stream(path):
        return _open_stream(path)
    return FileOutput(path, settings, resume=resume, limit=limit)


def open_written(path: str) -> Written:
    """What is written in one go or cannot be taken up again: a stream, or a file that is there whole or not at all."""
    return _open_stream(path) if is_stream(path) else WholeFile(path)


def write_whole(data: bytes, path: str) -> None:
    """Write a whole file at once, or to a stream; if that fails, no trace of it is left."""
    written = open_written(path)
    try:
        written.write(data)
        written.finish()
    except BaseException:
        written.abandon(keep=False)
        raise


def is_stream(path: str | None) -> bool:
    """Whether that is written directly: None or `-` (standard output or error), or what is there and is no file.

    Unlike pathlib's, an overlong name is no error.
    """
    return path is None or path == STDIN or (os.path.exists(path) and not os.path.isfile(path))  # noqa: PTH110, PTH113


def _open_stream(path: str | None) -> StreamOutput:
    """Standard output for None and `-`, else a device or a pipe."""
    if path is None or path == STDIN:
        return StreamOutput(sys.stdout.buffer, "standard output")
    try:
        return StreamOutput(Path(path).open("wb"), printable(path))
    except OSError as error:
        raise ExtractError("no_output", printable(path), error.strerror or "") from error


def _difference(batch: Iterable[Input], manifest: Manifest, limit: int) -> str | None:
    """The first place at which the inputs are no longer those of the manifest, or None."""
    now = ((item.where, digest(item, limit)) for item in batch)
    for before in manifest.inputs:
        if next(now, None) != before:
            return before[0]
    following = next(now, None)
    return following[0] if following else None


def _lock(stream: BinaryIO, name: str) -> None:
    """Keep other runs off the same output for as long as this process lives, where the system can."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise ExtractError("in_use", name) from error


@contextmanager
def _disk_errors(code: str, name: str) -> Iterator[None]:
    """Turn what the disk says, but not a reader's closing of the pipe, into that error of the table."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExtractError(code, name, error.strerror or "") from error


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
