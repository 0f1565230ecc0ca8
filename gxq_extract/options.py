"""What the caller may set for an extraction. Plain frozen values: they can be hashed, and sent to other processes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

_DAY = re.compile(r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}")  # from the year 1000
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class UserPattern:
    """A pattern of the user's own for one field; `default` is the role or kind that its finds get.

    `hits` pairs texts with the value expected of them, `misses` are texts in which the pattern must stay silent.
    """

    id: str
    field: str
    description: str
    pattern: str
    default: str
    hits: Pairs
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UserRules:
    """What a user teaches without code, as read from rules files.

    `posts` (post words) and `organizations` pair a word with its sector, `projects` a name with its kind, `aliases` a
    printed name with the name that a record gives; `not_names` are never taken for a person.
    """

    posts: Pairs = ()
    organizations: Pairs = ()
    projects: Pairs = ()
    aliases: Pairs = ()
    not_names: tuple[str, ...] = ()
    patterns: tuple[UserPattern, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """Settings that reach the rules; equal options and equal bytes give equal output.

    `year` (1000…9999) and `published` (an ISO date: 2024-03-01) stand in where a page tells neither; `text` adds each
    bulletin's clean text; `rules` are the user's own. Raises `TypeError` for what is none of these, `ValueError` for
    another year, and for what is no date.

    >>> Options(published="2024-02-30")
    Traceback (most recent call last):
    ValueError: published: there is no day 2024-02-30
    """

    year: int | None = None
    published: str | None = None
    text: bool = False
    rules: UserRules = field(default_factory=UserRules)

    def __post_init__(self) -> None:
        if not isinstance(self.year, int | None):
            raise TypeError(f"year: {self.year!r} is no whole number like 2024")
        if not isinstance(self.published, str | None):
            raise TypeError(f"published: {self.published!r} is no text like '2024-03-01'")
        if not isinstance(self.rules, UserRules):
            raise TypeError(f"rules: {self.rules!r} is not what load_rules gives")
        if self.year is not None and not 1000 <= self.year <= 9999:
            raise ValueError(f"year: {self.year} is not from 1000 to 9999")
        if self.published is not None and not _DAY.fullmatch(self.published):
            raise ValueError(f"published: {self.published!r} is no date like 2024-03-01")
        if self.published is not None and not _is_in_calendar(self.published):
            raise ValueError(f"published: there is no day {self.published}")


def _is_in_calendar(day: str) -> bool:
    """Whether the calendar has the day."""
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
