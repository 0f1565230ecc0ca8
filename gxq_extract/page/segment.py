"""From classified lines to bulletins: which lines make one item, and which headings are on offer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile, pairwise, takewhile

from gxq_extract.page.items import Item, Layout, Title
from gxq_extract.page.line_patterns import ITEM_MARK, LETTER, NOTICE, NUMBERED, ONLY_DAY, SHORT_HEAD, SIGN_OFF
from gxq_extract.page.lines import Kind, Line, classify, is_bare_name, is_body, is_header, split_lines
from gxq_extract.page.parting import CREDITED_START, parted
from gxq_extract.page.series import tell_series
from gxq_extract.page.shape import is_pictured, shape_of
from gxq_extract.page.title_lines import goes_on, is_set_above, repeats, stand_alone, without_mark
from gxq_extract.page.units import NEWS_VERB, is_unit
from gxq_extract.page.wrapping import unwrap
from gxq_extract.patterns import LIST_MARKS, lazy

_NEAR = 3  # headlines above that a line may repeat
_LONGEST_INSET = 40
_LONGEST_REST = 20  # characters of a sentence that a column cut
_ONE_LINERS = lazy(r"一句话|[简短快]讯|短波|短新闻|简明新闻")  # each paragraph is an item
# What a headline over the short items of a week says.
_ROUNDUP = lazy(
    r"一周|每周|本周|周报|第\d{1,2}周|要闻|动态|速递|速览|播报|领导活动|简讯|^(?:\d{4}年\d{1,2}月\d{1,2}日)?《[^》]{2,10}》$"
)
_FEWEST_DATED = 3
_OF_THE_SITE = (Kind.HEADER, Kind.FURNITURE)
# Column heads below which something of its own begins, whatever stood above.
_SECTION = lazy(r"来信|照登|短评|更正|启事|图片")
# N is what a square before it becomes where the font of marks is lost.
_END_MATTER = lazy(
    r"[\[(N]? ?(?:责任编辑|责编|编辑|初审|审核|终审|复审|校对|审校|监制|值班|作者|供稿|撰稿|采写|来源|文|图|摄影|"
    r"(?:本[报网]|见习|实习|首席|特约|全媒体|融媒体?)?(?:记者|通讯员))[:/| ][^。!?]{0,80}$"
)
_ORIGINAL_TITLE = lazy(r"\(?原标题: ?(?P<title>[^\n]+?)\)?$")
_EDITOR = lazy(r"(?:责任编辑|责编|编辑):[^:]{2,6}")
_PAGE_MAKERS = lazy(r"版式|组版|美编|版面|(?:第 ?\w{1,3} ?版|星期|第\d+期).*编辑|编辑.{0,12}(?:电话|校对)")
_DATED_CREDIT = lazy(r"\d{4}年\d{1,2}月\d{1,2}日")
_AUTHOR_LINE = lazy(r"[□○( ]*(?:作者[:/ ]*)?[^\W\da-zA-Z_]{1,3} ?[^\W\da-zA-Z_]{1,3}\)?$")
_ROLL = lazy(r"名单$")
_ROLL_START = lazy(r"\((?:共|按|排名)|(?:[^\W\da-zA-Z_]{2,4}[ 、]+){3}")
_MARKED_BYLINE = lazy(rf"[□▌{LIST_MARKS}] ?[^。,]{{0,8}}(?:记者|通讯员|评论员)|[□○◎] ?[^\W\da-zA-Z_]{{2,3}}$")
_REPORTERS = lazy(r"(?:本[报网]|见习|实习|首席|特约)*记者[ /][\w /·]{2,30}$")
_SIGNED = lazy(r"\(|(?:记者|通讯员|文)[:/]")
_SHORTEST_BETWEEN, _SURE_BETWEEN = 6, 10  # characters of a headline between two reports
_CREDITED_END = lazy(r"。\([^()]{0,6}(?:记者|通讯员)[^()]{2,24}\)$")
_STREWN = lazy(r"(?!会[议上]|[在对据当从为把他她我该此])[\w“”《》:·]+$")
_OPENS = lazy(rf"(?:\d{{4}}年)?\d{{1,2}}月|[“(【{LIST_MARKS}]|近日|日前|昨|今|本报|会[上议]")
_OF_TEXT_TOO = lazy(r"(?:文/?图|图/?文)\)?$")
_SIGNATURE = lazy(r"\([^()。,:]{2,16}\)$")  # (清溪县总工会), below an item of a column
_DATED_START = lazy(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日?|连日来,|近日,|昨[日天],|\([左右上下]图\)|图为")


def layout(folded: str) -> Layout:
    """Divide a folded page into bulletins and loose headlines.

    Takes the page folded one to one; all offsets in the result are offsets into it.
    """
    lines = unwrap(split_lines(folded), folded)
    classify(lines)
    tell_series(lines)
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
        self.before_column = 0
        self.section = False
        self.closed = False
        self.starts = [line.start for line in lines]
        self.shape = shape_of(lines)

    def read(self) -> Layout:
        for index, line in enumerate(self.lines):
            _HANDLERS[line.kind](self, line, index)
        self.titles.extend(self.pending)
        self._credits_to_previous()
        items = [item for item in self.items if item.body]
        if len(items) > 1:
            parts = [part for item in items for part in parted(item)]
            items = sorted(parts, key=lambda part: part.body[0].start)  # a caption may stand between two parts
        for item, after in pairwise(items):
            item.part_from(after.body[0].start)
        return Layout(items, self.titles, self.headers)

    def _below(self, index: int) -> Line | None:
        """The line below the one at `index`."""
        return self.lines[index + 1] if index + 1 < len(self.lines) else None

    def heading(self, line: Line, index: int) -> None:
        if self.closed and not (self._opens_item(index + 1) or self._recommends(index)):
            return
        if self.column and ITEM_MARK.match(line.text) and is_body(line.text):
            self.text(line, index)
            return
        if self._heads_roundup(line, index):
            self.column_head(line, index)
            return
        if self._is_subheading(line, index):
            self._paragraph(line)
            return
        self.current = None
        self.column = False
        self._credits_to_previous()
        self._offer(without_mark(line), index)

    def slogan(self, line: Line, index: int) -> None:
        if self.pending and self._directly_below(self.pending[-1], line) and is_set_above(self.pending[-1], line):
            self._offer(line, index)
        elif line.level or self.current is None or self._opens_item(index + 1):
            self.pending.append(Title([line], motto=True))
            if line.level or self._opens_item(index + 1):
                self.current = None
        else:
            self._paragraph(line)

    def subtitle(self, line: Line, index: int) -> None:
        if self.pending and self.current is None and self._directly_below(self.pending[-1], line):
            self.pending[-1].lines.append(line)
        else:
            self._paragraph(line)

    def column_head(self, line: Line, index: int) -> None:
        first = self._first_below(index) or line
        listed = ITEM_MARK.match(first.text) is not None or _DATED_START.match(first.text) is not None
        one_liners = first.kind is Kind.TEXT and _ONE_LINERS.search(line.text) is not None
        self.column = (listed or one_liners or self._heads_dated(index)) and "图片" not in line.text
        self.before_column = len(self.items)
        self.section = _SECTION.search(line.text) is not None
        self.current = None
        self.titles += [title for title in self.pending if not title.motto]  # no headline of the first item
        self.pending = []

    def _heads_roundup(self, line: Line, index: int) -> bool:
        """Whether a headline stands over marked items that tell what happened in a week: 一周要闻, 领导活动."""
        chronicle = "大事记" in line.text
        if self.items or not (chronicle or _ROUNDUP.search(line.text)):
            return False
        first = self._first_below(index)
        if first is None or not is_body(first.text):
            return False
        if ITEM_MARK.match(first.text):
            return True
        return not chronicle and self._dated_below(index) >= _FEWEST_DATED

    def _dated_below(self, index: int) -> int:
        """How many lines of text below the one at `index` begin with their day, one after the other."""
        below = takewhile(lambda line: _DATED_START.match(line.text) is not None, self._lines_below(index))
        return sum(1 for _ in below)

    def _heads_dated(self, index: int) -> bool:
        """Whether half of the paragraphs below a column head, up to the next head, begin with their day: 近日."""
        below = self._lines_below(index)
        texts = list(takewhile(lambda line: line.kind is Kind.TEXT and is_body(line.text), below))
        dated = sum(_DATED_START.match(line.text) is not None for line in texts)
        return len(texts) >= _FEWEST_DATED and dated * 2 >= len(texts)

    def _first_below(self, index: int) -> Line | None:
        """The first line below the one at `index` that is neither header nor furniture."""
        return next(self._lines_below(index), None)

    def _lines_below(self, index: int) -> Iterator[Line]:
        """The lines below the one at `index` that are neither header nor furniture."""
        below = (self.lines[at] for at in range(index + 1, len(self.lines)))
        return (line for line in below if line.kind not in _OF_THE_SITE)

    def header(self, line: Line, index: int) -> None:
        if self.current is not None and SIGN_OFF.match(line.text):
            self._paragraph(line)
            return
        self.headers.append(line)
        if self._is_of_page(line):
            return
        if self.pending and self.lines[index - 1] is self.pending[-1].lines[-1]:
            self.pending[-1].stamped = True
        if self.current is not None and not self._ends_page(index) and _ends_in_headline(self.current):
            self._take_headline_from(self.current)
        if self.current is None:
            self.pending_credits.append(line)
        else:
            self.current.credits.append(line)

    def dateline(self, line: Line, index: int) -> None:
        self.closed = False
        self._open("news", line)

    def caption(self, line: Line, index: int) -> None:
        if self._ends_report(line, index):
            self._paragraph(line)
            return
        if self._pictures_article(line, index):
            (self.pending_credits if self.current is None else self.current.body).append(line)
            return
        kept: list[Title] = []
        if not self._titles_caption(index):
            kept, self.pending = self.pending, []
        previous = self.current
        self._open("photo", line)
        self.pending = kept
        self.current = previous if previous is not None and previous.kind != "photo" else None

    def _ends_report(self, line: Line, index: int) -> bool:
        """Whether a paragraph ends in the credit of text and picture (文/图) of a report that had none before."""
        body = self.current.body if self.current is not None else []
        return (
            bool(body)
            and body[-1] is self.lines[index - 1]
            and body[0].kind is Kind.DATELINE
            and _OF_TEXT_TOO.search(line.text) is not None
            and not CREDITED_START.match(body[0].text)
            and not _DATED_START.match(line.text)
        )

    def _pictures_article(self, line: Line, index: int) -> bool:
        """Whether a picture belongs to the one article of a page, above its text or inside it."""
        if self.shape.gallery:
            return False
        if self.current is None:
            rest = dropwhile(lambda below: below.kind is Kind.CAPTION, self.lines[index:])
            below = next(rest, None)
            above_dateline = self.shape.datelines == 1 and below is not None and below.kind is Kind.DATELINE
            above_text = not (self.shape.datelines or self.items) and bool(self.headers) and _is_inset(line)
            return above_dateline or above_text
        if self.shape.captions > 1:  # pictures between the paragraphs of a web article
            return bool(self.headers) and self.shape.datelines < 2 and index < self.shape.last_body
        return (self.shape.single and _is_inset(line)) or (
            not self.shape.datelines and bool(self.headers) and line.gap < 2
        )

    def credit(self, line: Line, index: int) -> None:
        if self._is_of_page(line):
            return
        above = self.items[-1] if self.items else None
        if self.column and above is not None and above.body[-1] is self.lines[index - 1] and line.text.startswith("("):
            above.credits.append(line)
        elif above is not None and above.kind == "photo" and above.body[-1] is self.lines[index - 1]:
            above.body.append(line)
        elif self._opens_feature(line, index):
            self._credits_to_previous()
            self.current = None
            self.pending_credits.append(line)
        elif self.current is not None and self.current.body and not self.pending:
            (self.current.body if _DATED_CREDIT.search(line.text) else self.current.credits).append(line)
        else:
            self.current = None
            self.pending_credits.append(line)

    def _opens_feature(self, line: Line, index: int) -> bool:
        """Whether a byline stands above a text, which it then begins: □本报记者 王伟, or behind a credited report."""
        below = self._below(index)
        if below is None or below.kind is not Kind.TEXT or not is_body(below.text):
            return False
        if _MARKED_BYLINE.match(line.text):
            return True
        above = self.current.body[0] if self.current is not None and self.current.body else None
        credited = above is not None and CREDITED_START.match(above.text) is not None
        return credited and self.shape.datelines > 1 and _REPORTERS.match(line.text) is not None

    def _is_of_page(self, line: Line) -> bool:
        """Whether a line names those who made a page of several articles, not the authors of one."""
        return self.shape.datelines > 1 and _PAGE_MAKERS.search(line.text) is not None

    def furniture(self, line: Line, index: int) -> None:
        """Left out, but for an editor it names, or the headline if there is no other; it ends a column of items."""
        self.column = self.column and len(self.items) == self.before_column
        original = _ORIGINAL_TITLE.match(line.text)
        if original is not None and line.unbroken and not (self.items or self.titles or self.pending):
            start, end = original.span("title")
            self.pending.append(
                Title([replace(line, start=line.start + start, end=line.start + end, text=original[1])])
            )
        if _EDITOR.search(line.text) and self.items:
            self.items[-1].credits.append(line)

    def end(self, line: Line, index: int) -> None:
        if not self.headers and is_header(line.text):
            self.headers.append(line)
        self.closed = self.current is not None or bool(self.items)
        self.current = None

    def text(self, line: Line, index: int) -> None:
        if self.closed:
            self._behind_end(line, index)
        elif self.shape.gallery and is_pictured(line):
            self._open("photo", line)
        elif self.column and (self._ends_cut_sentence(line) or self._leaves_column(line)):
            self._orphan(line)
        elif self.column and self.items and _SIGNATURE.match(line.text):
            self.items[-1].credits.append(line)
        elif self.column:
            self._open("news", line)
            self.current = None
        elif LETTER.match(line.text) or self._is_whole(line) or self._is_next_item(line):
            self._open("news", line)
        elif self._marked_heading(line, index):
            self.current = None
            self._offer(without_mark(line), index)
        elif self.current is None:
            self._open_text(line, index)
        elif self._is_loose_photo(line):
            self.caption(line, index)
        elif self._signs(self.current, line):
            self.current.credits.append(line)
        elif self._is_strewn(line, index):
            self.titles.append(Title([line]))
        else:
            self._paragraph(line)

    def _behind_end(self, line: Line, index: int) -> None:
        """A report that the page recommends, or its headline; else nothing of the article."""
        if self._recommends(index - 1):
            self._open("news", line)
            self.items[-1].recommended = True
        elif self._recommends(index):
            self._offer(line, index)

    def _leaves_column(self, line: Line) -> bool:
        """Whether a paragraph below a column of marked items is none of them, if a picture or a sentence ends them."""
        if not self.items or ITEM_MARK.match(line.text) or _OPENS.match(line.text):
            return False
        if line.text[0] == self.items[-1].body[0].text[0] == "□":
            return False
        column = self.items[self.before_column :]
        if len(column) > 1 and all(item.marked and item.body[-1].ends_sentence for item in column):
            return True
        return self.items[-1].kind == "photo" and any(item.marked for item in self.items[-3:])

    def _recommends(self, index: int) -> bool:
        """Whether a report stands below the line at `index`, which recommends it or is its headline: 新闻推荐."""
        at = index if self.lines[index].kind is Kind.END else index - 1
        below = self._below(index)
        told = at >= 0 and self.lines[at].text.startswith(("新闻推荐", "相关阅读", "相关新闻"))
        return told and below is not None and _DATED_START.match(below.text) is not None and is_body(below.text)

    def _signs(self, item: Item, line: Line) -> bool:
        """Whether a line below a text says who made it, or is a name alone."""
        told = len(line.text) <= 60 and _END_MATTER.match(line.text) is not None
        return told or (is_bare_name(line.text) and item.body[-1].ends_sentence)

    def _is_strewn(self, line: Line, index: int) -> bool:
        """A headline that stands in the middle of another body: a verb, no mark, and empty lines around it."""
        below = self._below(index)
        if self.shape.datelines < 2 or below is None or not (line.gap and below.gap and is_body(below.text)):
            return False
        like_headline = 8 <= len(line.text) <= 30 and _STREWN.match(line.text) and NEWS_VERB.search(line.text)
        return bool(like_headline) and self.current is not None and self.current.body[-1].ends_sentence

    def _open_text(self, line: Line, index: int) -> None:
        if self._is_loose_photo(line) and not self._has_byline():
            self.caption(line, index)
        elif self.pending and _ROLL.search(self.pending[-1].text) and _ROLL_START.match(line.text):
            self._open("news", line)
        elif not (is_body(line.text) or ONLY_DAY.match(line.text)):
            if self.pending and line.text in self.pending[-1].text and is_unit(line.text):
                return  # the unit that sent the report in: 城北镇中心小学
            self._offer(without_mark(line), index)
        elif self._is_above_article(line, index):
            if line.text.endswith(":"):
                self._offer(line, index)  # 杨林村: above a headline
        elif self._ends_cut_sentence(line):
            self.current = self._host()
            self._paragraph(line)
        elif self.items and self._cuts_in(line, index):
            self._orphan(line)
        elif self.pending or self.pending_credits or self.section or not self.items:
            self._open(self._piece_kind(), line)
        else:
            self._orphan(line)

    def _is_above_article(self, line: Line, index: int) -> bool:
        """Whether a short text stands between the head of a page and its one article: what its pictures show."""
        signed = any(credit.kind is Kind.CREDIT for credit in self.pending_credits)
        return (
            self.shape.single
            and not (self.items or signed)
            and index < self.shape.last_dateline
            and len(line.text) < _LONGEST_INSET
        )

    def _is_next_item(self, line: Line) -> bool:
        """Whether an item of a page of marked items begins: ◆11月5日,… and ◆11月4日,…"""
        first = self.items[0].body[0].text if self.items else ""
        if self.shape.newsletter and NUMBERED.match(first) and is_body(first):
            return NUMBERED.match(line.text) is not None and is_body(line.text)
        mark = ITEM_MARK.match(first)
        if mark is None or self.items[0].title is not None:
            return False
        if ITEM_MARK.match(line.text) is None or not is_body(line.text):
            return False
        dated = _DATED_START.match(first, mark.end()) is not None and line.text[0] == first[0]
        return dated or not (self.shape.datelines or self.headers)

    def _is_whole(self, line: Line) -> bool:
        """A report in one paragraph, from its day to its own credit, below one that was credited at its start."""
        return (
            self.current is not None
            and _DATED_START.match(line.text) is not None
            and _ends_credited(line)
            and CREDITED_START.match(self.current.body[0].text) is not None
        )

    def _cuts_in(self, line: Line, index: int) -> bool:
        """A paragraph of another item between a headline and the dateline that it belongs to."""
        below = self._below(index)
        between = self.pending and self.shape.datelines > 1 and below is not None and below.kind is Kind.DATELINE
        return bool(between) and not _DATED_START.match(line.text) and line.ends_sentence

    def _ends_cut_sentence(self, line: Line) -> bool:
        """A paragraph whose first words end the sentence in which a column cut the last report off: 惠及|3100余户。"""
        host = self._host()
        if (
            self.shape.datelines < 2
            or self.pending_credits
            or host is None
            or host.body[-1].ends_sentence
            or host.body[-1].kind is Kind.HEADING
        ):
            return False
        return 0 < line.text.find("。") <= _LONGEST_REST and not _OPENS.match(line.text)

    def _host(self) -> Item | None:
        """The report that a paragraph without an opening goes on with."""
        return next((item for item in reversed(self.items) if item.kind != "photo" and not item.marked), None)

    def _marked_heading(self, line: Line, index: int) -> bool:
        """The head of one of several items: a list mark, a short phrase, and below it an opening.

        The mark may be missing behind a report that ends in its credit, in a numbered newsletter (简报 第…期), and in a
        paper where the text opens with its day.
        """
        if not 4 <= len(line.text) <= 40 or is_body(line.text) or index + 1 >= len(self.lines):
            return False
        below = self.lines[index + 1]
        if ITEM_MARK.match(line.text):
            return below.kind is Kind.DATELINE or _DATED_START.match(below.text) is not None
        above = self.lines[index - 1] if index else None
        if above is not None and _stands_between(above, line, below):
            return True
        if SHORT_HEAD.match(line.text) or (self.shape.sectioned and NUMBERED.match(line.text)):
            return False
        if (
            self.shape.datelines
            and len(line.text) >= 6
            and _DATED_START.match(below.text)
            and not SIGN_OFF.match(below.text)
        ):
            return True
        least = 6 if above is not None and above.kind is Kind.CREDIT else 8
        return self.shape.newsletter and len(line.text) >= least and is_body(below.text)

    def _has_byline(self) -> bool:
        """Whether somebody is named between the headline and what stands below it."""
        return any(line.kind is Kind.CREDIT for line in self.pending_credits)

    def _piece_kind(self) -> str:
        bylines = [line for line in self.pending_credits if line.kind is Kind.CREDIT]
        dated = any(line.kind is Kind.HEADER and "来源" in line.text for line in self.pending_credits)
        return "commentary" if any(_AUTHOR_LINE.match(line.text) for line in bylines) and not dated else "news"

    def _open(self, kind: str, line: Line) -> None:
        item = Item(kind, [line], self.pending_credits)
        self.pending_credits = []
        self.section = False
        if self.pending and not self.pending[-1].motto:
            alike = self.pending[-1].lines[-1].heads
            item.title = (None if alike else self._title_of_article()) or self.pending[-1]
        self.titles.extend(self.pending)
        self.pending = []
        self.items.append(item)
        self.current = item

    def _title_of_article(self) -> Title | None:
        """The headline right above date and source, on a page of one article."""
        if self.shape.datelines > 1 or self.items:
            return None
        return next((title for title in reversed(self.pending) if title.stamped), None)

    def _paragraph(self, line: Line) -> None:
        if self.current is not None:
            self.current.body.append(line)

    def _orphan(self, line: Line) -> None:
        host = self._host()
        if host is not None:
            apart = self.pending or self.pending_credits  # what stands between belongs to the next item
            (host.strays if apart else host.body).append(line)

    def _offer(self, line: Line, index: int) -> None:
        """Put a headline on offer, or the line to the headline above if it goes on with it."""
        if any(repeats(line.text, title.text) for title in self.pending[-_NEAR:]):
            return
        above = self.pending[-1] if self.pending else None
        if above is not None and self._is_below(above, line, index):
            above.lines.append(line)
        else:
            self.pending.append(Title([line]))

    def _is_below(self, above: Title, line: Line, index: int) -> bool:
        """Whether a line belongs to the headline above it."""
        marked = line is not self.lines[index]  # a list mark would stand inside the headline
        if marked or not self._directly_below(above, line):
            return False
        alone = self.shape.dense and stand_alone(above, line, of_several=self.shape.datelines > 1)
        return is_set_above(above, line) or goes_on(above, line, opening=self._opens_item(index + 1), alone=alone)

    def _directly_below(self, title: Title, line: Line) -> bool:
        between = bisect_right(self.starts, line.start) - bisect_right(self.starts, title.lines[-1].start)
        return between <= 1 and not line.parted

    def _is_subheading(self, line: Line, index: int) -> bool:
        """A heading inside an article: what follows it opens no new item."""
        if self.current is None or not self.current.body:
            return False
        if self._heads_item(line, index):
            return False
        title = self.current.title
        as_large = title is not None and line.level == title.lines[0].level
        if as_large and (line.level == 1 or (line.level and self.shape.datelines > 1)):
            return False  # as large as the headline of the article above
        if self.shape.datelines > 1 and line.level and (index < self.shape.last_dateline or self._heads_feature(index)):
            return line.level >= 3
        return not (self.shape.datelines and self._followed_by_dated_text(index))

    def _heads_item(self, line: Line, index: int) -> bool:
        """Whether what stands below a heading tells that an item of its own begins there."""
        if self._opens_item(index + 1) or (self.shape.datelines > 1 and self._heads_notice(index)):
            return True
        if NOTICE.match(line.text) and SIGN_OFF.match(self.lines[index - 1].text):
            return True
        if line.level and self.shape.datelines > 1 and index > self.shape.last_body:
            return True
        below = self._below(index)
        if below is not None and (below.kind is Kind.SUBTITLE or LETTER.match(below.text)):
            return True
        return line.heads

    def _heads_notice(self, index: int) -> bool:
        """Whether a heading, or the one right below it, is that of a notice."""
        headings = [line for line in self.lines[index : index + 2] if line.kind is Kind.HEADING]
        return any(NOTICE.match(line.text) for line in headings)

    def _heads_feature(self, index: int) -> bool:
        """Whether a heading behind the end of a report has paragraphs of its own below it."""
        below = self.lines[index + 1 : index + 3]
        whole = self.current is not None and self.current.body[-1].ends_sentence
        return whole and len(below) == 2 and all(line.kind is Kind.TEXT and is_body(line.text) for line in below)

    def _followed_by_dated_text(self, index: int) -> bool:
        below = self._below(index)
        return below is not None and _DATED_START.match(below.text) is not None

    def _opens_item(self, index: int) -> bool:
        for line in self.lines[index : index + 3]:
            if line.kind in (Kind.DATELINE, Kind.CREDIT, Kind.HEADER, Kind.CAPTION):
                return line.kind is not Kind.HEADER or not SIGN_OFF.match(line.text)
            if line.kind not in (Kind.HEADING, Kind.SLOGAN, Kind.SUBTITLE, Kind.FURNITURE):
                return False
        return False

    def _ends_page(self, index: int) -> bool:
        return index >= self.shape.last_body

    def _take_headline_from(self, item: Item) -> None:
        """Make of the last line of a body the headline of what follows."""
        self.pending.append(Title([item.body.pop()]))
        if not item.body:
            self.items.remove(item)
        self.current = None

    def _titles_caption(self, index: int) -> bool:
        """Whether the heading above a picture is the picture's own and not the next article's."""
        if index and self.pending and self.lines[index - 1].heads:
            return True
        if self.lines[index].text.startswith("①"):
            return False  # the headline stands over all pictures
        if not self.pending or self.pending[-1].motto or self.lines[index - 1] is not self.pending[-1].lines[-1]:
            return False
        for line in self.lines[index + 1 : index + 60]:
            if line.kind in (Kind.HEADING, Kind.SLOGAN):
                return True
            if line.kind is Kind.DATELINE:
                return False
        return self.shape.datelines > 0 or self.shape.captions < 3 or bool(self.items)

    def _is_loose_photo(self, line: Line) -> bool:
        """A dated paragraph set apart on a newspaper page: a picture's text that lost its credit."""
        if len(line.text) > 200 or not (_DATED_START.match(line.text) or "。图为" in line.text):
            return False
        return bool(self.shape.datelines and line.gap >= 2) or (self.shape.captions >= 3 and not self.shape.datelines)

    def _credits_to_previous(self) -> None:
        if self.pending_credits and self.items and not self.pending:
            self.items[-1].credits.extend(self.pending_credits)
            self.pending_credits = []


