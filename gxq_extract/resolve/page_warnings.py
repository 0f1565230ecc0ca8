"""What was doubtful about the page itself, entered with the bulletins."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

Span = tuple[int, int, int]


def hand_out(warnings: Iterable[dict[str, Any]], records: list[dict[str, Any]]) -> None:
    """Give each warning to the bulletin in whose parts or headline it begins, else to the page's first; none is lost.

    A page without bulletins has nobody to give them to: that is for the caller to say.
    """
    spans = sorted(span for number, record in enumerate(records) for span in _spans(number, record))
    for warning in warnings if records else ():
        at = bisect_right(spans, warning["start"], key=_start) - 1
        holds = at >= 0 and warning["start"] < spans[at][1]
        records[spans[at][2] if holds else 0]["warnings"].append(warning)


def _spans(number: int, record: dict[str, Any]) -> Iterator[Span]:
    """Start, end and number of each stretch of a bulletin's own, of a headline only where it stands apart."""
    yield from ((start, end, number) for start, end in record["parts"])
    title = record["title"]
    if title is not None and not any(start <= title["start"] < end for start, end in record["parts"]):
        yield title["start"], title["end"], number


def _start(span: Span) -> int:
    return span[0]
