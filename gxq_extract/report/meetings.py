"""Series of meetings: their numbers by year or term, and the numbers that no bulletin mentions."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from gxq_extract.report.sightings import Bulletin, Row, Sightings

_Run = tuple[int | None, int | None]
_Name = tuple[str, str | None]
_WIDENED = re.compile(r"\(?扩大\)?(?=会)")
_ENDING = re.compile(r"(?:(?<=全)体)?(?:会议?)+\Z")


@dataclass(slots=True)
class _Number:
    """One numbered meeting, as first printed."""

    text: str
    seen: Sightings = field(default_factory=Sightings)


@dataclass(slots=True)
class _Series:
    """What the bulletins read so far say of one series."""

    names: Counter[_Name] = field(default_factory=Counter)
    runs: dict[_Run, dict[int, _Number]] = field(default_factory=lambda: defaultdict(dict))
    unnumbered: Sightings = field(default_factory=Sightings)
    seen: Sightings = field(default_factory=Sightings)


def meetings(bulletins: Iterable[Bulletin]) -> list[Row]:
    """One row a series and organization: its runs (a year or a term) with the numbers seen and missing.

    A series is named as most mentions word it. A meeting of which neither year nor term is said counts for the year of
    its bulletin. A number counts as missing only between the lowest and the highest one seen in its run.
    Rows with numbers come first, then by number of bulletins, then by name.
    """
    known: dict[str, _Series] = defaultdict(_Series)
    for bulletin in bulletins:
        for meeting in bulletin["meetings"]:
            _add(meeting, bulletin, known[series_key(meeting)])
    rows = [_row(series) for series in known.values()]
    return sorted(rows, key=lambda row: (not row["runs"], -row["count"], row["series"], row["organization"] or ""))


def series_key(meeting: Mapping[str, Any]) -> str:
    """What is the same for all wordings of a series: with and without 扩大, 会 or 会议, the body named apart or not.

    >>> series_key({"series": "区委常委会会议", "organization": "区委常委会"})
    '区委常委会'
    >>> series_key({"series": "常委(扩大)会议", "organization": "区委"})
    '区委常委会'
    """
    name, organization = _name(meeting)
    kind = _ENDING.sub("会", _WIDENED.sub("", name))
    return kind if kind.startswith(organization or "") else f"{organization}{kind}"


def missing_numbers(seen: Iterable[int]) -> list[tuple[int, int]]:
    """The gaps between the numbers seen, each as its first and last number.

    >>> missing_numbers([7, 4, 8, 10])
    [(5, 6), (9, 9)]
    """
    return [(low + 1, high - 1) for low, high in pairwise(sorted(seen)) if high > low + 1]


def _add(meeting: Mapping[str, Any], bulletin: Bulletin, series: _Series) -> None:
    """Add one mention of a meeting to its series."""
    series.names[_name(meeting)] += 1
    series.seen.see(bulletin)
    if meeting.get("number") is None:
        series.unnumbered.see(bulletin)
        return
    year, term = meeting.get("year"), meeting.get("term")
    day = bulletin.get("event_date")
    if year is None and term is None and day and day[:4].isdigit():
        year = int(day[:4])
    run = series.runs[year, term]
    run.setdefault(meeting["number"], _Number(meeting["text"])).seen.see(bulletin)


def _name(meeting: Mapping[str, Any]) -> _Name:
    """The series and the body as the meeting has them; a meeting without a series is its own."""
    return meeting.get("series") or meeting["text"], meeting.get("organization")


def _row(series: _Series) -> Row:
    """The series as plain data; runs by year, then by term."""
    [((name, organization), _)] = series.names.most_common(1)
    runs = sorted(series.runs.items(), key=lambda item: tuple(part or 0 for part in item[0]))
    return {
        "series": name,
        "organization": organization,
        "runs": [_run_row(run, numbers) for run, numbers in runs],
        "unnumbered": series.unnumbered.row(),
    } | series.seen.row()


def _run_row(run: _Run, numbers: dict[int, _Number]) -> Row:
    """One year or term of a series, its numbers in order."""
    return {
        "year": run[0],
        "term": run[1],
        "numbers": [{"number": n, "text": one.text} | one.seen.row() for n, one in sorted(numbers.items())],
        "missing": [list(gap) for gap in missing_numbers(numbers)],
    }
