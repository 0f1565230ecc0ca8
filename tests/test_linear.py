"""Time grows with the length of a page and no faster, on each rule's own worst characters."""

import time

import pytest

from gxq_extract.options import Options
from gxq_extract.page.source import Page
from gxq_extract.pipeline import extract_page

UNITS = (
    "第",
    "、",
    "月",
    "日",
    "1",
    "(",
    "“",
    "一",
    "届",
    "等",
    " ",
    "书记、",
    "王伟、",
    "区长王伟",
    "项目",
    "委员会",
    "(记者",
    "记者 ",
    "1月1日",
    "任命王伟为",
    "——标题\n",
    "时间:2024-01-02\n",
    "# 高新区召开会议\n\n",
    "●1月2日,开会\n",
    "城东大桥、城西大桥等",
    "本报讯(记者王伟)1月2日,区长王伟主持会议。\n\n",
    "志愿者在清理河道的垃圾。张小山 摄\n",
)
SHORT = 6_000
FACTOR = 4
# Quadratic time would give 16; the ratio, not the time, is judged, and the best of several rounds.
MOST = 10
ROUNDS = 4


def seconds(unit: str, length: int) -> float:
    text = (unit * (length // len(unit) + 1))[:length]
    page = Page("p", "p.txt", "0" * 64, text)
    started = time.process_time()
    extract_page(page, Options())
    return time.process_time() - started


@pytest.mark.parametrize("unit", UNITS)
def test_four_times_the_text_takes_about_four_times_the_time(unit: str) -> None:
    ratios = []
    for _ in range(ROUNDS):
        short = min(seconds(unit, SHORT) for _ in range(3))
        ratios.append(seconds(unit, FACTOR * SHORT) / max(short, 1e-3))
        if ratios[-1] < MOST:
            return
    assert min(ratios) < MOST
