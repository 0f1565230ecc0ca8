"""Dates: calendar days with their ranges, and coarser or relative expressions.

A year, a month or a quarter has its EDTF (ISO 8601-2) for a value. Days and relative words have none: `resolve.days` makes
it from `data`, which has `days` (one or two (year, month, day), `None` where not said), with `relative` (今年, 去年), `month`
(本, 上) and what the text says of them (`ahead`, `since`, `done`); or `word` and `month_of_year` of a relative word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from gxq_extract.patterns import lazy
from gxq_extract.rules.rule import Hit, Mention, Rule, Spans

RULES = (
    Rule(
        "date.full",
        "date",
        "Year, month and day, with a range and a part of day: 2024年11月27日至28日上午",
        "年, 月 and 日 after digits or Chinese numerals",
        (
            Hit("于2024年3月10日至6月30日封闭施工", "2024-03-10/2024-06-30"),
            Hit("2019 年 10 月 30 日,会议召开", "2019-10-30"),
            Hit("二〇二四年三月五日", "2024-03-05"),
            Hit("自2024年12月30日至2025年1月2日", "2024-12-30/2025-01-02"),
            Hit("自2024年4月12日起至2029年4月11日止", "2024-04-12/2029-04-11"),
        ),
        ("2024年的2月30日", "第2024年月日"),
    ),
    Rule(
        "date.numeric",
        "date",
        "Year, month and day in figures with separators: 2025-04-01, 2025.3.15",
        "four figures from 1900 to 2099, then two separators of one kind",
        (
            Hit("截至2025-04-01前报名", "2025-04-01"),
            Hit("持续到2025.3.15。", "2025-03-15"),
            Hit("时间:2024/07/09", "2024-07-09"),
        ),
        ("编号730240591/2022-06159", "版本1.2024.3", "电话0371-2024-12345"),
    ),
    Rule(
        "date.month_day",
        "date",
        "Month and day without a year, with ranges and lists: 7月23日至24日, 4月8日、9日",
        "月 and 日 after figures or Chinese numerals",
        (
            Hit("11月16日上午,召开会议", "XXXX-11-16"),
            Hit("4月8日、9日走访", "XXXX-04-08/XXXX-04-09"),
            Hit("11月27日至28日,培训班举行", "XXXX-11-27/XXXX-11-28"),
            Hit("三月十八日上午八点三十分", "XXXX-03-18"),
        ),
        ("13月5日", "2月30日", "6月31日"),
    ),
    Rule(
        "date.bare_day",
        "date",
        "A day that takes its month from before: 15日上午, 昨日(26日)",
        "日 after one or two figures, and a part of day, a comma or a bracket around it",
        (
            Hit("7月21日晚暴雨。22日凌晨2时排空", "XXXX-07-22"),
            Hit("3月26日开幕。27日,代表讨论", "XXXX-03-27"),
            Hit("3月26日开幕。清溪网讯:27日,代表讨论", "XXXX-03-27"),
            Hit("5月3日启程。昨日(4日)返回", "XXXX-05-04"),
            Hit("5月3日启程,这个月25日以前返回", "XXXX-05-25"),
        ),
        ("第3日上午", "开幕前3日,", "历时12日,"),
    ),
    Rule(
        "date.year",
        "date",
        "A year standing alone: 2024年",
        "four figures from 1900 to 2099 and 年",
        (Hit("2024年工作", "2024"), Hit("回顾2023年,", "2023"), Hit("力争到2030年建成", "2030")),
        ("4200年前", "12024年", "2024年3月5日"),
    ),
    Rule(
        "date.month",
        "date",
        "A month of a said year: 2024年3月",
        "年 and 月 without a day",
        (Hit("2024年3月开工", "2024-03"), Hit("2021年12月底", "2021-12"), Hit("1985年4月生", "1985-04")),
        ("2024年3月5日", "2024年13月", "3月份"),
    ),
    Rule(
        "date.quarter",
        "date",
        "A quarter of a said year: 2024年第三季度 (EDTF 33 to 36)",
        "年 and 季度",
        (Hit("2024年第三季度", "2024-35"), Hit("2025年一季度", "2025-33"), Hit("2023年四季度经济", "2023-36")),
        ("三季度", "2024年第五季度"),
    ),
    Rule(
        "date.relative",
        "date",
        "A relative word that the page's own dates resolve: 今年, 去年12月; a day, as 当日 or 昨日, with EDTF's ? for uncertain",
        "the word, and a date to count from",
        (
            Hit("2024年3月5日开工。当日,举行仪式", "2024-03-05?"),
            Hit("2024年3月5日开工。今年将建成", "2024"),
            Hit("2024年3月5日开工。去年动议", "2023"),
            Hit("2024年3月5日开工。去年12月动议", "2023-12"),
        ),
        ("当日,举行仪式", "今年将建成", "明年再说"),
    ),
)

_DIGIT = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "元": 1}
_UNIT = {"十": 10, "百": 100, "千": 1000}
_N = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_Y = r"(?:(?:19|20)\d\d|[一二][〇○零九一二三四五六七八]{3})"
_PART = r"(?:[上下中傍早]午|傍晚|夜间|夜里|夜晚|深夜|午夜|凌晨|清晨|清早|早晨|早上|早间|晚上|晚间|一早|当晚|全天|[晚夜早](?![会报餐宴点饭]))"
_WEEK = r"(?:\((?:星期|周|礼拜)[一二三四五六日天]\)|(?:星期|周)[一二三四五六日天](?=[上下中]午|晚))"
_TAIL = rf"(?:{_WEEK})?(?:{_PART})?"
_TO = r" ?(?:(?:起|开始)?[至到]|—{1,2}|-{1,2}|~|―|一(?=\d)) ?"
# A range, a list of days, or nothing.
_END = rf"(?:(?:\d{{1,2}}[时点](?:\d{{1,2}}分)?)?{_TO}(?:(?:(?P<end_year>{_Y}) ?年 ?)?(?P<end_month>{_N}) ?月 ?)?(?P<end_day>{_N}) ?[日号]{_TAIL}|(?:、{_N} ?[日号])*、(?P<list_day>{_N}) ?[日号](?!、){_TAIL})?"
# 27-28日: the mark of the day stands once, after the second figure.
_AFTER_MONTH = lazy(
    rf" ?(?:(?P<first_day>{_N})(?:{_TO}|/|、)(?P<second_day>{_N}) ?[日号]{_TAIL}|(?P<day>{_N}) ?[日号]{_TAIL}{_END})"
)
_MONTH_BEFORE = lazy(
    r"(?:(?<![\d.])|(?<=\A\d\.)|(?<=[\n。;]\d\.)|(?<=[\n。;]\d\d\.))(?:\d{1,2}|(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,3}|(?<![美欧日韩港百千万亿])元) ?\Z"
)
_YEAR_BEFORE = lazy(rf"(?<!\d)(?:(?P<year>{_Y}|\d\d) ?年 ?|(?P<relative>今年|去年|前年|明年) ?)\Z")
_RELATIVE_MONTH = lazy(r"(?:本|当|上个?|下个?)\Z")
# A time of day may be stuck to the date: 2026-02-0419:47.
_NUMERIC = lazy(r"(?:19|20)\d\d([-./])(\d{1,2})\1(\d\d(?=\d\d:\d\d)|\d{1,2}(?![\d/-])(?!\.\d))")
_DAY_FIRST = lazy(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?![\d.])")  # 15.04.2015
_TO_COME_BEFORE = lazy(
    r"(?:将|拟|计划|预计|确保|力争|定于|务必|目标|要|持续|延续|截止|[即现][日在]起|备战|迎战)[^,。;]{0,8}\Z"
)
_TO_COME_AFTER = lazy(r"前|将|[可有]望|可如期|结束|截止")
_PROMISED_BEFORE = lazy(r"(?:将|拟|计划|预计|确保|力争|争取|定于|务必|目标|要|必须)[^,。;]*\Z")
_DONE_AFTER = lazy(
    r"(?:正式|顺利|全面|如期|已经?)?(?:开工|动工|开建|奠基|签约|竣工|投产|通过|完成|获批|成立|注册)(?!前|的)"
)
_BARE_BEFORE = lazy(r"(?:\d{1,2}|[二三]?十[一二三四五六七八九]?|(?<=[,。;:月])[一二三四五六七八九])\Z")
_BARE_AFTER = lazy(
    rf"日(?![前后内游间均线龄元版班报常子程益志本期记产月之]|夜(?![间里晚]))(?:{_PART})?(?:{_TO}(?P<end_day>\d{{1,2}}|[二三]?十[一二三四五六七八九]?)日{_TAIL})?"
)
_NOT_BARE_BEFORE = lazy(
    r"(?:第|前|后|近|满|每|历时|为期|逾|超过?|共|约|不足|[\d./%-]|\d:|[一二三四五六七八九十百千万]|每月|这|几|数|(?<!这个)月 ?|连续|了|仅|至少|周期)\Z"
)
_YEAR = lazy(r"(?:19|20)\d\d ?年(?![代轮])(?: ?(?P<month>\d{1,2}) ?月(?! ?\d)|第?(?P<quarter>[一二三四1-4])季度)?")
_RELATIVE = lazy(
    r"[今去明前当昨](?:(?<=[今去明前])年(?:(?P<month>1[0-2]|[1-9]) ?月(?! ?\d))?|(?<=[今前当昨])[日天]|(?<=昨)晚)"
)


class Day(NamedTuple):
    """A calendar day of which the year or the month may be unknown."""

    year: int | None
    month: int | None
    day: int

    def edtf(self) -> str:
        """EDTF with XXXX for an unknown year."""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        return f"{year}-{self.month or 0:02d}-{self.day:02d}"

    def exists(self) -> bool:
        """Whether the calendar has the day; without a year a leap year is granted."""
        try:
            date(self.year or 2000, 1 if self.month is None else self.month, self.day)
        except ValueError:
            return False
        return True


def number(text: str) -> int:
    """A Chinese or Arabic numeral below ten thousand as an integer; 0 where it is none.

    >>> [number(t) for t in ("28", "二十八", "十", "一百零三", "廿三", "二〇二四")]
    [28, 28, 10, 103, 23, 2024]
    """
    if text.isascii() and text.isdigit():
        return int(text)
    if len(text) > 1 and all(char in _DIGIT for char in text):
        return int("".join(str(_DIGIT[char]) for char in text))
    total, current = 0, 0
    for char in text.replace("廿", "二十").replace("卅", "三十"):
        if char in _DIGIT:
            current = _DIGIT[char]
        elif char in _UNIT:
            total += (current or 1) * _UNIT[char]
            current = 0
    return total + current


def find(text: str) -> tuple[list[Mention], list[Mention]]:
    """The date mentions of a clean text in order of position, and apart from them the impossible days."""
    calendar = [*_months(text), *_numeric(text)]
    taken = Spans((mention.start, mention.end) for mention in calendar)
    found = [mention for mention in calendar if all(day.exists() for day in mention.data["days"])]
    impossible = [mention for mention in calendar if not all(day.exists() for day in mention.data["days"])]
    for mention in (*_bare(text), *_years(text), *_relative(text)):
        if taken.at(mention.start, mention.end) is None:
            found.append(mention)
    return sorted(found, key=lambda mention: mention.start), impossible


def _months(text: str) -> Iterator[Mention]:
    """Every 月 with a day behind it and a month, perhaps a year, before it."""
    at, done = text.find("月"), 0
    while at >= 0:
        mention = _around_month(text, at, done)
        if mention is not None:
            done = mention.end
            yield mention
        at = text.find("月", max(at + 1, done))


def _around_month(text: str, at: int, floor: int) -> Mention | None:
    after = _AFTER_MONTH.match(text, at + 1)
    if after is None:
        return None
    before = _MONTH_BEFORE.search(text, max(floor, at - 3), at)
    if before is None:
        relative = _RELATIVE_MONTH.search(text, max(floor, at - 2), at)
        if relative is None:
            return None
        day = Day(None, None, number(after["day"] or after["first_day"]))
        return Mention("date.bare_day", relative.start(), after.end(), "", {"days": [day], "month": relative[0]})
    start, year, said = before.start(), None, None
    back = _YEAR_BEFORE.search(text, max(floor, start - 6), start)
    if back is not None:
        start, said = back.start(), back["relative"]
        year = _year(back["year"]) if back["year"] else None
    first = Day(year, number(before[0].strip()), number(after["day"] or after["first_day"]))
    ahead = (
        _TO_COME_AFTER.match(text, after.end()) is not None
        or _TO_COME_BEFORE.search(text, max(0, start - 12), start) is not None
    )
    since = text.startswith("起", after.end())
    data = {"days": [first, *_last_day(after, first)], "relative": said, "ahead": ahead or since, "since": since}
    done = _DONE_AFTER.match(text, after.end()) is not None
    data["done"] = done and _PROMISED_BEFORE.search(text, max(0, start - 40), start) is None
    return Mention("date.full" if year else "date.month_day", start, after.end(), "", data)


def _last_day(after: re.Match[str], first: Day) -> list[Day]:
    day = after["end_day"] or after["list_day"] or after["second_day"]
    if day is None:
        return []
    month = number(after["end_month"]) if after["end_month"] else first.month
    year = _year(after["end_year"]) if after["end_year"] else first.year
    if year is not None and not after["end_year"] and (month or 0) < (first.month or 0):
        year += 1
    return [Day(year, month, number(day))]


def _year(text: str) -> int:
    value = number(text)
    if value >= 100:
        return value
    return value + (2000 if value < 50 else 1900)


def _numeric(text: str) -> Iterator[Mention]:
    if not ("-" in text or "." in text or "/" in text):
        return
    for match in _DAY_FIRST.finditer(text) if ".20" in text or ".19" in text else ():
        day = Day(int(match[3]), int(match[2]), int(match[1]))
        yield Mention("date.numeric", match.start(), match.end(), "", {"days": [day]})
    for match in _NUMERIC.finditer(text):
        if match.start() and (text[match.start() - 1].isdigit() or text[match.start() - 1] in "./-"):
            continue
        day = Day(int(match[0][:4]), int(match[2]), int(match[3]))
        yield Mention("date.numeric", match.start(), match.end(), "", {"days": [day]})


def _bare(text: str) -> Iterator[Mention]:
    """Every 日 with a day before it that neither a month nor a counting word claims."""
    at = text.find("日")
    while at >= 0:
        before = _BARE_BEFORE.search(text, max(0, at - 3), at)
        after = _BARE_AFTER.match(text, at) if before is not None else None
        if (
            before is not None
            and after is not None
            and not _NOT_BARE_BEFORE.search(text, max(0, before.start() - 3), before.start())
        ):
            days = [
                Day(None, None, number(before[0])),
                *([Day(None, None, number(after["end_day"]))] if after["end_day"] else []),
            ]
            if all(1 <= day.day <= 31 for day in days):
                yield Mention("date.bare_day", before.start(), after.end(), "", {"days": days})
        at = text.find("日", after.end() if after is not None else at + 1)


def _years(text: str) -> Iterator[Mention]:
    for match in _YEAR.finditer(text):
        if match.start() and text[match.start() - 1].isdigit():
            continue
        year, month, quarter = match[0][:4], match["month"], match["quarter"]
        if month and not 1 <= int(month) <= 12:
            continue
        rule = "date.month" if month else "date.quarter" if quarter else "date.year"
        value = f"{year}-{int(month):02d}" if month else f"{year}-{32 + number(quarter)}" if quarter else year
        yield Mention(rule, match.start(), match.end(), value, {"days": []})


def _relative(text: str) -> Iterator[Mention]:
    for match in _RELATIVE.finditer(text):
        data: dict[str, Any] = {"days": [], "word": match[0][:2], "month_of_year": match["month"]}
        yield Mention("date.relative", match.start(), match.end(), "", data)
