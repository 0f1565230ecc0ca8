"""Series of meetings and their numbers."""

from __future__ import annotations

from gxq_extract.report.meetings import meetings
from gxq_extract.report.payload import Reading, payload

from .bulletins import bulletin, meeting

JOINT = "党政联席会议"


def test_numbers_stand_by_year_and_gaps_between_them_are_missing():
    rows = meetings(
        [
            bulletin(1, "2026-04-25", meetings=[meeting(JOINT, 2026, 7)]),
            bulletin(2, "2023-12-25", meetings=[meeting(JOINT, 2023, 20)]),
            bulletin(3, "2026-03-06", meetings=[meeting(JOINT, 2026, 4)]),
            bulletin(4, "2026-03-07", meetings=[meeting(JOINT, 2026, 4)]),
        ]
    )
    (row,) = rows
    assert (row["series"], row["first"], row["last"], row["count"]) == (JOINT, "2023-12-25", "2026-04-25", 4)
    runs = [(run["year"], [number["number"] for number in run["numbers"]], run["missing"]) for run in row["runs"]]
    assert runs == [(2023, [20], []), (2026, [4, 7], [[5, 6]])]
    fourth = row["runs"][1]["numbers"][0]
    assert (fourth["first"], fourth["last"], fourth["bulletins"]) == ("2026-03-06", "2026-03-07", ["p#3", "p#4"])


def test_terms_are_runs_too():
    rows = meetings(
        [
            bulletin(1, meetings=[meeting("区委常委会会议", None, 48, term=2)]),
            bulletin(2, meetings=[meeting("区委常委会会议", None, 1, term=3)]),
        ]
    )
    assert [(run["term"], run["missing"]) for run in rows[0]["runs"]] == [(2, []), (3, [])]


def test_a_named_meeting_has_no_runs_and_comes_after_the_numbered_ones():
    named = meeting("中央经济工作会议", None, None)
    rows = meetings([bulletin(1, meetings=[named]), bulletin(2, meetings=[named, meeting(JOINT, 2024, 13)])])
    assert [(row["series"], row["unnumbered"]["count"]) for row in rows] == [(JOINT, 0), ("中央经济工作会议", 2)]


def test_a_series_is_one_however_it_is_worded():
    worded = [
        ("区委常委会会议", "区委常委会"),
        ("区委常委会", "区委"),
        ("区委常委会会议", "区委常委会"),
        ("常委(扩大)会议", "区委"),
        ("区委常委会(扩大)会议", None),
    ]
    held = [meeting(series, 2024, n) | {"organization": body} for n, (series, body) in enumerate(worded, start=1)]
    other = meeting("区人大常委会会议", 2024, 9) | {"organization": "区人大常委会"}
    pages = [bulletin(1, meetings=[*held, other])]
    rows = meetings(pages)
    assert [(row["series"], row["organization"]) for row in rows] == [
        ("区人大常委会会议", "区人大常委会"),
        ("区委常委会会议", "区委常委会"),
    ]
    assert rows[1]["runs"][0]["missing"] == []
    shown = {fact["series"] for fact in payload([Reading(pages[0])], [])["bulletins"][0]["facts"]}
    assert shown == {row["series"] for row in rows}


def test_a_meeting_without_a_series_is_its_own():
    rows = meetings([bulletin(1, meetings=[meeting(JOINT, 2024, 13) | {"series": None}])])
    assert rows[0]["series"] == "2024第13次党政联席会议"


def test_a_number_without_year_or_term_counts_for_the_year_of_its_bulletin():
    rows = meetings(
        [
            bulletin(1, "2023-11-06", meetings=[meeting("主任办公会", None, 23)]),
            bulletin(2, "2025-02-24", meetings=[meeting("主任办公会", None, 5)]),
            bulletin(3, None, meetings=[meeting("主任办公会", None, 9)]),
        ]
    )
    runs = [(run["year"], [number["number"] for number in run["numbers"]], run["missing"]) for run in rows[0]["runs"]]
    assert runs == [(None, [9], []), (2023, [23], []), (2025, [5], [])]
