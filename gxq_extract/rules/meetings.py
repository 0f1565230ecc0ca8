"""Meetings: body × term × ordinal × kind, the verb possibly inside; and named meetings without an ordinal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxq_extract.patterns import lazy
from gxq_extract.rules.dates import number
from gxq_extract.rules.rule import Hit, Mention, Rule, Spans

RULES = (
    Rule(
        "meeting.numbered",
        "meeting",
        "A meeting counted by 第…次: 2022年第19次党政联席会议, 区五届人大常委会第十七次会议",
        "第, a number, 次 and a kind of meeting in one phrase",
        (
            Hit("主持召开2022年第19次党政联席会议,", "-/19/2022"),
            Hit("三届区委常委会第36次会议", "3/36/-"),
            Hit("县十八届人大常委会举行第三十次会议", "18/30/-"),
            Hit("区委常委会召开第138次(扩大)会议", "-/138/-"),
            Hit("云峰区第五届人民代表大会第四次会议开幕", "5/4/-"),
            Hit("区第二次党代会基层代表", "-/2/-"),
            Hit("区政府党组第17、18次会议", "-/18/-"),
            Hit("区十六届人大一次会议主席团举行第四次会议", "-/4/-"),
            Hit("传达2024年区安委会第三次全体会议精神", "-/3/2024"),
            Hit("召开2025年第三次经济运行分析会,", "-/3/2025"),
            Hit("参加第4次重点项目现场会。", "-/4/-"),
            Hit("方案经区政府第52次常务会议审议通过", "-/52/-"),
            Hit("根据区安委会第二次全体会议部署", "-/2/-"),
            Hit("县七次党代会胜利闭幕", "-/7/-"),
            Hit("召开好区第二次党代会", "-/2/-"),
            Hit("决定区五届人大常委会第十二次会议于3月下旬举行", "5/12/-"),
            Hit("召开调度会(县水环境治理(河长制及湖长制)委员会2024年第二次会议)", "-/2/2024"),
            Hit("县政协七届一次会议的委员们列席了县第十五届人大第一次会议", "15/1/-"),
        ),
        ("第0次会议", "第三次尝试终于成功", "第七轮巡察", "第一次见面会谈", "第2次机会", "第三次全国人口普查工作"),
    ),
    Rule(
        "meeting.session",
        "meeting",
        "A session of a term without 第: 省委十一届六次全会, 区政协五届三十二次主席会议",
        "a term with 届, a number with 次 and a kind of meeting",
        (
            Hit("省委十一届六次全会精神", "11/6/-"),
            Hit("召开区政协五届三十二次主席会议,", "5/32/-"),
            Hit("省委十一届三次、四次全会", "11/3/-"),
            Hit("传达党的二十届三中全会和省委十三届五次全会精神", "13/5/-"),
            Hit("集团公司三届二次职代会提出", "3/2/-"),
            Hit("区委四届一次全体扩大会议", "4/1/-"),
        ),
        ("第八届运动会", "三届冠军两次夺魁", "五届人大代表"),
    ),
    Rule(
        "meeting.plenum",
        "meeting",
        "A plenary session of the Central Committee: 党的二十届三中全会",
        "a term with 届 and a number with 中全会",
        (
            Hit("学习党的二十届三中全会精神", "20/3/-"),
            Hit("十九届六中全会", "19/6/-"),
            Hit("十八届三中、四中全会", "18/4/-"),
        ),
        ("全会精神", "高中全会考"),
    ),
    Rule(
        "meeting.party_congress",
        "meeting",
        "A national party congress by its short name: 党的二十大",
        "党的 or a following 精神, 报告, 以来 … beside the number and 大",
        (
            Hit("全面贯彻落实党的二十大精神", "-/20/-"),
            Hit("党的十九大以来", "-/19/-"),
            Hit("喜迎二十大召开", "-/20/-"),
        ),
        ("二十大几岁", "十大民生项目", "前二十大企业"),
    ),
    Rule(
        "meeting.named",
        "meeting",
        "A meeting or conference with a proper name and no ordinal: 中央经济工作会议",
        "a kind of meeting with what it is about before it",
        (
            Hit("传达中央经济工作会议精神", "-/-/-"),
            Hit("召开清溪区城建工作推进会议,", "-/-/-"),
            Hit("举行安全生产警示教育会。", "-/-/-"),
        ),
        ("座谈会上,大家发言", "会议强调", "主持会议", "研究相关工作会议"),
    ),
)

_N = r"(?:\d{1,4}|[一二三四五六七八九十百零〇两]{1,6})"
_KIND = r"(?:代表大会|[党职团妇]代会|[^\W\da-zA-Z_]{0,14}?(?:会议|全会|大会|例会|办公会|联席会|常委会|学习会|推进会|调度会|交流会|座谈会|议事会|评议会|主席会|主任会|全委会|扩大会|研讨会|专题会|工作会|党组会|协商会|会商会|读书会|(?:分析|研判|现场|观摩|碰头|部署|动员|通报|联审|联批|会审|评审|论证|听证|恳谈|审查|视频|约谈|对接|攻坚|述职|点评|讲评|务虚|民主生活|组织生活|圆桌|咨询|总结|表彰|汇报|督办|协调|审议|支委|局务|常务|编委|规委|安委|预备|主席团|董事|理事|股东|教代|家长|反馈)会(?!例会|全体|\w{0,4}会议)|(?:集体|集中|专题|理论|中心组)学习(?:研讨|会)?)(?:(?<!会议)议(?![程题]))?)"
_BRACKET = r"(?:\(\w{1,6}\)|“[^”]{1,8}”)"
_NUMBERED = lazy(
    rf"第 ?(?P<first>{_N})(?:次?、第?(?P<second>{_N}))? ?次(?:{_BRACKET})?"
    rf"(?P<kind>(?:\w{{0,10}}?[、和])??[^\W\da-zA-Z_]{{0,12}}?(?:{_BRACKET})?{_KIND})(?![谈见面晤])"
)
# Without 第: 县七次党代会.
_PARTY_CONGRESS = lazy(r"(?<=[省市区县州旗])(?P<first>[一二三四五六七八九十]{1,3})(?P<second>)次(?P<kind>党代会)")
_SESSION = lazy(
    rf"第?(?P<term>{_N}) ?届(?:(?!届)\w){{0,10}}?(?P<first>{_N})次(?:、(?P<second>{_N})次)?(?:{_BRACKET})?(?P<kind>\w{{0,8}}?(?:{_BRACKET})?{_KIND})"
)
_PLENUM = lazy(rf"(?P<term>{_N})届(?P<first>{_N})中(?:、(?P<second>{_N})中)?全会")
_CONGRESS = lazy(r"(?P<n>十[五六七八九]|二十)大(?!到)")
_CONGRESS_AFTER = lazy(r"精神|报告|以来|召开|胜利|代表|提出|部署|擘画|开幕|闭幕|后|期间|安保")
_TERM_BEFORE = lazy(rf"第?(?P<term>{_N}) ?届(?:(?!届)[\w()]){{0,24}}\Z")
_OTHER_SESSION = lazy(r"次\w{0,6}(?:会议|全会)暨?")
_YEAR_BEFORE = lazy(r"(?P<year>(?:19|20)\d\d) ?年(?:度)? ?\Z")
_YEAR_LEADS = lazy(r"(?P<year>(?:19|20)\d\d) ?年度?(?=[^\W\d])")  # 2024年区安委会第三次会议
_BODY_BEFORE = lazy(r"(?:[\w()]{1,24})\Z")
_NOT_KIND = lazy(r"巡[察视]|担任|尝试|冲击|会[谈见面晤]|普查|冷空气|参赛|比赛|机会|获|夺|来到|走进")
_BREAK = lazy(r"[,。;:!?“”《》\n]")
_HELD = lazy(
    r"已经|部分|主持召开|召开好?|举行|主持|出席|参加|列席|传达学习|学习贯彻|贯彻落实|传达|学习(?!中心组)|落实|贯彻|提请|审议|研究|围绕|收听收看|收听|收看|在|了|的|关于|是|由|以|对(?!口)|后|前(?![一二三四]季)|将|召集|暨|及|(?<!共)和|与|、|全面(?!深化改革|依法治)|精神|[\d]+日|[上下]午|根据|按照|依据|遵照|(?<!数)据|经过|(?<!财)经(?![开济贸信委验典费理营合])|随着|伴随|宣布|通过|听取|见证|[此本这]次|从(?![化严])|自(?![治然查主贸动律建我])|提交|报请|筹备(?!会|工作|组)好?|督导(?!组|工作|检查)|迎接|开好|继(?![续承])|同意|做好|执行(?!主席|委|局)|建议(?!案)|决定|维持|向(?!阳)"
)
# 县水环境治理(河长制及湖长制)委员会: a bracket within a name, and one that opens before it.
_BRACKETED = lazy(r"\([^()]*\)")
_BRACKET_LEFT = lazy(r"[()]")
_MEETS = lazy(r"(?:[委会府组部局院协联团党厅司社心办庭]|人大|支部|大会)\Z")
_PLACE_END = frozenset("区县市镇乡省州旗盟)")
_NOT_BODY = lazy(rf"(?:19|20)\d\d ?年度?|第?{_N} ?届|召开|举行|[“”\"]")
_SERIES_TRIM = lazy(r"[“”\"()]")
_NAMED = lazy(
    r"(?:工作|经济|农村|推进|动员|部署|分析|调度|现场|座谈|述职评议|警示教育|视频|电视电话|专题|表彰|汇报|交流|联席|评议|通报|研判|誓师|总结|领导干部|领导班子|观摩|协调|论证|评审|发布|恳谈|对接|务虚|培训|约谈)(?:大会|会议|会)"
)
_OF_ANY = ("相关", "有关")  # 有关部门座谈会 is no name
_NAMED_BEFORE = lazy(r"[\w()“”]{2,26}\Z")


def find(text: str) -> list[Mention]:
    """The meetings of a clean text in order of position.

    A mention's value is `term/number/year` with `-` for what is not said; `data` has them as integers, and `series`
    (the kind of meeting without ordinal and year) and `organization` (the body before it, if any).
    """
    found: list[Mention] = []
    taken = Spans()
    cores: dict[tuple[int, int] | None, tuple[int, int]] = {}
    for mention in (*_plenums(text), *_sessions(text), *_numbered(text), *_congresses(text)):
        span = (mention.start, mention.end)
        # 第五、六次会议 are two meetings in one place.
        if taken.add(*span) or cores.get(taken.at(*span)) == mention.data["core"]:
            cores.setdefault(span, mention.data["core"])
            found.append(mention)
    found += [mention for mention in _named(text) if taken.at(mention.start, mention.end) is None]
    return sorted(found, key=lambda mention: (mention.start, mention.end))


def _mention(
    rule: str,
    span: tuple[int, int],
    core: tuple[int, int],
    body: tuple[str | None, str],
    *,
    term: int | None = None,
    number: int | None = None,
    year: int | None = None,
) -> Mention:
    """A mention over `span`; `core` is the ordinal with its kind, `body` the organisation and the series."""
    organization, series = body
    data = {"term": term, "number": number, "year": year, "series": series, "organization": organization, "core": core}
    return Mention(rule, *span, meeting_value(term, number, year), data)


def meeting_value(term: int | None, number: int | None, year: int | None) -> str:
    """Term, number and year as a mention's value and examples have them, with `-` for what the text does not say.

    >>> meeting_value(2, 48, None)
    '2/48/-'
    """
    return "/".join("-" if part is None else str(part) for part in (term, number, year))


def _ordinals(match: re.Match[str]) -> list[int]:
    """The one or two ordinals of a designation; 第零次 is none."""
    return [value for value in (number(match[name] or "") for name in ("first", "second")) if value]


def _plenums(text: str) -> Iterator[Mention]:
    for match in _around(text, "中全会", _PLENUM, 14, 3):
        start = match.start() - 2 if text[match.start() - 2 : match.start()] == "党的" else match.start()
        for count in _ordinals(match):
            body = ("党的中央委员会", "中央全会")
            span, term = (start, match.end()), number(match["term"]) or None
            yield _mention("meeting.plenum", span, match.span(), body, term=term, number=count)


def _sessions(text: str) -> Iterator[Mention]:
    for match in _around(text, "届", _SESSION, 8, 60):
        if _NOT_KIND.search(match["kind"]) or "第" in text[match.end("term") : match.start("first")]:
            continue
        start = _designation_start(text, match.start())
        body = _body(text[start : match.start("first")], match["kind"])
        span, term = (start, match.end()), number(match["term"]) or None
        for count in _ordinals(match):
            yield _mention("meeting.session", span, match.span(), body, term=term, number=count)


def _numbered(text: str) -> Iterator[Mention]:
    congresses = _PARTY_CONGRESS.finditer(text) if "次党代会" in text else ()
    for match in (*_NUMBERED.finditer(text), *congresses):
        if _NOT_KIND.search(match["kind"]):
            continue
        clause = text[max(0, match.start() - 40) : match.start()]
        clause = clause[max((found.end() for found in _BREAK.finditer(clause)), default=0) :]
        year = _YEAR_BEFORE.search(clause)
        start = match.start() - (len(clause) - year.start()) if year else match.start()
        designation = _designation_start(text, start)
        # A zone's name before the year of its own meeting is left out, the body that meets is not.
        named = text[start - 1 : start] not in _PLACE_END and text[start - 2 : start] not in ("召开", "举行")
        if not year or named or match["kind"] in ("会议", "全体会议"):
            start = designation
        body = _body(text[start : match.start()], match["kind"])
        term = _term(clause[: year.start()] if year else clause)
        year = year or _YEAR_LEADS.match(text, start, match.start())
        held = int(year["year"]) if year else None
        for count in _ordinals(match):
            span = (start, match.end())
            yield _mention("meeting.numbered", span, match.span(), body, term=term, number=count, year=held)


def _term(clause: str) -> int | None:
    """The term said before an ordinal, unless another session stands between the two."""
    term = _TERM_BEFORE.search(clause)
    if term is None or _OTHER_SESSION.search(clause, term.end("term")):
        return None
    return number(term["term"]) or None


def _congresses(text: str) -> Iterator[Mention]:
    for match in _CONGRESS.finditer(text):
        start = match.start() - 2 if text.startswith("党的", match.start() - 2) else match.start()
        meant = _CONGRESS_AFTER.match(text, match.end()) and text[start - 1 : start] not in ("第", "前")
        if start < match.start() or meant:
            body = ("中国共产党", "全国代表大会")
            span = (start, match.end())
            yield _mention("meeting.party_congress", span, match.span(), body, number=number(match["n"]))


def _around(text: str, trigger: str, pattern: re.Pattern[str], before: int, after: int) -> Iterator[re.Match[str]]:
    """The pattern's matches over each occurrence of a rare trigger, looked for near it alone."""
    at, done = text.find(trigger), 0
    while at >= 0:
        match = pattern.search(text, max(done, at - before), min(len(text), at + len(trigger) + after))
        if match is not None and match.start() <= at < match.end():
            yield match
            done = match.end()
        at = text.find(trigger, max(at + 1, done))


