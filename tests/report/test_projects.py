"""Projects over many bulletins."""

from __future__ import annotations

import pytest

from gxq_extract.report.projects import projects

from .bulletins import bulletin, official, project


def test_a_project_keeps_its_mentions_and_who_inspected_it():
    inspector = official("沈泽", "高新区党工委书记", actions=("inspect",))
    rows = projects(
        [
            bulletin(
                1, "2026-03-06", officials=[inspector, official("侯建华", "区领导")], projects=[project("文博路")]
            ),
            bulletin(2, "2024-12-02", projects=[project("文博路", "industry")]),
        ]
    )
    (row,) = rows
    assert (row["first"], row["last"], row["count"]) == ("2024-12-02", "2026-03-06", 2)
    assert row["kinds"] == ["construction", "industry"]
    assert row["inspections"] == [{"name": "沈泽", "date": "2026-03-06", "bulletin": "p#1"}]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("云岭路清溪河桥", "云岭路跨清溪河桥", True, id="one character added inside"),
        pytest.param("市十七中迁建", "十七中迁建项目", True, id="a head and a generic tail"),
        pytest.param("一体化排水", "城乡一体化排水", True, id="a head added"),
        pytest.param("“五网”工程", "五网工程", True, id="quotation marks only"),
        pytest.param("恒瑞盛食品包装", "桓瑞盛食品包装", True, id="one character misread in a long name"),
        pytest.param("文昌路改造", "文锦路改造", False, id="one character of a short name"),
        pytest.param("清溪河桥改造一期", "清溪河桥改造二期", False, id="phases"),
        pytest.param("清溪河桥改造", "清溪河桥改造二期", False, id="a phase added"),
        pytest.param("迎春大道东延工程", "迎春大道西延工程", False, id="directions"),
        pytest.param("明湖标准厂房A区", "明湖标准厂房B区", False, id="letters"),
        pytest.param("龙池路", "龙池路小学", False, id="too short to tell"),
        pytest.param("污水处理", "柳湾街道污水处理", False, id="too much added"),
        pytest.param("精密铸造产业园二期", "精密铸造产业园二期配套道路", False, id="a work beside the work"),
    ],
)
def test_names_that_may_mean_one_project(one: str, other: str, expected: bool):
    rows = projects([bulletin(1, projects=[project(one)]), bulletin(2, projects=[project(other)])])
    pairs = {row["name"]: [same["name"] for same in row["possible_same"]] for row in rows}
    assert (pairs == {one: [other], other: [one]}) is expected
    assert any(pairs.values()) is expected
