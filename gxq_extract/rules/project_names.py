"""The names of projects and works: where one begins and ends, and whether it is a name at all.

A name is read backwards from its head. It begins behind what governs it (a verb, a mark) and ends in a word for works
(大桥, 改造), or is told by what it is called; words that tell of what kind a project is make no name.
"""

from __future__ import annotations

import re
from functools import cache

from gxq_extract.lexicon import common_words, facilities, generic, nouns, predicates
from gxq_extract.patterns import HAN, LIST_MARKS, lazy
from gxq_extract.rules.rule import Mention

_REMARK = lazy(r"\([^()]{1,10}\)\Z")
# With the words of the lexicon: nothing but these makes no name.
_GENERIC_MARK = r"[省市区县国好大小新老、等和与及性类化型级]|[\d.]*亿元(?:以上)?|[各每]个?"
# Works of a kind, of which any town has one.
_BARE = frozenset(
    "公路 高速公路 快速路 主干道 支路 断头路 农村公路 人行道 路灯 隧道 立交桥 高架桥 天桥 人行天桥 铁路 轨道交通 地铁 机场 码头 停车场 充电桩 "
    "水库 泵站 变电站 污水处理厂 垃圾焚烧发电 光伏发电 地下管廊 雨污分流 公园 口袋公园 游园 绿道 产业园 物流园 科技园 数据中心 厂房 标准厂房 "
    "仓库 保税仓库 生产线 生产车间 综合楼 教学楼 宿舍楼 安置房 体育馆 图书馆 农贸市场 养老院 敬老院 卫生院 社区卫生服务中心 高标准农田 "
    "游客中心 游客服务中心 停车场 道路提升 道路拓宽 绿化提升 河道整治 危桥改造 城中村改造 背街小巷改造".split()
)
_CREDIT = r"\([^()]{0,40}(?:记者|通讯员|实习生)[^()]{0,40}\)"
_MARKS = lazy(f"[。,;:!?“”《》【】\n□{LIST_MARKS}]|{_CREDIT}")
_MARKS_OF_LIST = lazy(f"[。,;:!?“”《》【】\n□{LIST_MARKS}、]|{_CREDIT}")
# What governs a name and does not belong to it.
_CUT = lazy(
    r"先后|航拍|打通|(?<![急会])保障(?!房|性|中心|基地)|(?:控制性|标志性|关键性|重点|骨干)工程|(?:重点|水源|[援续新在]建|民生|水利)(?:工程|项目)(?=[^\W\d]{4})(?!周边|建设|一线|现场|工地|推进|管理|审批)|[这此本]次|每天|推送|打一场|打好|出席(?=.{4})|安排|成为|保证|督办|标志着|参加(?=.{4})|[村镇乡县市区地]等|举行(?=.{4})|迎来|来到|抵达|走进|走访了?|察看了?|查看了?|考察了?|视察了?|调研了?|督导了?|检查(?!站|院|所)了?|观摩了?|参观了?|深入|前往|奔赴|加快|推进|推动|开工建设|建设(?=.{4})(?![路街村镇乡]|大道|小区)|实施|开展|启动(?!区)|开工|新建(?=.{3})|谋划|引进|引入|承接|承建|完成|建成|"
    r"抓好|抓紧|承诺|询问了?|办好|上马|投建|承担|全力保障|围绕|聚焦|了解|听取|宣布|签订|续建(?!配套)|得知|获悉|筹划|筹建|兴建|进入|入驻|签约(?=.{4})|赴(?=.{4})|希望(?!小学|工程)|力促|盯住|紧盯|办理|尽快|布局|共建|对接|用于|介绍|商谈|洽谈|配合|结合|拓展至|随着|通报了?|反映|盯紧|建起|票决|包括|涉及|涵盖|其中|以及|分别|建立|依托|位于|作为|总投资[\d.]+亿?元?|投资[\d.]+亿?元?|[上下中]午|\d+日前?|[底年]前|实现|近日|目前|随后|加上|帮助|论证|做过|驶入|据悉|据了解|眼下|同步|做好|打造|(?<!养老|企业|公共|政务|便民|社区|家政|信息|技术|金融|物流|医疗|健康|卫生|人才|法律|客运|旅游)服务(?!区|中心|基地|能力|外包|业|平台|大厅|站)|支持|协调|解决|关于|"
    r"——|投产(?=.{4})|加强|完善|补齐|科学调度|精准调度|审议|研究(?!院|中心|所)|同意|原则|汇报|召开|负责|参与|参建|入选|列入|落户|落地|备案|申报|争取|助力|攻克|一批|众多|许多|多个|全部|省市重点|积极|做优|做强|全面(?!振兴|小康)|深化|不断|进一步|明年|今年|去年|当前|下一步|"
    r"看到|来自|调度(?!中心|室|站|楼|平台|指挥)|借着|抢建|赶建|调整(?=[^\W\d]{5})|督查|牵涉|聚力|召集|看重|莅临|车[观览]|沿途|开进|带队|率队|巡查|踏勘|勘查|核查|抽查|回访|商讨|讨论|谈到|谈及|提到|说起|面对|针对|对于|途经|沿着|顺着|拿下|上报|直奔|打听|签下|签了|明确|盯牢|(?<=[约工会式动目展])暨|交流(?!中心)|查阅|现场|正在|已经|计划(?=[^,。]{4})|规划建设|组织|集中(?!安置|供|居|处理|收集|隔离)|要求|强调|指出|表示|提出|确保|力争|紧扣|整修|穿越|编制|大力发展|讯|因(?!素|子|茨|特|斯)|(?<!存|所|现)在(?!线|建(?!设[路街村镇]))|对(?!外|口|台)|将(?!军)|把|(?<!自|理)由|(?<!成|作|较|最)为(?!老)|到|从(?!化|江)|以(?!色)|(?<!国|私|公|所)有(?!机|色|限|线|轨)|是|了|的|"
    r"就(?!业)|并(?!网)|还|让|请|(?<![、转定走朝纵横])向(?!阳|[^\W\d][坝桥河湾村])|给予|给(?!水|排水)|被|该[区县镇乡村市]|该|其|但|称|说|看(?!守)|抓|又|也|已|这|那(?=[个些么座条里处时])"
)
JOIN = lazy(
    r"以及|(?<![呼共太永祥泰义忠仁])和(?!田|路|街|大道|平(?!安)|谐|顺|睦|泰|润|苑|府|家园)|(?<![涉普提])及|(?<!参)与"
)
# What may follow a name, from the last word back: 甲桥|建设项目施工现场.
_TRIMMED_END = (("现场", "工地", "一线"), ("施工",), ("建设",), ("项目", "工程"), ("建设",))
_TRIM_START = lazy(
    r"(?:以及|仅(?!仅)|中[铁建交冶核][^\W\d]{1,3}局(?:集团)?|(?:得益|受益)于|除(?![险尘草湿臭])|好(?=[^\W\d]{3})|[、及与等的]|和(?!平|谐|顺|睦|美|兴)|自(?![来动然行贸主建])|\(?\d{1,2}[).、]|配套(?!道路)|第[一二三]批|\d+个|[一二三四五六七八九十]+个|(?:19|20)\d\d年度?(?!第)|公司|\d*家?企业|旗下|当地|[^\W\d]{0,4}?(?:高新区|经开区|开发区|示范区|新区)(?=[^\W\d]{2,3}(?:大道|大街|路|街(?!道))|[^\W\d]{2,3}[一二三四五六]期)|我[区市县省]|全[区市县省州镇乡]|[市县区镇乡村]里(?!程|水)|市区(?=[^\W\d]{2,3}[路街])|该区|其|个|项(?!目)|座|条)+"
)
# Where works with a name of their own stand: 在清溪高新区|恒源二期, 在清溪县|红旗桥重建; not 在清溪县第二幼儿园.
_STANDS_IN = lazy(
    r"[^\W\d]{2,6}?(?:高新区|经开区|经济开发区|开发区|新区|示范区)(?!产城)"
    r"|(?<=在)(?:[^\W\d]{2,3}?(?:县|市(?!场)|旗|(?<![城片灌社小园库矿校院景牧山湖滩林])区))?(?:[^\W\d]{2,3}?(?:镇|乡|街道|苏木(?!山))(?![至到]))?"
)
_BEFORE_PLACE = frozenset("在,。;")
_COST = lazy(r"(?:总?投资|占地|年产|日处理|日供水|年处理)[^,。;、]{0,4}\d[^,。;、]{0,6}的")
_UNIT_STARTS = ("省", "市", "县", "区", "镇", "乡")
WHOLE = ("项目", "工程")  # what stands before 和 is then a whole name
_ASPECTS = ("问题", "情况", "工作", "进度")  # of what stands before, and no part of a name
_LETTER = lazy(r"[^\W\da-zA-Z_]")
_NOT_IN_NAME = lazy(
    r"^(?:[各每(把使让且]|年?第[一二三四五六七八九十\d]+次|后?可年|后可|[两三四五六七八九十几\d]+(?:公里|[处宗栋间])|拟建|在建|[^\W\d]{0,3}[市县区镇乡]各|.+(?<![高中初平上下同])等[^\W\d]|.+[为把对到兼]\Z|向(?!阳|东|荣|海|前|山|[^\W\d][坝桥河湾村]))|^超?\d+[余多万]*[米公条处项座个家户所台栋辆亩]|^一[批个条座处项]|^(?:全[国省市区县州]|重点|[各该])|各大\Z|^第[一二三四五六]条|入库\Z|^(?:项目|工程)|争夺|了|书记|主任|局长|[市县区镇乡]长(?!江)|随后|带领|本报|记者|宣布|(?:首|第一)[个条座家]|(?<!产)(?<!\d)\d+套|\d+[余多]?公里(?!级)|\d\.(?!\d)|最[大长高深]|(?<!等)[两三四五六七八九十\d]个|^\d{1,2}月|(?:问题|情况|进度|实施|片区|的大|期间|公司|协议|合同)\Z"
)
_PLACE = lazy(
    r"(?:路|街|大道|桥|隧道|立交|互通|高速|公路|铁路|通道|站|机场|码头|水库|水厂|电厂|学校|小学|中学|[一二三四五六七八九十]中|幼儿园|大学|学院|医院|卫生院|水源地|湿地|馆|中心|大厦|楼|广场|公园|绿道|小区|社区|基地|园|园区|厂|车间|生产线|产线|平台|[一二三四五六]期)\Z"
)
_PHASE = lazy(r"[一二三四五六]期\Z")
_HOUSE = lazy(rf"{HAN}{{4,}}(?:中心|加工厂|产业园|基地)\Z")
_INDUSTRY = lazy(
    r"(?:生产线|产线|产业园|车间|厂房|工厂|(?<![水电理])厂|电池|材料|芯片|制造|加工|饮品|食品|包装|产业化|研发|设备|装备|膜|电子|汽车|饲料|物流|冷链|终端|模组)(?:[一二三四]期)?\Z"
)
LONGEST_NAME = 36
SHORTEST_NAME = 3
_LONGEST_QUOTE = 8
_QUOTED_LAST = lazy(r"“\w{2,6}”\Z")  # 农垦大道“白改黑”
_SHORTEST_LAST, _SHORTEST_PLACE = 4, 5
SHORTEST_WORKS = 5
LONG_NAME = 6  # names as long as this, both of works, are two and not one
LONGEST_BRACKET = 12  # a longer bracket is a remark, not part of a name
# A verb of the sentence inside what looks like a list: 局长甲、主任乙汇报了|丙路、丁桥等项目.
VISITED = lazy(
    r"(?:汇报|听取|察看|查看|考察|视察|检查|督导|走访|参观|观摩)(?![站院所团组])了?|看了|(?:介绍|研究|调研|审议|通报)了?(?![院所中员会])|来到|走进|抵达|前往|(?:分别|分头|逐一)[就对]|(?<=[员行日队人后])到(?!场)"
)
# What is built, and is no mere place.
BUILDING = lazy(
    r"(?:改造|扩建|迁建|改扩建|新建|改建|搬迁|加固|扩挖|[一二三四五六]期|[^\W\d]楼|桥|隧道|立交|(?<!互联)互通|厂房|安置[房区点]|管网|泵站|水厂|路网|产业园|生产线|棚改|[东西南北]延|延伸|快速路|大道|[^\W\d之道新出线]路|码头|电站|枢纽|复线|环线|管廊|灌区|渠|校区|院区|站房|公寓|闸|涵|库|厂|(?<=[场湖区接套火山])道路|延伸段|[至到][^\W\d]{1,8}段|高速|专线|支线|联络线)(?:\([^()]{1,8}\))?\Z|\((?:[一二三四五六]期|新校区|[^()]{1,8}段|启动区)\)\Z"
)
_SHORTEST_OWN, _LONGEST_OWN = 4, 16
_NO_OWN_END = frozenset("性个的各大好新批类等、和与及区县市镇乡省州司链\n。,;:”)0123456789")
_NOT_OWN = lazy(
    r"[的了对把为和及与等是在上给靠让后某这那该其他她我谁边看\d個抓]|\A[要得能会两更于以待十百本过入涉各该此多]|季度|[春夏秋冬]季|[一二三四五六七八九十两几每]个|几处|集团|招商引资|民生|市场|链|新\Z|主动|参观|督导|当场|落地|\A(?:[三四五六七八九十][项部]|一系列)|(?:主体|总体|骨干|节点|附属|超级|公共|海洋|第[一二三四五六七八九十]|[区县市镇乡省州司])\Z"
)
_SITE = lazy(
    r"(?<![小社园片城辖地新校院范])区|[县市镇乡](?!场)|(?<![农乡])村|[路街河湖山江湾岛桥寺溪](?!线)|(?<=[^\W\d]{2})(?:大道|水库|灌区)|第[一二三四五六七八九十]|\d+号|[一二三四]期|[^\W\d]{2}(?:高中|中学|小学|医院|大学|学院)|[^\W\d]{2}至[^\W\d]{2}"
)
# Where works are or how much they make, then what they are: 大青村|高位提水, 恒源光电10GW|单晶硅棒.
_SITED_WORKS = lazy(
    r"[^\W\d]{1,8}?(?:(?<![农乡全行新])村(?![级民])|(?<![公道铁电线出思陆通来水])路(?!网|灯)|街(?!道)|[湖湾岛](?!区)|(?<!江)河(?!道)|[^\W\d]{2}(?:厂|园|水库|干?渠|港|中心|片区|灌区)(?!区)|(?<!\d)\d[\d.]*(?:[GMK]W|万?千?[瓦吨套台片件头平米伏]|kV|号|英寸|[纳微毫]米|兆瓦))[\w()]{2,12}\Z"
)
_SITE_MARK = lazy(r"[村路街湖湾岛河厂园库渠港心][^,。;:、的了]{2,12}\Z|\d[GMK万千瓦吨套台片件号英纳微毫兆]")
_OF_SENTENCE = lazy(
    r"(?:重点|重大|招商|季度|批|主体|总体|控制性|附属|土建|安全|骨干)\Z|[不起]|[的了对把为和及与等是在上给靠让后某这那该其他她我谁边看就将以由]|[\d一二三四五六七八九十两几多][个個条座]"
)
_LONGEST_SITED = 20
_SHORT_WORKS = lazy(r"[^\W\d]{2}(?:高速|高铁|铁路|大桥|[二三四五]桥|隧道|水库|机场|大道|灌区|电站)")
# A part of works, or one of so many volts: 8#研发楼, 35千伏变电站.
_COMPONENT = lazy(r"\d+(?:#|号楼|[栋幢座层]|[^\W\d]{1,3}(?:变电站|水厂|厂房|泵站)\Z)")
# Works all over a place, which have no name of their own.
_OF_ALL = lazy(
    r"\A(?:农村|城市|小型|中小|病险|中型|大型|全|乡镇|县域|城乡|农田|市政|市场|企业|乡村|镇村|城镇|村|山区|河道|道路|区域)|\A[^\W\d]{0,2}(?:老旧|城中村|危旧房)|全国|各类|市场|适老化|农村公路|设施|[\d两三四五六七八九十几多]+[条座个处]|的"
)

