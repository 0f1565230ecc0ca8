"""What the caller may set for an extraction."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Settings that reach the rules; equal options and equal bytes give equal output.

    `year` and `published` (an ISO date) stand in where a page tells neither; `text` adds each bulletin's clean text.
    """

    year: int | None = None
    published: str | None = None
    text: bool = False
