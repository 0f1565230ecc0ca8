"""Facts in comparable form, from gold and from records alike.

A fact is compared by its key: names without white space, widths folded, quotation marks dropped; a project without
its trailing 项目 or 工程. Coarse dates and meetings without an ordinal are not scored.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gxq_extract.evaluate.gold import GoldBulletin
from gxq_extract.terms import without_generic_tail

FIELDS = (
    "bulletins",
    "title",
    "event_date",
    "dates",
    "reporters",
    "officials",
    "posts",
    "sector",
    "meetings",
    "meeting_year",
    "projects",
)
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d(?:/(?:\d{4}|XXXX)-\d\d-\d\d)?")
_IGNORED = re.compile(r"[\s“”\"'‘’「」『』]")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where on the page a rule found something: offsets into the page, half-open."""

    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as gold or a record states it.

    `key` is what is compared, `shown` what people read, `clue` words by which the page's line is found, `spots` where
    rules found it.
    """

    field: str
    key: tuple[str, ...]
    shown: str
    clue: str
    spots: tuple[Spot, ...] = ()


def squash(text: str) -> str:
    """The text without white space and quotation marks, widths folded.

    >>> squash("“五网 工程”")
    '五网工程'
    """
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text))


def project_key(name: str) -> str:
    """A project's name as compared.

    >>> project_key("南塘河综合治理工程")
    '南塘河综合治理'
    """
    return without_generic_tail(squash(name))


def gold_facts(bulletin: GoldBulletin) -> Iterator[Fact]:
    """The scored facts of a gold bulletin."""
    yield Fact("title", (squash(bulletin.title or ""),), bulletin.title or "(none)", bulletin.title or "")
    if bulletin.event_date:
        yield Fact("event_date", (bulletin.event_date,), bulletin.event_date, bulletin.starts)
    for text, value in bulletin.dates:
        yield Fact("dates", (value,), f"{value} {text}", text)
    for name, role in bulletin.reporters:
        yield Fact("reporters", (squash(name), role), f"{name} ({role})", name)
    for name, posts, sector in bulletin.officials:
        yield from _person(name, posts, sector, ())
    for text, ordinals in bulletin.meetings:
        yield from _meeting(text, ordinals.term, ordinals.number, ordinals.year, ())
    for name in bulletin.projects:
        yield Fact("projects", (project_key(name),), name, name)


def record_facts(record: dict[str, Any]) -> Iterator[Fact]:
    """The scored facts of a bulletin's record, each with the places where rules found it."""
    title = (record.get("title") or {}).get("text") or ""
    yield Fact("title", (squash(title),), title or "(none)", title)
    dates = [date for date in record.get("dates", ()) if _DAY.fullmatch(date["value"])]
    yield from _event_date(record.get("event_date"), dates)
    for date in dates:
        yield Fact("dates", (date["value"],), f"{date['value']} {date['text']}", date["text"], _spots(date))
    for row in record.get("reporters", ()):
        shown = f"{row['name']} ({row['role']})"
        yield Fact("reporters", (squash(row["name"]), row["role"]), shown, row["name"], _spots(row))
    for row in record.get("officials", ()):
        posts = tuple(post["label"] for post in row.get("posts", ()))
        yield from _person(row["name"], posts, row.get("sector"), _spots(row))
    for row in record.get("meetings", ()):
        if row.get("number") is not None:
            yield from _meeting(row["text"], row.get("term"), row["number"], row.get("year"), _spots(row))
    for row in record.get("projects", ()):
        yield Fact("projects", (project_key(row["name"]),), row["name"], row["name"], _spots(row))


def unscored(record: dict[str, Any]) -> Iterator[str]:
    """The rule of every mention that no gold speaks of: coarse dates, meetings without an ordinal."""
    yield from (date["rule"] for date in record.get("dates", ()) if not _DAY.fullmatch(date["value"]))
    for row in record.get("meetings", ()):
        if row.get("number") is None:
            yield from (mention["rule"] for mention in row["mentions"])


def _event_date(value: str | None, dates: list[dict[str, Any]]) -> Iterator[Fact]:
    if value:
        source = next((date for date in dates if date["value"].startswith(value)), None)
        clue = source["text"] if source else ""
        yield Fact("event_date", (value,), value, clue, _spots(source) if source else ())


def _person(name: str, posts: tuple[str, ...], sector: str | None, spots: tuple[Spot, ...]) -> Iterator[Fact]:
    key = squash(name)
    yield Fact("officials", (key,), name, name, spots)
    yield Fact("sector", (key, str(sector)), f"{name}: {sector}", name, spots)
    for post in posts:
        yield Fact("posts", (key, squash(post)), f"{name}: {post}", name, spots)


def _meeting(text: str, term: int | None, number: int, year: int | None, spots: tuple[Spot, ...]) -> Iterator[Fact]:
    yield Fact("meetings", (str(term), str(number)), text, text, spots)
    if year:
        yield Fact("meeting_year", (str(number), str(year)), f"{year}: {text}", text, spots)


def _spots(row: dict[str, Any]) -> tuple[Spot, ...]:
    """The mentions of a row; a date is its own mention."""
    return tuple(Spot(one["rule"], one["start"], one["end"]) for one in row.get("mentions", (row,)))
