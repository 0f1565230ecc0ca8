"""The lines of a page and what each one is: heading, header, dateline, caption, credit, furniture or plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a line is on the page."""

    TEXT = auto()
    HEADING = auto()  # marked with # or short and standing alone
    SUBTITLE = auto()  # ——below a heading
    SLOGAN = auto()  # a motto or a column head: no headline of any bulletin
    HEADER = auto()  # a web article's line of date, source and author
    MASTHEAD = auto()  # a paper's name and date
    DATELINE = auto()  # opens a bulletin: 本报讯, (记者 …), …月…日电
    CREDIT = auto()  # a byline on a line of its own
    CAPTION = auto()  # a picture's text
    ITEM = auto()  # one of 一句话新闻
    COLUMN = auto()  # the head of a column of one-sentence items
    FURNITURE = auto()


@dataclass(slots=True)
class Line:
    """One line: `start` and `end` are page offsets without outer space, list mark or heading mark."""

    start: int
    end: int
    text: str
    level: int
    gap: int
    kind: Kind = Kind.TEXT


_LINE = re.compile(r"[^\n]+")
_EDGE = re.compile(r"[ \x00\ufeff]*(#{1,6}(?= |[^#\s]))?[ \x00]*")
TERMINAL = "。!?;:…”』》)】~—"

_CREDIT_WORD = r"(?:记者|通讯员|实习生|作者|编辑|撰稿|供稿)"
FURNITURE = re.compile(
    r"(?:扫一扫|扫码|关注我们|微信公众号|.{0,12}微信公众号|.{1,10}(?:头条|时讯|融媒)|上一[篇条]|下一[篇条]|【?打印|\[?打印|【?关闭"
    r"|分享到?|字号|字体|【字体|浏览|阅读次数|点击|相关(?:链接|阅读|新闻|文章)|版权|[Cc]opyright|备案|主办单位|承办单位|网站地图|联系我们"
    r"|返回(?:顶部|首页|列表)?|收藏|XFTB\d+|当前位置|您?(?:现)?在的?位置|您的位置|首页|索引号|\(?[上下][转接]第|网站首页|信息来源:?$|来源:"
    r"|责任编辑|技术支持|放大|缩小|展开|登录|注册|无障碍|繁体|简体|今天是|访问量|【?大 ?中 ?小|A\+|扫描)"
)
_DATE = r"(?:19|20)\d\d ?[-年./] ?\d{1,2} ?[-月./] ?\d{1,2} ?日?"
_CHINESE_DATE = r"[二一][〇○零九]?[〇○零一二三四五六七八九]{2,3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
HEADER = re.compile(
    rf"(?:.{{0,80}}?(?:发布时间|发布日期|发布于|发表时间|更新时间|时间|日期|成文日期|发文日期|信息时间|来源时间)[:\s] ?{_DATE}"
    rf"|[^。]{{0,40}}?{_DATE} *(?:\d{{1,2}}:\d\d(?::\d\d)?)?(?: .{{0,80}})?(?:来源|作者|编辑|浏览|点击|阅读|字号|记者:)"
    rf"|{_DATE}(?: *\d{{1,2}}:\d\d(?::\d\d)?)?$"
    rf"|.{{0,40}}(?:来源|信息来源|文章来源):.{{0,40}}(?:作者|日期|时间|编辑|浏览|点击|发布)"
    rf"|(?:来源|信息来源|文章来源|作者|编辑|发布者|发布机构|信息发布): ?[^。,]{{0,30}}$)"
)
MASTHEAD = re.compile(
    rf"[^\s。,:]{{2,12}}?(?:报|快讯|简报|周刊|时讯|政务信息)? ?(?:\d{{4}}年 ?第 ?\d+ ?期.{{0,20}}|{_DATE} ?\(?(?:星期|周)[一二三四五六日天].{{0,20}})$"
    rf"|[^。,:]{{2,16}} {_DATE} .{{0,16}}版.{{0,8}}$|{_DATE} ?(?:星期|周)[一二三四五六日天]?.{{0,20}}$|第? ?[A-Z]?\d+ ?版.{{0,12}}$|[^\s,。]{{4,24}}编$"
)
_OUTLET = r"[\u4e00-\u9fffA-Za-z·]{1,14}?"
DATELINE = re.compile(
    rf"(?:[【\[(]? ?(?:{_OUTLET}(?:网|报|社|刊|台|客户端|传媒|中心|融媒|发布)|又|快|专)?讯[】\]]? ?(?=[\s(【“:|丨]|记者|通讯员|{_CREDIT_WORD}|为|\d|[^\s])"
    rf"|{_OUTLET}(?:网|报|社)[^,。()]{{0,12}}?\d{{1,2}}月\d{{1,2}}日(?:电|讯|消息)"
    rf"|(?:本报|本网)[^,。()]{{0,10}}?(?:讯|电|消息)"
    rf"|\( ?(?:本报|本网|首席|特约|全媒体|融媒体?|见习|实习|文/?)?{_CREDIT_WORD}[^)]{{1,60}}\)(?=.{{12}})"
    rf"|(?:[【\[(]? ?)?(?:央视网消息|{_OUTLET}消息)[】\]]? ?\(?"
    rf")"
)
_DATELINE_NEWS = re.compile(r"(?:[【\[(]? ?)?(?:又|快)?讯")
CREDIT_LINE = re.compile(
    rf"(?:[□○◎■●◇▲★☆/|] ?(?=.{{2,60}}$)|\(? ?(?:文|图|摄影|撰文)[:/ ] ?|\(? ?(?:文图|图文|文/图|图/文)[:/ ]?"
    rf"|[(【]? ?[\u4e00-\u9fff·]{{0,12}}?(?:本报|本网|首席|特约|全媒体|融媒体?|见习|实习|客户端)?{_CREDIT_WORD}[:/ ]?.{{2,60}}$)"
)
_CREDIT_END = re.compile(r"[,。;!?“]")
CAPTION_END = re.compile(
    r"(?: |\(|。|^)(?:[^。()]{0,20}(?:记者|通讯员|见习记者|摄影|图/|供图|摄影报道) ?[\u4e00-\u9fff· /]{2,14}|[\u4e00-\u9fff]{1,4} ?[\u4e00-\u9fff]{1,3}) ?(?:摄影报道|摄影|摄|供图|图)\)?$"
    r"|\((?:受访者|资料|[^。()]{0,10}供)图\)?\)?$|[\u4e00-\u9fff]{0,4}供图\)$"
)
_CAPTION_START = re.compile(r"\d{1,2}月\d{1,2}日|连日来|近日|日前|图为|昨日|[上下左右]图")
_COLUMN = re.compile(r"(?:一句话|一句话新闻|简讯|短讯|快讯|要闻速览|简明新闻|新闻速递|一周要闻|信息快递|.{0,4}一句话新闻)$")
_MARK = re.compile(r"[●■◆▲○◎★☆·*] ?")
_MOTTO_START = re.compile(
    r"(?:学习贯彻|学习宣传|深入学习|树立和践行|贯彻落实|践行|奋力|坚持|牢记|不忘|弘扬|决战|决胜|百日攻坚|聚焦|奋进|喜迎|庆祝|"
    r"学思想|只争朝夕|实字当头|撸起袖子|凝心聚力|干在|走在|全力以赴|真抓实干|解放思想)"
)
_SENTENCE = re.compile(r"[。;!?,]")


