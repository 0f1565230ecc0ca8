"""The lines of a page and what each one is: heading, header, dateline, caption, credit, furniture or plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from gxq_extract.lexicon import common_words, facilities, predicates, surnames
from gxq_extract.page.line_patterns import (
    ARTICLE_CREDIT,
    BARE_NAME,
    BY_BOTH,
    CAPTION_END,
    CAPTION_START,
    COLUMN,
    CREDIT_END,
    CREDIT_LINE,
    DATED,
    DATED_NEWS,
    DATELINE,
    DATELINE_REACH,
    DATELINE_WORDS,
    EDGE,
    EDGE_MARKS,
    EDGE_STARTS,
    END,
    FIELD,
    FURNITURE,
    FURNITURE_INSIDE,
    FURNITURE_WORD,
    GLUE,
    GLUED,
    GOES_ON,
    GOVERNS,
    INNER,
    ISSUE,
    ITEM_MARK,
    LEAD_HEADS,
    LETTER,
    LISTED_NAME,
    MASTHEAD,
    NAMES_IN_BRACKETS,
    NEWS_OPENING,
    NOTICE,
    OFFICIAL_START,
    ONLY_DAY,
    PAGE_HEAD,
    PAPER,
    PHOTOGRAPHY,
    READABLE,
    READING,
    REPORT_START,
    SENTENCE,
    SHORT_HEAD,
    SHOWN_ON,
    SIGN_OFF,
    SIGNED_END,
    SPEAKS,
    TOLD_ON,
    TRAIL,
    TURN,
    WAY,
    YEAR_LIKE,
)
from gxq_extract.page.units import is_unit


class Kind(Enum):
    """What a line is on the page."""

    TEXT = auto()
    HEADING = auto()  # marked with # or short and standing alone
    SUBTITLE = auto()  # ——below a heading
    SLOGAN = auto()  # a motto: no headline of any bulletin if another fits
    HEADER = auto()  # date, source and author of a web article; a paper's name and date
    DATELINE = auto()  # opens a bulletin: 本报讯, (记者 …), …月…日电
    CREDIT = auto()  # a byline on a line of its own
    CAPTION = auto()  # a picture's text
    COLUMN = auto()  # the head of a column: 一句话新闻, 【领导活动】
    FURNITURE = auto()
    END = auto()  # furniture behind which nothing of the article follows: 上一篇, 相关阅读


@dataclass(slots=True, eq=False)  # two alike are still two
class Line:
    """One line: `start` and `end` are page offsets without outer space and heading mark.

    `gap` counts the empty lines above it; `parted` says that something else stands between it and the line above.
    `heads` says that it is one of several headlines alike, each of an item of its own.
    `text` is without what only lays the line out: breaks of a column, spaces in dates, marks without width.
    """

    start: int
    end: int
    text: str
    level: int
    gap: int
    kind: Kind = Kind.TEXT
    parted: bool = False
    heads: bool = False

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends in a mark that ends a sentence, and is not cut off by a column."""
        return self.text[-1] in TERMINAL

    @property
    def unbroken(self) -> bool:
        """Whether every character of `text` stands where the span has it."""
        return self.end - self.start == len(self.text)


TERMINAL = "。!?;:…”』》)】~—"
# Lengths in characters.
_LONGEST_HEADER, _GLUE_REACH = 80, 160
_SHORTEST_HEADED = 20
_SHORTEST_HEADLINE = 8
_LONGEST_PAPER = 8
_LONGEST_SHOWN = 120
_LONGEST_SHOWN_LINE = 30
_LONG_LINE = 14  # a shorter line may be a head of its own
# Who was there, at the end of minutes: no headline.
_ROLL_CALL = ("出席:", "列席:", "参加:", "缺席:", "请假:", "主持:", "记录:")


def split_lines(folded: str) -> list[Line]:
    """The page's lines that hold text, not yet classified."""
    lines: list[Line] = []
    at, gap, parted = 0, 0, False
    lead_head = _lead_head_of(folded)
    for raw in folded.split("\n"):
        if not raw:
            at, gap = at + 1, gap + 1
            continue
        lead = level = 0
        if raw[0] in EDGE_STARTS and (edge := EDGE.match(raw)):
            lead, level = edge.end(), len(edge[1] or "")
            parted = parted or bool(edge[0].strip(EDGE_MARKS))  # 【标题】=
        text = raw[lead:].rstrip(" |\x00#")
        headed = lead_head.match(text) if lead_head is not None else None
        glued = _glued(text) if headed is None else headed.end()
        if glued:
            head = text[:glued].rstrip().removesuffix("。")
            heads = headed is not None
            start, end = at + lead, at + lead + len(head)
            lines.append(Line(start, end, head, level, gap if lines else 0, parted=parted, heads=heads))
            lead, level, gap, parted, text = lead + glued, 0, 0, False, text[glued:]
        start, end = at + lead, at + lead + len(text)
        if " " in text or "\x00" in text:
            text = INNER.sub("", text)
        at += len(raw) + 1
        if text and (text[0].isalnum() or READABLE.search(text)):
            lines.append(Line(start, end, text, level, gap if lines else 0, parted=parted))
            gap, parted = 0, False
        else:
            gap += 1
            parted = parted or bool(text)
    return lines


