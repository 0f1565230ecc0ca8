"""The lines of a page and what each one is: heading, header, dateline, caption, credit, furniture or plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from gxq_extract.lexicon import common_words, facilities, predicates, surnames
from gxq_extract.page.units import is_unit
from gxq_extract.patterns import LIST_MARKS, lazy


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


@dataclass(slots=True)
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


_EDGE = lazy(
    r"[ |\x00]*(#{1,6}(?= |[^#\s]))?[ |\x00]*(?:【标题】= ?|【正文】= ?|【纠错】 ?|标 {0,4}题 ?[|:] ?|\(上接[^()]{1,8}\) ?(?=.)|\[(?:图|新闻|图文|组图|转载|原创|要闻|视频|快讯)\] ?|【聚焦[^【】]{1,16}】 ?)*"
)
_EDGE_MARKS = " |#\x00"
_EDGE_STARTS = frozenset(_EDGE_MARKS + "【[(标")
# What stands inside a line and says nothing: marks without width, spaces in dates and ordinals.
_INNER = lazy(
    r"\x00+| (?:(?<=\d ) *(?=[年月日号时次届])|(?<=[年月第] ) *(?=\d)|(?<=[总记编作] ) *(?=[编者辑] ?[辑:])|(?<=[一二三初终复总监校主] ) *(?=[审监制对编] ?[制:]))"
)
# The fields of a header that run into the text: 责任编辑:王伟11月25日,…
_GLUED = lazy(
    r"[^。]{4,150}?(?:编辑:[^\W\da-zA-Z_]{2,3}|[次击]数?:\d*?) ?(?=(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午)?,|本[报网]讯)"
)
_GLUE = ("编辑:", "次数:", "点击")
_LONGEST_HEADER, _GLUE_REACH = 80, 160
_READABLE = lazy(r"[^\W_]")
TERMINAL = "。!?;:…”』》)】~—"

_CREDIT_WORD = r"(?:记者|评论员|通讯员|实习生|作者|编辑|撰稿|采写|供稿)"
# How a line that belongs to the site or the paper begins, and what such a line is when it stands alone.
_OF_READING = (
    r"打开.{2,8}查看|点个“?(?:在看|赞)|【我要(?:打印|纠错)|\(点击|点击|扫一扫|扫码|扫描|收藏|分享到?|【?打印|\[?打印|【?关闭|\[关闭|【?字[号体]|放大|缩小|展开$|【?大 ?中 ?小|A\+"
    r"|[展收][开缩]通版|通版阅读|无障碍|(?:进入)?(?:长者|老年|关怀|适老)\w{0,3}[版式]$|繁体|简体|\[复制链接|返回(?:顶部|首页|列表|概览)?|\w{0,8}(?i:app)(?:官网|下载|客户端)?$"
)
_OF_SITE = (
    r"您好,|欢迎(?:来到|访问|光临|您)|关注我们|关于我们|联系我们|网站地图|网站首页|首页|站内搜索|文章搜索|用户名|按日期检索|\[?登录|注册|马上注册|您需要"
    r"|您?(?:现|当前|目前)?所?在?的?位置|当前位置|本页位置|访问量|浏览|阅读次数|已有\d+|今天是|天气:|https?:|www\.|版权|[Cc]opyright|备案|技术支持|内容导航"
    r"|[^\W\da-zA-Z_]{2,12}(?:政府网|门户网站?|新闻网|融媒体中心)(?: .{0,8})?$|要闻$|新闻(?:中心|动态|资讯)$|(?:通知|公示)公告$|图片新闻$|[^。,]{2,8}·(?:影像|视觉|图片|综合|要闻|民生|社会|经济|教育|文化|专版)$|[^\W\da-zA-Z_]{2,12}(?:数字报|电子报)$|[A-Z][A-Z ]{3,40}$|短评$|编后(?:$|:)|\[(?:图片|视频|音频)\]$|\d{1,2}/\d{1,2}$"
)
_OF_PAPER = (
    r"[-—] ?\d{1,4} ?[-—]$|地址:|[一二三四五六七八九十]{1,2}、$|PDF[ «]|本期共\d+版|第 ?\w{1,3} ?版:?$|当前版|本版新闻|本版导读|【本版导读】|本期导航|【下期|下期|\d+ ?期 ?/ ?第 ?\d+ ?版|«? ?[上下]一[版期] ?[»«\d 上下一版期]"
    r"|\(?[上下][转接](?:第|[A-Z\d]| )|第[\d一二三四五六七八九十 ]+期$|\(?总第|【(?:日期|期号|版次|版名|专栏)】|VOL|XFTB\d+|国内统一刊号"
    r"|(?:新闻|爆料|投诉|订阅|读者|服务|广告|发行|党报|举报|本报)?热线:|报刊搜索|搜索$|投稿邮箱|电?子?邮箱:|联系电话|通[信讯]地址|电话 |(?:主办|承办|主管|协办):|本版(?:责任|文字|美术)?(?:编辑|校对|美编|版式)|主办单位|承办单位|[^。,:]{4,20}(?:办公室|[办部局委])编$"
)
_OF_DOCUMENT = (
    r"文号|体 ?裁|主题分类|索 ?引 ?号|发布机构|公开方式|抄送|抄报|主送|报送|[报送]:|主题词|\(共印|此件|\(此件|内部资料|导语$"
    r"|\(?原标题|本篇文章|本帖最后|(?:发布时间|发布日期|来源|作者|时间)$|\(来源:[^(): ]{2,16}\)$|\(\d{1,2}月\d{1,2}日[^。]{0,12}\)$|\(?资料图片\)?$"
)
_FURNITURE = lazy(rf"(?:·[ \n]?)?(?:{_OF_READING}|{_OF_SITE}|{_OF_PAPER}|{_OF_DOCUMENT})")
_READING = lazy(_OF_READING)
_SHORTEST_HEADLINE = 8
# Where the report begins or goes on: (上接A1版).
_TURN = lazy(r"\(?[上下][转接]")
# What tells furniture only further on in the line, and the patterns that it is then held against.
_FURNITURE_WORD = lazy(r"[>|]|www|首页|版| 要闻$|微信公众号|头条|时讯|融媒|投稿邮箱|号$|主管主办")
_FURNITURE_INSIDE = lazy(
    r"[^。]{2,14}[: ]www\.|[^。,]{2,8} 要闻$|.{0,12}首页 ?[-·]|[^。,]{2,12} \d{1,2} ?版$|[^。,]{0,16}第 ?(?:[一二三四五六七八九十]{1,2}|[A-Z]?\d{1,2}) ?版(?:[ :][^。,]{0,8})?$|.{0,12}微信公众号$|.{1,10}(?:头条|时讯|融媒)$|.{0,8}投稿邮箱|.{2,14} ?>+ ?.{2,10}(?: ?>+ ?.{0,12})?$|[^。,]{2,16}[(【]\d{4}[)】]\d+号$|.{2,12}主管主办|"
    r"[^|。]{2,12} ?\| ?[^|。]{2,6}$|[^|]*\|[^|]*\|"
)
_END = lazy(
    r"【?上一[篇条]|下一[篇条]|相关(?:链接|阅读|新闻|文章|鏈結)|延伸阅读|推荐阅读|往期(?:推荐|回顾|精彩)|END$|热[点门](?:推荐|图片|新闻|专题)|新闻推荐|图片报道|栏目推荐|更多>+|发表评论|网友评论|责任编辑单位|"
    r"(?i:copyright)|版权所有|本网站所有|未经许可|凡本[网站]|免责声明"
)
_YMD = r"(?:19|20)\d\d ?[-年./]/? ?\d{1,2} ?[-月./]/? ?\d{1,2}(?!\d*[%亿万])(?: ?日)?"
_CHINESE_DATE = (
    r"[二一][〇○Oo零九]?[〇○Oo零一二三四五六七八九]{2,3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
)
_YEAR_LIKE = lazy(r"(?:19|20)\d\d|[二一][〇○Oo零一二三四五六七八九]")
_DATED = lazy(
    rf"(?<!\d)(?<!\d/) ?(?:{_YMD}|{_CHINESE_DATE})(?= |$|[)|:/,]|\d\d:\d\d|点击|浏览|阅读|来源|作者|编辑|编印|出版|\(?(?:星期|周))"
)
_FIELD = lazy(
    r"索 ?引 ?号 ?:[^。]{0,150}$|[^。,;:]{2,12} 来源:[^。,;:]{2,20}$|(?:来源|信息来源|文章来源|稿源|作者|编辑|发布者|发布人|发布机构|信息发布|发布时间|发布日期|时间|日期|成文日期|点击数?|浏览次数|阅读) ?: ?[^。,;]{0,40}$|原创 [^。,]{0,30}\d日|原创 [^。,]{2,24}$|[^。,;]{0,60}(?:来源|稿源):[^。,;]{0,40}(?:作者|日期|时间|编辑|浏览|点击|发布|字号)"
)
_ISSUE = lazy(r"[^。,;]{0,24}第 ?[\d一二三四五六七八九十]+ ?期(?= ?(?:$|[\d(|总第]))")
# A paper's name and date, as large as a headline.
_MASTHEAD = lazy(r"日 +(?:星期|周)[一二三四五六日]|总?第 ?\d+ ?期")
_OUTLET = r"[\w·-]{1,14}?"
DATELINE = lazy(
    rf"(?:[【\[(]? ?(?:{_OUTLET}(?:网|报|社|刊|台|客户端|传媒|中心|融媒|发布)[^\W\da-zA-Z_]{{0,4}}?|又|快|专)?(?<!通)讯[】\]]? ?(?=[\s(【“:|\d]|[^\W\da-zA-Z_])"
    rf"|{_OUTLET}(?:网|报|社)[^,。()]{{0,12}}?(?:\d{{1,2}}月\d{{1,2}}日|[一二三四五六七八九十]{{1,3}}月[一二三四五六七八九十]{{1,3}}日)(?:电|讯|消息|专电)"
    rf"|(?:本报|本网)[^,。()]{{0,12}}?(?:(?<!通)讯|电|消息)"
    rf"|(?:本报|本网|本台|本刊|本站)消息(?=[ :])"
    rf"|\( ?(?:本报|本网|首席|特约|全媒体|融媒体?|见习|实习|文/?)?{_CREDIT_WORD}[^)]{{1,60}}\)(?=.{{12}})"
    rf"|[【\[(]?(?:央视网消息|{_OUTLET}消息)[】\]]? ?(?:[(:]|$)"
    r"|(?:本报|本网|本台|首席|特约|全媒体|融媒体?|见习|实习)记者[^,。;:()“]{2,40}?报道[: ](?=.{12})"
    rf"|{_OUTLET}(?:报道|讯) ?\((?:本报|见习|首席)?(?:记者|通讯员)"
    rf")"
)
# What every dateline has in it, not far from its start.
_DATELINE_WORDS = ("讯", "电", "者", "员", "消息", "报道", "实习生", "编辑", "撰稿", "采写", "供稿")
_DATELINE_REACH = 64
CREDIT_LINE = lazy(
    rf"(?:[□/▌{LIST_MARKS}] ?(?=.{{2,60}}$)(?:[^\W\da-zA-Z_]{{0,8}}{_CREDIT_WORD}|[^\W\da-zA-Z_]{{1,2}} ?[^\W\da-zA-Z_]{{1,2}}(?:$|[ ,]))|\(? ?(?:文字?|图片?|摄影|撰[文稿])[:/| ] ?|\(? ?(?:文图|图文|文/图|图/文)[:/ ]?"
    rf"|(?:[^\W\da-zA-Z_]{{1,4}} ?[^\W\da-zA-Z_]{{1,3}}|[^\W\da-zA-Z_]{{2,8}}·[^\W\da-zA-Z_]{{2,8}}) (?:摄|摄影|摄影报道|供图)$|[^\W\da-zA-Z_]{{2,4}}摄影报道$|[^\W\da-zA-Z_]{{2,3}}(?: [^\W\da-zA-Z_]{{2,3}}){{0,2}} 报道$"
    rf"|[(【]? ?[\w·]{{0,12}}?(?:本报|本网|首席|特约|全媒体|融媒体?|见习|实习|客户端)?{_CREDIT_WORD}[】:/| ]?.{{2,60}}$|本报(?:特约)?评论员$|\([^()。,:]{{2,12}} (?:文|图|文图|供稿|撰稿)[:/ ][^()]{{2,24}}\)$|\([^()。,]{{4,20}}供稿\)$|\([^()。,:]{{2,14}}[办室局委部院心站镇乡] [^\W\da-zA-Z_]{{2,3}}\)$|值班(?:总编|编委|主任|编辑):|(?:本[版期])?责编|图片\||来源\| ?(?:图文|文图|文字?|图)|一审|初审|审核|(?:[二三四终复]审|总?监制|总?主编|校对|审校|总编辑?)[:/])"
)
_LISTED_NAME = lazy(r"[●■◆▲★☆○◎◇] ?(?P<name>[^\W\da-zA-Z_]{2,4})$")  # ●关于服务 is none
LETTER = lazy(r"(?:尊敬的)?编辑(?:部|同志|部同志|先生):")
_CREDIT_END = lazy(r"[,。;!?“]|记者(?:从|在|了解|昨|获悉|走)")
CAPTION_END = lazy(
    r"(?: |\(|。|^)(?:[^。()]{0,20}(?:记者|通讯员|见习记者|摄影|图/|供图|摄影报道|文/图|文/|摄影师|摄/本报记者|摄/)[ /]?[\w· /]{2,24}|[^\W\da-zA-Z_]{1,4} ?[^\W\da-zA-Z_]{1,3}|□?[^\W\da-zA-Z_]{2,8}·[^\W\da-zA-Z_]{2,8})[ /]?(?:摄影报道|摄影|摄|供图|图)?\)?$"
    r"|\((?:受访者|资料|[^。()]{0,10}供)图\)?\)?$|\((?:本文)?(?:图片?|照片)均?由[^()]{2,16}(?:提供|供)\)$|[^\W\da-zA-Z_]{0,4}供图\)?$"
)
_WAY = lazy(r"(?:[^\s,。:]{2,10} ?[>›»→] ?){2}|(?:[^\s,。:]{2,10} / ){2}")
# The way to a page, or links side by side: 首页 >> 图片新闻.
_TRAIL = lazy(r">>|> |\|[^|]*\|")
_NEWS_OPENING = lazy(r"(?<!通)讯")
_COLUMN = lazy(
    r"[【\[(]?[^。,:\d]{0,6}(?:一句话|一句话新闻|简讯|短讯|短波|短新闻|图片新闻|快讯|要闻|要闻速览|简明新闻|新闻速递|速递|一周要闻|要闻周报|要闻简报|周报|信息快递|动态|领导活动)(?:[一二三四五六]则)?[】\])]?$|★[^★]{2,6}★$|[^。,:\d]{0,2}简报$|【[^】]{2,8}】$|[^。,:\d]{2,8}(?:在行动|进行时|巡礼)$|一图一\w$|(?i:part)\d\.?[^。,]{0,8}$"
)
_SPEAKS = lazy(r"[^\W\da-zA-Z_](?:说|表示|指出|强调)[,:]")
_PHOTOGRAPHY = lazy(r"摄影(?:大赛|比赛|赛|展|协会|家|艺术|作品|爱好|学会)")  # credits nobody
# How the last paragraph of an article begins, and no picture's text.
_TOLD_ON = lazy(r"据悉|据了解|据介绍|会议|会上|活动|仪式|此次|随后|最后|目前|近年来")
_ARTICLE_CREDIT = lazy(r"文/?[图摄]|图/?文")  # of the text too, not of a picture alone
ITEM_MARK = lazy(rf"[{LIST_MARKS}·*] ?|□ ?(?=\d)")  # □ alone stands before an author
COUNTED = lazy(r"\d{1,2}(?:、|\.(?!\d))")  # 2、9月20日,…
NUMBERED = lazy(r"[一二三四五六七八九十]{1,2}、")
_CAPTION_START = lazy(
    rf"[{LIST_MARKS}]? ?(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日|连日来|近日|日前|昨日|昨天|图为|[左右上下]图"
)
_SHOWN_ON = lazy(r"。\d{1,2}月\d{1,2}日,")  # the day, and what the picture shows
_LONGEST_SHOWN = 120
_PAPER = lazy(r"[^\W\da-zA-Z_]{2,10}(?:(?<![播通汇])报|网|周刊|专刊|月刊|政务信息)$")
_NAMES_IN_BRACKETS = lazy(
    r"\((?:[^\W\da-zA-Z_]{2,4}|[^\W\da-zA-Z_] [^\W\da-zA-Z_])(?:[ 、/](?:[^\W\da-zA-Z_]{2,4}|[^\W\da-zA-Z_] [^\W\da-zA-Z_])){0,3}\)$"
)
# Who was there, at the end of minutes: no headline.
_ROLL_CALL = ("出席:", "列席:", "参加:", "缺席:", "请假:", "主持:", "记录:")
_SENTENCE = lazy(r"[。;!?,]")
# The day under a notice.
SIGN_OFF = lazy(r"(?:(?:19|20)\d\d ?年)? ?\d{1,2} ?月 ?\d{1,2} ?日$|[二一][〇○Oo零九一二三四五六七八]{3}年.{2,7}日$")
SHORT_HEAD = lazy(r"会议(?:指出|强调|要求|认为|听取|审议)|.{2,12}:$")
_SIGNED_END = lazy(r"[。!?”] ?(?:通讯员|(?:本报)?(?:见习)?记者) ?[^\W\da-zA-Z_][\w ]{1,12}$")  # …举行。 通讯员 王芳
_LONG_LINE = 14  # characters; a shorter line may be a head of its own
# A paragraph of a report that a column cut off, not a headline.
_GOES_ON = lazy(r"会议(?:还|指出|强调|要求|认为|明确|决定|听取|审议|研究|传达|通过)了?")
# The head of what a paper prints for a body: 关于计划停水的通知.
NOTICE = lazy(r"(?!附)[^。,;:]{0,34}(?:通知|公告|通告|启事|公示|提示|声明|倡议书|公开信|名单)(?:\([^()]{1,8}\))?$")
_REPORT_START = lazy(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚上?|凌晨)?,")
ONLY_DAY = lazy(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚上?|凌晨)?$")  # what a column cut off its report
# Headlines in the lines of their texts: how many with the day behind them make a series, the form, and that with the
# day: 【督导旧改】4月18日,…; 督导旧改。4月18日,…
_OPENS_WITH_DAY = r"(?=于?(?:\d{4}年)?\d{1,2}月|近日|日前)"
_SHORTEST_HEADED = 20
_LEAD_HEADS = (
    (2, lazy(r" *【[^【】]{4,24}】 *(?=[^\s【])"), lazy(rf"[^】]*】 *{_OPENS_WITH_DAY}")),
    (
        3,
        lazy(r" *[^\s。,;:!?【】()\d][^\s。,;:!?【】()]{7,30}。 ?(?=[^\s。]{2}.{40})"),
        lazy(rf"[^。]*。 ?{_OPENS_WITH_DAY}"),
    ),
)
_NAME = lazy(r"[^\W\da-zA-Z_] ?[^\W\da-zA-Z_]{1,3}$")


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
        if raw[0] in _EDGE_STARTS and (edge := _EDGE.match(raw)):
            lead, level = edge.end(), len(edge[1] or "")
            parted = parted or bool(edge[0].strip(_EDGE_MARKS))  # 【标题】=
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
            text = _INNER.sub("", text)
        at += len(raw) + 1
        if text and (text[0].isalnum() or _READABLE.search(text)):
            lines.append(Line(start, end, text, level, gap if lines else 0, parted=parted))
            gap, parted = 0, False
        else:
            gap += 1
            parted = parted or bool(text)
    return lines


def _lead_head_of(folded: str) -> re.Pattern[str] | None:
    """The form of the headlines that stand in the lines of their texts, if several do and half of those have a day."""
    lines = [line for line in folded.split("\n") if len(line) > _SHORTEST_HEADED]
    for fewest, form, dated in _LEAD_HEADS:
        heads = [line for line in lines if form.match(line)]
        days = sum(dated.match(line) is not None for line in heads)
        if days >= fewest and days * 2 >= len(heads):
            return form
    return None


def _glued(text: str) -> int:
    """Where the text begins that the fields of a header run into; 0 where none do."""
    if len(text) <= _LONGEST_HEADER or not any(word in text[:_GLUE_REACH] for word in _GLUE):
        return 0
    glued = _GLUED.match(text)
    return 0 if glued is None else glued.end()


def classify(lines: list[Line]) -> None:
    """Set each line's kind, from its own text and its neighbours."""
    for line in lines:
        line.kind = _kind_alone(line)
    shown = [line for line in lines if not (line.kind is Kind.FURNITURE and _TURN.match(line.text))]
    for before, line, after in zip([None, *shown], shown, [*shown[1:], None], strict=False):
        if line.kind is Kind.TEXT:
            line.kind = _kind_in_place(before, line, after)
    for before, line, after in zip(shown, shown[1:], shown[2:], strict=False):
        if line.kind is Kind.TEXT and after.kind is Kind.HEADING and _is_set_apart(before, line, after):
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
    if _MASTHEAD.search(text) and is_header(text):
        return Kind.HEADER
    if len(text) > 60:
        return Kind.DATELINE if _is_dateline(text) else Kind.TEXT
    return Kind.SLOGAN if is_motto(text) else Kind.HEADING