OF_MANY = lazy(
    r"(?:重点|重大|产业|工业|投资|招商|民生|国债|示范|签约|优质|更多|技术|资金|重建|[强补]链|产业链|制造业|[大好级类]|领域|[盯抓])\Z|年产[\d.]+\w{0,3}\Z|项目|\d+[余多]?个|批"
)


def mention_of(rule: str, text: str, pieces: list[tuple[int, int]], kind: str | None = None) -> Mention:
    """The mention of a project whose name is made of the pieces of text, without what stands between them."""
    pieces = [piece for whole in pieces for piece in _unquoted(text, *whole)]
    name = "".join(text[start:end] for start, end in pieces)
    # The second of two phases stands alone: 甲一期、|二期, and of 甲一、二期 the first.
    start, end = pieces[-1] if pieces[-1][1] - pieces[-1][0] > 1 else pieces[0]
    if (
        len(pieces) > 1
        and pieces[0][0] < start
        and "、" not in text[pieces[0][1] : start]
        and start - pieces[0][1] <= 2
    ):
        start = pieces[0][0]
    return Mention(rule, start, end, name, {"kind": kind or _kind(name), "pieces": pieces})


def _unquoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces of a span between its quotation marks, which are no part of a name."""
    marks = [at for at in range(start, end) if text[at] in "“”‘’"]
    edges = zip([start, *(at + 1 for at in marks)], [*marks, end], strict=True)
    return [(first, last) for first, last in edges if last > first]


def _kind(name: str) -> str:
    return "industry" if _INDUSTRY.search(name) else "construction"


def left_mark(text: str, end: int, *, across: bool) -> int:
    """Behind the last mark before `end`; list marks and brackets inside a name do not count, with `across` no 、."""
    low = max(0, end - (140 if across else LONGEST_NAME))
    start = low
    for mark in (_MARKS if across else _MARKS_OF_LIST).finditer(text, low, end):
        if across and mark[0] in "“”" and _is_inner_quote(text, mark.start(), low, end):
            continue
        if (
            mark[0] == "、"
            and text.rfind("(", low, mark.start()) > text.rfind(")", low, mark.start())
            and ")" in text[mark.end() : end]
        ):
            continue
        start = mark.end()
    for verb in VISITED.finditer(text, start, end - SHORTEST_NAME) if across else ():
        start = verb.end()
    opened = text.rfind("(", start, end)
    if opened > text.rfind(")", start, end):
        return opened + 1
    closed = text.find(")", start, end)
    if closed >= 0 and text.rfind("(", start, closed) < max(start, closed - LONGEST_BRACKET):
        return closed + 1
    return start


def _is_inner_quote(text: str, at: int, low: int, end: int) -> bool:
    """Whether a quotation mark opens or closes a few words of an item: 甲、“小巨人”乙等项目, 农垦大道“白改黑”等现场."""
    opened = at if text[at] == "“" else text.rfind("“", max(low, at - _LONGEST_QUOTE), at)
    closed = text.find("”", opened, min(end, opened + _LONGEST_QUOTE)) if opened > 0 else -1
    if closed < 0 or text.startswith("等", closed + 1, end):
        return False
    joined = text[at] == "“" or text[opened - 1].isalpha() or text[opened - 1] == "、"
    return joined and (closed < end - 2 or _QUOTED_LAST.match(text, opened, end) is not None)


def behind_verb(text: str, start: int, end: int) -> int:
    """Where the name begins behind what governs it: 先后来到|科苑路."""
    at = start
    for cut in _CUT.finditer(text, start, end):
        if cut.end() <= end - 2 and text.rfind("(", start, cut.start()) <= text.rfind(")", start, cut.start()):
            at = cut.end()
    lead = _TRIM_START.match(text, at, end)
    at = lead.end() if lead is not None and lead.end() <= end - 2 else at
    place = _STANDS_IN.match(text, at, end - SHORTEST_WORKS) if text[at - 1 : at] in _BEFORE_PLACE else None
    return place.end() if place is not None and place[0] and _begins_with_name(text[place.end() : end]) else at


def without_head(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without 项目, 工程, 建设, 现场 behind."""
    for words in _TRIMMED_END:
        if end - 2 >= start and text[end - 2 : end] in words:
            end -= 2
    return start, end


