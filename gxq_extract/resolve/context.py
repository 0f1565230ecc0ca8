"""What the page as a whole knows: its date, its years, its people, and how its bulletins lie on it."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from gxq_extract.lexicon import predicates
from gxq_extract.options import Options, UserRules
from gxq_extract.page.items import Item, Layout
from gxq_extract.page.lines import adjoin
from gxq_extract.page.source import Page
from gxq_extract.patterns import lazy
from gxq_extract.resolve import people, years
from gxq_extract.resolve.bulletin import Draft, mention_record
from gxq_extract.resolve.people import Person
from gxq_extract.rules import dates
from gxq_extract.rules.dates import Day
from gxq_extract.rules.name_words import BOUNDARY
from gxq_extract.rules.names import closes
from gxq_extract.rules.rule import Mention
from gxq_extract.rules.standins import reader

# 来源:澄湖区卫生健康委员会 作者:…, but not 来源: 编辑:…
_SOURCE = lazy(r"来源: ?(?P<name>[^\s:,。()【】\[\]]{2,24}?)(?:记者)?(?=[\s,。()【】\[\]]|\Z)")


@dataclass(slots=True)
class PageContext:
    """Facts of the page that its bulletins lean on."""

    folded: str
    page_record: dict[str, Any]
    published: date | None
    page_year: Callable[[], int | None]
    near: list[date]
    extents: dict[int, tuple[int, int]]
    titled: dict[str, Person]
    rules: UserRules
    sectors: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, page: Page, folded: str, layout: Layout, drafts: list[Draft], options: Options) -> PageContext:
        """Gather from all drafts what each of them may need."""
        published, printed = _published(layout), None
        if published is not None:
            printed = published.isoformat()
        elif options.published is not None:
            published = date.fromisoformat(options.published)
        texts = [draft.view.text for draft in drafts]
        headers = [line.text for line in layout.headers]
        context = cls(
            folded=folded,
            page_record={
                "id": page.id,
                "path": page.path,
                "sha256": page.sha256,
                "published": printed,
                "publisher": _publisher(layout),
            },
            published=published,
            page_year=cache(lambda: options.year or years.page_year(headers, texts)),
            near=[],
            extents=_extents(drafts),
            titled=_titled(drafts),
            rules=options.rules,
        )
        context.near = _certain_days(context, drafts)
        return context

    def parts(self, item: Item) -> list[list[int]]:
        """The stretches of the item's text on the page, in reading order."""
        start, end = self.extents[id(item)]
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
        own = [_as_date(day) for mention in draft.dates for day in mention.data["days"][:1] if day.year]
        near = [*list(dict.fromkeys(filter(None, own)))[:_MOST_DAYS], *self.near]
        return years.Known(self.published, *draft.event_years, near, self.page_year)

    def dates_of(self, draft: Draft) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """The bulletin's dates resolved, and warnings for impossible days and unknown years.

        A bare day or a relative word that has nothing to lean on is no date, and gives no warning.
        """
        known = self.known(draft)
        rows: list[dict[str, Any]] = []
        warnings = [_impossible(draft, mention) for mention in draft.impossible]
        said = _Said.of_title(draft.item.title.text if draft.item.title else "")
        for mention in draft.dates:
            value, source, days = _resolve(mention, known, said)
            if value is None:
                if days:
                    warnings.append(_impossible(draft, mention))
                continue
            place = mention_record(draft.view, mention.start, mention.end, mention.rule)
            rows.append({"value": value, **place, "year_from": source})
            if days and not mention.data.get("ahead") and not mention.data.get("relative"):
                said.note(days)
            if value.startswith("XXXX"):
                message = f"no year could be derived for {place['text']}"
                warnings.append(
                    {"code": "date.year_unknown", "message": message, "start": place["start"], "end": place["end"]}
                )
        return rows, sorted(warnings, key=lambda warning: (warning["start"], warning["code"]))

    def event_date(self, draft: Draft, rows: list[dict[str, Any]]) -> str | None:
        """The day of the event: the first day that the dateline or the first paragraph gives."""
        text = draft.view.text
        limit = _first_paragraph_end(text)
        if not limit:
            return None
        last = draft.view.span(limit - 1, limit)[1]
        first = draft.item.body[0].start
        days = [row for row in rows if _DAY.match(row["value"]) and first <= row["start"] < last]
        mentions = {draft.view.origin(mention.start): mention for mention in draft.dates} if days else {}
        dispatch = _DISPATCH.match(text) if len(days) > 1 else None
        if dispatch is not None:
            border = draft.view.span(dispatch.end() - 1, dispatch.end())[1]
            events = [row for row in days if row["start"] >= border and not _later(text, mentions[row["start"]])]
            days = events or days
        for row in days:
            if self._is_history(row["value"]):
                continue
            if "/" in row["value"] or not _later(text, mentions[row["start"]]):
                return str(row["value"]).split("/")[0]
        return None

    def _is_history(self, value: str) -> bool:
        """Whether a day lies years before the publication: what is told of it is no news."""
        return self.published is not None and value[:4].isdigit() and self.published.year - int(value[:4]) > 1

    def add_bare(self, draft: Draft, persons: dict[str, Person]) -> None:
        """Bare mentions of people titled anywhere on the page."""
        text = draft.view.text
        taken = sorted((start, end) for person in persons.values() for start, end, _ in person.spans)
        for spelling, name in self._spellings():
            if spelling not in text:
                continue
            for start, end in people.bare_mentions(text, spelling, taken):
                if name not in persons and not _acts(text, start, end):
                    continue
                persons.setdefault(name, Person(name, spelling)).spans.append((start, end, "person.bare"))
                insort(taken, (start, end))

    def _spellings(self) -> list[tuple[str, str]]:
        """The names of titled people as printed and as recorded, longer ones first."""
        own = [(person.folded, name) for name, person in self.titled.items()][:_MOST_NAMES]
        aliases = [(alias, name) for alias, name in self.rules.aliases if name in self.titled]
        return sorted((*own, *aliases), key=lambda pair: len(pair[0]), reverse=True)

    def sector(self, person: Person) -> str:
        """The sector from the person's posts here, else from those elsewhere on the page."""
        posts = person.posts or (self.titled[person.name].posts if person.name in self.titled else {})
        return people.sector_of(list(map(reader(self.rules), posts.values())), "public")


