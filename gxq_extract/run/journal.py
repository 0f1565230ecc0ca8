"""The journal beside an unfinished output: which inputs its lines came from, so that a later run can go on.

JSON Lines: first the key of the settings, then one entry for each shard. An entry is written only after the lines it
vouches for have reached the disk, so whatever ends the run, the entries are true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import orjson

from gxq_extract.run.work import Manifest


@dataclass(frozen=True, slots=True)
class Entry:
    """A shard's manifest, and where its lines end in the output, in bytes."""

    manifest: Manifest
    end: int


class Journal:
    """The entries of one unfinished output; `settings` is the key of all that its bytes depend on but the inputs."""

    def __init__(self, path: Path, settings: str) -> None:
        self._path = path
        self._head = orjson.dumps({"settings": settings}, option=orjson.OPT_APPEND_NEWLINE)
        self._stream: BinaryIO | None = None

    def entries(self) -> Iterator[tuple[Entry, int]]:
        """The whole entries of an earlier run with equal settings, each with where it ends in the journal."""
        if not self._path.exists():
            return
        with self._path.open("rb") as stream:
            if stream.readline() != self._head:
                return
            for line in stream:
                if not line.endswith(b"\n"):
                    return
                yield _entry(line), stream.tell()

    def fits(self) -> bool:
        """Whether there is no journal, or one of a run with equal settings."""
        if not self._path.exists():
            return True
        with self._path.open("rb") as stream:
            return stream.readline() == self._head

    def open(self, kept: int) -> None:
        """Go on after the first `kept` bytes; 0 starts anew."""
        self._stream = self._path.open("r+b" if kept else "wb")
        self._stream.truncate(kept)
        self._stream.seek(kept)
        if not kept:
            self._stream.write(self._head)
        self._stream.flush()

    def add(self, entries: list[Entry]) -> None:
        """Append entries."""
        if self._stream is not None:
            self._stream.write(b"".join(map(_line, entries)))
            self._stream.flush()

    def close(self, *, remove: bool) -> None:
        """Close the file; with `remove` the output is whole and needs it no longer."""
        if self._stream is not None:
            self._stream.close()
        if remove:
            self._path.unlink(missing_ok=True)


def _line(entry: Entry) -> bytes:
    """An entry as a line."""
    manifest = entry.manifest
    fields = {
        "end": entry.end,
        "inputs": manifest.inputs,
        "errors": manifest.errors,
        "notices": manifest.notices,
        "counts": dict(manifest.counts),
    }
    return orjson.dumps(fields, option=orjson.OPT_APPEND_NEWLINE)


def _entry(line: bytes) -> Entry:
    """The entry of a line."""
    fields = orjson.loads(line)
    inputs = [(where, digest) for where, digest in fields["inputs"]]
    return Entry(Manifest(inputs, fields["errors"], fields["notices"], Counter(fields["counts"])), fields["end"])