def is_header(text: str) -> bool:
    """Whether a line tells when and where something was published rather than what happened."""
    if "。" in text or (text.startswith(("(", "“")) and not text[1:2].isdigit()):
        return False
    told = _FIELD.match(text) or (len(text) <= 40 and _ISSUE.match(text)) or _is_dated(text)
    return bool(told) and not _is_dateline(text)


def _is_dated(text: str) -> bool:
    """Whether a line is a date with few words around it."""
    dated = _DATED.search(text) if _YEAR_LIKE.search(text) else None
    if dated is None or text.endswith(("决定:", "如下:", "通过:")) or sum(map(text.count, ",;!")) > 1:
        return False
    rest = re.sub(r"https?:\S+|www\.\S+", "", text[: dated.start()] + text[dated.end() :])
    return len(re.findall(r"[^\W\da-zA-Z_]", rest)) <= 44


def _is_dateline(text: str) -> bool:
    head = text[:_DATELINE_REACH]
    for word in _DATELINE_WORDS:
        if word in head:
            return DATELINE.match(text) is not None
    return False


def is_caption(text: str) -> bool:
    """Whether a line reads like a picture's text with its credit."""
    tail = text[-40:]
    if "摄影" in tail:
        tail = _PHOTOGRAPHY.sub("", tail)
    return (
        ("摄" in tail or "图" in tail)
        and (len(text) >= 15 or text.startswith("图为"))
        and "来源:" not in tail
        and not _TRAIL.search(text)
        and not _NEWS_OPENING.search(text, 0, 12)
        and CAPTION_END.search(tail) is not None
        and not tail.endswith("地图")
        and not _is_credit(text)
        and not _TOLD_ON.match(text)
        and not (_ARTICLE_CREDIT.search(tail) and _SPEAKS.search(text))
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
        or _REPORT_START.match(text) is not None
    )


