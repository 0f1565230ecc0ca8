"""Opening files that may be compressed (.gz, .zst), and reading them up to a limit."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import BinaryIO, cast

from gxq_extract.errors import ExtractError

COMPRESSED = (".gz", ".zst")
_CHUNK = 1 << 20


def open_bytes(path: str) -> BinaryIO:
    """The file's bytes as a stream, decompressed as they come. Raises `OSError`, or `missing_extra` for .zst."""
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


def reading_error(error: Exception, where: str) -> ExtractError:
    """What kept a file from being read, as an error of the table."""
    if isinstance(error, ExtractError):
        return error
    if isinstance(error, FileNotFoundError):
        return ExtractError("not_found", where)
    return ExtractError("unreadable", where, getattr(error, "strerror", None) or str(error))


def _open_zstandard(path: str) -> BinaryIO:
    """A .zst file, through the optional package `zstandard`."""
    try:
        import zstandard
    except ImportError as error:
        raise ExtractError("missing_extra", path, "zstandard: pip install 'gxq-extract[zstd]'") from error
    return cast(BinaryIO, zstandard.open(path, "rb"))