def _lead_head_of(folded: str) -> re.Pattern[str] | None:
    """The form of the headlines that stand in the lines of their texts, if several do and half of those have a day."""
    lines = [line for line in folded.split("\n") if len(line) > _SHORTEST_HEADED]
    for fewest, form, dated in LEAD_HEADS:
        heads = [line for line in lines if form.match(line)]
        days = sum(dated.match(line) is not None for line in heads)
        if days >= fewest and days * 2 >= len(heads):
            return form
    return None


def _glued(text: str) -> int:
    """Where the text begins that the fields of a header run into; 0 where none do."""
    if len(text) <= _LONGEST_HEADER or not any(word in text[:_GLUE_REACH] for word in GLUE):
        return 0
    glued = GLUED.match(text)
    return 0 if glued is None else glued.end()


def classify(lines: list[Line]) -> None:
    """Set each line's kind, from its own text and its neighbours."""
    for line in lines:
        line.kind = _kind_alone(line)
    shown = [line for line in lines if not (line.kind is Kind.FURNITURE and TURN.match(line.text))]
    for before, line, after in zip([None, *shown], shown, [*shown[1:], None], strict=False):
        if line.kind is Kind.TEXT:
            line.kind = _kind_in_place(before, line, after)
    for before, line, after in zip(shown, shown[1:], shown[2:], strict=False):
        if line.kind is Kind.TEXT and after.kind is Kind.HEADING:
            unit_above = line.text[-1] == ":" and is_unit(line.text[:-1])  # 清溪社区:
            if unit_above or _is_set_apart(before, line, after):
                line.kind = Kind.HEADING
    for line, after in pairwise(lines):
        if line.kind is Kind.SLOGAN and after.kind is Kind.SUBTITLE:
            line.kind = Kind.HEADING
    _join_split_captions(lines)


def _kind_alone(line: Line) -> Kind:
    text, size = line.text, len(line.text)
    if line.heads:
        return Kind.HEADING
    if line.level:
        return _heading_kind(text)
    if size > 200:
        return Kind.DATELINE if _is_dateline(text) else Kind.TEXT
    for kind, longest, test in _TESTS:
        if size <= longest and test(text):
            return kind
    return Kind.TEXT


def _heading_kind(text: str) -> Kind:
    if text.startswith(("——", "--", "—")):
        return Kind.SUBTITLE
    if _is_column_head(text):
        return Kind.COLUMN
    if MASTHEAD.search(text) and is_header(text):
        return Kind.HEADER
    if len(text) > 60:
        return Kind.DATELINE if _is_dateline(text) else Kind.TEXT
    return Kind.SLOGAN if is_motto(text) else Kind.HEADING


def is_header(text: str) -> bool:
    """Whether a line tells when and where something was published rather than what happened."""
    if "。" in text or (text.startswith(("(", "“")) and not text[1:2].isdigit()) or _closes_first(text):
        return False
    told = FIELD.match(text) or (len(text) <= 40 and ISSUE.match(text)) or _is_dated(text)
    return bool(told) and not _is_dateline(text)


def _closes_first(text: str) -> bool:
    """Whether a bracket closes that opened on another line: 明)2024年5月6日,…"""
    closed = text.find(")")
    return closed >= 0 and "(" not in text[:closed]


def _is_dated(text: str) -> bool:
    """Whether a line is a date with few words around it."""
    dated = DATED.search(text) if YEAR_LIKE.search(text) else None
    if dated is None or text.endswith(("决定:", "如下:", "通过:")) or sum(map(text.count, ",;!")) > 1:
        return False
    if text[-1] in ",、" or DATED_NEWS.match(text):
        return False
    rest = re.sub(r"https?:\S+|www\.\S+", "", text[: dated.start()] + text[dated.end() :])
    return len(re.findall(r"[^\W\da-zA-Z_]", rest)) <= 44


def _is_dateline(text: str) -> bool:
    head = text[:DATELINE_REACH]
    for word in DATELINE_WORDS:
        if word in head:
            return DATELINE.match(text) is not None
    return False


