"""What a page is divided into: bulletins in the making, headlines on offer, and the lines that tell its date."""

from __future__ import annotations

from dataclasses import dataclass, field

from gxq_extract.page.line_patterns import COUNTED, ITEM_MARK, NUMBERED
from gxq_extract.page.lines import Line

_MOST_LEAD_LINES = 3  # of a first paragraph that a column cut: it has rarely more parts


@dataclass(slots=True, eq=False)  # two alike are still two
class Title:
    """A headline: one line, or a unit and its main line, or a main line and its subtitle."""

    lines: list[Line]
    motto: bool = False
    stamped: bool = False  # date and source of a web article stand right below it

    @property
    def start(self) -> int:
        """Page offset of the first character."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Page offset behind the last character."""
        return self.lines[-1].end

    @property
    def text(self) -> str:
        """The folded text, lines joined by a space."""
        return " ".join(line.text for line in self.lines)


@dataclass(slots=True, eq=False)  # two alike are still two
class Item:
    """A bulletin in the making: credit lines and body paragraphs in reading order, and strays found elsewhere.

    `recommended` says that it stands below the page's own, of whatever year: 新闻推荐.
    `parted` says that it ran on from another one, so that its headline stands elsewhere.
    """

    kind: str
    body: list[Line] = field(default_factory=list)
    credits: list[Line] = field(default_factory=list)
    strays: list[Line] = field(default_factory=list)
    title: Title | None = None
    recommended: bool = False
    parted: bool = False

    def part_from(self, limit: int) -> None:
        """Make strays of the paragraphs that stand behind `limit`, where the next bulletin begins."""
        self.strays += [line for line in self.body if line.start >= limit]
        self.body = [line for line in self.body if line.start < limit]

    @property
    def marked(self) -> bool:
        """Whether it begins with a list mark or number, as the items of a column do: ■6月13日,…"""
        text = self.body[0].text
        return any(mark.match(text) for mark in (ITEM_MARK, NUMBERED, COUNTED))

    @property
    def lead(self) -> str:
        """The first paragraph: the first body line, with what it goes on in if a column cut it."""
        last = next((at for at, line in enumerate(self.body) if line.ends_sentence), 0)
        return "".join(line.text for line in self.body[: min(last + 1, _MOST_LEAD_LINES)])

    @property
    def text(self) -> str:
        """The whole body, folded."""
        return "\n".join(line.text for line in (*self.body, *self.strays))


@dataclass(slots=True)
class Layout:
    """What a page holds: bulletins, headlines on offer, the lines that tell its date, and the heads of its columns."""

    items: list[Item]
    titles: list[Title]
    headers: list[Line]
    column_heads: list[Line]
