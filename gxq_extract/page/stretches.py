"""Which stretches of the page make the clean view of some of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxq_extract.page.lines import Line, adjoin, joins
from gxq_extract.page.view import View
from gxq_extract.patterns import HAN, lazy

_BREAK = r"[ |]*\n[ |]*|\x00+"
# 第 12次, 12 、
_BEHIND_DIGIT = rf"(?<=\d ) *(?={HAN}|、)"
# 第 12, 会议 (扩大), but not 本报讯 (记者 …
_BEFORE_MARK = rf"(?<={HAN} )(?<!报道 )(?<!讯 ) *(?=[\d、,;。”》)(“《])"
# (扩大) 会议
_BEHIND_MARK = rf"(?<=[、,;。“《(”》)] ) *(?={HAN})"
# 编 辑:, 记 者:
_IN_LABEL = r"(?<=[总记编作] ) *(?=[编者辑] ?[辑:])"
# ( 12
_BEHIND_BRACKET = r"(?<=[“《(] ) *(?=\d)"
# Breaks, and spaces that only set off numbers and marks: 第 12 次 ( 扩大 ) 会议.
_GAP = lazy(rf"{_BREAK}| (?:{_BEHIND_DIGIT}|{_BEFORE_MARK}|{_BEHIND_MARK}|{_IN_LABEL}|{_BEHIND_BRACKET})")
# Single characters set apart: 王 伟, or 丁 一 倪 娜, which are two names.
_SPACED = lazy(rf"(?:(?<!{HAN})|(?<=记者)|(?<=讯员)|(?<=习生))(?:{HAN} +)+[^\W\da-zA-Z_摄图文](?!{HAN})")
_SPACES = lazy(r" +")
_AFTER_SINGLE = lazy(rf" (?<={HAN} )(?<!{HAN}{{2}} )")


def clean_view(source: str, folded: str, lines: Sequence[Line]) -> View:
    """The clean view of lines of a page: layout spaces cut out, breaks in mid-sentence closed.

    `folded` is `source` folded, one character for one.
    """
    return View(source, folded, _stretches(folded, lines))


def _stretches(folded: str, lines: Sequence[Line]) -> Iterator[tuple[int, int, str]]:
    """The pieces of page text that the view is made of, each with what stands before it."""
    above: Line | None = None
    for line in lines:
        closed = above is not None and adjoin(folded, above.end, line.start) and joins(above, line)
        closed = closed and (line.gap > 0 or not folded.startswith("  ", line.start - 2))  # an indent parts two lines
        separator = "" if closed else "\n"
        at = line.start
        for start, end in _layout_gaps(folded, line):
            if start > at:
                yield at, start, separator
                separator = ""
            at = max(at, end)
        if at < line.end:
            yield at, line.end, separator
        above = line


def _layout_gaps(folded: str, line: Line) -> list[tuple[int, int]]:
    """The spans of a line that only lay it out: column breaks, spaces inside dates and names of two characters."""
    spaced, broken = " " in line.text, line.end - line.start > len(line.text)
    if not (spaced or broken) and "\x00" not in line.text:
        return []
    gaps = [gap.span() for gap in _GAP.finditer(folded, line.start, line.end)]
    single = _AFTER_SINGLE.search(folded, line.start, line.end) if spaced else None
    if single is not None:
        for run in _SPACED.finditer(folded, line.start, line.end):
            gaps += [space.span() for space in list(_SPACES.finditer(folded, *run.span()))[::2]]
    return sorted(set(gaps))
