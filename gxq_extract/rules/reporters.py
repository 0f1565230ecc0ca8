"""Credits: who wrote, took the picture, edited.

A credit is read in three steps: where on the page a credit can stand, which labels (记者, 通讯员, 摄 …) divide it,
and which tokens between the labels are names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxq_extract.lexicon import nouns, predicates, surnames
from gxq_extract.patterns import HAN, LIST_MARKS, lazy
from gxq_extract.rules.names import Evidence, is_name_token, name_end, where_joined
from gxq_extract.rules.rule import Hit, Mention, Rule

RULES = (
    Rule(
        "credit.bracket",
        "reporter",
        "Names in brackets behind the dateline or at the end: 本报讯(记者 甲 通讯员 乙)",
        "a bracket that opens with a credit label, or holds nothing but names at the very end",
        (
            Hit("本报讯(记者郑树清)11月16日上午,", "郑树清"),
            Hit("本报讯(记者 傅凯东 通讯员 陈佩玉)会议", "陈佩玉"),
            Hit("春意满怀。(记者 高 飞 实习生 陆离)", "高飞"),
            Hit("本报讯(首席记者 文心)", "文心"),
            Hit("本报讯(李通达)4月11日,", "李通达"),
            Hit("青川在线(王伟)8月18日,", "王伟"),
            Hit("本报讯(记者王小虎李大明)3月2日", "李大明"),
            Hit("本报讯(记者 李明 通迅员 王伟)3月2日", "王伟"),
            Hit("本报讯(王伟 通讯员 李明)3月2日,", "王伟"),
            Hit("完成建设任务。(工程建设部:王伟)", "王伟"),
            Hit("会议还研究了其他事项。(撰稿人:王伟??审稿人:李明)", "王伟"),
        ),
        (
            "他说(记者会上)",
            "(共印60份)",
            "清溪日报讯(新清溪-清溪日报记者)3月2日",
            "来访。(清溪日报·清溪客户端)",
            "某人(区委宣传部)",
            "开幕(记者了解到)",
        ),
    ),
    Rule(
        "credit.line",
        "reporter",
        "A byline on a line of its own or a header field: □本报记者 甲 文/图, 作者:甲, 责编:甲 编辑:乙",
        "a byline mark or a label at the head of a short line",
        (
            Hit("□闻远", "闻远"),
            Hit("□本报记者 王 伟 文/图", "王伟"),
            Hit("责任编辑:舒畅 审核:贺知行", "舒畅"),
            Hit("融媒体记者 漆黑 乐章 见习记者 罗盘", "罗盘"),
            Hit("2026-03-13 09:23:30 王伟 来源:区委报道组", "王伟"),
        ),
        (
            "审核:贺知行",
            "初审编辑:王伟",
            "编辑:56885 关注度",
            "□电价上调",
            "来源:区委宣传部",
            "2019-07-25 14:23:10 消费 来源:财讯网",
            "图文直播",
            "文字大小:大 中 小",
        ),
    ),
    Rule(
        "credit.dateline",
        "reporter",
        "Names behind the dateline without brackets: 本报讯 记者甲 通讯员乙报道",
        "讯, 消息 or a label at the opening, and 报道, a colon or a comma behind the names",
        (
            Hit("本报讯 记者方向报道:“两袋复合肥", "方向"),
            Hit("本报讯记者王伟通讯员李思源报道持续干旱", "李思源"),
            Hit("本报讯 记者刘丁维、通讯员胡泉报道:昨日", "胡泉"),
            Hit("本报记者 方向 通讯员 胡泉 报道 场院里,", "胡泉"),
        ),
        ("本报讯 记者昨日从区政府获悉,", "本报讯 记者了解到,"),
    ),
    Rule(
        "credit.caption",
        "reporter",
        "Who took the picture, behind a caption: 本报记者 甲 摄",
        "摄, 摄影, 摄影报道 or 图 at the end of a caption",
        (
            Hit("志愿者清理河道。 通讯员 禹航 摄", "禹航"),
            Hit("果农忙着装箱发货。 张小山 摄", "张小山"),
            Hit("茶农在晾晒夏茶。(本报记者 敖登 摄)", "敖登"),
        ),
        ("游客在拍摄", "(资料图)", "(受访者供图)"),
    ),
)

# 王伟, 王小明
_NAME = rf"{HAN}{{2,3}}"
# 本报首席, 驻清溪, 融媒体中心: what stands before a label.
_PREFIX = (
    r"(?:本报|本网|本刊|本台|首席|特约|特派|专职|资深|全媒体?|融媒体?(?:中心)?|新媒体|见习|实习"
    rf"|驻{HAN}{{2,4}}|客户端|中心)"
)
# 来源:, 来自:, 发布于 2020-01-02: where a text comes from.
_ORIGIN = r"发[表布]于(?= ?\d)|来自(?=:)|出处(?=:)|(?:文章|信息)?来源|线索提供|原创|出品|作者单位|作者系"
# 初审, 审核人, 值班主任, 美编: who checked a text, answers for it, set or published it.
_CHECKED = (
    r"(?:初|复|终|一|二|三|编|监|签)审(?:编辑)?|审[核校稿签定发]人?|复核|核稿人?|签发人?|校[对审]"
    rf"|监制|总值班|值班{HAN}{{0,3}}|总编|主编|策划|统筹"
    r"|美编|组版|制图|版式|录入|检录|编发|上传|发布人?|信息发布"
)
# 浏览, 字号, 关键词: what else a site prints there.
_FURNITURE = r"电话|(?:发[表布])?(?:时间|日期)|查看|浏览|阅读|点击|访问|热度|人气|关键词|标签|字号|字体|文字大小|图片(?:专版|新闻)"
# The labels by their kind; of those that begin at the same place the first counts.
_LABELS = {
    # 见习记者, 本报见习摄影记者
    "trainee": rf"{_PREFIX}*见习(?:文字|摄影)?记者",
    # 实习生, 本报实习记者
    "intern": rf"{_PREFIX}*(?:实习生|实习记者)",
    # 记者, 本报首席记者, 文字记者
    "reporter": rf"{_PREFIX}*(?:文字|摄影)?记者",
    # 通讯员, 特约通讯员, 供稿人
    "correspondent": rf"{_PREFIX}*通[讯迅信]员|供稿人?|报送|信息员",
    # 责任编辑, 本版编辑, 责编
    "editor": r"责任编辑|值班编辑|本[版期]编辑|责编|编辑(?!同志|部)|文编",
    "none": rf"{_ORIGIN}|{_CHECKED}|{_FURNITURE}",
    # 文/图, 图文
    "both": r"(?:撰稿|采写)[/、]摄影|文[/、]?(?:图|摄影|摄|片)|图[/、]?文(?!直播)|图文(?!直播)",
    # 摄影报道, 供图, 甲 摄
    "photo": (
        r"摄影报道|特约摄影师?|摄影师?|供图|图片"
        rf"|(?<!{HAN})图(?!{HAN})|摄(?!{HAN})"
    ),
    # 作者, 撰稿人, 文/甲
    "author": (
        r"作者(?!单位|系)|评论员|执笔|采写|撰稿人?|撰文|文案|初稿|整理"
        rf"|(?<!{HAN})文字?(?=[:/ ]|\Z)"
    ),
}
_LABEL = lazy("|".join(f"(?P<{kind}>{source})" for kind, source in _LABELS.items()))
# What every label with a role has in it: a line without one of these needs no closer look.
_ROLE_WORD = lazy(
    r"记者|实习生|通[讯迅信]员|供稿|报送|信息员|编辑|责编|文编|[图摄]|文(?=[字/、图摄片: ]|\Z)|作者|评论员|执笔|采写|撰稿|撰文|文案|初稿|整理"
)
_ROLES = {
    "trainee": "trainee_reporter",
    "intern": "intern",
    "reporter": "reporter",
    "correspondent": "correspondent",
    "editor": "editor",
    "both": "author",
    "photo": "photographer",
    "author": "author",
}
_UNCREDITED = ""  # the role of those who checked or published
_TOKEN = lazy(rf"{HAN}+(?:[·?]{HAN}+)*")
_TAIL_WORD = lazy(r"(?:摄影报道|综合报道|报道|摄影|供图|整理|采写|文图|摄|[图文](?=/))\Z")
_BRACKET = lazy(
    r"[(【](?=[^()【】]{0,24}?(?:记者|通[讯迅信]员|实习生|作者|供稿|采写|撰稿|文[/图 :]|图[/文 :]|/[文图]|摄|编辑|责编))"
    rf"((?:[^()【】。;!?]|\?{{1,2}}(?={HAN})){{2,120}}?)。?[)】]"
)
_NAMES_ONLY = lazy(r"[(](?=(?:[^\W\d]|[· 、/]){2,24}[)]\Z)([^()]+)[)]\Z")
_OUTLET = lazy(r"[报网台社刊]·")
# 新清溪-清溪日报记者: before the dash stands an outlet too.
_OUTLET_BEHIND = lazy(rf"-{HAN}{{2,6}}[报网台社刊]")
# A unit, and who wrote for it: (工程建设部:王伟).
_UNIT_SIGNED = lazy(
    rf"\([^()。,:]{{2,14}}(?:[部室局委办院司心校站队镇乡会]|政协|人大|妇联|中学|小学|大学)[: ] ?({_NAME})\)(?=\n|\Z)"
)
_BEHIND_TIME = lazy(
    rf"(?:\d\d:\d\d|次数:) ?(?P<names>{HAN}{{2,6}}(?: {_NAME})?)(?= (?:文章|信息)?来源:)"
)  # 09:23:30 王伟 来源:
# Two names at the end of the text, below which its pictures are named.
_NAMES_BEFORE_PICTURES = lazy(rf"\((?<=[。!?”]\()({_NAME}(?: {_NAME}){{1,3}})\)(?=\n)")
_LONGEST_FOOT = 160  # characters of a site's foot below the text
_NAME_END = lazy(rf"(?<=[。!?]) ?({_NAME})\Z")
_UNBRACKETED_END = lazy(
    rf"(?<=[。!?”\n]) ?(?:\w{{2,10}}(?:台|报|网|社|中心))?({_PREFIX}*(?:记者|通讯员|实习生)[:/ ]?[\w ·、/]{{2,40}}?)(?:报道)?。?(?=\n|\Z)"
)
_DATELINE = lazy(
    rf"[^。,“]{{0,16}}?(?:讯|消息|电)[】\]]?(?:\([^()]{{2,10}}\))?[ :]*(?=(?:(?!员){_NAME} ){{0,3}}{_PREFIX}*(?:记者|通[讯信]员|实习生))([^。,:“()]{{2,60}})"
)
_REPORTED_BY = lazy(r"((?:本报|本网|本台|首席|特约|全媒体|融媒体?|见习|实习)记者[^,。;:()“]{2,40}?)报道[: ]")
_OPENING = lazy(rf"\(((?:{HAN}{{2,4}}[ 、]?){{1,3}})\)(?=\d{{1,2}}月|昨|近日|日前)")
# 本报讯 王伟报道 近日
_TOLD_BY = lazy(rf"[^。,“]{{0,10}}?讯 ?({_NAME})报道(?=[ :])")
# 5月22日电 记者(王伟)日前
_BEHIND_LABEL = lazy(rf"[^。,“]{{0,20}}?(?:讯|电) ?(记者\({_NAME}\))")
_OFFICE = lazy(
    r"[^。,“]{0,16}?(?:讯|在线|网) ?\((?![^()]*(?:记者|通[讯迅信]员))([^()。,]{2,20})\)(?=\d{1,2}月|[^。]*?[。,])"
)
# How a text may open with its credit, the rule, and the role where no label tells it.
_OPENINGS = (
    (_OPENING, "credit.bracket", "author"),
    (_OFFICE, "credit.bracket", "author"),
    (_TOLD_BY, "credit.dateline", "author"),
    (_BEHIND_LABEL, "credit.dateline", None),
)
_CAPTION_END = lazy(
    r"([\w·]{0,14}?(?:记者|通讯员|实习生)?[:/ ]*[\w·]{1,6}(?:[ 、/][\w·]{1,6}){0,4}?[ /]?(?:摄影报道|摄影|摄|供图|图))\)?\Z"
)
_CAPTION_LABEL = lazy(r"((?:摄影|摄|文/图|图/文|图文|图|文)[/: ] ?[\w· /、]{2,36})\)?\Z")
_NOT_CREDIT = lazy(
    r"记者(?:会|节|站|协会|从|在|了解|看到|昨|今|获悉|手记|证|采访|来到|走进|见面|问|团|们|发现|近日|日前|随|将|又|还|注意|编辑:)"
)
_NAME_FOLLOWS = lazy(rf":|/? ?(?!摄|图|文|报道){HAN}{{2,4}}(?! ?[摄图])(?:\Z|[ ,、)])")
# (王伟 李明)
_BARE_BYLINE = lazy(rf"\(?(?:{HAN}|[· 、])+\)?")
_MARK = lazy(rf"[□/|▌{LIST_MARKS}] ?")


def find(text: str) -> list[Mention]:
    """The credits of a bulletin's body: behind its dateline, in labelled brackets anywhere, at its very end."""
    mentions: list[Mention] = []
    lead = _DATELINE.match(text)
    if lead is not None and not _NOT_CREDIT.search(lead[1]):
        mentions += _parse(text, lead.start(1), _report_end(text, lead), "credit.dateline", None)
    by = _REPORTED_BY.match(text)
    if by is not None and not _NOT_CREDIT.search(by[1]):
        mentions += _parse(text, by.start(1), by.end(1), "credit.dateline", None)
    for form, rule, role in _OPENINGS:
        opening = form.match(text)
        if opening is not None:
            mentions += _parse(text, opening.start(1), opening.end(1), rule, role)
    for match in _BRACKET.finditer(text):
        if not _NOT_CREDIT.search(match[1]):
            mentions += _parse(text, match.start(1), match.end(1), "credit.bracket", None)
    mentions += _at_end(text, {mention.start for mention in mentions})
    return mentions