def _stands_between(above: Line, line: Line, below: Line) -> bool:
    """Whether a report ends in its credit above a headline, and another begins below it."""
    if len(line.text) < _SHORTEST_BETWEEN or not is_body(below.text):
        return False
    if _ends_credited(above):
        return True
    signed = above.kind is Kind.CREDIT and _SIGNED.match(above.text) is not None
    return signed and (_DATED_START.match(below.text) is not None or len(line.text) >= _SURE_BETWEEN)


def _ends_in_headline(item: Item) -> bool:
    """Whether the last line of a body, above a header, is the headline of what follows."""
    last = item.body[-1].text
    return len(last) <= 60 and not last.endswith(("。", ";"))


def _is_inset(line: Line) -> bool:
    """Whether a caption only names what a picture inside an article shows: 签约仪式现场(记者 王伟 摄)."""
    return len(line.text) < _LONGEST_INSET and "日" not in line.text


def _ends_credited(line: Line) -> bool:
    """Whether a paragraph ends in who reported it: …举行。(记者 王芳)."""
    return _CREDITED_END.search(line.text, max(0, len(line.text) - 40)) is not None


_HANDLERS = {
    Kind.TEXT: _Reader.text,
    Kind.HEADING: _Reader.heading,
    Kind.SUBTITLE: _Reader.subtitle,
    Kind.SLOGAN: _Reader.slogan,
    Kind.HEADER: _Reader.header,
    Kind.DATELINE: _Reader.dateline,
    Kind.CAPTION: _Reader.caption,
    Kind.CREDIT: _Reader.credit,
    Kind.COLUMN: _Reader.column_head,
    Kind.FURNITURE: _Reader.furniture,
    Kind.END: _Reader.end,
}
