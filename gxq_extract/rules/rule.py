"""The rule as a value, and what rules yield: mentions, and persons with their posts."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Hit:
    """An example that the rule must find: in `text` a mention with `value` (a date, a name, …)."""

    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of finding one kind of fact, with its own examples.

    `id` is `group.name` and stands in every mention the rule makes; `needs` says in words what must be there;
    `hits` are texts with the value the rule gives, `misses` texts in which it must stay silent.
    """

    id: str
    field: str
    description: str
    needs: str
    hits: tuple[Hit, ...]
    misses: tuple[str, ...]


@dataclass(slots=True)
class Mention:
    """A stretch of clean text that states a fact: half-open offsets into the view it was found in.

    `value` is what the text says, in the terms of its field; `data` carries what resolving needs.
    """

    rule: str
    start: int
    end: int
    value: str
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class FoundPerson:
    """A person at a place with the spans of the posts that the text gives there."""

    rule: str
    start: int
    end: int
    posts: list[tuple[int, int]]


class Spans:
    """Half-open spans none of which overlap, in order; to ask for one takes logarithmic time.

    >>> taken = Spans([(0, 3)])
    >>> taken.at(2, 5), taken.at(3, 5)
    ((0, 3), None)
    """

    __slots__ = ("_spans",)

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans: list[tuple[int, int]] = []
        for span in spans:
            self.add(*span)

    def at(self, start: int, end: int) -> tuple[int, int] | None:
        """The last span that shares a character with `start`…`end`, if any."""
        after = bisect_left(self._spans, (end, 0))
        return self._spans[after - 1] if after and self._spans[after - 1][1] > start else None

    def add(self, start: int, end: int) -> bool:
        """Take the span if none that was taken before overlaps it; whether it was free."""
        if self.at(start, end) is not None:
            return False
        insort(self._spans, (start, end))
        return True