def find_in_line(text: str) -> list[Mention]:
    """The credits of a byline, header or end line."""
    mark = _MARK.match(text)
    start = max(mark.end() if mark else 0, text.rfind(">") + 1)  # behind the way to the page
    named = mark is not None or _is_bare_byline(text)
    bare = "author" if named and not _ROLE_WORD.search(text, start) else None
    by = _BEHIND_TIME.search(text)
    if by is None or not all(map(_is_bare_name, by["names"].split())):
        return _parse(text, start, len(text), "credit.line", bare)
    stamped = _parse(text, *by.span(1), "credit.line", "author")
    return [*stamped, *_parse(text, start, len(text), "credit.line", bare)]


def find_in_caption(text: str) -> list[Mention]:
    """The credit behind a picture's text."""
    low = max(0, len(text) - 40)
    match = _CAPTION_LABEL.search(text, low)
    if match is None and text.rstrip(")").endswith(("摄", "摄影", "摄影报道", "图")):
        match = _CAPTION_END.search(text, low)
    if match is None:
        return []
    start = max(match.start(1), *(text.rfind(mark, 0, match.end(1)) + 1 for mark in "。!?(;,"))
    return _parse(text, start, match.end(1), "credit.caption", None)


def _is_bare_byline(text: str) -> bool:
    return len(text) <= 14 and _BARE_BYLINE.fullmatch(text) is not None


