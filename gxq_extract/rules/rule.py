"""The rule as a value, and the mention it yields."""

from __future__ import annotations

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


def overlaps(spans: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    """Whether any of the half-open spans shares a character with `start`…`end`."""
    return any(first < end and start < last for first, last in spans)