def is_name(name: str) -> bool:
    """Whether the words can be a project's name: of fair length, and more than its kind.

    >>> [is_name(name) for name in ("澄湖大桥", "重点民生", "立交桥", "全市首个智能工厂")]
    [True, False, False, False]
    """
    return (
        2 <= len(name) <= 28
        and _NOT_IN_NAME.search(name) is None
        and not is_generic(name)
        and name not in _BARE
        and _COMPONENT.match(name) is None
        and _LETTER.search(name) is not None
    )


@cache
def _lengths_of_facilities() -> dict[str, list[int]]:
    """For the last character of a word for works the lengths of the words that end so."""
    lengths: dict[str, list[int]] = {}
    for last, length in sorted({(word[-1], len(word)) for word in facilities()}):
        lengths.setdefault(last, []).append(length)
    return lengths


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(sorted(generic()))}|{_GENERIC_MARK})+\Z")


def is_generic(name: str) -> bool:
    """Whether the name says no more than of what kind the project is: 重点民生."""
    return _generic().match(name) is not None


def is_facility(name: str) -> bool:
    """Whether the name ends in a word for works: 澄湖大桥, 老城区供水改造."""
    return ends_in_facility(name, len(name))


def ends_in_facility(text: str, end: int) -> bool:
    """Whether the name that ends at `end`, a remark in brackets apart, ends in a word for works."""
    if text[end - 1 : end] == ")":
        remark = _REMARK.search(text, max(0, end - 12), end)
        end = remark.start() if remark is not None else end
    words = facilities()
    return any(
        text[max(0, end - length) : end] in words for length in _lengths_of_facilities().get(text[end - 1 : end], ())
    )