def _is_credit(text: str) -> bool:
    if _NAMES_IN_BRACKETS.match(text) and text[1] in surnames():
        return True
    listed = _LISTED_NAME.match(text)
    if listed is not None and listed["name"][: 2 if len(listed["name"]) == 4 else 1] not in surnames():
        return False
    return CREDIT_LINE.match(text) is not None and not _CREDIT_END.search(text) and not LETTER.match(text)


def _is_furniture(text: str) -> bool:
    if "。" in text[:-1]:
        return False
    inside = _FURNITURE_WORD.search(text) is not None and _FURNITURE_INSIDE.match(text) is not None
    return inside or _FURNITURE.match(text) is not None


def _is_trail(text: str) -> bool:
    """Whether a line is the way to the page: 首页 -> 新闻中心 -> 正文."""
    way = text.count(">") > 1 or _WAY.match(text) is not None
    return way and "。" not in text and not _YEAR_LIKE.search(text)


def _is_column_head(text: str) -> bool:
    of_reading = text.startswith("【") and _READING.match(text) is not None  # 【字号 大 中 小】
    return len(text) <= 12 and not of_reading and _COLUMN.match(text.replace(" ", "")) is not None


def _unspaced(text: str) -> str:
    """The text without the spaces that set its letters apart: 工 作 简 报."""
    return text[::2] if set(text[1::2]) == {" "} else text