def split_lines(folded: str) -> list[Line]:
    """The page's lines that hold text, not yet classified; `gap` counts the empty lines before each."""
    lines: list[Line] = []
    previous_end = 0
    for match in _LINE.finditer(folded):
        start, end = match.span()
        edge = _EDGE.match(folded, start, end)
        level = 0
        if edge is not None:
            level = len(edge[1] or "")
            start = edge.end()
        while end > start and folded[end - 1] in " \x00#":
            end -= 1
        if start == end:
            continue
        gap = folded.count("\n", previous_end, start) - 1 if lines else 0
        lines.append(Line(start, end, folded[start:end], level, max(gap, 0)))
        previous_end = end
    return lines


def classify(lines: list[Line]) -> None:
    """Set each line's kind, from its own text and its neighbours."""
    for line in lines:
        line.kind = _kind_alone(line)
    for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        if line.kind is Kind.TEXT:
            line.kind = _kind_in_place(before, line, after)
    _join_split_captions(lines)


def _kind_alone(line: Line) -> Kind:
    text = line.text
    size = len(text)
    if line.level:
        if text.startswith(("——", "--", "—")):
            return Kind.SUBTITLE
        if _COLUMN.match(text):
            return Kind.COLUMN
        if DATELINE.match(text) and size > 60:
            return Kind.DATELINE
        return Kind.SLOGAN if is_motto(text) else Kind.HEADING
    if size <= 160 and HEADER.match(text) and not DATELINE.match(text):
        return Kind.HEADER
    if size <= 60 and MASTHEAD.match(text):
        return Kind.MASTHEAD
    if size <= 200 and is_caption(text):
        return Kind.CAPTION
    if DATELINE.match(text) and size > 20:
        return Kind.DATELINE
    if size <= 80 and CREDIT_LINE.match(text) and not _CREDIT_END.search(text):
        return Kind.CREDIT
    if size <= 40 and FURNITURE.match(text):
        return Kind.FURNITURE
    if size <= 8 and _COLUMN.match(text):
        return Kind.COLUMN
    if text.startswith("——") and size <= 40 and not _SENTENCE.search(text):
        return Kind.SUBTITLE
    return Kind.TEXT


def is_caption(text: str) -> bool:
    """Whether a line reads like a picture's text with its credit."""
    return CAPTION_END.search(text, max(0, len(text) - 40)) is not None and len(text) >= 15 and "讯" not in text[:12]


def is_motto(text: str) -> bool:
    """Whether a short line is a slogan: paired phrases of equal length, or a verb phrase without a subject."""
    parts = text.split()
    if len(parts) >= 2 and len({len(part) for part in parts}) == 1 and len(parts[0]) <= 5:
        return True
    return False


def _kind_in_place(before: Line | None, line: Line, after: Line | None) -> Kind:
    text = line.text
    if len(text) > 45 or _SENTENCE.search(text.rstrip("!?")) or text.endswith((":", "、")):
        return Kind.TEXT
    if is_motto(text):
        return Kind.SLOGAN
    opens = {Kind.DATELINE, Kind.CREDIT, Kind.HEADER, Kind.SUBTITLE, Kind.MASTHEAD, Kind.CAPTION}
    if after is not None and (after.kind in opens or after.level):
        return Kind.HEADING
    if before is None or before.kind in (Kind.FURNITURE, Kind.MASTHEAD, Kind.HEADER):
        return Kind.HEADING
    return Kind.TEXT


def _join_split_captions(lines: list[Line]) -> None:
    """A photographer's credit on a line of its own makes the line above a caption."""
    for above, credit in zip(lines, lines[1:], strict=False):
        if credit.kind is Kind.CREDIT and credit.text.rstrip(")").endswith(("摄", "摄影")) and above.kind is Kind.TEXT:
            above.kind = Kind.CAPTION
