"""From classified lines to bulletins: which lines make one item, and which headings are on offer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gxq_extract.page.lines import TERMINAL, Kind, Line, classify, split_lines
from gxq_extract.lexicon import common_words, predicates


@dataclass(slots=True)
class Title:
    """A headline: one line, or a unit and its main line, or a main line and its subtitle."""

    lines: list[Line]
    motto: bool = False

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


@dataclass(slots=True)
class Item:
    """A bulletin in the making: credit lines and body paragraphs in reading order, and strays found elsewhere."""

    kind: str
    body: list[Line] = field(default_factory=list)
    credits: list[Line] = field(default_factory=list)
    strays: list[Line] = field(default_factory=list)
    title: Title | None = None

    @property
    def lead(self) -> str:
        """The first body line."""
        return self.body[0].text if self.body else ""

    @property
    def text(self) -> str:
        """The whole body, folded."""
        return "\n".join(line.text for line in (*self.body, *self.strays))


@dataclass(slots=True)
class Layout:
    """What a page holds: bulletins, headlines on offer, header and masthead lines."""

    items: list[Item]
    titles: list[Title]
    headers: list[Line]


_UNIT_END = re.compile(
    r"(?:中心|公司|集团|局|委|办|区|县|市|镇|乡|街道|社区|村|学校|中学|小学|医院|法院|检察院|银行|大队|支队|所|站|院|会|部|园|电子|科技|生物|重工|股份|厂)$"
)
_LIST_MARK = re.compile(r"[●■◆▲○◎★☆·*□] ?")
_SHORT_HEAD = re.compile(r"会议(?:指出|强调|要求|认为|听取|审议)|.{2,12}[:]$")
_NEWS_VERB = re.compile(r"召开|举行|调研|督导|启动|开展|部署|走进|组织|到.{2,12}(?:座谈|调研)|举办|推进|会议|会见|检查|走访|慰问|揭牌|开工|签约")
_END_MATTER = re.compile(
    r"(?:\(? ?(?:责任编辑|责编|编辑|初审|审核|终审|复审|校对|审校|监制|值班|作者|供稿|撰稿|来源|文|图|摄影|(?:本[报网]|见习|实习|首席|特约|全媒体|融媒体?)?(?:记者|通讯员)))[^。!?]{0,80}$"
)
_BODY_MIN = 12


def layout(folded: str) -> Layout:
    """Divide a folded page into bulletins and loose headlines.

    Takes the page folded one to one; all offsets in the result are offsets into it.
    """
    lines = split_lines(folded)
    classify(lines)
    return _Reader(lines).read()


class _Reader:
    """Walks the lines once, opening and closing bulletins."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.items: list[Item] = []
        self.titles: list[Title] = []
        self.headers: list[Line] = []
        self.pending: list[Title] = []
        self.pending_credits: list[Line] = []
        self.current: Item | None = None
        self.column = False
        self.datelines = sum(line.kind is Kind.DATELINE for line in lines)
        self.has_header = any(line.kind is Kind.HEADER for line in lines)

    def read(self) -> Layout:
        for index, line in enumerate(self.lines):
            _HANDLERS[line.kind](self, line, index)
        self.titles.extend(self.pending)
        self._credits_to_previous()
        return Layout([item for item in self.items if item.body], self.titles, self.headers)

    def heading(self, line: Line, index: int) -> None:
        if self._is_subheading(line, index):
            self._paragraph(line)
            return
        self.current = None
        self.column = False
        self._credits_to_previous()
        self._offer(Title([line]), index)

    def slogan(self, line: Line, index: int) -> None:
        if line.level or self.current is None or self._opens_item(index + 1):
            self.pending.append(Title([line], motto=True))
            if line.level or self._opens_item(index + 1):
                self.current = None
        else:
            self._paragraph(line)

    def subtitle(self, line: Line, index: int) -> None:
        if self.pending and self.current is None:
            self.pending[-1].lines.append(line)
        else:
            self._paragraph(line)

    def column_head(self, line: Line, index: int) -> None:
        self.column = True
        self.current = None

    def header(self, line: Line, index: int) -> None:
        self.headers.append(line)
        if self.current is not None and self.current.body and not self._ends_page(index):
            self._title_from_body()
        if self.current is not None and self._ends_page(index):
            self.current.credits.append(line)
        else:
            self.pending_credits.append(line)

    def masthead(self, line: Line, index: int) -> None:
        self.headers.append(line)

    def dateline(self, line: Line, index: int) -> None:
        self._open("news", line)

    def caption(self, line: Line, index: int) -> None:
        single = not self.datelines and self.has_header
        if single and self.current is not None:
            self.current.body.append(line)
            return
        titled = bool(self.pending) and self._titles_caption(index)
        kept = self.pending
        if not titled:
            self.pending = []
        previous = self.current
        self._open("photo", line)
        if not titled:
            self.pending = kept
        self.current = previous if previous is not None and previous.kind != "photo" else None

    def credit(self, line: Line, index: int) -> None:
        above = self.items[-1] if self.items else None
        if above is not None and above.kind == "photo" and above.body[-1] is self.lines[index - 1]:
            above.body.append(line)
        elif self.current is not None and self.current.body and not self._starts_piece(index):
            self.current.credits.append(line)
        else:
            self.current = None
            self.pending_credits.append(line)

    def furniture(self, line: Line, index: int) -> None:
        if _END_MATTER.match(line.text) and self.current is not None:
            self.current.credits.append(line)

    def text(self, line: Line, index: int) -> None:
        if self.column:
            self._open("news", line)
            self.current = None
            return
        if self.current is None:
            if self._is_loose_photo(line, index):
                self.caption(line, index)
            elif self.pending or self.pending_credits or not self.items:
                self._open_text(line, index)
            else:
                self._orphan(line)
            return
        if self.datelines and line.gap >= 2 and self._is_loose_photo(line, index):
            self.caption(line, index)
        elif _END_MATTER.match(line.text) and len(line.text) <= 60:
            self.current.credits.append(line)
        else:
            self._paragraph(line)

    def _open_text(self, line: Line, index: int) -> None:
        if not self.pending and len(line.text) < _BODY_MIN and not line.text.endswith(tuple(TERMINAL)):
            self.pending.append(Title([line]))
            return
        self._open(self._piece_kind(), line)

    def _piece_kind(self) -> str:
        author = any(re.match(r"[□○(]? ?(?:作者[:/ ]?)?[\u4e00-\u9fff]{1,3} ?[\u4e00-\u9fff]{1,3}\)?$", c.text.lstrip("□○ ")) for c in self.pending_credits)
        return "commentary" if author and not any(c.kind is Kind.HEADER for c in self.pending_credits) else "news"

    def _open(self, kind: str, line: Line) -> None:
        item = Item(kind, [line], self.pending_credits)
        self.pending_credits = []
        titles = [title for title in self.pending if not title.motto] or self.pending
        if titles and not titles[-1].motto:
            item.title = titles[-1]
        self.titles.extend(self.pending)
        self.pending = []
        self.items.append(item)
        self.current = item

    def _paragraph(self, line: Line) -> None:
        if self.current is not None:
            self.current.body.append(line)

    def _orphan(self, line: Line) -> None:
        host = next((item for item in reversed(self.items) if item.kind != "photo"), None)
        if host is not None:
            host.body.append(line)

    def _offer(self, title: Title, index: int) -> None:
        if self.pending and self._is_unit(self.pending[-1], index):
            self.pending[-1].lines.extend(title.lines)
        else:
            self.pending.append(title)

    def _is_unit(self, above: Title, index: int) -> bool:
        text = above.text
        if above.motto or len(above.lines) > 1 or self.lines[index - 1] is not above.lines[-1]:
            return False
        return len(text) <= 16 and " " not in text and not _NEWS_VERB.search(text) and _UNIT_END.search(text) is not None

    def _is_subheading(self, line: Line, index: int) -> bool:
        """A heading inside an article: what follows it opens no new item."""
        if self.current is None or not self.current.body:
            return False
        if self._opens_item(index + 1):
            return False
        if self.datelines > 1 and line.level and any(x.kind is Kind.DATELINE for x in self.lines[index + 1 :]):
            return line.level >= 3
        return True

    def _opens_item(self, index: int) -> bool:
        for line in self.lines[index : index + 3]:
            if line.kind in (Kind.DATELINE, Kind.CREDIT, Kind.HEADER, Kind.CAPTION):
                return True
            if line.kind not in (Kind.HEADING, Kind.SLOGAN, Kind.SUBTITLE):
                return False
        return False

    def _starts_piece(self, index: int) -> bool:
        return bool(self.pending) or (index + 1 < len(self.lines) and self.lines[index - 1].kind in (Kind.HEADING, Kind.SUBTITLE))

    def _ends_page(self, index: int) -> bool:
        return all(line.kind in (Kind.FURNITURE, Kind.HEADER, Kind.CREDIT, Kind.MASTHEAD) or len(line.text) < 20 for line in self.lines[index + 1 :])

    def _title_from_body(self) -> None:
        """A header below body-like lines: the line above it was the headline."""
        item = self.current
        if item is None:
            return
        last = item.body[-1]
        if len(last.text) <= 60 and not last.text.endswith(("。", ";")):
            item.body.pop()
            if not item.body:
                self.items.remove(item)
            self.pending.append(Title([last]))
            self.current = None

    def _titles_caption(self, index: int) -> bool:
        title = self.pending[-1]
        return not title.motto and self.lines[index - 1] is title.lines[-1] and not self._dateline_without_title(index)

    def _dateline_without_title(self, index: int) -> bool:
        for line in self.lines[index + 1 :]:
            if line.kind in (Kind.HEADING, Kind.SLOGAN):
                return False
            if line.kind is Kind.DATELINE:
                return True
        return False

    def _is_loose_photo(self, line: Line, index: int) -> bool:
        return line.gap >= 2 and bool(re.match(r"\d{1,2}月\d{1,2}日,|连日来,", line.text)) and len(line.text) <= 200

    def _credits_to_previous(self) -> None:
        if self.pending_credits and self.items and not self.pending:
            self.items[-1].credits.extend(self.pending_credits)
            self.pending_credits = []


_HANDLERS = {
    Kind.TEXT: _Reader.text,
    Kind.HEADING: _Reader.heading,
    Kind.SUBTITLE: _Reader.subtitle,
    Kind.SLOGAN: _Reader.slogan,
    Kind.HEADER: _Reader.header,
    Kind.MASTHEAD: _Reader.masthead,
    Kind.DATELINE: _Reader.dateline,
    Kind.CREDIT: _Reader.credit,
    Kind.CAPTION: _Reader.caption,
    Kind.ITEM: _Reader.text,
    Kind.COLUMN: _Reader.column_head,
    Kind.FURNITURE: _Reader.furniture,
}


def joins(above: Line, below: Line) -> bool:
    """Whether a break between two body lines only cuts a sentence.

    A long line without closing punctuation goes on in the next; so does a short one if the cut runs through a word.
    """
    if above.text[-1] in TERMINAL or below.level or _LIST_MARK.match(below.text) or _SHORT_HEAD.match(above.text):
        return False
    if len(above.text) >= 14:
        return True
    cut = above.text[-1] + below.text[:1]
    return cut in predicates() or cut in common_words()