def _designation_start(text: str, start: int) -> int:
    """Where the body that meets begins: back over its name to a verb, a mark or another session."""
    body = _BODY_BEFORE.search(text, max(0, start - 24), start)
    if body is None:
        return start
    name = _BRACKETED.sub(lambda bracket: "_" * len(bracket[0]), body[0])
    cuts = [cut.end() for cut in _HELD.finditer(name) if cut.end() < len(name) or cut[0] not in ("召开", "举行")]
    cuts += [cut.end() for pattern in (_OTHER_SESSION, _BRACKET_LEFT) for cut in pattern.finditer(name)]
    begin = body.start() + max(cuts, default=0)
    return begin + 2 if text.startswith(("召开", "举行"), begin) else begin  # nobody stands before the verb


def _body(before: str, kind: str) -> tuple[str | None, str]:
    """The organisation that meets and the series as it goes by, without year, term, ordinal and verb.

    `before` is what stands before the ordinal: a bare 会议 takes it into the series, 党政联席会议 needs it not.
    """
    organization = _NOT_BODY.sub("", before)
    kind = _SERIES_TRIM.sub("", kind)
    series = organization + kind if len(kind) < 4 or kind.startswith(("全体", "扩大")) else kind
    return organization if _MEETS.search(organization) else None, series


def _named(text: str) -> Iterator[Mention]:
    for match in _NAMED.finditer(text):
        before = _NAMED_BEFORE.search(text, max(0, match.start() - 26), match.start())
        if before is None:
            continue
        cut = max((found.end() for found in _HELD.finditer(before[0])), default=0)
        start = before.start() + cut
        named = match.start() - start >= 2 and not text.startswith(_OF_ANY, start)
        if named and text[match.end() : match.end() + 1] != "上":
            body = (None, text[start : match.end()])
            yield _mention("meeting.named", (start, match.end()), match.span(), body)