def listed_names(text: str, start: int, end: int, *, governed: bool) -> list[list[tuple[int, int]]]:
    """The items of a list as pieces: what stands before 一期 is shared by a lone 二期 behind it."""
    spans: list[tuple[int, int]] = []
    at, depth = start, 0
    for index in range(start, end + 1):
        char = text[index] if index < end else "、"
        depth += (char == "(") - (char == ")")
        if index == end or (char == "、" and depth <= 0):
            shared = len(spans) > 1 or text.startswith("等", end)
            ends = index == end and shared and not text.endswith(WHOLE, start, at - 1)
            spans += _parted(text, _behind_cost(text, at, index), index, ends=ends)
            at = index + 1
    items: list[list[tuple[int, int]]] = []
    spans = [(_behind_cost(text, *span), span[1]) for span in spans]
    if governed:
        spans[0] = (behind_verb(text, *spans[0]), spans[0][1])
    for first, last in (without_head(text, *span) for span in spans):
        if last - first == 2 and _PHASE.match(text, first, last) and items:
            base, end = items[-1][0]
            if text[end - 1] in "一二三四五":  # 甲一、二期
                items[-1] = [(base, end), (last - 1, last)]
                items.append([(base, end - 1), (first, last)])
            else:
                items.append([(base, end - 2), (first, last)])
        elif last - first >= 2:
            items.append([(first, last)])
    return items


