"""From classified lines to bulletins: which lines make one item, and which headings are on offer."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import dropwhile, pairwise

from gxq_extract.page.items import Item, Layout, Title
from gxq_extract.page.line_patterns import ITEM_MARK, LETTER, NOTICE, NUMBERED, ONLY_DAY, SIGN_OFF
from gxq_extract.page.lines import Kind, Line, classify, is_bare_name, is_body, is_header, split_lines
from gxq_extract.page.neighbours import (
    ends_credited,
    heads_dated,
    heads_notice,
    heads_roundup,
    is_inset,
    is_loose_photo,
    is_marked_heading,
    lines_below,
    names_page_makers,
    next_line,
    opens_item,
    recommends,
    starts_with_day,
    titles_caption,
)
from gxq_extract.page.parting import CREDITED_START, parted
from gxq_extract.page.series import tell_series
from gxq_extract.page.shape import is_pictured, shape_of
from gxq_extract.page.title_lines import goes_on, is_set_above, repeats, stand_alone, without_mark
from gxq_extract.page.units import NEWS_VERB, is_unit
from gxq_extract.page.wrapping import unwrap
from gxq_extract.patterns import HAN, LIST_MARKS, lazy

_SITE_HEAD = 20  # lines in which a site tells the way to its page
_NEAR = 3  # headlines above that a line may repeat
_LONGEST_SHOWN = 40
_LONGEST_REST = 20  # characters of a sentence that a column cut
_ONE_LINERS = lazy(r"一句话|[简短快]讯|短波|短新闻|简明新闻")  # each paragraph is an item
# Column heads below which something of its own begins, whatever stood above.
_SECTION = lazy(r"来信|照登|短评|更正|启事|图片")
# N is what a square before it becomes where the font of marks is lost.
_END_MATTER = lazy(
    r"[\[(N]? ?(?:责任编辑|责编|编辑|初审|审核|终审|复审|校对|审校|监制|值班|作者|供稿|撰稿|采写|来源|文|图|摄影|"
    r"(?:本[报网]|见习|实习|首席|特约|全媒体|融媒体?)?(?:记者|通讯员))[:/| ][^。!?]{0,80}$"
)
_ORIGINAL_TITLE = lazy(r"\(?原标题: ?(?P<title>[^\n]+?)\)?$")
_EDITOR = lazy(r"(?:责任编辑|责编|编辑):[^:]{2,6}")
_DATED_CREDIT = lazy(r"\d{4}年\d{1,2}月\d{1,2}日")
_AUTHOR_LINE = lazy(r"[□○( ]*(?:作者[:/ ]*)?[^\W\da-zA-Z_]{1,3} ?[^\W\da-zA-Z_]{1,3}\)?$")
_ROLL = lazy(r"名单$")
_ROLL_START = lazy(r"\((?:共|按|排名)|(?:[^\W\da-zA-Z_]{2,4}[ 、]+){3}")
_MARKED_BYLINE = lazy(
    rf"[□▌{LIST_MARKS}] ?[^。,]{{0,8}}(?:记者|通讯员|评论员)|[□○◎] ?{HAN} ?{HAN}{{1,2}}$|[□○◎■●·] ?文[/:]"
    r"|·[^·]{2,5}·$"
)
_REPORTERS = lazy(r"(?:本[报网]|见习|实习|首席|特约)*记者[ /][\w /·]{2,30}$")
_STREWN = lazy(r"(?!会[议上]|[在对据当从为把他她我该此])[\w“”《》:·]+$")
_OPENS = lazy(rf"(?:\d{{4}}年)?\d{{1,2}}月|[“(【{LIST_MARKS}]|近日|日前|昨|今|本报|会[上议]")
_OF_TEXT_TOO = lazy(r"(?:文/?图|图/?文)\)?$")
_SIGNATURE = lazy(r"\([^()。,:]{2,16}\)$")  # (清溪县总工会), below an item of a column


def layout(folded: str) -> Layout:
    """Divide a folded page into bulletins and loose headlines.

    Takes the page folded one to one; all offsets in the result are offsets into it.
    """
    lines = unwrap(split_lines(folded), folded)
    classify(lines)
    tell_series(lines)
    return _Reader(lines).read()


class _Reader:
    """Walks the lines once, opening and closing bulletins; a handler for each kind of line.

    `at` is the index of the line in hand; what was read above it left the reader in a state:

    - `current` is the bulletin that takes the next paragraph, None where another may begin.
    - `pending_titles` and `pending_credits` wait for the bulletin that they belong to.
    - `in_column` lasts while each paragraph is an item; `items_before_column` were read above the column's head.
    - `opens_section` says that the next text opens an item without a headline: below the head of letters or pictures.
    - `behind_end` lasts from 上一篇 or 相关阅读 to the next dateline: a text opens nothing unless it is recommended.
    """

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.starts = [line.start for line in lines]
        self.shape = shape_of(lines)
        self.items: list[Item] = []
        self.titles: list[Title] = []
        self.headers: list[Line] = []
        self.column_heads: list[Line] = []
        self.at = 0
        self.current: Item | None = None
        self.pending_titles: list[Title] = []
        self.pending_credits: list[Line] = []
        self.in_column = False
        self.items_before_column = 0
        self.opens_section = False
        self.behind_end = False

    def read(self) -> Layout:
        """What the page holds."""
        for at, line in enumerate(self.lines):
            self.at = at
            _HANDLERS[line.kind](self, line)
        self.titles.extend(self.pending_titles)
        self._credits_to_previous()
        items = [item for item in self.items if item.body]
        if len(items) > 1:
            parts = [part for item in items for part in parted(item)]
            items = sorted(parts, key=lambda part: part.body[0].start)  # a caption may stand between two parts
        for item, after in pairwise(items):
            item.part_from(after.body[0].start)
        return Layout(items, self.titles, self.headers, self.column_heads)

    def _above(self) -> Line | None:
        """The line above the one in hand."""
        return self.lines[self.at - 1] if self.at else None

    def _below(self) -> Line | None:
        """The line below the one in hand."""
        return next_line(self.lines, self.at)

    def _opens_below(self) -> bool:
        """Whether a bulletin begins below the line in hand."""
        return opens_item(self.lines, self.at + 1)

    def heading(self, line: Line) -> None:
        """Ends the bulletin and is on offer, unless it is an item's paragraph or stands over a column."""
        if self.behind_end and not (self._opens_below() or recommends(self.lines, self.at)):
            return
        if self.in_column and ITEM_MARK.match(line.text) and is_body(line.text):
            self.text(line)
        elif not self.items and heads_roundup(self.lines, self.at):
            self.column_head(line)
        elif self._is_subheading(line):
            self._paragraph(line)
        else:
            self.current = None
            self.in_column = False
            self._credits_to_previous()
            self._offer(without_mark(line))

    def slogan(self, line: Line) -> None:
        """The main line of the headline above, a headline that is a motto, or a paragraph."""
        above = self.pending_titles[-1] if self.pending_titles else None
        if above is not None and self._directly_below(above, line) and is_set_above(above, line):
            self._offer(line)
        elif line.level or self.current is None or self._opens_below():
            self.pending_titles.append(Title([line], motto=True))
            if line.level or self._opens_below():
                self.current = None
        else:
            self._paragraph(line)

    def subtitle(self, line: Line) -> None:
        """Part of the headline right above it, else a paragraph."""
        if self.pending_titles and self.current is None and self._directly_below(self.pending_titles[-1], line):
            self.pending_titles[-1].lines.append(line)
        else:
            self._paragraph(line)

    def column_head(self, line: Line) -> None:
        """Ends the bulletin; what stands below tells whether its paragraphs are an item each."""
        above = self.lines[: min(self.at, _SITE_HEAD)]
        if any(other.kind is Kind.FURNITURE and line.text in other.text for other in above):
            return  # the section of a site, as the way to the page names it
        self.column_heads.append(line)
        first = next(lines_below(self.lines, self.at), line)
        listed = ITEM_MARK.match(first.text) is not None or starts_with_day(first.text)
        one_liners = first.kind is Kind.TEXT and _ONE_LINERS.search(line.text) is not None
        self.in_column = (listed or one_liners or heads_dated(self.lines, self.at)) and "图片" not in line.text
        self.items_before_column = len(self.items)
        self.opens_section = _SECTION.search(line.text) is not None
        self.current = None
        self.titles += [title for title in self.pending_titles if not title.motto]  # no headline of the first item
        self.pending_titles = []

    def header(self, line: Line) -> None:
        """Tells the page's date and who is credited; below a text it may sign it, or show that it ended above."""
        if self.current is not None and SIGN_OFF.match(line.text):
            self._paragraph(line)
            return
        self.headers.append(line)
        if names_page_makers(line, self.shape):
            return
        if self.pending_titles and self._above() is self.pending_titles[-1].lines[-1]:
            self.pending_titles[-1].stamped = True
        if self.current is not None and self.at < self.shape.last_body and _ends_in_headline(self.current):
            self._take_headline_from(self.current)
        if self.current is None:
            self.pending_credits.append(line)
        else:
            self.current.credits.append(line)

    def dateline(self, line: Line) -> None:
        """Opens a bulletin, wherever it stands."""
        self.behind_end = False
        self._open("news", line)

    def caption(self, line: Line) -> None:
        """An item of its own that the report around it goes on behind, or part of the article it illustrates."""
        if self._ends_report(line):
            self._paragraph(line)
            return
        if self._pictures_article(line):
            (self.pending_credits if self.current is None else self.current.body).append(line)
            return
        kept: list[Title] = []
        if not self._titles_caption():
            kept, self.pending_titles = self.pending_titles, []
        previous = self.current
        self._open("photo", line)
        self.pending_titles = kept
        self.current = previous if previous is not None and previous.kind != "photo" else None

    def _titles_caption(self) -> bool:
        """Whether the headline on offer is that of the picture in hand."""
        if not self.pending_titles:
            return False
        return titles_caption(self.lines, self.at, self.pending_titles[-1], self.shape, first=not self.items)

    def _ends_report(self, line: Line) -> bool:
        """Whether a paragraph ends in the credit of text and picture (文/图) of a report that had none before."""
        body = self.current.body if self.current is not None else []
        return (
            bool(body)
            and body[-1] is self._above()
            and body[0].kind is Kind.DATELINE
            and _OF_TEXT_TOO.search(line.text) is not None
            and not CREDITED_START.match(body[0].text)
            and not starts_with_day(line.text)
        )

    def _pictures_article(self, line: Line) -> bool:
        """Whether a picture belongs to the one article of a page, above its text or inside it."""
        if self.shape.gallery:
            return False
        if self.current is None:
            rest = dropwhile(lambda below: below.kind is Kind.CAPTION, self.lines[self.at :])
            below = next(rest, None)
            above_dateline = self.shape.datelines == 1 and below is not None and below.kind is Kind.DATELINE
            above_text = not (self.shape.datelines or self.items) and bool(self.headers) and is_inset(line)
            return above_dateline or above_text
        if self.shape.captions > 1:  # pictures between the paragraphs of a web article
            return bool(self.headers) and self.shape.datelines < 2 and self.at < self.shape.last_body
        return (self.shape.single and is_inset(line)) or (
            not self.shape.datelines and bool(self.headers) and line.gap < 2
        )

    def credit(self, line: Line) -> None:
        """Credits the item that it stands below or in, or the one that begins behind it."""
        if names_page_makers(line, self.shape):
            return
        ended = self._ended_above()
        if ended is not None and self.in_column and line.text.startswith("("):
            ended.credits.append(line)
        elif ended is not None and ended.kind == "photo":
            ended.body.append(line)
        elif self._opens_feature(line):
            self._credits_to_previous()
            self.current = None
            self.pending_credits.append(line)
        elif self.current is not None and self.current.body and not self.pending_titles:
            (self.current.body if _DATED_CREDIT.search(line.text) else self.current.credits).append(line)
        else:
            self.current = None
            self.pending_credits.append(line)

    def _ended_above(self) -> Item | None:
        """The last item, if the line above the one in hand is its last."""
        return self.items[-1] if self.items and self.items[-1].body[-1] is self._above() else None

    def _opens_feature(self, line: Line) -> bool:
        """Whether a byline stands above a text, which it then begins: □本报记者 王伟, or behind a credited report."""
        below = self._below()
        if below is None or below.kind is not Kind.TEXT or not is_body(below.text):
            return False
        if _MARKED_BYLINE.match(line.text):
            return True
        above = self.current.body[0] if self.current is not None and self.current.body else None
        credited = above is not None and CREDITED_START.match(above.text) is not None
        return credited and self.shape.datelines > 1 and _REPORTERS.match(line.text) is not None

    def furniture(self, line: Line) -> None:
        """Left out, but for an editor it names, or the headline if there is no other; it ends a column of items."""
        self.in_column = self.in_column and len(self.items) == self.items_before_column
        original = _ORIGINAL_TITLE.match(line.text)
        if original is not None and line.unbroken and not (self.items or self.titles or self.pending_titles):
            start, end = original.span("title")
            title = replace(line, start=line.start + start, end=line.start + end, text=original[1])
            self.pending_titles.append(Title([title]))
        if _EDITOR.search(line.text) and self.items:
            self.items[-1].credits.append(line)

    def end(self, line: Line) -> None:
        """Ends what the page tells, if it has told anything."""
        if not self.headers and is_header(line.text):
            self.headers.append(line)
        self.behind_end = self.current is not None or bool(self.items)
        self.current = None

    def text(self, line: Line) -> None:
        """A paragraph of the bulletin it stands in, unless something tells that it is more or less than that."""
        if self.behind_end:
            self._behind_end(line)
        elif self.shape.gallery and is_pictured(line):
            self._open("photo", line)
        elif self.in_column and (self._ends_cut_sentence(line) or self._leaves_column(line)):
            self._orphan(line)
        elif self.in_column and self.items and _SIGNATURE.match(line.text):
            self.items[-1].credits.append(line)
        elif self.in_column:
            self._open("news", line)
            self.current = None
        elif LETTER.match(line.text) or self._is_whole(line) or self._is_next_item(line):
            self._open("news", line)
        elif is_marked_heading(self.lines, self.at, self.shape):
            self.current = None
            self._offer(without_mark(line))
        elif self.current is None:
            self._open_text(line)
        elif is_loose_photo(line, self.shape):
            self.caption(line)
        elif _signs(self.current, line):
            self.current.credits.append(line)
        elif self._is_strewn(self.current, line):
            self.titles.append(Title([line]))
        else:
            self._paragraph(line)

    def _behind_end(self, line: Line) -> None:
        """A report that the page recommends, or its headline; else nothing of the article."""
        if recommends(self.lines, self.at - 1):
            self._open("news", line)
            self.items[-1].recommended = True
        elif recommends(self.lines, self.at):
            self._offer(line)

    def _leaves_column(self, line: Line) -> bool:
        """Whether a paragraph below a column of marked items is none of them, if a picture or a sentence ends them."""
        if not self.items or ITEM_MARK.match(line.text) or _OPENS.match(line.text):
            return False
        if line.text[0] == self.items[-1].body[0].text[0] == "□":
            return False
        column = self.items[self.items_before_column :]
        if len(column) > 1 and all(item.marked and item.body[-1].ends_sentence for item in column):
            return True
        return self.items[-1].kind == "photo" and any(item.marked for item in self.items[-3:])

    def _is_strewn(self, current: Item, line: Line) -> bool:
        """A headline that stands in the middle of another body: a verb, no mark, and empty lines around it."""
        below = self._below()
        if self.shape.datelines < 2 or below is None or not (line.gap and below.gap and is_body(below.text)):
            return False
        like_headline = 8 <= len(line.text) <= 30 and _STREWN.match(line.text) and NEWS_VERB.search(line.text)
        return bool(like_headline) and current.body[-1].ends_sentence

    def _open_text(self, line: Line) -> None:
        """A text with no bulletin open: it opens one, is a headline, or belongs to a report that a column cut off."""
        if is_loose_photo(line, self.shape) and not self._has_byline():
            self.caption(line)
        elif self.pending_titles and _ROLL.search(self.pending_titles[-1].text) and _ROLL_START.match(line.text):
            self._open("news", line)
        elif not (is_body(line.text) or ONLY_DAY.match(line.text)):
            if self.pending_titles and line.text in self.pending_titles[-1].text and is_unit(line.text):
                return  # the unit that sent the report in: 城北镇中心小学
            self._offer(without_mark(line))
        elif self._is_above_article(line):
            if line.text.endswith(":"):
                self._offer(line)  # 杨林村: above a headline
        elif self._ends_cut_sentence(line):
            self.current = self._host()
            self._paragraph(line)
        elif self.items and self._cuts_in(line):
            self._orphan(line)
        elif self.pending_titles or self.pending_credits or self.opens_section or not self.items:
            self._open(self._piece_kind(), line)
        else:
            self._orphan(line)

    def _is_above_article(self, line: Line) -> bool:
        """Whether a short text stands between the head of a page and its one article: what its pictures show."""
        return (
            self.shape.single
            and not (self.items or self._has_byline())
            and self.at < self.shape.last_dateline
            and len(line.text) < _LONGEST_SHOWN
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
        dated = starts_with_day(first, mark.end()) and line.text[0] == first[0]
        return dated or not (self.shape.datelines or self.headers)

    def _is_whole(self, line: Line) -> bool:
        """A report in one paragraph, from its day to its own credit, below one that was credited at its start."""
        return (
            self.current is not None
            and starts_with_day(line.text)
            and ends_credited(line)
            and CREDITED_START.match(self.current.body[0].text) is not None
        )

    def _cuts_in(self, line: Line) -> bool:
        """A paragraph of another item between a headline and the dateline that it belongs to."""
        below = self._below()
        between = self.pending_titles and self.shape.datelines > 1 and below is not None and below.kind is Kind.DATELINE
        return bool(between) and not starts_with_day(line.text) and line.ends_sentence

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

    def _has_byline(self) -> bool:
        """Whether somebody is named between the headline and what stands below it."""
        return any(line.kind is Kind.CREDIT for line in self.pending_credits)

    def _piece_kind(self) -> str:
        """A text whose author is named, and no source, is a commentary."""
        bylines = [line for line in self.pending_credits if line.kind is Kind.CREDIT]
        dated = any(line.kind is Kind.HEADER and "来源" in line.text for line in self.pending_credits)
        return "commentary" if any(_AUTHOR_LINE.match(line.text) for line in bylines) and not dated else "news"

    def _open(self, kind: str, line: Line) -> None:
        """Open an item that begins with the line, under the last headline on offer."""
        item = Item(kind, [line], self.pending_credits)
        self.pending_credits = []
        self.opens_section = False
        if self.pending_titles and not self.pending_titles[-1].motto:
            alike = self.pending_titles[-1].lines[-1].heads
            item.title = (None if alike else self._title_of_article()) or self.pending_titles[-1]
        self.titles.extend(self.pending_titles)
        self.pending_titles = []
        self.items.append(item)
        self.current = item

    def _title_of_article(self) -> Title | None:
        """The headline right above date and source, on a page of one article."""
        if self.shape.datelines > 1 or self.items:
            return None
        return next((title for title in reversed(self.pending_titles) if title.stamped), None)

    def _paragraph(self, line: Line) -> None:
        """Add the line to the bulletin that is open."""
        if self.current is not None:
            self.current.body.append(line)

    def _orphan(self, line: Line) -> None:
        """Add the line to the last report that may go on with it."""
        host = self._host()
        if host is not None:
            apart = self.pending_titles or self.pending_credits  # what stands between belongs to the next item
            (host.strays if apart else host.body).append(line)

    def _offer(self, line: Line) -> None:
        """Put a headline on offer, or the line to the headline above if it goes on with it."""
        if any(repeats(line.text, title.text) for title in self.pending_titles[-_NEAR:]):
            return
        above = self.pending_titles[-1] if self.pending_titles else None
        if above is not None and self._is_below(above, line):
            above.lines.append(line)
        else:
            self.pending_titles.append(Title([line]))

    def _is_below(self, above: Title, line: Line) -> bool:
        """Whether a line belongs to the headline above it."""
        marked = line is not self.lines[self.at]  # a list mark would stand inside the headline
        if marked or not self._directly_below(above, line):
            return False
        alone = self.shape.dense and stand_alone(above, line, of_several=self.shape.datelines > 1)
        return is_set_above(above, line) or goes_on(above, line, opening=self._opens_below(), alone=alone)

    def _directly_below(self, title: Title, line: Line) -> bool:
        """Whether no other line and no layout stands between a headline and a line."""
        between = bisect_right(self.starts, line.start) - bisect_right(self.starts, title.lines[-1].start)
        return between <= 1 and not line.parted

    def _is_subheading(self, line: Line) -> bool:
        """A heading inside an article: what follows it opens no new item."""
        if self.current is None or not self.current.body:
            return False
        if self._heads_item(line):
            return False
        title, several = self.current.title, self.shape.datelines > 1
        as_large = title is not None and line.level == title.lines[0].level
        if as_large and (line.level == 1 or (line.level and several)):
            return False  # as large as the headline of the article above
        if several and line.level and (self.at < self.shape.last_dateline or self._heads_feature(self.current)):
            return line.level >= 3
        below = self._below()
        return not (self.shape.datelines and below is not None and starts_with_day(below.text))

    def _heads_item(self, line: Line) -> bool:
        """Whether what stands below a heading tells that an item of its own begins there."""
        if self._opens_below() or (self.shape.datelines > 1 and heads_notice(self.lines, self.at)):
            return True
        above = self._above()
        if above is not None and NOTICE.match(line.text) and SIGN_OFF.match(above.text):
            return True
        if line.level and self.shape.datelines > 1 and self.at > self.shape.last_body:
            return True
        below = self._below()
        if below is not None and (below.kind is Kind.SUBTITLE or LETTER.match(below.text)):
            return True
        return line.heads

    def _heads_feature(self, current: Item) -> bool:
        """Whether a heading behind the end of a report has paragraphs of its own below it."""
        below = self.lines[self.at + 1 : self.at + 3]
        told = len(below) == 2 and all(line.kind is Kind.TEXT and is_body(line.text) for line in below)
        return told and current.body[-1].ends_sentence

    def _take_headline_from(self, item: Item) -> None:
        """Make of the last line of a body the headline of what follows."""
        self.pending_titles.append(Title([item.body.pop()]))
        if not item.body:
            self.items.remove(item)
        self.current = None

    def _credits_to_previous(self) -> None:
        """Give the credits that no headline follows to the item above."""
        if self.pending_credits and self.items and not self.pending_titles:
            self.items[-1].credits.extend(self.pending_credits)
            self.pending_credits = []


def _signs(item: Item, line: Line) -> bool:
    """Whether a line below a text says who made it, or is a name alone."""
    told = len(line.text) <= 60 and _END_MATTER.match(line.text) is not None
    return told or (is_bare_name(line.text) and item.body[-1].ends_sentence)


def _ends_in_headline(item: Item) -> bool:
    """Whether the last line of a body, above a header, is the headline of what follows."""
    last = item.body[-1].text
    return len(last) <= 60 and not last.endswith(("。", ";"))


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
