"""The page: one input text with its identity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """One input text as decoded.

    `id` is the path below the given folder without suffix, `path` the path as given, `sha256` the hash of the
    bytes read. Every offset in a record counts Unicode code points of `text`.
    `warnings` holds what was noticed while decoding, as dicts in the shape of `record.Warning_`, in order of position.
    """

    id: str
    path: str
    sha256: str
    text: str
    warnings: tuple[dict[str, Any], ...] = ()