def _is_bare_name(word: str) -> bool:
    """Whether a word without a label can only be a name."""
    return word[0] in surnames() and word not in predicates() and word not in nouns()


def _report_end(text: str, lead: re.Match[str]) -> int:
    report = text.find("报道", lead.start(1), lead.end(1))
    return report if report >= 0 else lead.end(1)


def _at_end(text: str, taken: set[int]) -> Iterator[Mention]:
    """Names that end the text: (甲 乙), which lines of pictures may follow; 甲 or 记者甲 behind its last sentence.

    `taken` are the starts of credits found already.
    """
    last = _NAMES_ONLY.search(text, max(0, len(text) - 30)) or _NAMES_BEFORE_PICTURES.search(text)
    if last is not None and not _NOT_CREDIT.search(last[1]):
        yield from (
            m for m in _parse(text, last.start(1), last.end(1), "credit.bracket", "author") if m.start not in taken
        )
    signed = _UNIT_SIGNED.search(text, max(0, len(text) - _LONGEST_FOOT))
    if signed is not None:
        yield from _parse(text, signed.start(1), signed.end(1), "credit.bracket", "author")
    unlabelled = _NAME_END.search(text, max(0, len(text) - 4))
    if unlabelled is not None and _is_bare_name(unlabelled[1]):
        yield from _parse(text, unlabelled.start(1), unlabelled.end(1), "credit.line", "author")
    closing = _UNBRACKETED_END.search(text, max(0, len(text) - _LONGEST_FOOT))
    if closing is not None and not _NOT_CREDIT.search(closing[1]):
        yield from _parse(text, closing.start(1), closing.end(1), "credit.line", None)


