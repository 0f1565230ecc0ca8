"""Two reports under one headline, as columns run them together: told apart by their credits."""

from __future__ import annotations

import re
from bisect import bisect_right

from gxq_extract.page.items import Item, Title
from gxq_extract.page.lines import Kind, Line
from gxq_extract.patterns import lazy

_LONGEST_BODY = 40  # paragraphs
_HOOK = 0.004
_LONGEST_CREDIT = 60  # characters at the start of a body
CREDITED_START = lazy(r"[^。]{0,12}\([^()]{0,6}(?:记者|通讯员)|(?:本报|本网|本台|首席|见习|实习)记者")
_SIGNED_END = lazy(r"[。!?”] ?\((?!图片|照片)[^()。,摄]{2,24}\)$")
_REPORTED = lazy(r"\(?(?:文/)?(?:本[报网台]|见习|实习|首席|特约)*(?:记者|通讯员|实习生)")


def parted(item: Item) -> list[Item]:
    """An item credited at its start and end, or at two ends, is two reports; a heading between is the second's."""
    if item.kind != "news" or len(item.body) < 3:
        return [item]
    ends = _signed_ends(item)
    if CREDITED_START.match(item.body[0].text):
        if not ends:
            return [item]
        at = _second_start(item.body, ends[0])
    else:
        at = ends[0] + 1 if len(ends) > 1 else 0
    if not at:
        return [item]
    title = Title([item.body[at]]) if item.body[at].kind is Kind.HEADING and at < len(item.body) - 1 else None
    body = item.body[at + 1 :] if title is not None else item.body[at:]
    second = Item(
        "news", body, [line for line in item.credits if line.start > body[0].start], title=title, parted=title is None
    )
    item.body, item.credits = item.body[:at], [line for line in item.credits if line not in second.credits]
    return [item, second]


def _signed_ends(item: Item) -> list[int]:
    """The indices of the paragraphs that end in, or stand above, the credit of somebody whom the lead does not name."""
    lead = item.body[0].text.replace(" ", "")[:_LONGEST_CREDIT]
    signed = {at: found[0] for at, line in enumerate(item.body) if at and (found := _signature(line)) is not None}
    starts = [line.start for line in item.body]
    for line in item.credits:
        at = bisect_right(starts, line.start) - 1
        if at > 0 and _REPORTED.match(line.text):
            signed[at] = line.text
    return sorted(at for at, names in signed.items() if names.replace(" ", "").rstrip(")")[-2:] not in lead)


def _signature(line: Line) -> re.Match[str] | None:
    return _SIGNED_END.search(line.text, max(0, len(line.text) - _LONGEST_CREDIT))


def _second_start(body: list[Line], end: int) -> int:
    """Where the second of two reports begins, which ends at `end`: at its hook, a quote, or where the words change."""
    openings = [at for at in range(1, min(end, _LONGEST_BODY) + 1) if body[at - 1].ends_sentence]
    headed = next((at for at in openings if body[at].kind is Kind.HEADING), 0)
    return headed or min(openings, key=lambda at: _likeness(body, at, end), default=0)


def _likeness(body: list[Line], at: int, end: int) -> float:
    """How much the parts above and below `at` share; a quote is how a report of its own likes to open."""
    return _shared(body[:at], body[at : end + 1]) - (_HOOK if body[at].text[0] == "“" else 0.0)


def _shared(above: list[Line], below: list[Line]) -> float:
    """The share of three-character words of the shorter part that both parts have."""
    words = [{line.text[at : at + 3] for line in part for at in range(len(line.text) - 2)} for part in (above, below)]
    return len(words[0] & words[1]) / max(1, min(map(len, words)))
