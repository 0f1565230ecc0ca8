"""Which texts of a page say the same words, where words are runs of two or three characters."""

from __future__ import annotations

from collections.abc import Sequence


def holders(gram: str, texts: Sequence[str]) -> list[int]:
    """The indices of the texts that contain the run of characters.

    >>> holders("会议", ["召开会议", "会上热议"])
    [0]
    """
    first, last = gram[0], gram[-1]  # a single character is ruled out many times faster than a run
    return [index for index, text in enumerate(texts) if first in text and last in text and gram in text]
