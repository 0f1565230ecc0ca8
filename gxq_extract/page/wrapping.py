"""Lines that a break only lays out become one again: those of a narrow column, and a field below its label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gxq_extract.page.lines import TERMINAL, Line, is_bare_name, is_header
from gxq_extract.patterns import LIST_MARKS, lazy

_NARROWEST, _WIDEST = 8, 40  # characters of a column's line
_SLACK = 2  # how much shorter than usual a full line may be, for a mark that must not begin the next
_USUAL = 0.7  # the share of full lines in a column
_MOST_HEADLINE_LINES = 3
# Lines that stand for themselves: items of a list, fields of a header.
_OWN_START = lazy(
    rf"[{LIST_MARKS}·*]|\(?\d{{1,2}}[.、)](?!\d)|[一二三四五六七八九十]{{1,3}}、|(?:来源|记者|作者|编辑|责任编辑|时间|审核|地点):"
)
# 责编: with the name on the next line.
_LABEL_ALONE = lazy(
    r"(?:(?P<of_person>作者|责编|责任编辑|编辑|记者|通讯员|审核|校对)|(?:信息|文章|新闻)?来源|(?:发布|签发)?时间|日期|浏览次数|点击数?|发布机构):$"
)
_LONGEST_FIELD = 20
_DATED = lazy(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[,:])")


def unwrap(lines: list[Line], folded: str) -> list[Line]:
    """The lines with those that a break only lays out made one; `text` is then without the breaks in the span."""
    lines = _with_labels(lines)
    blocks = [(block, _is_column(block, folded)) for block in _blocks(lines)]
    in_columns = [line for block, is_column in blocks if is_column for line in block]
    if not in_columns:
        return lines
    of_page = _usual_width(in_columns, folded) if len(in_columns) * 2 > len(lines) else None
    joined: list[Line] = []
    for block, is_column in blocks:
        if is_column:
            joined += _paragraphs(block, folded, _usual_width(block, folded))
        elif of_page is not None and _is_headline(block, folded):
            joined.append(_join(block))
        elif of_page is not None and _is_prose(block):
            joined += _paragraphs(block, folded, of_page)
        else:
            joined += block
    return joined


def _with_labels(lines: list[Line]) -> list[Line]:
    """The lines with a label that stands alone and the field below it made one: 责编: and 王伟."""
    joined: list[Line] = []
    for line in lines:
        field = len(line.text) <= _LONGEST_FIELD and not line.level and "。" not in line.text and line.text[-1] != ":"
        label = _LABEL_ALONE.match(joined[-1].text) if joined and field else None
        if label is not None and (not label["of_person"] or is_bare_name(line.text)):
            joined[-1] = _join([joined[-1], line])
        else:
            joined.append(line)
    return joined


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    """Runs of lines with nothing between them; date and source of a web article stand for themselves."""
    block: list[Line] = []
    for line in lines:
        own = is_header(line.text) or (bool(block) and is_header(block[-1].text))
        if block and (line.gap or line.parted or line.level or own or _OWN_START.match(line.text)):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _indent(line: Line, folded: str) -> int:
    """How many characters of layout stand before a line."""
    return line.start - folded.rfind("\n", 0, line.start) - 1


def _width(line: Line, folded: str) -> int:
    return len(line.text) + _indent(line, folded)


def _usual_width(lines: list[Line], folded: str) -> int:
    """The median of the lines' widths."""
    return sorted(_width(line, folded) for line in lines)[(len(lines) - 1) // 2]


def _is_prose(block: list[Line]) -> bool:
    return any("。" in line.text or "," in line.text[:-1] for line in block)


def _is_column(block: list[Line], folded: str) -> bool:
    """Whether a block is prose in lines of one width, most of which end in mid-sentence."""
    if len(block) < 3 or not _is_prose(block) or sum(_DATED.match(line.text) is not None for line in block) > 1:
        return False
    usual = _usual_width(block, folded)
    widths = [_width(line, folded) for line in block]
    if not _NARROWEST <= usual <= _WIDEST or max(widths) > usual * 2:
        return False
    full = sum(width >= usual - _SLACK for width in widths)
    cut = sum(line.text[-1] not in TERMINAL for line in block[:-1])
    return full >= _USUAL * len(block) and cut * 2 > len(block)


def _paragraphs(block: list[Line], folded: str, usual: int) -> Iterator[Line]:
    """The paragraphs of a column: a new one begins at an indent and behind a line that is not full."""
    paragraph: list[Line] = []
    for line in block:
        short = bool(paragraph) and _width(paragraph[-1], folded) < usual - _SLACK
        if paragraph and (_indent(line, folded) or short):
            yield _join(paragraph)
            paragraph = []
        paragraph.append(line)
    yield _join(paragraph)


def _is_headline(block: list[Line], folded: str) -> bool:
    """Whether a block beside columns is a headline of several lines."""
    return 2 <= len(block) <= _MOST_HEADLINE_LINES and not any(
        _indent(line, folded) or line.text[-1] in TERMINAL or "," in line.text for line in block
    )


def _join(paragraph: list[Line]) -> Line:
    first, last = paragraph[0], paragraph[-1]
    return replace(first, end=last.end, text="".join(line.text for line in paragraph))