def _behind_cost(text: str, start: int, end: int) -> int:
    """Where the name begins behind what it costs: 总投资8亿元的|甲基地."""
    cost = _COST.match(text, start, end)
    return start if cost is None else cost.end()


def _parted(text: str, first: int, end: int, *, ends: bool) -> list[tuple[int, int]]:
    """An item in two at 和 where the second is a place that is built, or a phase alone; 供水和污水处理 stays one.

    `ends` says that the item ends a list whose items have no head each: 甲、乙、丙及丁.
    """
    for join in JOIN.finditer(text, first + 2, end - 1):
        right = text[join.end() : end]
        right = right[: without_head(right, 0, len(right))[1]] or right
        kind = len(right) <= SHORTEST_NAME and _PLACE.search(right) and not _PHASE.fullmatch(right)
        if kind and is_facility(text[first : join.start()]):
            return [(first, join.start())]  # 甲大桥及绿道
        if ends and join[0] == "及" and min(join.start() - first, len(right)) >= _SHORTEST_LAST and is_name(right):
            return [(first, join.start()), (join.end(), end)]
        if join[0] == "以及" and len(right) >= _SHORTEST_LAST and is_name(right):
            return [(first, join.start()), (join.end(), end)]
        left = text[join.start() - 2 : join.start()]
        whole = left in WHOLE or _PHASE.match(left) or _is_unit_works(right)
        whole = (
            whole or left in _ASPECTS or (len(right) >= _SHORTEST_LAST and _ends_in_house(text, first, join.start()))
        )
        if right and whole and len(right) >= SHORTEST_NAME and is_name(right):
            return [(first, join.start()), (join.end(), end)]
        both = (
            join[0] == "和"
            and min(join.start() - first, len(right)) >= LONG_NAME
            and is_facility(text[first : join.start()])
        )
        listed = (join[0] == "和" and join.start() - first >= SHORTEST_NAME) or (
            len(right) >= _SHORTEST_PLACE and is_facility(text[first : join.start()])
        )
        placed = (_PLACE.search(right) or (join[0] == "和" and is_named_works(right))) and listed
        if _PHASE.fullmatch(right) or (
            len(right) >= 2 and is_name(right) and (placed or (both and is_facility(right)))
        ):
            return [(first, join.start()), (join.end(), end)]
    return [(first, end)]