# A day or a range of days, without the mark of uncertainty that relative words carry.
_DAY = lazy(r"(?:\d{4}|XXXX)-\d\d-\d\d(?:/.*)?\Z")
_SAME_DAYS = 5
_MOST_DAYS = 60  # distinct days to lean on
_MOST_NAMES = 400  # more than a page of paper holds; keeps the search for bare names linear
_HOOK = 45
_ANY_DAY = lazy(r"\d日|月[一二三四五六七八九十]{1,3}日")
_DISPATCH = lazy(
    r"[^。“]{0,30}?(?:\d{1,2}月)?(?:\d{1,2}|[一二三]?[十一二三四五六七八九]{1,2})日(?:电|讯|消息|专电)[^。]{0,3}?(?:\([^)]*\))?"
)
_UNTIL = lazy(r"(?:截至|截止|将于|拟于|计划|力争|确保|预计|定于)[^,。;]{0,8}\Z")


def _acts(text: str, start: int, end: int) -> bool:
    """Whether a bare name stands where a person can: at a boundary and before a verb or a mark."""
    bounded = start == 0 or text[start - 1] in BOUNDARY or text[start - 1] == "请"
    return bounded and (closes(text, end) or text[end : end + 2] in predicates())


def _published(layout: Layout) -> date | None:
    for line in layout.headers:
        found, _ = dates.find(re.sub(r"(?<=[年月])/ ?", "", line.text))
        for mention in found:
            for day in mention.data["days"][:1]:
                if day.year and (value := _as_date(day)) is not None:
                    return value
    return None


def _publisher(layout: Layout) -> str | None:
    """The source that the page's headers name, if they name one only."""
    named = {match["name"] for line in layout.headers if (match := _SOURCE.search(line.text))}
    return named.pop() if len(named) == 1 else None


def _as_date(day: Day) -> date | None:
    try:
        return date(day.year or 1, day.month or 0, day.day)
    except ValueError:
        return None


def _extents(drafts: list[Draft]) -> dict[int, tuple[int, int]]:
    """Where each bulletin starts and ends: with its own heading if that stands directly above it."""
    items = sorted((draft.item for draft in drafts), key=lambda item: item.body[0].start)
    strays = sorted(line.end for item in items for line in item.strays)
    tops = [_top(item, before, strays) for before, item in zip([None, *items], items, strict=False)]
    return {id(item): (top, item.body[-1].end) for item, top in zip(items, tops, strict=True)}


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


def _certain_days(context: PageContext, drafts: list[Draft]) -> list[date]:
    """Days of the page whose year is beyond doubt: whole dates first, then those beside a year of the event."""
    whole: list[date] = []
    derived: list[date] = []
    for draft in drafts:
        known = context.known(draft)
        for mention in draft.dates:
            for day in mention.data["days"][:1]:
                if day.year:
                    whole += filter(None, [_as_date(day)])
                elif day.month and any(draft.event_years):
                    year, _ = years.year_of(day, known)
                    derived += filter(None, [_as_date(day._replace(year=year))])
    return list(dict.fromkeys([*derived, *whole]))[:_MOST_DAYS]


def _impossible(draft: Draft, mention: Mention) -> dict[str, Any]:
    start, end = draft.view.span(mention.start, mention.end)
    printed = draft.view.printed(mention.start, mention.end)
    return {"code": "date.impossible", "message": f"no such day in the calendar: {printed}", "start": start, "end": end}


_CHRONICLE = lazy(
    r"(?:大事记?|要事|纪事)?\(?(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>1[0-2]|[1-9])月份?(?:大事|要事|纪事|(?<=大事记\(\d{4}年\d月)\)|(?<=大事记\(\d{4}年\d\d月)\))"
)


