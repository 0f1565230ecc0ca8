"""Opening files that may be compressed (.gz, .zst), and reading them up to a limit."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO, cast

from gxq_extract.errors import ExtractError

STDIN = "-"
COMPRESSED = (".gz", ".zst")
_CHUNK = 1 << 20


@contextmanager
def reading(where: str) -> Iterator[None]:
    """Turn whatever keeps the block from reading into the error of the table that says so."""
    try:
        yield
    except ExtractError:
        raise
    except FileNotFoundError as error:
        raise ExtractError("not_found", where) from error
    except IsADirectoryError as error:
        raise ExtractError("is_folder", where) from error
    except Exception as error:  # the decompressors have exceptions of their own
        raise ExtractError("unreadable", where, getattr(error, "strerror", None) or str(error)) from error


def opened(path: str) -> AbstractContextManager[BinaryIO]:
    """The file's bytes as a stream, decompressed as they come; `-` is standard input, which stays open."""
    if path == STDIN:
        if sys.stdin is None:
            raise ExtractError("unreadable", STDIN, "standard input is closed")
        return nullcontext(sys.stdin.buffer)
    if path.endswith(".gz"):
        return cast(BinaryIO, gzip.open(path, "rb"))
    if path.endswith(".zst"):
        return _open_zstandard(path)
    return Path(path).open("rb")


def without_compression(path: str) -> str:
    """The path without a suffix that only says how it is compressed.

    >>> without_compression("a/p1.txt.gz")
    'a/p1.txt'
    """
    for suffix in COMPRESSED:
        path = path.removesuffix(suffix)
    return path


def read_limited(stream: BinaryIO, limit: int, where: str) -> bytes:
    """All bytes of the stream; raises `too_large` as soon as there are more than `limit`."""
    chunks: list[bytes] = []
    left = limit
    while chunk := stream.read(_CHUNK):
        left -= len(chunk)
        if left < 0:
            raise ExtractError("too_large", where, f"more than {limit} bytes")
        chunks.append(chunk)
    return b"".join(chunks)


def _open_zstandard(path: str) -> BinaryIO:
    """A .zst file, through the optional package `zstandard`."""
    try:
        import zstandard
    except ImportError as error:
        raise ExtractError("missing_extra", path, "zstandard: pip install 'gxq-extract[zstd]'") from error
    return cast(BinaryIO, zstandard.open(path, "rb"))
