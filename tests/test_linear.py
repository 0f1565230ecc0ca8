"""Time grows with the length of a text and no faster: each rule on its own worst characters, whole pages on theirs."""

import gc
import time
from collections.abc import Callable

import pytest

from gxq_extract.options import Options
from gxq_extract.page.source import Page
from gxq_extract.pipeline import extract_page
from gxq_extract.rules import dates, meetings, officials, projects, reporters
from gxq_extract.rules.catalog import RULES
from gxq_extract.rules.names import Evidence

Work = Callable[[str], object]

FIELDS: dict[str, Work] = {
    "date": dates.find,
    "reporter": lambda text: (reporters.find(text), reporters.find_in_line(text), reporters.find_in_caption(text)),
    "official": lambda text: officials.find(text, Evidence(text[:20_000])),
    "meeting": meetings.find,
    "project": projects.find,
}
# For each rule what makes it try hardest: what it begins with and never ends, and what it finds again and again.
WORST = {
    "date.full": ("2024年1月", "2024年1月1日至"),
    "date.numeric": ("2024-01-", "2024/1/1"),
    "date.month_day": ("月", "1月1日", "1日、"),
    "date.bare_day": ("日", "24日至"),
    "date.year": ("1", "2024年"),
    "date.month": ("2024年1月",),
    "date.quarter": ("2024年第", "2024年一季度"),
    "date.relative": ("今年", "当日"),
    "credit.bracket": ("(", "(记者", "开会(记者王伟)"),
    "credit.line": ("记者 ", "责编:", "王伟 "),
    "credit.dateline": ("讯", "本报讯 记者"),
    "credit.caption": ("摄", "张小山 摄"),
    "person.post_before": ("书记", "书记、", "区长王伟", "某局局长王伟、"),
    "person.post_after": ("王伟局长", "局长主持"),
    "person.list": ("区长王伟、", "王伟、"),
    "person.label_after": ("等", "甲、乙等区领导"),
    "person.appointment": (
        "任命",
        "任命王伟为",
        "王伟当选、",
        "免去推进王伟、",
        "王伟,男,现任",
        "王伟,区教育局局长;",
        "王伟是某镇镇长,",
    ),
    "person.bare": ("王伟",),
    "meeting.numbered": ("第", "第1次会议", "第五次代表大会、"),
    "meeting.session": ("届", "一届", "二届三次全会"),
    "meeting.plenum": ("中全会", "二十届三中全会"),
    "meeting.party_congress": ("二十大", "党的二十大"),
    "meeting.named": ("会", "座谈会", "推进会议"),
    "project.quoted": ("“", "“甲", "“甲”工程"),
    "project.list": ("、", "城东大桥、城西大桥等", "等项目", "项目包括甲、"),
    "project.single": ("项目", "城东大桥项目", "一期", "长城电气“双百万”变压器项目,"),
    "project.programme": ("行动", "开展甲乙丙行动"),
    "project.works": ("新建", "新建东城大桥、", "推动甲乙丙丁、", "新建甲乙丙、", "通车", "城东大桥通车"),
}
CASES = [pytest.param(FIELDS[rule.field], unit, id=f"{rule.id}-{unit}") for rule in RULES for unit in WORST[rule.id]]
PAGES = (
    "# 高新区召开会议\n\n",
    "——标题\n",
    "时间:2024-01-02\n",
    "●1月2日,开会\n",
    "●1月2日,区委召开会议,研究项目建设。\n",
    "□本报记者 王伟\n\n走进村里,看到了许多变化。\n\n",
    "关于召开会议的通知\n\n",
    "来源:甲 作者:乙\n",
    "本报讯(记者王伟)1月2日,区长王伟主持会议。\n\n",
    "志愿者在清理河道的垃圾。张小山 摄\n",
    "会议指出,2024年1月1日前完成。1月2日王伟强调,昨日开工。",
    "本报讯 某局长李四、某局长王五,第五次会议(记者王伟)",
    " 王 伟 ",
    "<b>甲</b>",
)
# Behind two reports: paragraphs that either may claim, and such with credits between them.
BEHIND_REPORTS = ("调研中,王伟察看了现场。\n\n", "图为会场。张三 摄\n\n会场里坐满了人。\n\n")
BYTES = 1_000_000
FACTOR = 4
# Quadratic time would give 16; the ratio, not the time, is judged, and the best of several rounds.
MOST = 9
ROUNDS = 3


def of_size(unit: str, size: int) -> str:
    """The unit again and again, as many bytes of UTF-8."""
    return unit * (size // len(unit.encode()) + 1)


def seconds(work: Work, text: str) -> float:
    """The seconds that the work takes, without the garbage collector, which looks at the tests' objects too."""
    gc.disable()
    try:
        started = time.process_time()
        work(text)
        return time.process_time() - started
    finally:
        gc.enable()


def grows_linearly(work: Work, unit: str, size: int) -> bool:
    """Whether so many bytes take about four times as long as a quarter of them."""
    short, long = of_size(unit, size // FACTOR), of_size(unit, size)
    for _ in range(ROUNDS):
        quick = min(seconds(work, short) for _ in range(2))
        if seconds(work, long) < MOST * max(quick, 1e-3):
            return True
    return False


def test_every_rule_has_its_worst_characters() -> None:
    assert set(WORST) == {rule.id for rule in RULES}


@pytest.mark.parametrize(("work", "unit"), CASES)
def test_a_rule_is_linear(work: Work, unit: str) -> None:
    # What takes seconds a MB is shown on a tenth of it.
    size = BYTES if seconds(work, of_size(unit, BYTES // 20)) < 0.1 else BYTES // 10
    assert grows_linearly(work, unit, size)


def extract(text: str) -> None:
    extract_page(Page("p", "p.txt", "0" * 64, text), Options())


@pytest.mark.parametrize("unit", PAGES)
def test_a_page_is_linear(unit: str) -> None:
    assert grows_linearly(extract, unit, BYTES // 4)


@pytest.mark.parametrize("unit", BEHIND_REPORTS)
def test_what_stands_behind_two_reports_is_linear(unit: str) -> None:
    assert grows_linearly(lambda text: extract(PAGES[0] + PAGES[5] + PAGES[5] + text), unit, BYTES // 2)