@dataclass(slots=True)
class _Said:
    """Days that a bulletin has given so far, for those that leave their month out."""

    first: Day | None = None
    last: Day | None = None

    @classmethod
    def of_title(cls, title: str) -> _Said:
        """The month of a chronicle, which its entries leave out: 2024年3月大事记."""
        month = _CHRONICLE.search(title)
        if month is None:
            return cls()
        day = Day(int(month["year"]) if month["year"] else None, int(month["month"]), 1)
        return cls(day, day)

    def note(self, days: list[Day]) -> None:
        self.first = self.first or days[0]
        self.last = days[-1]

    def month_for(self, day: Day) -> Day | None:
        """The day whose month a bare day shares: the first one's if near it, else the last one's."""
        if self.first is not None and abs(self.first.day - day.day) <= _SAME_DAYS:
            return self.first
        return self.last


def _resolve(mention: Mention, known: years.Known, said: _Said) -> tuple[str | None, str | None, list[Day]]:
    """The EDTF value of a date mention, where its year came from, and its days.

    There is no value where the calendar has no such day; nor days either where nothing tells a month or a year.
    """
    if "word" in mention.data:
        return *_relative(mention, known, said), []
    if not mention.data["days"]:
        return mention.value, "text", []
    shift = -1 if mention.data.get("month", "").startswith("上") else 0
    days = [_with_month(day, known, said, shift) for day in mention.data["days"]]
    if any(day.month is None for day in days):
        return None, None, []
    source: str | None = "text"
    if days[0].year is None:
        if mention.data.get("relative"):
            present, source = _present(known, said)
            year = None if present is None else present + years.WORDS[mention.data["relative"]]
        else:
            year, source = years.year_of(days[0], known, ahead=mention.data.get("ahead", False))
        days = [day._replace(year=year) if day.year is None else day for day in days]
        if len(days) > 1 and year is not None and (days[1].month or 0) < (days[0].month or 0) and days[1].year == year:
            days = [days[0], days[1]._replace(year=year + 1)]
    if not all(day.exists() for day in days):
        return None, None, days
    return "/".join(day.edtf() for day in days), source, days


def _present(known: years.Known, said: _Said) -> tuple[int | None, str | None]:
    """The year that 今年 means, and where it came from (`page`, `meeting`, `context` or nothing)."""
    if known.published is not None:
        return known.published.year, "page"
    if known.event_year is not None:
        return known.event_year, "meeting"
    if told := [day.year for day in (said.first, said.last) if day is not None and day.year]:
        return max(told), "context"  # a report looks back more often than ahead
    year = known.near[0].year if known.near else known.page_year()
    return year, None if year is None else "context"


def _relative(mention: Mention, known: years.Known, said: _Said) -> tuple[str | None, str | None]:
    """今年, 去年12月 against the present; 昨日, uncertain (EDTF `?`), against publication or the last day said."""
    word, month = mention.data["word"], mention.data["month_of_year"]
    if word in years.WORDS:
        present, source = _present(known, said)
        if present is None:
            return None, None
        year = str(present + years.WORDS[word])
        return f"{year}-{int(month):02d}" if month else year, source
    last = _as_date(said.last) if said.last is not None and said.last.year else None
    anchor = last if word in ("当日", "当天") else known.published
    if anchor is None:
        return None, None
    day = anchor + timedelta(days=years.DAYS[word])
    return f"{day.isoformat()}?", "context" if anchor is last else "page"


def _with_month(day: Day, known: years.Known, said: _Said, shift: int) -> Day:
    """A bare day with the month, and year if known, of a day said before, or of the publication."""
    if day.month is not None:
        return day
    model = said.month_for(day)
    if model is not None and not _far(model, known.published):
        return _moved(day, model.year, model.month or 1, shift)
    anchor = known.published or next(iter(known.near), None)
    if anchor is None:
        return day
    back = -1 if known.published is not None and day.day > known.published.day + 3 else 0
    return _moved(day, anchor.year, anchor.month, shift or back)


def _far(model: Day, published: date | None) -> bool:
    """Whether a said day belongs to another time than the page: a bare day then leans on the publication."""
    return published is not None and model.year is not None and abs(model.year - published.year) > 1


def _moved(day: Day, year: int | None, month: int, shift: int) -> Day:
    if month + shift < 1:
        return Day(year - 1 if year else None, 12, day.day)
    return Day(year, month + shift, day.day)


def _first_paragraph_end(text: str) -> int:
    """The end of the first paragraph; a hook of one short sentence does not count as one."""
    end = text.find("\n")
    if 0 <= end <= _HOOK and len(re.findall("[。!?]", text[:end])) <= 1 and not _ANY_DAY.search(text, 0, end):
        end = text.find("\n", end + 1)
    return len(text) if end < 0 else end


def _later(text: str, mention: Mention) -> bool:
    """Whether a date is a deadline or lies ahead: 5月30日前, 将于6月1日."""
    before = text[max(0, mention.start - 10) : mention.start]
    due = text[mention.end : mention.end + 1] in ("前", "止")
    return due or (_UNTIL.search(before) is not None and "定于" not in before)