def _is_end(text: str) -> bool:
    return _END.match(text) is not None


def _is_subtitle(text: str) -> bool:
    return text.startswith("——") and not _SENTENCE.search(text)


# What a line may be by itself, the longest it may then be, and the test; the first that holds decides.
_TESTS = (
    (Kind.END, 60, _is_end),
    (Kind.CREDIT, 80, lambda text: text.startswith(("【", "(")) and _is_credit(text)),
    (Kind.COLUMN, 12, _is_column_head),
    (Kind.FURNITURE, 160, _is_trail),
    (Kind.HEADER, 160, is_header),
    (Kind.CAPTION, 200, is_caption),
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
    if after is not None and after.kind is Kind.HEADER and _PAPER.match(_unspaced(text)):
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
        before.text[-1] in TERMINAL or _SIGNED_END.search(before.text)
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
    if text.startswith(_ROLL_CALL) or _GOES_ON.match(text) or _REPORT_START.match(text):
        return False
    return _SENTENCE.search(text.rstrip("!?").replace(",", "", 1).replace("!", "", 1)) is None


def is_bare_name(text: str) -> bool:
    """Whether a line is a person's name and nothing else."""
    return _NAME.match(text) is not None and text[: 2 if len(text.replace(" ", "")) == 4 else 1] in surnames()


def _join_split_captions(lines: list[Line]) -> None:
    """A photographer's credit on a line of its own makes the line above a caption."""
    for above, credit in pairwise(lines):
        pictured = credit.kind is Kind.CREDIT and credit.text.rstrip(")").endswith(("摄", "摄影", " 图"))
        shown = _CAPTION_START.match(above.text) or (len(above.text) <= _LONGEST_SHOWN and _SHOWN_ON.search(above.text))
        if pictured and above.kind is Kind.TEXT and shown:
            above.kind = Kind.CAPTION


# What no line begins with: a mark, or the rest of what stands above it.
_CLOSING = ",、;:。)”》"


def adjoin(folded: str, above: int, below: int) -> bool:
    """Whether nothing but layout stands between two offsets, of which the second is not before the first."""
    return below >= above and not folded[above:below].strip(" \n\x00#|")


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
    if len(above.text) == 1 or len(above.text) >= _LONG_LINE or (above.text[-1].isdigit() and below.text[0].isdigit()):
        return True
    cut = above.text[-1] + below.text[:1]
    return cut in predicates() or cut in common_words() or cut in facilities()
