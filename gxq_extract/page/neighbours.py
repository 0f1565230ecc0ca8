"""What a line is by what stands around it and the shape of its page, whatever has been read so far.

`at` is always the index of the line in question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from gxq_extract.page.items import Title
from gxq_extract.page.line_patterns import ITEM_MARK, NOTICE, NUMBERED, SHORT_HEAD, SIGN_OFF
from gxq_extract.page.lines import Kind, Line, is_body
from gxq_extract.page.shape import Shape
from gxq_extract.patterns import lazy

_LONGEST_INSET = 40
_OF_THE_SITE = (Kind.HEADER, Kind.FURNITURE)
_DATED_START = lazy(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日?|连日来,|近日,|昨[日天],|\([左右上下]图\)|图为")
_FEWEST_DATED = 3
# What a headline over the short items of a week says.
_ROUNDUP = lazy(
    r"一周|每周|本周|周报|第\d{1,2}周|要闻|动态|速递|速览|播报|领导活动|简讯|^(?:\d{4}年\d{1,2}月\d{1,2}日)?《[^》]{2,10}》$"
)
_CHRONICLE = "大事记"
_RECOMMENDING = ("新闻推荐", "相关阅读", "相关新闻")
_PAGE_MAKERS = lazy(r"版式|组版|美编|版面|(?:第 ?\w{1,3} ?版|星期|第\d+期).*编辑|编辑.{0,12}(?:电话|校对)")
_SIGNED = lazy(r"\(|(?:记者|通讯员|文)[:/]")
_SHORTEST_BETWEEN, _SURE_BETWEEN = 6, 10  # characters of a headline between two reports
_CREDITED_END = lazy(r"。\([^()]{0,6}(?:记者|通讯员)[^()]{2,24}\)$")
_LONGEST_PHOTO_TEXT = 200
_PICTURES_REACH = 60  # lines below a picture in which the next headline or dateline stands


def next_line(lines: Sequence[Line], at: int) -> Line | None:
    """The line right below."""
    return lines[at + 1] if at + 1 < len(lines) else None


def lines_below(lines: Sequence[Line], at: int) -> Iterator[Line]:
    """The lines below that are neither header nor furniture."""
    below = (lines[index] for index in range(at + 1, len(lines)))
    return (line for line in below if line.kind not in _OF_THE_SITE)


def starts_with_day(text: str, at: int = 0) -> bool:
    """Whether a text, or the rest of it from `at` on, begins as reports and pictures do: 3月5日, 近日, 图为."""
    return _DATED_START.match(text, at) is not None


def heads_dated(lines: Sequence[Line], at: int) -> bool:
    """Whether half of the paragraphs below a column head, up to the next head, begin with their day: 近日."""
    texts = list(takewhile(lambda line: line.kind is Kind.TEXT and is_body(line.text), lines_below(lines, at)))
    dated = sum(starts_with_day(line.text) for line in texts)
    return len(texts) >= _FEWEST_DATED and dated * 2 >= len(texts)


def heads_roundup(lines: Sequence[Line], at: int) -> bool:
    """Whether a headline stands over marked items that tell what happened in a week: 一周要闻, 领导活动."""
    chronicle = _CHRONICLE in lines[at].text
    if not (chronicle or _ROUNDUP.search(lines[at].text)):
        return False
    first = next(lines_below(lines, at), None)
    if first is None or not is_body(first.text):
        return False
    if ITEM_MARK.match(first.text):
        return True
    dated = takewhile(lambda line: starts_with_day(line.text), lines_below(lines, at))
    return not chronicle and sum(1 for _ in dated) >= _FEWEST_DATED


def heads_notice(lines: Sequence[Line], at: int) -> bool:
    """Whether a heading, or the one right below it, is that of a notice."""
    headings = [line for line in lines[at : at + 2] if line.kind is Kind.HEADING]
    return any(NOTICE.match(line.text) for line in headings)


def opens_item(lines: Sequence[Line], at: int) -> bool:
    """Whether a bulletin opens at a line: a dateline, credit, header or caption, below headlines at most."""
    for line in lines[at : at + 3]:
        if line.kind in (Kind.DATELINE, Kind.CREDIT, Kind.HEADER, Kind.CAPTION):
            return line.kind is not Kind.HEADER or not SIGN_OFF.match(line.text)
        if line.kind not in (Kind.HEADING, Kind.SLOGAN, Kind.SUBTITLE, Kind.FURNITURE):
            return False
    return False


def recommends(lines: Sequence[Line], at: int) -> bool:
    """Whether a report stands below a line that recommends it or is its headline: 新闻推荐."""
    head = at if lines[at].kind is Kind.END else at - 1
    below = next_line(lines, at)
    told = head >= 0 and lines[head].text.startswith(_RECOMMENDING)
    return told and below is not None and starts_with_day(below.text) and is_body(below.text)


def is_marked_heading(lines: Sequence[Line], at: int, shape: Shape) -> bool:
    """The head of one of several items: a list mark, a short phrase, and below it an opening.

    The mark may be missing behind a report that ends in its credit, in a numbered newsletter (简报 第…期), and in a
    paper where the text opens with its day.
    """
    line, below = lines[at], next_line(lines, at)
    if below is None or not 4 <= len(line.text) <= 40 or is_body(line.text):
        return False
    if ITEM_MARK.match(line.text):
        return below.kind is Kind.DATELINE or starts_with_day(below.text)
    above = lines[at - 1] if at else None
    if above is not None and _stands_between(above, line, below):
        return True
    if SHORT_HEAD.match(line.text) or (shape.sectioned and NUMBERED.match(line.text)):
        return False
    dated = starts_with_day(below.text) and not SIGN_OFF.match(below.text)
    if shape.datelines and len(line.text) >= 6 and dated:
        return True
    least = 6 if above is not None and above.kind is Kind.CREDIT else 8
    return shape.newsletter and len(line.text) >= least and is_body(below.text)


def _stands_between(above: Line, line: Line, below: Line) -> bool:
    """Whether a report ends in its credit above a headline, and another begins below it."""
    if len(line.text) < _SHORTEST_BETWEEN or not is_body(below.text):
        return False
    if ends_credited(above):
        return True
    signed = above.kind is Kind.CREDIT and _SIGNED.match(above.text) is not None
    return signed and (starts_with_day(below.text) or len(line.text) >= _SURE_BETWEEN)


def ends_credited(line: Line) -> bool:
    """Whether a paragraph ends in who reported it: …举行。(记者 王芳)."""
    return _CREDITED_END.search(line.text, max(0, len(line.text) - 40)) is not None


def titles_caption(lines: Sequence[Line], at: int, title: Title, shape: Shape, *, first: bool) -> bool:
    """Whether the headline above a picture is the picture's own and not the next article's.

    `first` says that nothing has been read on the page above it.
    """
    if lines[at - 1].heads:
        return True
    if lines[at].text.startswith("①"):
        return False  # the headline stands over all pictures
    if title.motto or lines[at - 1] is not title.lines[-1]:
        return False
    for line in lines[at + 1 : at + _PICTURES_REACH]:
        if line.kind in (Kind.HEADING, Kind.SLOGAN):
            return True
        if line.kind is Kind.DATELINE:
            return False
    return shape.datelines > 0 or shape.captions < 3 or not first


def is_loose_photo(line: Line, shape: Shape) -> bool:
    """A dated paragraph set apart on a newspaper page: a picture's text that lost its credit."""
    if len(line.text) > _LONGEST_PHOTO_TEXT or not (starts_with_day(line.text) or "。图为" in line.text):
        return False
    return bool(shape.datelines and line.gap >= 2) or (shape.captions >= 3 and not shape.datelines)


def is_inset(line: Line) -> bool:
    """Whether a caption only names what a picture inside an article shows: 签约仪式现场(记者 王伟 摄)."""
    return len(line.text) < _LONGEST_INSET and "日" not in line.text


def names_page_makers(line: Line, shape: Shape) -> bool:
    """Whether a line names those who made a page of several articles, not the authors of one."""
    return shape.datelines > 1 and _PAGE_MAKERS.search(line.text) is not None
