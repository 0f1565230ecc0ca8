"""What the page as a whole knows: its date, its years, its people, and how its bulletins lie on it."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from gxq_extract.lexicon import predicates
from gxq_extract.options import Options, UserRules
from gxq_extract.page.items import Item, Layout
from gxq_extract.page.lines import adjoin
from gxq_extract.page.source import Page
from gxq_extract.patterns import lazy
from gxq_extract.resolve import people, years
from gxq_extract.resolve.days import as_date
from gxq_extract.resolve.draft import Draft
from gxq_extract.resolve.people import Person
from gxq_extract.rules import dates
from gxq_extract.rules.name_words import BOUNDARY
from gxq_extract.rules.names import closes
from gxq_extract.rules.standins import reader

# What stands beside the day of a header that tells when the page was published.
_LABELLED = lazy(r"来源|发布|时间|日期")
# 来源:澄湖区卫生健康委员会 作者:…, but not 来源: 编辑:…
_SOURCE = lazy(r"来源: ?(?P<name>[^\s:,。()【】\[\]]{2,24}?)(?:记者)?(?=[\s,。()【】\[\]]|\Z)")
_UP_TO, _BEFORE = frozenset("到至—-~"), frozenset("前底")
_MOST_DAYS = 60  # distinct days to lean on
_MOST_NAMES = 400  # more than a page of paper holds; keeps the search for bare names linear


@dataclass(frozen=True, slots=True)
class PageContext:
    """Facts of the page that its bulletins lean on.

    `near` are the days of the page that are beyond doubt, `latest` is the latest year that it says, `extents` tells
    where each bulletin starts and ends, and `titled` holds whoever has a post anywhere on the page, by name.
    """

    folded: str
    page_record: dict[str, Any]
    published: date | None
    page_year: Callable[[], int | None]
    near: list[date]
    latest: int
    extents: dict[Item, tuple[int, int]]
    titled: dict[str, Person]
    rules: UserRules

    @classmethod
    def of(cls, page: Page, folded: str, layout: Layout, drafts: list[Draft], options: Options) -> PageContext:
        """Gather from all drafts what each of them may need."""
        published, printed = _published(layout), None
        if published is not None:
            printed = published.isoformat()
        elif options.published is not None:
            published = date.fromisoformat(options.published)
        texts = [draft.view.text for draft in drafts]
        titles = [*layout.titles, *filter(None, (draft.item.title for draft in drafts))]
        heads = [*layout.headers, *layout.column_heads]
        lines = [*(line.text for line in heads), *(title.text for title in titles)]
        page_year = cache(lambda: years.page_year(lines, texts) or options.year)
        latest = _latest_year(drafts)
        return cls(
            folded=folded,
            page_record={
                "id": page.id,
                "path": page.path,
                "sha256": page.sha256,
                "published": printed,
                "publisher": _publisher(layout),
            },
            published=published,
            page_year=page_year,
            near=_certain_days(drafts, published, page_year, latest),
            latest=latest,
            extents=_extents(drafts),
            titled=_titled(drafts),
            rules=options.rules,
        )

    def parts(self, item: Item) -> list[list[int]]:
        """The stretches of the item's text on the page, in reading order."""
        start, end = self.extents[item]
        stretches = [[start, end]]
        for lines, go_on in ((item.strays, True), (item.credits, False)):
            for line in lines:
                if start <= line.start and line.end <= end:
                    continue
                if go_on and stretches[-1] != [start, end] and adjoin(self.folded, stretches[-1][1], line.start):
                    stretches[-1][1] = line.end
                else:
                    stretches.append([line.start, line.end])
        return stretches

    def known(self, draft: Draft) -> years.Known:
        """What the dates of one bulletin may lean on."""
        return _known(draft, self.published, self.page_year, self.latest, self.near)

    def persons(self, draft: Draft) -> list[Person]:
        """The people of one bulletin, with the bare mentions of those titled anywhere on the page; spans in order."""
        text = draft.view.text
        persons = {
            name: Person(person.name, person.folded, person.posts, [*person.spans])
            for name, person in draft.persons.items()
        }
        taken = sorted((start, end) for person in persons.values() for start, end, _ in person.spans)
        for spelling, name in self._spellings():
            if spelling not in text:
                continue
            for start, end in people.bare_mentions(text, spelling, taken):
                if name not in persons and not _acts(text, start, end):
                    continue
                persons.setdefault(name, Person(name, spelling)).spans.append((start, end, "person.bare"))
                insort(taken, (start, end))
        for person in persons.values():
            person.spans.sort()
        return list(persons.values())

    def _spellings(self) -> list[tuple[str, str]]:
        """The names of titled people as printed and as recorded, longer ones first."""
        own = [(person.folded, name) for name, person in self.titled.items()][:_MOST_NAMES]
        aliases = [(alias, name) for alias, name in self.rules.aliases if name in self.titled]
        return sorted((*own, *aliases), key=lambda pair: len(pair[0]), reverse=True)

    def sector(self, person: Person, beside: str) -> str:
        """The sector from the person's posts here, else from those elsewhere on the page.

        `beside` is the sector of a post that names no organisation.
        """
        posts = person.posts or (self.titled[person.name].posts if person.name in self.titled else {})
        return people.sector_of(list(map(reader(self.rules), posts.values())), beside)