def _parse(text: str, start: int, end: int, rule: str, role: str | None) -> list[Mention]:
    """Names between the labels of a credit; a label that follows its names (甲 摄) gives them their role."""
    if role is None and not _ROLE_WORD.search(text, start, end):
        return []
    mentions: list[Mention] = []
    at = start
    for label in _LABEL.finditer(text, start, end):
        zone = _names(text, at, label.start(), rule)
        kind = label.lastgroup or ""
        behind = kind in ("both", "photo", "author") or label[0] == "供稿"  # (甲 供稿), not 来自 … 作者:甲
        behind = behind and not text.startswith(":", label.end())
        if behind and zone and role is None:
            for mention in zone:
                mention.data["role"] = _ROLES[kind]
            mentions += zone
        else:
            opens = at == start and rule in ("credit.bracket", "credit.dateline")
            first = opens and kind in ("reporter", "correspondent", "intern")
            mentions += _with_role(zone, role or ("author" if first else None))  # (王伟 通讯员 李明)
        role = _next_role(kind, role, text, label, bool(zone))
        at = label.end()
    mentions += _with_role(_names(text, at, end, rule), role)
    return mentions


def _next_role(kind: str, role: str | None, text: str, label: re.Match[str], names_before: bool) -> str | None:
    """The role of the names behind a label; `None` where a label still to come tells it."""
    if kind == "none":
        return _UNCREDITED
    trails = text[label.start() - 1] == "/" or not _NAME_FOLLOWS.match(text, label.end())  # 甲/文 乙/摄
    if kind in ("both", "photo", "author") and names_before and trails:
        return None
    if kind == "both" and role:
        return role
    return _ROLES[kind]


