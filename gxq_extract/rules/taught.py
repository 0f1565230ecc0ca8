"""What the user's own patterns and names find; see `options.UserRules`.

A pattern says by named groups what it found: a date by month, day and perhaps year; a reporter by name; an official
by name and post; a meeting by number and perhaps term, year and series; a project by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Protocol, TypeVar

from gxq_extract.options import UserPattern, UserRules
from gxq_extract.rules.dates import Day, number
from gxq_extract.rules.meetings import meeting_value
from gxq_extract.rules.rule import Hit, Mention, Rule

if TYPE_CHECKING:
    import regex

NAMED_PROJECT = "user.project"
PATTERN_SECONDS = 2.0  # for one pattern in one bulletin


class SlowPatternError(TimeoutError):
    """A pattern of the user's own took longer than `PATTERN_SECONDS`."""


class Spanned(Protocol):
    """Anything with a place in the text."""

    start: int
    end: int


One = TypeVar("One", bound=Spanned)


def find(field: str, text: str, rules: UserRules) -> list[Mention]:
    """The mentions of one field that the user's rules find in a clean text, in order of position.

    An official's mention has the span of the post in `data`; the others look like those of their field's own rules.
    """
    found = [mention for one in rules.patterns if one.field == field for mention in of_pattern(one, text)]
    if field == "project":
        found += _named_projects(text, rules)
    return sorted(found, key=lambda mention: (mention.start, mention.end))


def with_taught(taught: Iterable[One], found: Iterable[One]) -> list[One]:
    """Both together in order of position; where they overlap, what the user taught counts."""
    first = list(taught)
    if not first:
        return list(found)
    rest = [one for one in found if not any(own.start < one.end and one.start < own.end for own in first)]
    return sorted((*first, *rest), key=lambda one: one.start)


def of_pattern(one: UserPattern, text: str) -> Iterator[Mention]:
    """What one pattern finds in a clean text. Raises `SlowPatternError` if that takes too long."""
    try:
        matches = list(compiled(one.pattern).finditer(text, timeout=PATTERN_SECONDS))
    except TimeoutError as error:
        raise SlowPatternError(f"{error} in pattern {one.id}") from error
    for match in matches:
        mention = _MAKERS[one.field](one, match)
        if mention is not None:
            yield mention


def rules_of(rules: UserRules) -> list[Rule]:
    """The user's patterns and names as rules with examples, to be listed and checked."""
    listed = [
        Rule(
            one.id,
            one.field,
            one.description,
            f"the pattern {one.pattern}",
            tuple(Hit(text, value) for text, value in one.hits),
            one.misses,
        )
        for one in rules.patterns
    ]
    if rules.projects:
        hits = tuple(Hit(f"加快推进{name}建设", name) for name, _ in rules.projects)
        listed.append(Rule(NAMED_PROJECT, "project", "A project listed by its name", "the name", hits, ()))
    return listed


@cache
def compiled(pattern: str) -> regex.Pattern[str]:
    """The pattern, compiled once a process, by the module that can give up: how long another's takes nobody knows."""
    import regex

    return regex.compile(pattern)


def _date(one: UserPattern, match: re.Match[str]) -> Mention | None:
    said = match.groupdict()
    year = number(said["year"]) if said.get("year") else None
    day = Day(year, number(match["month"]), number(match["day"]))
    return Mention(one.id, *match.span(), day.edtf(), {"days": [day]}) if day.exists() else None


def _reporter(one: UserPattern, match: re.Match[str]) -> Mention | None:
    return Mention(one.id, *match.span("name"), match["name"], {"role": one.default})


def _official(one: UserPattern, match: re.Match[str]) -> Mention | None:
    return Mention(one.id, *match.span("name"), match["name"], {"post": match.span("post")})


def _meeting(one: UserPattern, match: re.Match[str]) -> Mention | None:
    said = match.groupdict()
    term, year = (number(said[part]) if said.get(part) else None for part in ("term", "year"))
    count = number(match["number"])
    if count < 1 or term == 0 or (year is not None and not 1000 <= year <= 9999):
        return None
    series = said.get("series") or match[0]
    data = {"term": term, "number": count, "year": year, "series": series, "organization": None, "core": match.span()}
    return Mention(one.id, *match.span(), meeting_value(term, count, year), data)


def _project(one: UserPattern, match: re.Match[str]) -> Mention | None:
    return Mention(one.id, *match.span("name"), match["name"], {"kind": one.default, "pieces": [match.span("name")]})


_MAKERS = {"date": _date, "reporter": _reporter, "official": _official, "meeting": _meeting, "project": _project}


def _named_projects(text: str, rules: UserRules) -> Iterator[Mention]:
    """Every place of a listed name; of names that contain each other the longest."""
    if not rules.projects:
        return
    kinds = dict(rules.projects)
    names = "|".join(map(re.escape, sorted(kinds, key=lambda name: (-len(name), name))))
    for match in re.finditer(names, text):
        yield Mention(NAMED_PROJECT, *match.span(), match[0], {"kind": kinds[match[0]], "pieces": [match.span()]})
