"""What people are told on standard error."""

from __future__ import annotations

import sys


def counted(count: int, things: str) -> str:
    """A number of things, which are given in the plural.

    >>> counted(1, "pages"), counted(2, "pages")
    ('1 page', '2 pages')
    """
    return f"{count} {things if count != 1 else things.removesuffix('s')}"


def tell(message: object) -> None:
    """Print an error or a notice, with the program's name before it."""
    print(f"gxq-extract: {message}", file=sys.stderr, flush=True)
