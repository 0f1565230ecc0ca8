"""People over many bulletins."""

from __future__ import annotations

import pytest

from gxq_extract.report.people import people

from .bulletins import bulletin, official

SECRETARY = "高新区党工委书记"


def names_with_pairs(rows: list[dict]) -> dict[str, list[str]]:
    return {row["name"]: [other["name"] for other in row["possible_same"]] for row in rows}


def test_a_person_keeps_posts_over_time_with_first_and_last_day():
    rows = people(
        [
            bulletin(1, "2024-12-02", officials=[official("沈泽", "高新区党工委副书记", actions=("inspect",))]),
            bulletin(2, "2023-12-25", officials=[official("沈泽", SECRETARY, actions=("chair",))]),
            bulletin(3, "2026-03-06", officials=[official("沈泽", SECRETARY, actions=("chair",))]),
            bulletin(4, "XXXX-05-01", officials=[official("沈泽")]),
        ]
    )
    (row,) = rows
    assert (row["first"], row["last"], row["count"]) == ("2023-12-25", "2026-03-06", 4)
    assert [(post["label"], post["first"], post["last"], post["count"]) for post in row["posts"]] == [
        (SECRETARY, "2023-12-25", "2026-03-06", 2),
        ("高新区党工委副书记", "2024-12-02", "2024-12-02", 1),
    ]
    assert row["actions"] == {"chair": ["p#2", "p#3"], "inspect": ["p#1"]}


def test_who_stands_in_the_same_bulletin_is_counted():
    rows = people(
        [
            bulletin(1, officials=[official("甲一", "区长"), official("乙二", "局长")]),
            bulletin(2, officials=[official("甲一", "区长"), official("乙二", "局长"), official("丙三", "镇长")]),
        ]
    )
    together = {row["name"]: row["together"] for row in rows}
    assert together["甲一"] == [{"name": "乙二", "count": 2}, {"name": "丙三", "count": 1}]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(official("官卫平", SECRETARY), official("宫卫平", SECRETARY), True, id="one character replaced"),
        pytest.param(official("沈泽", SECRETARY), official("沈泽强", SECRETARY), True, id="one character added"),
        pytest.param(official("官卫平", SECRETARY), official("宫卫宏", SECRETARY), False, id="two characters"),
        pytest.param(official("官卫平", SECRETARY), official("宫卫平", "区教育局局长"), False, id="another post"),
        pytest.param(official("官卫平", SECRETARY), official("宫卫平"), False, id="no post at all"),
        pytest.param(
            official("官卫平", "管委会主任", organization="高新区管委会"),
            official("宫卫平", "高新区管委会主任", organization="高新区管委会"),
            True,
            id="an inherited organization",
        ),
        pytest.param(
            official("官卫平", "党工委书记", organization="党工委"),
            official("宫卫平", SECRETARY, organization="高新区党工委"),
            True,
            id="a shorter organization",
        ),
    ],
)
def test_possible_spellings_of_one_person(one: dict, other: dict, expected: bool):
    rows = people([bulletin(1, officials=[one]), bulletin(2, officials=[other])])
    assert (names_with_pairs(rows)[one["name"]] == [other["name"]]) is expected
    assert (names_with_pairs(rows)[other["name"]] == [one["name"]]) is expected


def test_a_post_that_several_hold_at_once_pairs_nobody():
    listed = bulletin(1, officials=[official("许丽云", "区领导"), official("高远", "区领导")])
    rows = people([listed, bulletin(2, officials=[official("许海铃", "区领导")])])
    assert not any(names_with_pairs(rows).values())


def test_two_who_are_titled_in_one_bulletin_are_two():
    both = bulletin(1, officials=[official("官卫平", SECRETARY), official("宫卫平", "区教育局局长")])
    rows = people([both, bulletin(2, officials=[official("宫卫平", SECRETARY)])])
    assert not any(names_with_pairs(rows).values())
