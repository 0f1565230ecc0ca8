"""The dates of a bulletin resolved: the month of a bare day, the day of a relative word, and the year with `years`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from gxq_extract.patterns import lazy
from gxq_extract.resolve import years
from gxq_extract.resolve.draft import Draft, mention_record, warning
from gxq_extract.rules.dates import Day
from gxq_extract.rules.rule import Mention

# The month of a chronicle: 2024年3月大事记.
_CHRONICLE = lazy(
    r"(?:大事记?|要事|纪事)?\(?(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>1[0-2]|[1-9])月份?(?:大事|要事|纪事|(?<=大事记\(\d{4}年\d月)\)|(?<=大事记\(\d{4}年\d\d月)\)|(?<=大事记\d{4}年\d月)\Z|(?<=大事记\d{4}年\d\d月)\Z)"
)
_DATELINE = 30  # characters in which a report gives its day
_SAME_DAYS = 5  # a bare day so near the first one shares its month


def dates_of(draft: Draft, known: years.Known) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The bulletin's dates resolved, and warnings for impossible days and unknown years.

    A bare day or a relative word that has nothing to lean on is no date, and gives no warning.
    """
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
            said.note(days, source)
        if value.startswith("XXXX"):
            message = f"no year could be derived for {place['text']}"
            warnings.append(warning("date.year_unknown", message, place["start"], place["end"]))
    return rows, sorted(warnings, key=lambda one: (one["start"], one["code"]))


def _impossible(draft: Draft, mention: Mention) -> dict[str, Any]:
    printed = draft.view.printed(mention.start, mention.end)
    message = f"no such day in the calendar: {printed}"
    return warning("date.impossible", message, *draft.view.span(mention.start, mention.end))


@dataclass(slots=True)
class _Said:
    """Days that a bulletin has given so far, for those that leave their month out."""

    first: Day | None = None
    last: Day | None = None
    sources: dict[int | None, str | None] = field(default_factory=dict)  # where each year came from

    @classmethod
    def of_title(cls, title: str) -> _Said:
        """The month of a chronicle, which its entries leave out: 2024年3月大事记."""
        month = _CHRONICLE.search(title)
        if month is None:
            return cls()
        day = Day(int(month["year"]) if month["year"] else None, int(month["month"]), 1)
        return cls(day, day, {day.year: "text"})

    def note(self, days: list[Day], source: str | None) -> None:
        """Remember the days of a mention, one or the two ends of a range, and where their year came from."""
        self.sources.setdefault(days[0].year, source)
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
    if mention.data["days"][0].month is None:  # a bare day: the year comes with the month
        source = said.sources.get(days[0].year, "page" if known.published else "context")
    if days[0].year is None and days[-1].year is not None:  # 12月30日至2025年1月2日
        turns = (days[0].month or 0) > (days[-1].month or 0)
        days[0] = days[0]._replace(year=days[-1].year - turns)
    if days[0].year is None:
        if mention.data.get("relative"):
            present, source = _present(known, said)
            year = None if present is None else present + years.WORDS[mention.data["relative"]]
        else:
            year, source = years.year_of(days[0], known, _within(mention))
        days = [day._replace(year=year) if day.year is None else day for day in days]
        if len(days) > 1 and year is not None and (days[1].month or 0) < (days[0].month or 0) and days[1].year == year:
            days = [days[0], days[1]._replace(year=year + 1)]
    if not all(day.exists() for day in days):
        return None, None, days
    return "/".join(day.edtf() for day in days), source, days


def _within(mention: Mention) -> int:
    """How many days behind the publication a day may lie, by what the text says of it."""
    if mention.data.get("since"):
        return years.BEGINNING
    if mention.data.get("ahead"):
        return years.ANNOUNCED
    if mention.start < _DATELINE:
        return years.NEWS
    return years.DONE if mention.data.get("done") else years.AHEAD


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
    last = as_date(said.last) if said.last is not None and said.last.year else None
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


def as_date(day: Day) -> date | None:
    """The day in the calendar, of the year 1 if it says none; `None` if the calendar has no such day."""
    try:
        return date(day.year or 1, day.month or 0, day.day)
    except ValueError:
        return None
