"""The year of a day that says none; `days` has what else a date leaves out.

It comes, in this order, from the page's publication date or else the caller's, a year printed with the same event, and
a year that the rest of the page makes certain or the caller gives; `year_from` says which: `page`, `meeting`, `context`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from gxq_extract.patterns import lazy
from gxq_extract.rules.dates import Day

_EVENT_YEAR = lazy(
    r"((?:20|19)\d\d)(?<!\d{5}) ?年(?:度(?=[^,。;:]{0,16}?(?:培训班|培训会|大赛|竞赛|(?:对接|招聘|推介|恳谈|洽谈|招商|发布|宣讲|启动|动员|部署|团拜|联谊)(?:大会|会)))|(?!度)(?=第?[一二三四五六七八九十百\d]{1,4} ?(?:次|届|期)|(?:上半年|下半年|[春夏秋冬]季|第?[一二三四]季度|\d{1,2}月份?)?[^,。;:\d]{0,22}?"
    r"(?:会|会议|培训班?|招聘会|活动|比赛|赛|论坛|仪式|博览会|推进会|运动会|表彰|考核工作)(?:召开|举行|开幕|将|在|,|。|\Z|上)))"
)
_REPORT_YEAR = lazy(
    r"((?:20|19)\d\d)(?<!\d{5}) ?年度[^,。;:]{0,24}?(?:(?<!对接)(?<!招聘)(?<!推介)(?<!恳谈)(?<!洽谈)(?<!招商)会|评议|总结|表彰|考核)"
)
_ISSUE_YEAR = lazy(r"((?:20|19)\d\d)(?<!\d{5}) ?年? ?(?:第 ?\d+ ?期|总第)")
# What a headline or a head says of when all below it happened: 高新区动态(2024年3月4日—3月10日), 2024年3月大事记.
_SPAN_YEAR = lazy(
    r"(20\d\d)(?<!\d{5}) ?年\d{1,2}月(?:\d{1,2}日)?(?:[-—~至到]+(?:(?:20\d\d年)?\d{1,2}月)?\d{1,2}日)?\)?(?:份?(?:大事记?|要事|纪事|要闻|工作动态|动态|简讯))?\Z"
)
# Not the end of a span, nor a year to come: 2025—2027年, 到2030年.
_CENTURY = r"20(?<!\d[-—~―至到]20)(?<!\d——20)(?<![从自到至]20)"
# What a congress hears is the plan of its own year: 2024年…计划执行情况与2025年计划.
_NEXT_PLAN = lazy(
    rf"20\d\d ?年[^。,;]{{4,24}}执行情况[^。,;\d]{{0,12}}({_CENTURY}\d\d) ?年[^。,;]{{0,14}}(?:计划|预算)"
)
_CAMPAIGN_YEAR = lazy(r"“[^“”\d]{1,8}(20\d\d)”[^,。;]{0,10}(?:行动|战役)")  # “雷霆-2023”冬季严打行动
_PLAN_YEAR = lazy(rf"《[^》]{{0,20}}?({_CENTURY}\d\d) ?年")
WORDS = {"今年": 0, "去年": -1, "前年": -2, "明年": 1}
DAYS = {"当日": 0, "当天": 0, "今日": 0, "今天": 0, "昨日": -1, "昨天": -1, "昨晚": -1, "前日": -2, "前天": -2}
_NEAR = 150
_BACK_WEIGHT = 1.5  # a date told whole is past as a rule: days after it are nearer than days before
# How many days a day may lie behind the publication: the day of the news, of what is told as done, any other day; where
# the text says that it is to come; and that it begins.
NEWS, DONE, AHEAD, ANNOUNCED, BEGINNING = 20, 45, 60, 330, 180
# A year said of the present: of plans and of what is under way, not of what once happened.
_SAID_YEAR = lazy(
    rf"({_CENTURY}\d\d)(?<!\d{{5}}) ?年度?(?=(?:全[年国省市区县旗州镇]|[上下]半年|[一二三四]季度|[春夏秋冬]季|春运|各项|[春夏秋]粮|工作|计划|任务|目标|重点|预算|财政|经济|政府|国民|首批|城建|投资计划|由代表票决|是[^。,;]{{2,24}}(?:之年|[头第]一年)|国务院|人大|政协|项目|要点|民生|高考|中考|普通高|[省市区县旗州镇](?!长)|第?[一二三四五六七八九十\d]{{1,3}}[次批届期]))"
)


@dataclass(slots=True)
class Known:
    """What dates of one bulletin may lean on, best first."""

    published: date | None
    event_year: int | None
    report_year: int | None
    near: Sequence[date]
    page_year: Callable[[], int | None]


def event_years(texts: Sequence[str]) -> tuple[int | None, int | None]:
    """The year printed with an event (2026年第4次…) and the year reported on (2025年度…述职评议会), if any."""
    event = next((int(found[1]) for text in texts if (found := _EVENT_YEAR.search(text))), None)
    report = next((int(found[1]) for text in texts if (found := _REPORT_YEAR.search(text))), None)
    return event, report


def page_year(lines: Sequence[str], texts: Sequence[str]) -> int | None:
    """The one year that issue numbers, plans or the text itself make certain, if they agree.

    `lines` are the page's headers and headlines, `texts` those of its bulletins.
    """
    for found in (
        {int(match[1]) for line in lines for match in _ISSUE_YEAR.finditer(line)},
        {int(match[1]) for line in lines for match in _SPAN_YEAR.finditer(line)},
        {int(match[1]) for text in texts for match in _NEXT_PLAN.finditer(text)},
        {int(match[1]) for text in texts for match in _PLAN_YEAR.finditer(text)},
        {int(match[1]) for text in texts for match in _CAMPAIGN_YEAR.finditer(text)},
        {int(match[1]) for text in texts for match in _SAID_YEAR.finditer(text)},
    ):
        if len(found) == 1:
            return found.pop()
    return None


def nearest(month: int, day: int, anchor: date, within: int) -> int:
    """The year that puts month and day nearest before `anchor`, or no more than `within` days after it."""
    for year in (anchor.year + 1, anchor.year, anchor.year - 1):
        try:
            gap = (date(year, month, day) - anchor).days
        except ValueError:
            continue
        if gap <= within:
            return year
    return anchor.year


def year_of(day: Day, known: Known, within: int = AHEAD) -> tuple[int | None, str | None]:
    """The year of a day that says none, and where it came from (`page`, `meeting`, `context` or nothing).

    The day lies no more than `within` days behind the publication.
    """
    month = day.month or 1
    if known.published is not None:
        return nearest(month, day.day, known.published, within), "page"
    if known.event_year is not None:
        return known.event_year, "meeting"
    if known.report_year is not None:
        return known.report_year + (1 if month <= 6 else 0), "meeting"
    close = _closest_year(month, day.day, known.near)
    if close is not None:
        return close, "context"
    of_page = known.page_year()
    return of_page, None if of_page is None else "context"


def _closest_year(month: int, day: int, anchors: Sequence[date]) -> int | None:
    """The year that puts month and day within reach of an anchor, the nearest one if several do."""
    best, best_gap = None, float(_NEAR)
    for anchor in anchors:
        for year in (anchor.year, anchor.year + 1, anchor.year - 1):
            try:
                ahead = (date(year, month, day) - anchor).days
            except ValueError:
                continue
            gap = ahead if ahead >= 0 else -ahead * _BACK_WEIGHT
            if gap < best_gap:
                best, best_gap = year, gap
    return best
