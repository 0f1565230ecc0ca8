"""Headlines and heads of columns that a line alone does not tell: by the series of which they are one."""

from __future__ import annotations

from gxq_extract.page.line_patterns import COUNTED, SHORT_HEAD
from gxq_extract.page.lines import Kind, Line, is_body
from gxq_extract.patterns import LIST_MARKS, lazy

_DIGITS, _NUMERALS = "0123456789", "一二三四五六七八九十"
# Forms in which several headlines of a page are alike, what they begin with, and how many lines below each headline
# stands: 清溪镇:春耕正当时, ◆春耕正当时, 【清溪镇春耕正当时】, 1.春耕正当时, 一、春耕正当时, 01 above the headline.
_FORMS_OF_HEADS = (
    (lazy(r"[^\W\da-zA-Z_]{2,8}(?:镇|乡|街道|社区|村|[市区县]|[局委办]|园区|中心|学校|医院):[^,。:;]{4,24}$"), "", 0),
    (lazy(rf"[{LIST_MARKS}] ?[^。]{{5,40}}$"), LIST_MARKS, 0),
    (lazy(r"【[^【】]{9,40}】$"), "【", 0),
    (lazy(r"\d{1,2}[.、](?!\d) ?[^。,]{4,40}$"), _DIGITS, 0),
    (lazy(rf"[{_NUMERALS}]{{1,2}}、[^。,]{{3,30}}$"), _NUMERALS, 0),
    (lazy(r"0\d$"), "0", 1),
)
_FEWEST_HEADS = 2
_LONGEST_HEADLINE = 40
_SENTENCE_END = lazy(r"[。;,]")
_NEWS_START = lazy(r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日|连日来|近日|日前|昨[日天]|今[日天]|[\w·]{0,14}讯")
_LONGEST_COLUMN_HEAD, _DAY_REACH = 6, 20
_DEMANDS = ("强调", "要求", "指出", "认为", "明确", "决定")  # of a meeting: what follows belongs to its report
_DAY = lazy(r"\d{1,2}月\d{1,2}日")
_PHRASE = lazy(r"[^。,;:!?()]{4,28}$")
_SIGNED = lazy(r"[。!?”…] ?(?:\([^()。,]{2,20}\)|\[(?:详细|全文|更多|查看|阅读)[^\[\]]{0,4}\])$")
_FEWEST_SIGNED = 3
_FEWEST_COUNTED = 4
_OPENING_MARKS = frozenset("□" + LIST_MARKS)
_TOLD = (Kind.TEXT, Kind.DATELINE, Kind.CAPTION)


def tell_series(lines: list[Line]) -> None:
    """Set the kind of the headlines and column heads that a series on the page tells."""
    _tell_heads(lines)
    _tell_signed(lines)
    _tell_numbered(lines)
    _tell_column_heads(lines)


def _tell_heads(lines: list[Line]) -> None:
    """Make headlines of the lines of one form that stand above an item each, with no text above the first of them.

    Half of what stands below them opens with its day or a dateline: the sections of an article do not.
    """
    for form, starts, below in _FORMS_OF_HEADS:
        begun = ((at, line.text) for at, line in enumerate(lines[: -1 - below]) if line.text[0] in starts or not starts)
        alike = (at for at, text in begun if form.match(text))
        places = [at + below for at in alike if lines[at + below].kind is not Kind.COLUMN]
        heads = [at for at in places if _may_head(lines[at].text) and is_body(lines[at + 1].text)]
        first = heads[0] - below if heads else 0
        dated = sum(_NEWS_START.match(lines[at + 1].text) is not None for at in heads)
        below_text = first > 0 and lines[first - 1].kind in _TOLD and is_body(lines[first - 1].text)
        if len(heads) < _FEWEST_HEADS or dated * 2 < len(heads) or below_text:
            continue
        for at in heads:
            lines[at].kind, lines[at].heads = Kind.HEADING, True
            if below:
                lines[at - 1].kind = Kind.FURNITURE


def _tell_signed(lines: list[Line]) -> None:
    """Make headlines of short lines above a paragraph each, on a page without datelines: 3月5日,…。(清溪晚报).

    At least half of the paragraphs are signed, and half open with their day.
    """
    if any(line.kind is Kind.DATELINE for line in lines):
        return
    heads = [at for at in range(len(lines) - 1) if _heads_paragraph(lines, at)]
    signed = sum(_SIGNED.search(lines[at + 1].text) is not None for at in heads)
    dated = sum(_NEWS_START.match(lines[at + 1].text) is not None for at in heads)
    if len(heads) >= _FEWEST_SIGNED and min(signed, dated) * 2 >= len(heads):
        for at in heads:
            lines[at].kind, lines[at].heads = Kind.HEADING, True


def _tell_numbered(lines: list[Line]) -> None:
    """Make each of the paragraphs an item whose numbers run on through several columns: 【时政】1、… 【民生】2、…"""
    items = [line for line in lines if line.kind is Kind.TEXT and COUNTED.match(line.text) and is_body(line.text)]
    if len(items) < _FEWEST_COUNTED:
        return
    numbers = [int(line.text[: 2 if line.text[1].isdigit() else 1]) for line in items]
    columns = sum(line.kind is Kind.COLUMN and items[0].start < line.start < items[-1].start for line in lines)
    if columns and numbers == list(range(1, len(items) + 1)):
        for line in items:
            line.kind = Kind.DATELINE


def _heads_paragraph(lines: list[Line], at: int) -> bool:
    """Whether a short line stands above one paragraph, and no other below that."""
    line, below = lines[at], lines[at + 1]
    alone = at + 2 == len(lines) or not is_body(lines[at + 2].text)
    return _PHRASE.match(line.text) is not None and below.kind is Kind.TEXT and is_body(below.text) and alone


def _may_head(text: str) -> bool:
    """Whether a line can be a headline: 开工了!新区添了17个项目."""
    return not is_body(text) or (
        len(text) <= _LONGEST_HEADLINE and text[-1].isalnum() and not _SENTENCE_END.search(text)
    )


def _tell_column_heads(lines: list[Line]) -> None:
    """Make a column head of a few words above items that open with one mark, and one with its day: 乡镇传真.

    Of a marked heading (##) one of the first two is signed too: below a headline stand marked points of its text.
    """
    for line, first, second in zip(lines, lines[1:], lines[2:], strict=False):
        if line.kind not in (Kind.TEXT, Kind.HEADING) or len(line.text) > _LONGEST_COLUMN_HEAD:
            continue
        if line.level and not any(_SIGNED.search(item.text) for item in (first, second)):
            continue
        if SHORT_HEAD.match(line.text) or line.text.endswith(_DEMANDS):
            continue
        marks = {first.text[0], second.text[0]}
        if len(marks) != 1 or not marks <= _OPENING_MARKS or not (is_body(first.text) and is_body(second.text)):
            continue
        if any(_DAY.search(item.text, 0, _DAY_REACH) for item in (first, second)):
            line.kind = Kind.COLUMN