def _acts(text: str, start: int, end: int) -> bool:
    """Whether a bare name stands where a person can: at a boundary and before a verb or a mark."""
    bounded = start == 0 or text[start - 1] in BOUNDARY or text[start - 1] == "请"
    return bounded and (closes(text, end) or text[end : end + 2] in predicates())


def _published(layout: Layout) -> date | None:
    """The day that a header gives; one beside the source or a label tells more than the clock of a site."""
    for line in sorted(layout.headers, key=lambda line: _LABELLED.search(line.text) is None):
        found, _ = dates.find(re.sub(r"(?<=[年月])/ ?", "", line.text))
        for mention in found:
            for day in mention.data["days"][:1]:
                if day.year and (value := as_date(day)) is not None:
                    return value
    return None


def _publisher(layout: Layout) -> str | None:
    """The source that the page's headers name, if they name one only."""
    named = {match["name"] for line in layout.headers if (match := _SOURCE.search(line.text))}
    return named.pop() if len(named) == 1 else None


def _extents(drafts: list[Draft]) -> dict[Item, tuple[int, int]]:
    """Where each bulletin starts and ends: with its own heading if that stands directly above it."""
    items = sorted((draft.item for draft in drafts), key=lambda item: item.body[0].start)
    strays = sorted(line.end for item in items for line in item.strays)
    tops = [_top(item, before, strays) for before, item in zip([None, *items], items, strict=False)]
    return {item: (top, item.body[-1].end) for item, top in zip(items, tops, strict=True)}


def _top(item: Item, before: Item | None, strays: list[int]) -> int:
    """Where a bulletin starts; `strays` are the sorted ends of all paragraphs that stand apart from their bulletins."""
    first = item.body[0].start
    lines = (*before.body, *before.credits) if before is not None else ()
    above = [line.end for line in lines if line.end <= first] + strays[: bisect_right(strays, first)][-1:]
    floor = max(above, default=0)
    top = min(line.start for line in (*item.body[:1], *item.credits) if floor <= line.start <= first)
    if item.title is not None and floor <= item.title.start and item.title.end <= top:
        return item.title.start
    return top


def _titled(drafts: list[Draft]) -> dict[str, Person]:
    titled: dict[str, Person] = {}
    for draft in drafts:
        for name, person in draft.persons.items():
            titled.setdefault(name, person)
    return titled


def _known(
    draft: Draft, published: date | None, page_year: Callable[[], int | None], latest: int, elsewhere: list[date]
) -> years.Known:
    """What the dates of one bulletin may lean on, with the days that are beyond doubt elsewhere on the page."""
    whole = [*draft.dates, *draft.title_dates]
    own = [as_date(day) for mention in whole for day in mention.data["days"][:1] if day.year]
    near = [day for day in dict.fromkeys(filter(None, own)) if day.year >= latest - 1][:_MOST_DAYS]
    if draft.item.recommended:
        return years.Known(published, *draft.event_years, near, lambda: None)
    return years.Known(published, *draft.event_years, [*near, *elsewhere], page_year)


def _certain_days(
    drafts: list[Draft], published: date | None, page_year: Callable[[], int | None], latest: int
) -> list[date]:
    """Days of the page whose year is beyond doubt: those beside a year of the event first, then whole dates."""
    whole: list[date] = []
    derived: list[date] = []
    for draft in drafts:
        known = _known(draft, published, page_year, latest, [])
        for mention in draft.dates:
            for day in mention.data["days"][:1]:
                if day.year:
                    whole += filter(None, [as_date(day)])
                elif day.month and any(draft.event_years):
                    year, _ = years.year_of(day, known)
                    derived += filter(None, [as_date(day._replace(year=year))])
    return [day for day in dict.fromkeys([*derived, *whole]) if day.year >= latest - 1][:_MOST_DAYS]


def _latest_year(drafts: list[Draft]) -> int:
    """The latest year that the page says, but for those to come: 到2030年, 2030年前."""
    said = [
        int(mention.value[:4])
        for draft in drafts
        for mention in draft.dates
        if mention.value[:4].isdigit()
        and draft.view.text[mention.start - 1 : mention.start] not in _UP_TO
        and draft.view.text[mention.end : mention.end + 1] not in _BEFORE
    ]
    return max(said, default=0)