def _is_caption(text: str) -> bool:
    """Whether a line reads like a picture's text with its credit."""
    tail = text[-40:]
    if "摄影" in tail:
        tail = PHOTOGRAPHY.sub("", tail)
    return (
        ("摄" in tail or "图" in tail)
        and (len(text) >= 15 or text.startswith("图为"))
        and "来源:" not in tail
        and not TRAIL.search(text)
        and not NEWS_OPENING.search(text, 0, 12)
        and CAPTION_END.search(tail) is not None
        and not tail.endswith("地图")
        and not _is_credit(text)
        and not TOLD_ON.match(text)
        and not (ARTICLE_CREDIT.search(tail) and SPEAKS.search(text))
        and not ("。" in text and BY_BOTH.search(tail))
    )


def is_body(text: str) -> bool:
    """Whether a line reads like the text of an article: it has a sentence, or is long."""
    if text.endswith("通过)"):
        return True
    return (
        len(text) >= 60
        or "。" in text
        or (len(text) >= 25 and "," in text)
        or text.endswith(":")
        or any(mark in text for mark in ";!?")
        or REPORT_START.match(text) is not None
    )


def _is_credit(text: str) -> bool:
    if NAMES_IN_BRACKETS.match(text) and text[1] in surnames():
        return True
    listed = LISTED_NAME.match(text)
    if listed is not None and listed["name"][: 2 if len(listed["name"]) == 4 else 1] not in surnames():
        return False
    return CREDIT_LINE.match(text) is not None and not CREDIT_END.search(text) and not LETTER.match(text)


def _is_furniture(text: str) -> bool:
    if "。" in text[:-1]:
        return False
    inside = FURNITURE_WORD.search(text) is not None and FURNITURE_INSIDE.match(text) is not None
    return inside or FURNITURE.match(text) is not None


def _is_trail(text: str) -> bool:
    """Whether a line is the way to the page: 首页 -> 新闻中心 -> 正文."""
    way = text.count(">") > 1 or WAY.match(text) is not None
    return way and "。" not in text and not YEAR_LIKE.search(text)


def _is_column_head(text: str) -> bool:
    of_reading = text.startswith("【") and READING.match(text) is not None  # 【字号 大 中 小】
    return len(text) <= 12 and not of_reading and ">" not in text and COLUMN.match(text.replace(" ", "")) is not None


def _unspaced(text: str) -> str:
    """The text without the spaces that set its letters apart: 工 作 简 报."""
    return text[::2] if set(text[1::2]) == {" "} else text


def _is_end(text: str) -> bool:
    return END.match(text) is not None


def _is_subtitle(text: str) -> bool:
    return text.startswith("——") and not SENTENCE.search(text)


# What a line may be by itself, the longest it may then be, and the test; the first that holds decides.
_TESTS = (
    (Kind.END, 60, _is_end),
    (Kind.CREDIT, 80, lambda text: text.startswith(("【", "(")) and _is_credit(text)),
    (Kind.COLUMN, 12, _is_column_head),
    (Kind.FURNITURE, 160, _is_trail),
    (Kind.HEADER, 160, is_header),
    (Kind.CAPTION, 200, _is_caption),
    (Kind.DATELINE, 200, lambda text: _is_dateline(text) and (len(text) > 10 or text in ("本报讯", "本网讯"))),
    (Kind.CREDIT, 80, _is_credit),
    (Kind.FURNITURE, 60, _is_furniture),
    (Kind.SUBTITLE, 40, _is_subtitle),
)


def is_motto(text: str) -> bool:
    """Whether a short line is a slogan: phrases of equal length.

    >>> [is_motto(text) for text in ("学思想 强党性 重实践", "高新区召开会议 部署工作")]
    [True, False]
    """
    parts = text.split()
    return len(parts) >= 2 and len({len(part) for part in parts}) == 1 and 3 <= len(parts[0]) <= 5


_OPENERS = frozenset({Kind.DATELINE, Kind.CREDIT, Kind.HEADER, Kind.SUBTITLE, Kind.CAPTION})


def _kind_in_place(before: Line | None, line: Line, after: Line | None) -> Kind:
    """What an unmarked line is, by its neighbours: a short phrase above an opening is a heading."""
    text = line.text
    if not _is_phrase(text) or ONLY_DAY.match(text) or text[0] in _CLOSING:
        return Kind.TEXT
    if is_motto(text):
        return Kind.SLOGAN
    if after is not None and after.kind is Kind.HEADER and _names_paper(before, line, after):
        return Kind.FURNITURE
    if before is not None and before.kind in (Kind.HEADING, Kind.SUBTITLE) and is_bare_name(text):
        return Kind.CREDIT
    if before is not None and _goes_with(before, line, after):
        return Kind.TEXT
    below = after is not None and (
        after.kind in _OPENERS or after.level > 0 or is_bare_name(after.text) or LETTER.match(after.text) is not None
    )
    above = before is None or before.kind in (Kind.FURNITURE, Kind.HEADER, Kind.COLUMN)
    return Kind.HEADING if below or above or _heads_notice(before, line, after) else Kind.TEXT


