"""In what form a page tells its news, seen from all its lines at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gxq_extract.page.line_patterns import NUMBERED
from gxq_extract.page.lines import Kind, Line, is_body
from gxq_extract.patterns import lazy

_NEWSLETTER = lazy(r"[(【]?(?:\d{4}[)】] ?)?第 ?[\d一二三四五六七八九十 ]+ ?期|[^。,]{0,16}\d{4}年 ?第 ?\d+ ?期")
_TOP = 6  # lines in which a newsletter gives its number
_ARROWS = "▲△▼▶◀"
_ARROW = lazy(rf"[{_ARROWS}] ?(?P<day>(?:\d{{1,2}}月)?\d{{1,2}}日|近日|日前|连日来)?")
_FEWEST_PICTURES = 2


@dataclass(frozen=True, slots=True)
class Shape:
    """What the lines of a page are together; lines are counted from 0, and -1 stands for none.

    `newsletter` says that it is a numbered issue, `sectioned` that numbered lines head the sections of an article,
    `single` that it holds one report and nothing below, `dense` that no empty line parts anything, `gallery` that from
    the first picture on there is nothing but pictures, each told behind an arrow.
    """

    datelines: int
    last_dateline: int
    last_body: int
    captions: int
    newsletter: bool
    sectioned: bool
    single: bool
    dense: bool
    gallery: bool


def shape_of(lines: Sequence[Line]) -> Shape:
    """The shape of a page of classified lines."""
    datelines = [index for index, line in enumerate(lines) if line.kind is Kind.DATELINE]
    bodies = [index for index, line in enumerate(lines) if line.kind is Kind.TEXT and is_body(line.text)]
    first = datelines[0] if datelines else 0
    opening = next((line.text for line in lines if NUMBERED.match(line.text) or is_body(line.text)), "")
    return Shape(
        datelines=len(datelines),
        last_dateline=datelines[-1] if datelines else -1,
        last_body=max([-1, *datelines[-1:], *bodies[-1:]]),
        captions=sum(line.kind is Kind.CAPTION for line in lines),
        newsletter=any(_NEWSLETTER.match(line.text) for line in lines[:_TOP]),
        sectioned=bool(opening) and NUMBERED.match(opening) is None,
        single=len(datelines) == 1 and not any(line.kind is Kind.HEADING for line in lines[first:]),
        dense=not any(line.gap for line in lines),
        gallery=_is_gallery(lines),
    )


def _is_gallery(lines: Sequence[Line]) -> bool:
    """Whether nothing but pictures, each told behind an arrow, stands on a page from the first of them on.

    Half of them have their day: what is shown inside an article has none.
    """
    first = next((at for at, line in enumerate(lines) if is_pictured(line)), len(lines))
    below = [line for line in lines[first:] if line.kind in (Kind.TEXT, Kind.CAPTION) and is_body(line.text)]
    arrows = [arrow for line in below if (arrow := _ARROW.match(line.text)) is not None]
    dated = sum(bool(arrow["day"]) for arrow in arrows)
    return len(arrows) == len(below) >= _FEWEST_PICTURES and dated * 2 >= len(below)


def is_pictured(line: Line) -> bool:
    """Whether a line tells what a picture shows: ▲10月9日,…"""
    return line.text[0] in _ARROWS and is_body(line.text)
