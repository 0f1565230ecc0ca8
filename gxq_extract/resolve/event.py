"""The day of the event that a bulletin reports."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from gxq_extract.patterns import lazy
from gxq_extract.resolve.draft import Draft
from gxq_extract.rules.rule import Mention

# A day or a range of days, without the mark of uncertainty that relative words carry.
_DAY = lazy(r"(?:\d{4}|XXXX)-\d\d-\d\d(?:/.*)?\Z")
_HOOK = 45  # characters
_ANY_DAY = lazy(r"\d日|月[一二三四五六七八九十]{1,3}日")
# The day on which an agency sent its report: 新华社某地3月5日电.
_DISPATCH = lazy(
    r"[^。“]{0,30}?(?:\d{1,2}月)?(?:\d{1,2}|[一二三]?[十一二三四五六七八九]{1,2})日(?:电|讯|消息|专电)[^。]{0,3}?(?:\([^)]*\))?"
)
_COMMEMORATED = lazy(r"是(?:第\w{1,4}个)?[^,。;]{2,12}[日节][,。]")  # 11月9日是全国消防日
_UNTIL = lazy(r"(?:截至|截止|将于|拟于|计划|力争|确保|预计|定于)[^,。;]{0,8}\Z")


def event_date(draft: Draft, rows: list[dict[str, Any]], published: date | None) -> str | None:
    """The first day that the dateline or the first paragraph gives, of the bulletin's dates as the record has them."""
    text = draft.view.text
    limit = _first_paragraph_end(text)
    if not limit:
        return None
    last = draft.view.span(limit - 1, limit)[1]
    first = draft.item.body[0].start
    days = [row for row in rows if _DAY.match(row["value"]) and first <= row["start"] < last]
    mentions = {draft.view.origin(mention.start): mention for mention in draft.dates} if days else {}
    dispatch = _DISPATCH.match(text) if len(days) > 1 else None
    if dispatch is not None:
        border = draft.view.span(dispatch.end() - 1, dispatch.end())[1]
        events = [row for row in days if row["start"] >= border and not _later(text, mentions[row["start"]])]
        days = events or days
    named = [row for row in days if _COMMEMORATED.match(text, mentions[row["start"]].end)]
    for row in (*(row for row in days if row not in named), *named):
        if _is_history(row["value"], published):
            continue
        if "/" in row["value"] or not _later(text, mentions[row["start"]]):
            return str(row["value"]).split("/")[0]
    return None


def _is_history(value: str, published: date | None) -> bool:
    """Whether a day lies years before the publication: what is told of it is no news."""
    return published is not None and value[:4].isdigit() and published.year - int(value[:4]) > 1


def _first_paragraph_end(text: str) -> int:
    """The end of the first paragraph; a hook of one short sentence does not count as one."""
    end = text.find("\n")
    if 0 <= end <= _HOOK and len(re.findall("[。!?]", text[:end])) <= 1 and not _ANY_DAY.search(text, 0, end):
        end = text.find("\n", end + 1)
    return len(text) if end < 0 else end


def _later(text: str, mention: Mention) -> bool:
    """Whether a date is a deadline or lies ahead: 5月30日前, 将于6月1日."""
    before = text[max(0, mention.start - 10) : mention.start]
    due = text[mention.end : mention.end + 1] in ("前", "止")
    return due or (_UNTIL.search(before) is not None and "定于" not in before)
