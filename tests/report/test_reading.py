"""A bulletin's text with its marks."""

from __future__ import annotations

import pytest

from gxq_extract.report.facts import Fact, Place, facts_of
from gxq_extract.report.payload import Reading, payload
from gxq_extract.report.reading import Mark, Run, marks_of, runs_of, searched, text_of

from .bulletins import bulletin, mention, official, project

PAGE = "## 标题\n\n区领导王一、李二到云岭路,看\n\n了云岭路小学。 别的条目。"


def fact(name: str, *starts: int) -> Fact:
    places = tuple(Place(start, start + len(name), name, "test.rule") for start in starts)
    return Fact("project", name, {}, (), places)


def cut(text: str, marks: list[Mark]) -> list[tuple[str, list[int]]]:
    return [(run.text, [mark.fact for mark in run.marks]) for run in runs_of(text, marks)]


def test_offsets_of_the_page_carry_over_into_its_parts():
    record = bulletin(1, parts=[[21, 28], [7, 20]])
    text = text_of(record, PAGE)
    assert text == f"{PAGE[21:28]}\n\n{PAGE[7:20]}"
    facts = [fact("王一", PAGE.index("王一")), fact("云岭路", PAGE.rindex("云岭路"))]
    marks = marks_of(record, facts)
    assert [text[mark.start : mark.end] for mark in marks] == ["云岭路", "王一"]


def test_the_heading_is_not_read_twice_but_a_credit_below_it_is():
    page = "标题召开\n\n□王一\n\n正文。"
    credit = {"name": "王一", "role": "author", "mentions": [mention("王一", 7)]}
    title = {"text": "标题召开", "start": 0, "end": 4}
    record = bulletin(1, title=title, parts=[[0, len(page)]], body_start=11)
    assert text_of(record, page) == "正文。"
    assert text_of(record | {"reporters": [credit]}, page) == "王一\n\n正文。"


def test_a_mention_outside_the_parts_has_no_mark():
    assert marks_of(bulletin(1, parts=[[0, 4]]), [fact("云岭路", 13)]) == []


def test_in_a_clean_text_the_nearest_occurrence_is_taken():
    clean = PAGE[7:].replace("\n", "")
    start = PAGE.rindex("云岭路")
    marks = marks_of(bulletin(1, parts=[[7, len(PAGE)]]), [fact("云岭路", start)])
    assert [(mark.start, clean[mark.start : mark.end]) for mark in searched(marks, clean)] == [
        (clean.rindex("云岭路"), "云岭路")
    ]


def test_a_mention_that_a_break_runs_through_is_found_in_the_clean_text():
    marks = [Mark(0, 7, 0, "施\n\n工现场", "test.rule"), Mark(8, 10, 1, "不在", "test.rule")]
    assert [(mark.start, mark.end) for mark in searched(marks, "到施工现场看")] == [(1, 5)]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        pytest.param([], [("甲乙丙丁", [])], id="none"),
        pytest.param([Mark(1, 3, 0, "", "r")], [("甲", []), ("乙丙", [0]), ("丁", [])], id="one"),
        pytest.param(
            [Mark(0, 3, 0, "", "r"), Mark(1, 2, 1, "", "r")],
            [("甲", [0]), ("乙", [0, 1]), ("丙", [0]), ("丁", [])],
            id="one within another",
        ),
        pytest.param(
            [Mark(0, 2, 0, "", "r"), Mark(1, 4, 1, "", "r")],
            [("甲", [0]), ("乙", [0, 1]), ("丙丁", [1])],
            id="overlapping",
        ),
    ],
)
def test_runs_join_to_the_text(marks: list[Mark], expected: list[tuple[str, list[int]]]):
    assert cut("甲乙丙丁", marks) == expected


def test_runs_of_no_text_are_none():
    assert runs_of("", []) == []


def test_assumptions_are_named():
    listed = [official("王一", "区领导"), official("李二", "区领导")]
    heir = official("张三", "管委会主任", organization="高新区管委会")
    assumptions = {one.name: one.assumptions for one in facts_of(bulletin(1, officials=[*listed, heir]), PAGE)}
    assert [(one.code, one.of) for one in assumptions["王一"]] == [("shared_post", "区领导")]
    assert [one.code for one in assumptions["张三"]] == ["organization_from_list"]


def test_a_label_printed_for_each_is_not_shared():
    both = [official("王一", "副市长"), official("李二", "副市长")]
    facts = facts_of(bulletin(1, officials=both), "副市长王一、副 市长李二")
    assert not any(one.assumptions for one in facts)


def test_page_and_clean_text_give_the_same_runs():
    record = bulletin(1, parts=[[7, 28]], projects=[project("云岭路")], text=PAGE[7:28])
    start = PAGE.index("云岭路")
    record["projects"][0]["mentions"][0] |= {"start": start, "end": start + 3}
    of_page, of_record = (payload([one], [])["bulletins"] for one in (Reading(record, PAGE), Reading(record)))
    assert of_page == of_record
    assert ["云岭路", [0, 0]] in of_page[0]["runs"]


def test_a_run_without_marks_is_plain():
    assert runs_of("甲", []) == [Run("甲", ())]