def _with_role(mentions: list[Mention], role: str | None) -> list[Mention]:
    if not role:
        return []
    for mention in mentions:
        mention.data["role"] = role
    return mentions


def _names(text: str, start: int, end: int, rule: str) -> list[Mention]:
    mentions: list[Mention] = []
    tokens = [(m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    at = 0
    while at < len(tokens):
        first, last = tokens[at]
        tail = (
            _TAIL_WORD.search(text, first, min(last + 1, end))
            if text[last : last + 1] == "/"
            else _TAIL_WORD.search(text, first, last)
        )
        if tail is not None and tail.start() >= first + 1 and last - first > 2:
            last = tail.start()
        if (
            last - first == 1
            and at + 1 < len(tokens)
            and tokens[at + 1][1] - tokens[at + 1][0] <= 2
            and text[first] not in "摄图文"
        ):
            last = tokens[at + 1][1]
            at += 1
        at += 1
        joined = where_joined(text[first:last])
        if joined is not None:
            mentions += [Mention(rule, a, b, text[a:b]) for a, b in ((first, first + joined), (first + joined, last))]
            continue
        mention = _name_mention(text, first, last, rule)
        if mention is not None:
            mentions.append(mention)
    return mentions


def _name_mention(text: str, first: int, last: int, rule: str) -> Mention | None:
    token = text[first:last].replace(" ", "")
    if _OUTLET.search(token) or _OUTLET_BEHIND.match(text, last):
        return None
    if is_name_token(token):
        return Mention(rule, first, last, token)
    stop = name_end(text, first, Evidence(text)) if last - first > 4 else None
    if stop is not None and stop <= last and text[first:stop] and rule == "credit.dateline":
        return Mention(rule, first, stop, text[first:stop])
    return None