def _names_paper(before: Line | None, line: Line, after: Line) -> bool:
    """Whether a line above a date is the name of the paper: 清溪日报, or any name above the number of its page."""
    named = PAPER.match(_unspaced(line.text)) is not None
    return named or (before is None and len(line.text) <= _LONGEST_PAPER and PAGE_HEAD.search(after.text) is not None)


def _goes_with(before: Line, line: Line, after: Line | None) -> bool:
    """Whether a phrase belongs to the text above: what a column cut off, or the body that signs it."""
    cut = before.kind in (Kind.TEXT, Kind.DATELINE) and is_body(line.text)
    return cut or (before.kind is Kind.TEXT and after is not None and _is_signature(line, after))


def _heads_notice(before: Line | None, line: Line, after: Line | None) -> bool:
    """Whether a line is the head of a notice behind a text, or the body that gives it: …指挥部, 第5号通告."""
    if before is None or after is None:
        return False
    if before.kind is Kind.HEADING:
        return line.gap <= 1 and NOTICE.match(line.text) is not None
    head = NOTICE.match(line.text) or (after.gap <= 1 and NOTICE.match(after.text))
    return before.ends_sentence and line.gap > 0 and head is not None


def _is_set_apart(before: Line, line: Line, after: Line) -> bool:
    """Whether a phrase between the end of a text and a headline is a headline too, or its first line."""
    ended = before.kind in (Kind.TEXT, Kind.DATELINE) and (
        before.text[-1] in TERMINAL or SIGNED_END.search(before.text)
    )
    unit = is_unit(line.text)
    apart = (line.gap > 0 or unit) and (ended or (before.kind is Kind.CREDIT and unit))
    apart = apart and (after.gap > 0 or not after.level)
    return bool(apart) and (len(line.text) >= _SHORTEST_HEADLINE or unit) and _is_phrase(line.text)


def _is_signature(line: Line, after: Line) -> bool:
    """Whether a line is the body that signs a notice, with nothing but the day below it."""
    return after.gap <= 1 and after.kind is Kind.HEADER and SIGN_OFF.match(after.text) is not None and line.gap > 0


def _is_phrase(text: str) -> bool:
    """Whether a line is short and no sentence: one comma may stand in a headline."""
    if len(text) > 45 or text.endswith((":", "、", "。", ",")) or (is_body(text) and text.startswith("(")):
        return False
    if text.startswith(_ROLL_CALL) or GOES_ON.match(text) or REPORT_START.match(text):
        return False
    return SENTENCE.search(text.rstrip("!?").replace(",", "", 1).replace("!", "", 1)) is None


def is_bare_name(text: str) -> bool:
    """Whether a line is a person's name and nothing else."""
    return BARE_NAME.match(text) is not None and text[: 2 if len(text.replace(" ", "")) == 4 else 1] in surnames()


def _join_split_captions(lines: list[Line]) -> None:
    """A photographer's credit on a line of its own makes the line above a caption."""
    for above, credit in pairwise(lines):
        pictured = credit.kind is Kind.CREDIT and credit.text.rstrip(")").endswith(("摄", "摄影", " 图"))
        shown = CAPTION_START.match(above.text) or (len(above.text) <= _LONGEST_SHOWN and SHOWN_ON.search(above.text))
        if pictured and above.kind is Kind.TEXT and shown:
            above.kind = Kind.CAPTION


# What no line begins with: a mark, or the rest of what stands above it.
_CLOSING = ",、;:。)”》"


def adjoin(folded: str, above: int, below: int) -> bool:
    """Whether nothing but layout stands between two offsets, of which the second is not before the first."""
    return below >= above and not folded[above:below].strip(" \n\x00#|")


def _opens_with_official(above: str, below: str) -> bool:
    """Whether a line tells of an official below one without a mark: pictures' texts, of which each is a line."""
    told = OFFICIAL_START.match(below) is not None and not GOVERNS.search(above)
    return told and len(above) <= _LONGEST_SHOWN_LINE and SENTENCE.search(above) is None


def joins(above: Line, below: Line) -> bool:
    """Whether a break between two body lines only cuts a sentence.

    A long line without closing punctuation goes on in the next; so does a short one if the cut runs through a word.
    """
    if below.text[0] in _CLOSING:
        return True
    if above.ends_sentence or above.level or below.level or ITEM_MARK.match(below.text):
        return False
    if len(above.text) < _LONG_LINE and SHORT_HEAD.match(above.text):
        return False
    if _opens_with_official(above.text, below.text):
        return False
    if len(above.text) == 1 or len(above.text) >= _LONG_LINE or (above.text[-1].isdigit() and below.text[0].isdigit()):
        return True
    cut = above.text[-1] + below.text[:1]
    return cut in predicates() or cut in common_words() or cut in facilities()
