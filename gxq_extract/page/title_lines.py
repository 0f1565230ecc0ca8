"""The lines of a headline: which line below another goes on with it, and what does not belong to it."""

from __future__ import annotations

from dataclasses import replace

from gxq_extract.page.items import Title
from gxq_extract.page.line_patterns import ITEM_MARK
from gxq_extract.page.lines import Kind, Line
from gxq_extract.page.units import NEWS_VERB, is_unit
from gxq_extract.patterns import lazy

_LONGEST_SECOND_LINE = 24
_SHORTEST_REPEATED = 6
_KICKER = lazy(r"(?:强调|指出|要求|提出)$")  # 甲在调研时强调, above what was said
# 甲:把企业当自己人, below 座谈会举行
_SAID_BY = lazy(r"(?!\w{1,3}[区县市镇乡村道局园]:)[^\W\da-zA-Z_]{2,4}:")
_EVENT_TITLE = lazy(r"(?:举行|召开|会议?|大会)$")
# 清溪镇: above a headline, and the verb that a unit's headline breaks behind: 青川县公安局举行
_UNFINISHED = lazy(
    r"(?:关于|的|与|和|及|、|[村镇乡街道区县市局院校]:)$|^(?:(?![会式赛节展班])\w){2,12}(?<!活动)(?:举行|召开|举办|开展)$"
)
_CONTINUES = lazy(r"第[\d一二三四五六七八九十]{1,4}次|暨")
_NUMBER_OF_NOTICE = lazy(r"\(第[\d一二三四五六七八九十]{1,4}号\)$")  # below 公告
_ENDS_TITLE = lazy(r"^.{2,14}(?:出席|致辞|讲话|主持|宣布开工|的通知|的公告)(?:.{0,6})$")
_CHAIRED = lazy(r"[^\W\da-zA-Z_]{1,2} ?[^\W\da-zA-Z_]{1,2}(?:主持|出席|讲话|主持并讲话|出席并讲话)$")  # 黄明主持
_NUMBER = lazy(r"0\d[ .、]+|\d{1,2}[.、](?!\d) ?|[一二三四五六七八九十]{1,2}、")  # 01 高新区召开会议
_SITE = lazy(r" ?[-_|—]{1,2} ?\w{2,12}(?:网|在线|门户|频道|客户端)$| ?\[复制链接\]$")


def without_mark(line: Line) -> Line:
    """The line without a list mark before it and a site's name behind it."""
    mark = ITEM_MARK.match(line.text) or _NUMBER.match(line.text)
    if mark is not None and mark.end() == len(line.text):
        return line  # 一、 alone
    if line.heads and line.unbroken and line.text.startswith("【"):
        line = replace(line, start=line.start + 1, end=line.end - 1, text=line.text[1:-1])
    if mark is not None and line.unbroken and line.text.endswith("★"):
        line = replace(line, end=line.end - 1, text=line.text[:-1])
    if mark is not None:
        line = replace(line, start=line.start + mark.end(), text=line.text[mark.end() :])
    site = _SITE.search(line.text)
    if site is not None and site.start() >= 4 and line.unbroken:
        line = replace(line, end=line.end - len(site[0]), text=line.text[: site.start()])
    return line


def repeats(text: str, title: str) -> bool:
    """Whether a headline is printed once more, whole or a line of it; a site's name is set off by a mark.

    >>> repeats("代表到高新区视察", "与会代表到高新区视察"), repeats("高新区召开会议", "高新区召开会议-门户网站")
    (True, False)
    """
    part, whole = text.replace(" ", ""), title.replace(" ", "")
    at = whole.find(part)
    edges = whole[max(0, at - 1) : at] + whole[at + len(part) : at + len(part) + 1]
    return len(part) >= _SHORTEST_REPEATED and at >= 0 and (not edges or edges.isalnum())


def is_set_above(above: Title, line: Line) -> bool:
    """Whether a unit stands above its main line: 高新区卫健中心."""
    return not (above.motto or len(above.lines) > 1 or line.gap > 2) and is_unit(above.text)


def goes_on(above: Title, line: Line, *, opening: bool, alone: bool) -> bool:
    """Whether a line below a headline goes on with it.

    `opening` says that a text begins below the line, `alone` that the two have each their own sense (`stand_alone`).
    """
    if line.gap <= 1 and _KICKER.search(above.text) and "讯" not in above.text:
        return True
    if line.gap <= 1 and _NUMBER_OF_NOTICE.match(line.text):
        return True
    if above.motto or len(above.lines) > 2:
        return False
    if len(above.lines) == 2:
        return line.gap == 0 and is_unit(above.lines[0].text) and opening
    if line.gap <= 1 and ((above.text[-1] == ":" and is_unit(above.text[:-1])) or _CHAIRED.match(line.text)):
        return True
    said_by = line.gap <= 1 and _SAID_BY.match(line.text) and _EVENT_TITLE.search(above.text)
    return bool(said_by) or (line.gap == 0 and _is_second_line(above, line, opening=opening, alone=alone))


def _is_second_line(above: Title, line: Line, *, opening: bool, alone: bool) -> bool:
    """Whether a line directly below a headline goes on with it."""
    level = above.lines[0].level
    if _UNFINISHED.search(above.text) or _ENDS_TITLE.match(line.text) or _CONTINUES.match(line.text):
        return True
    if level and not line.level:
        return line.kind is not Kind.TEXT or len(line.text) <= _LONGEST_SECOND_LINE
    apart = len(above.text) >= 6 and line.text not in above.text
    return line.level >= level and (level > 0 or apart) and opening and not alone


def stand_alone(above: Title, line: Line, *, of_several: bool) -> bool:
    """Whether two lines are no one headline, on a page without empty lines that could part them.

    `of_several` says that the page holds several articles.
    """
    told = NEWS_VERB.search(above.text)
    if not of_several:
        return told is None  # the name of a site: 青川县水务局 工作动态
    verb = NEWS_VERB.search(line.text)
    complete = verb is not None and verb.start() > 1
    return told is not None and (complete or (verb is None and _EVENT_TITLE.search(above.text) is not None))