def _ends_in_house(text: str, start: int, end: int) -> bool:
    """Whether a building or a site ends there that is a whole name: 甲种牛繁育中心|和乙有机肥."""
    return text.startswith("和", end) and _HOUSE.search(text, start, end) is not None


def _is_unit_works(name: str) -> bool:
    """Whether a name of works begins with the unit it belongs to and so is whole: 县污水处理厂提标改造."""
    return name[:1] in _UNIT_STARTS and is_facility(name) and _CUT.search(name) is None


def is_long_enough(name: str) -> bool:
    """Three characters make a road or a school, other names have four."""
    return len(name) >= 4 or (len(name) == 3 and _PLACE.search(name) is not None)


def is_place(name: str) -> bool:
    """Whether the name of a road, a school, a plant: one that progress is made on, where 项目 is not said."""
    return len(name) >= LONG_NAME and _PLACE.search(name) is not None and not name.endswith(("中心", "平台", "基地"))


def is_sited_works(name: str) -> bool:
    """Whether a name of works tells where they are, and so is no kind of works alone: 湄山二中整体搬迁."""
    return (
        len(name) >= LONG_NAME
        and is_name(name)
        and BUILDING.search(name) is not None
        and _SITE.search(name) is not None
        and _OF_ALL.search(name) is None
    )


