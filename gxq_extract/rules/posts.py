"""Posts as a grammar: a head (局长), modifiers before it (常务副), an organisation before those.

A post is read backwards from its head to the first thing that cannot belong to it, so that a post never seen before
(西区融媒体中心党支部副书记) is read right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from gxq_extract.lexicon import post_heads
from gxq_extract.patterns import LIST_MARKS, last_of, lazy

# 党总支书记 ends in 书记 and not in 支书, 二中校长 in 校长 and not in 中校, 副总经理 not in 副总.
_READ_ON = ("书记", "校长", *(f"总{char}" for char in "经裁理队参指工编干规监建会设检统"))
# What makes of a head another word: 主席台, 书记处, 委员会.
_NOT_POST_AFTER = lazy(
    r"(?:程量|能力|水平(?!出席|参加|陪同)|作风|(?<=长)者(?=[食餐饭服照之])|公室|[廊馆篇]|江(?:边|堤|大桥|路|码头|沿|流域|干流|防|水|经济|以|两岸|隧道|大道)|[途期效远](?!平|强|明|华|伟)|(?<=主席)(?:台(?!湾)|席[就前上])|团(?!结)|国(?=[家际内外有道土企产资培标贸营赛考债])|府|官邸|官员|处(?!长)|室|会(?!见|谈|同|上|前|后)|办公|专题|扩大|级|制|班子|小组|干部|机构|力量|核心|作用|责任|信箱|热线|接待日|助理|论坛|大会|联席|述职|抓|负责|单位|职务|一职|候选|人选|竞聘|家庭|队伍|辖区|寄语|致辞|岗|证|层|学院|培训|例会|碰头|理事会|直播|说法|公开课|思政|讲堂|接访|直通车|带头|领办|身份|们|在内|医师|护师|药师|科员|委员|经理|工程师)"
)
_MODIFIER = lazy(
    r"(?:第一|常务|专职|兼职|专职常务|执行|名誉|候补|党组|首席|驻会|轮值|联席|高级|资深|[一二三四]级|[副代总正原老]|(?<!人)大)+\Z"
)
_HARD = ",。;:!?“”《》【】[]\n□①②③④⑤⑥⑦⑧⑨⑩*▌" + LIST_MARKS
_SEPARATORS = "、"
# Words that cannot stand inside a post: what comes behind the last of them is the post.
_CUT = lazy(
    r"该(?:院|校|县|区|市|局|镇|乡|村|街道|社区|公司|集团)(?!长)|[围拉拦叫抓]住|(?<!四)大家|围绕|(?<=[,。;])听(?=[校院局所站村镇])|落实|(?<=的)有|(?<=领导)有|增补|鼓励|点名|业主(?!委|会|代表|单位|大会)|联系(?=[省市区县镇乡村])|[开闭]幕会|(?:施工|建设|监理|设计|承建|运营)单位(?!项目|负责)|时任|现任|[新首接继]任(?=[省市区县州旗镇乡])|(?<![主责信担委兼出])任(?![命务免职期教丘县])|原任|曾任|历任|拟任|先后任|担任|兼任|出任|任命|聘[任请]|免去|当选为?|选举|决定|通过|会见|会晤|陪同下?|邀请到?|听取|带领|率领|率|学习传达|传达学习|学习贯彻|传达|转达|宣读|出席|参加|主持|召开|举行|"
    r"调研(?!组|员|室|处)|视察(?!组|团)|考察(?!组|团)|慰问|看望|走访|拜访|采访(?!组)|来到|前往|走进|走上|登上|[上下中]午|今日|昨日|今天|昨天|近日|日前|当日|当天|当晚|随后|期间|其中|包括|以及|还有|据悉|"
    r"会上|会前|会后|会议(?!所|中心)|座谈会|仪式|活动(?!领导|组委)|(?:(?<=[报网社台刊本])讯|讯(?=[ (]))|(?<![临小及战实同])时(?!代|尚|装|间|政)|向(?!阳|东|荣)|(?<![自理])由|被|协调(?=[省市区县州旗镇乡])|将(?!军)|(?<![申聘])请来?(?!示)|随(?![县州阳])|受(?!理)|审议(?!会)|(?<![补供配])给|让|"
    r"(?<![数证依根])据|是|(?<![华康])为|对(?!外|口|台|接|俄|日|韩)|的|了|着|(?<![通超经])过(?!程|滤)|到|从(?!化)|在(?!线|职|建|校|编)|以(?!色)|代表(?!大会|团|队|处|联络|资格|工委|工作)|跟|与会(?!长)|(?<!参)与|"
    r"(?<=[者他她我])同|"
    r"同(?=公司|企业|单位|相关|有关|当地|该)|(?<![,。;:、\n(“])同(?![胞元济仁心方和德兴创江安里升煤志盟花洲盛庆益程城辉泰康源昌文级业步乡学事时意等类向轨])|(?<![高中初均平])等(?!级)|[他她]|\d+[日时]|\d+[余多]?[名位](?=\w{2})|[晚早]|并(?!购)|也|还|又|及其?|来自|介绍|表示|指出|强调|要求|(?<![小解])说|告诉|接受|作为|成为|"
    r"(?<![财神农统])经(?![济开营贸信委发管办合理纪科])|就(?!业)|(?<!共)和(?!平|谐|龙(?!泉)|田|静|硕|顺|林|布|政|治|睦|美|合|盛|兴)|我(?![省市区县校院局镇乡街会厅处])|新(?=任)|把|(?<![职名])称|[这那](?=[个些时里样位种么一两几次])|该|至|自(?!然|治|贸|由|动|来|主|行|驾|学)|"
    r"\([^()]*(?:记者|通讯员|摄|[图文](?=[/ )]))[^()]*\)|(?<=日)电(?: ?\([^()]*\))?|(?:记者|通讯员|[文图摄]/) ?(?:[^\W\d]{2,3} ){1,3}|报道(?![员部组科处中])|"
    r"即|叫来?|拨通|连线|递补|找|特邀|来(?=[省市区县州镇乡])|原(?=[省市区县州镇乡村][委长])|(?<=[的,。;、:是])原(?=副|党[委组总支]|(?:总经理|校长|院长|局长|主任|书记|会长|董事长|厂长|站长)[^\W\d])|现场|共同|专门|亲自|责成|召集|约谈|当场|询问|同意|督促|叮嘱|嘱咐|勉励|提醒|欢迎|同时安排|一边听?|边(?:听|问|看(?!守))|(?:建设|施工|承建|运营|投资|设计|监理|业主)方(?!案)"
)
# 和 and 与 inside an organisation's name: 发展和改革局, 呼吸与危重症医学科.
_INNER_AND = lazy(
    r"(?:改革|规划|城乡|信息化|社会|旅游|体育|计划生育|生态|农村|宗教|统计|退役|救援|草原|新闻|水务|建设|科技|科学|经济|技术|危重症|传播|管理|服务|安全|环境|国土|国防|国有|国际|卫生|健康|应急|市场|"
    r"民族|民政|财政|审计|商务|招商|投资|金融|人才|就业|渔业|海洋|粮食|物资|学习|数据|广播|电视|文物|园林|绿化|交通|运输|住房|林业|畜牧|水利|乡村|扶贫|移民|工业|产业|创新|法规|法律|监督|监察|检验|预防|控制|保障|保护|执法|综合|治理|网信|网络|党风|组织|宣传|统战|政法|对外|外事|侨务|台湾|港澳|青年|妇女|儿童|老年|残疾|教育|文化|艺术|出版|发展|合作|贸易|物流|材料|工程|设计|智能|电子|机械|能源|化工|生物|医学|药|护理|康复|营养|代谢|介入|血管|肿瘤|疾病|动物|植物|食品|农业|湖泊|河湖|医疗|医药|医保|信访|口岸|气象|供销|司法|消防|森林|湿地|园区|港口|海事|电力|城市|市政|档案|质量|知识产权|行政|公共|资源|公路|道路|航空)"
)
_OF_BOTH = lazy(r"(?<![^\W\d])[省市州区县]、[市州区县乡镇]领导")
_BRACKET_BEFORE = lazy(r"\([^()]*\)")  # 6月4日(周一) 县长甲, 本报讯(记者甲)县长乙
_MINUTES = lazy(r"(?<=\d:)\d\d(?::\d\d)?(?!\d)")  # 2024-11-05 09:|30 区长甲
_PRONOUNS = frozenset("我你他她它谁")
_LONGEST = 42
_LONGEST_QUOTE = 9


@cache
def _lengths() -> dict[str, list[int]]:
    """For the last two characters of a head the lengths of heads that end so, longest first: 经理 is 5, 3 or 2."""
    lengths: dict[str, list[int]] = {}
    for end, length in sorted({(head[-2:], len(head)) for head in post_heads()}, reverse=True):
        lengths.setdefault(end, []).append(length)
    return lengths


@cache
def _head_end() -> re.Pattern[str]:
    return re.compile(last_of(post_heads()))


def heads(text: str, low: int = 0, high: int | None = None) -> Iterator[tuple[int, int]]:
    """The spans of the post heads from `low` to `high` that do not overlap, the leftmost and longest of each place.

    >>> list(heads("区委书记、总经理助理"))
    [(2, 4), (5, 10)]
    """
    done = start = end = low
    for last in _head_end().finditer(text, low, len(text) if high is None else high):
        first = head_before(text, last.end(), done)
        if first is None or start < first < end:
            continue
        if first >= end > start:
            yield start, end
            done = end
        # else 总经理 was read too short: 总经理助理
        start, end = first, last.end()
    if end > start:
        yield start, end


def head_before(text: str, end: int, floor: int) -> int | None:
    """Where the longest post head that ends at `end` begins, not before `floor`; `None` if none ends there."""
    for length in _lengths().get(text[max(0, end - 2) : end], ()):
        start = end - length
        if start >= floor and text[start:end] in post_heads():
            return None if text[end - 1 : end + 1] in _READ_ON else start
    return None


def is_post(text: str, end: int) -> bool:
    """Whether the head that ends at `end` can be a post: 主席 is, the 主席 of 主席台 is not."""
    return _NOT_POST_AFTER.match(text, end) is None


def post_start(text: str, end: int, floor: int) -> int | None:
    """Where the post that ends at `end` begins, not before `floor`; `None` where nothing of a post is left."""
    low = max(floor, end - _LONGEST)
    start = _hard_start(text, low, end)
    start = _cut_start(text, start, end)
    bracket = _BRACKET_BEFORE.match(text, start, end)
    if bracket is not None:
        start = bracket.end()
    minutes = _MINUTES.match(text, start, end) if text[start - 1 : start] == ":" else None
    if minutes is not None:
        start = minutes.end()
    while start < end and text[start] in " 、)兼·":
        start += 1
    if _OF_BOTH.match(text, start - 2) and start - 2 >= floor:
        start -= 2  # 市、县领导
    return start if start < end else None


def _hard_start(text: str, low: int, end: int) -> int:
    """Behind the last punctuation mark outside brackets; a bracket that opens before `low` is one too."""
    depth = 0
    at = end
    while at > low:
        at -= 1
        char = text[at]
        opened = text.rfind("“", max(low, at - _LONGEST_QUOTE), at) if char == "”" else -1
        if opened >= 0 and text[opened + 1 : at].isalnum():  # 社区“两新”工委书记
            at = opened
        elif char == ")":
            depth += 1
        elif char == "(":
            if depth == 0:
                return at + 1
            depth -= 1
        elif depth == 0 and (char in _HARD or char in _SEPARATORS or (char == "兼" and text[at + 1] != "职")):
            return at + 1
    return low


def _cut_start(text: str, start: int, end: int) -> int:
    """Behind the last word that cannot stand inside the post, leaving at least its head."""
    head = head_before(text, end, start)
    limit = end if head is None else head
    at = start
    for cut in _CUT.finditer(text, start, end):
        if cut.end() > limit:
            break
        if _begins_unit(text, start, cut):
            continue
        if (
            cut[0] in ("和", "与", "及")
            and cut.start() > at
            and (_INNER_AND.match(text, cut.end()) or text.startswith("领导", end - 2))
        ):
            continue
        if text.rfind("(", start, cut.start()) > text.rfind(")", start, cut.start()):
            continue
        at = cut.end()
    return at


def _begins_unit(text: str, start: int, cut: re.Match[str]) -> bool:
    """Whether a cut only looks like one at the start of a unit's name: 时越公司, 东和公司."""
    if cut[0] == "时":
        return cut.start() == start
    return cut[0] == "和" and cut.start() == start + 1 and text[start].isalpha() and text[start] not in _PRONOUNS


def modifiers_start(text: str, head_start: int, floor: int) -> int:
    """Where the modifiers before a head begin: 常务副|市长."""
    found = _MODIFIER.search(text, max(floor, head_start - 6), head_start)
    return found.start() if found else head_start
