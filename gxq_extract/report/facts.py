"""A bulletin's facts in one shape, each with where it stands, the rules that found it, and what was assumed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from gxq_extract.report.sightings import Bulletin, Row
from gxq_extract.terms import FactField

_DETAILS: Final = {
    "date": ("value",),
    "reporter": ("role",),
    "official": ("sector", "actions"),
    "meeting": ("series", "organization", "year", "term", "number"),
    "project": ("kind",),
}


@dataclass(frozen=True, slots=True)
class Place:
    """One mention: a half-open span of the page, its text as printed, and the rule that found it."""

    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Assumption:
    """What the value of a fact rests on beside its own words: a code, and of what."""

    code: Literal["year_from", "organization_from_list", "shared_post"]
    of: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a bulletin; `details` holds what its field adds to the name."""

    field: FactField
    name: str
    details: Row
    assumptions: tuple[Assumption, ...]
    places: tuple[Place, ...]


def facts_of(bulletin: Bulletin, text: str) -> list[Fact]:
    """The bulletin's facts, field by field, in the order of the record; `text` is the bulletin's own text."""
    shared = _shared_labels(bulletin["officials"], "".join(text.split()))
    return [
        *_dates(bulletin["dates"]),
        *(_fact("reporter", reporter["name"], reporter) for reporter in bulletin["reporters"]),
        *(_official(official, shared) for official in bulletin["officials"]),
        *(_fact("meeting", meeting["text"], meeting) for meeting in bulletin["meetings"]),
        *(_fact("project", project["name"], project) for project in bulletin["projects"]),
    ]


def _fact(field: FactField, name: str, record: Mapping[str, Any], assumptions: Iterable[Assumption] = ()) -> Fact:
    """A fact with the details of its field."""
    details = {key: record[key] for key in _DETAILS[field] if record.get(key)}
    return Fact(field, name, details, tuple(assumptions), tuple(map(_place, record["mentions"])))


def _place(mention: Mapping[str, Any]) -> Place:
    """The mention as a place."""
    return Place(mention["start"], mention["end"], mention["text"], mention["rule"])


def _dates(dates: Iterable[Mapping[str, Any]]) -> list[Fact]:
    """Each date once, with every place that prints it in the same words for the same value."""
    same: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
    for date in dates:
        same.setdefault((date["text"], date["value"], date.get("year_from") or ""), []).append(date)
    return [
        _fact("date", text, {"value": value, "mentions": mentions}, _year_assumption(source))
        for (text, value, source), mentions in same.items()
    ]


def _year_assumption(source: str) -> list[Assumption]:
    """Where the year comes from, unless the words themselves tell it."""
    return [Assumption("year_from", source)] if source not in ("", "text") else []


def _official(official: Mapping[str, Any], shared: set[str]) -> Fact:
    """An official with the posts as printed."""
    labels = [post["label"] for post in official["posts"]]
    fact = _fact("official", official["name"], official, _post_assumptions(official["posts"], shared))
    return Fact(fact.field, fact.name, {"posts": labels} | fact.details, fact.assumptions, fact.places)


def _post_assumptions(posts: Iterable[Mapping[str, Any]], shared: set[str]) -> Iterator[Assumption]:
    """Which posts take their organization from the list before them, and which a whole list of people shares."""
    for post in posts:
        organization = post.get("organization")
        if organization and organization not in post["label"]:
            yield Assumption("organization_from_list", f"{post['label']} ← {organization}")
        if post["label"] in shared:
            yield Assumption("shared_post", post["label"])


def _shared_labels(officials: Iterable[Mapping[str, Any]], text: str) -> set[str]:
    """The posts that more people hold than times the text prints them: a list shares one."""
    held = Counter(post["label"] for official in officials for post in official["posts"])
    return {label for label, holders in held.items() if holders > max(1, text.count(label))}
