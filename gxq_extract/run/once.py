"""Keeping pages from being read twice, and what the run itself writes from being read at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from gxq_extract.run.telling import tell

_STREAMS = ((1, "standard output"), (2, "standard error"))


class Once:
    """Which paths of the command line were read, and to which files standard output and error go.

    `reads` says whether a file of that name is read below a folder. Links are followed. The paths of a list are not
    remembered: there may be millions of them.
    """

    def __init__(self, reads: Callable[[str], bool]) -> None:
        self._reads = reads
        self._read: set[str] = set()
        self._streams = _files_of_streams()
        self._again: list[str] = []

    def note(self, path: str) -> None:
        """A path of the command line was read."""
        self._read.add(place_of(path))

    def given_again(self, path: str) -> bool:
        """Whether a path was read already, by itself or below a folder; it is told at the end."""
        if not self._read:
            return False
        place = place_of(path)
        again = place in self._read or any(
            str(folder) in self._read and self._finds(place, folder) for folder in Path(place).parents
        )
        return self._noted(path, again)

    def met_again(self, path: str) -> bool:
        """Whether what a folder holds was given by itself, and read already; it is told at the end."""
        return bool(self._read) and self._noted(path, place_of(path) in self._read)

    def is_written(self, path: str, status: os.stat_result) -> bool:
        """Whether standard output or error goes to the file; it is told."""
        stream = self._streams.get((status.st_dev, status.st_ino))
        if stream is not None:
            tell(f"{path}: not read, since {stream} goes there")
        return stream is not None

    def tell(self) -> None:
        """Say what was given twice."""
        if self._again:
            more = f" and {len(self._again) - 1} more" if len(self._again) > 1 else ""
            tell(f"{self._again[0]}{more}: given twice, and read once")

    def _finds(self, place: str, folder: Path) -> bool:
        """Whether reading the folder reads what is at that place below it."""
        names = Path(place).relative_to(folder).parts
        seen = not any(name.startswith(".") for name in names)
        return seen and (os.path.isdir(place) or self._reads(names[-1]))  # noqa: PTH112 - a NUL in it is no error

    def _noted(self, path: str, again: bool) -> bool:
        if again:
            self._again.append(path)
        return again


def place_of(path: str) -> str:
    """The file that the path leads to; unlike pathlib's, links in a circle are no error."""
    try:
        return os.path.realpath(path)
    except ValueError:  # a NUL in a name that a list gives: it leads nowhere
        return path


def _files_of_streams() -> dict[tuple[int, int], str]:
    """Standard output and error by device and inode, where they are files."""
    files: dict[tuple[int, int], str] = {}
    for number, name in _STREAMS:
        with suppress(OSError):  # closed
            status = os.fstat(number)
            if stat.S_ISREG(status.st_mode):
                files.setdefault((status.st_dev, status.st_ino), name)
    return files
