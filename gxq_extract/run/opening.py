"""Opening files that may be compressed (.gz, .zst), and reading them up to a limit."""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from gxq_extract.errors import ExtractError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer
    from zstandard import ZstdDecompressor

STDIN = "-"
COMPRESSED = (".gz", ".zst")
_MAGIC = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstandard"}
_CHUNK = 1 << 20
_PIECE = 1 << 10  # compressed bytes at a time: zstandard can make 32 MB of them


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
    name = path.lower()
    if name.endswith(".gz"):
        return cast(BinaryIO, gzip.open(path, "rb"))
    if name.endswith(".zst"):
        return _open_zstandard(path)
    return Path(path).open("rb")


def without_compression(path: str) -> str:
    """The path without a suffix, in either case, that only says how it is compressed.

    >>> without_compression("a/p1.txt.GZ")
    'a/p1.txt'
    """
    for suffix in COMPRESSED:
        if path[-len(suffix) :].lower() == suffix:
            path = path[: -len(suffix)]
    return path


def refuse_compressed(start: bytes, where: str) -> None:
    """Raise `compressed` for content that begins as compressed files do."""
    for magic, name in _MAGIC.items():
        if start.startswith(magic):
            raise ExtractError("compressed", where, name)


def read_limited(stream: BinaryIO, limit: int, where: str) -> bytes:
    """All bytes of the stream; raises `too_large` as soon as there are more than `limit`, and `compressed`."""
    chunks: list[bytes] = []
    left = limit
    while chunk := stream.read(_CHUNK):
        if not chunks:
            refuse_compressed(chunk, where)
        left -= len(chunk)
        if left < 0:
            raise ExtractError("too_large", where, f"more than {limit} bytes")
        chunks.append(chunk)
    return b"".join(chunks)


def _open_zstandard(path: str) -> BinaryIO:
    """A .zst file, through the optional package `zstandard`."""
    try:
        from zstandard import ZstdDecompressor
    except ImportError as error:
        raise ExtractError("missing_extra", path, "zstandard: pip install 'gxq-extract[zstd]'") from error
    return io.BufferedReader(_Pieces(_frames(path, ZstdDecompressor())))


def _frames(path: str, decompressor: ZstdDecompressor) -> Generator[bytes, None, None]:
    """The content of a .zst file, frame after frame; raises `EOFError`, as gzip does, where the last one is cut off.

    The package's own reader takes the end of the file for the end of the frame.
    """
    with Path(path).open("rb") as stream:
        left = b""
        while piece := left or stream.read(_PIECE):
            frame = decompressor.decompressobj()
            yield frame.decompress(piece)
            while not frame.eof:
                if not (piece := stream.read(_PIECE)):
                    raise EOFError("Compressed file ended inside a frame")
                yield frame.decompress(piece)
            left = frame.unused_data


class _Pieces(io.RawIOBase):
    """A stream of the bytes that a generator gives in pieces."""

    def __init__(self, pieces: Generator[bytes, None, None]) -> None:
        self._pieces = pieces
        self._piece = io.BytesIO()

    def readable(self) -> bool:
        """That is all it is for."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill the buffer from the piece at hand, or the next; 0 is the end."""
        while not (count := self._piece.readinto(buffer)):
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._piece = io.BytesIO(piece)
        return count

    def close(self) -> None:
        """Close what the generator reads."""
        self._pieces.close()
        super().close()
