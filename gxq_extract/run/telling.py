"""What people are told on standard error."""

from __future__ import annotations

import sys


def tell(message: object) -> None:
    """Print an error or a notice, with the program's name before it."""
    print(f"gxq-extract: {message}", file=sys.stderr, flush=True)