def is_named_works(name: str) -> bool:
    """Whether works that begin with a name of their own or tell where they are: 澄州绿色冶金基地.

    Enough where building is told of them; a kind of works begins with a word.
    """
    return (
        (len(name) >= SHORTEST_WORKS or _SHORT_WORKS.fullmatch(name) is not None)
        and is_name(name)
        and is_facility(name)
        and _OF_ALL.search(name) is None
        and (_SITE.search(name) is not None or _begins_with_name(name))
    )


def is_own_name(name: str) -> bool:
    """Whether words are a name of their own though they end in no word for works: 澄澜名邸.

    Such a name begins with no word, and nothing in it belongs to the sentence.
    """
    return (
        _SHORTEST_OWN <= len(name) <= _LONGEST_OWN
        and name.isalnum()
        and _may_end_own_name(name)
        and _begins_with_name(name)
        and _NOT_OWN.search(name) is None
        and not has_predicate(name)
    )


def has_predicate(name: str) -> bool:
    """Whether a verb of sentences stands in it anywhere."""
    return any(name[at : at + 2] in predicates() for at in range(len(name) - 1))


def may_be_own(text: str, end: int) -> bool:
    """Whether a name of its own or of a site can end there; told fast, since most heads have neither before them."""
    return (
        _may_end_own_name(text[max(0, end - 2) : end])
        or _SITE_MARK.search(text, max(0, end - _LONGEST_SITED), end) is not None
    )


def tells_site(name: str) -> bool:
    """Whether a name tells where the works are or how much they make, and what they are: 大青村高位提水."""
    return (
        SHORTEST_WORKS <= len(name) <= _LONGEST_SITED
        and _SITED_WORKS.match(name) is not None
        and _OF_SENTENCE.search(name) is None
        and _begins_with_name(name)
    )


def _may_end_own_name(name: str) -> bool:
    """Whether the last word leaves it open: most of what stands before 项目 tells of its kind."""
    return name[-1:] not in _NO_OWN_END and name[-2:] not in predicates() and name[-2:] not in generic()


def _begins_with_name(name: str) -> bool:
    """Whether the first two characters are no word."""
    return not any(name[:2] in words for words in (common_words(), nouns(), predicates(), generic(), facilities()))
