"""Projects: construction, industry and named programmes, read backwards from their heads.

A head is 项目, 工程, 计划, 行动 or a building site; what stands before it up to a verb or a mark is the name, unless it
is generic. A list shares its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxq_extract.rules.rule import Hit, Mention, Rule

RULES = (
    Rule(
        "project.quoted",
        "project",
        "A quoted programme: “三十工程”, “六查一打”专项行动, “雁水画廊”项目",
        "quotation marks with 工程, 计划, 行动 or 项目 inside at the end or behind",
        (
            Hit("服务好“三十工程”建设", "三十工程"),
            Hit("听取“六查一打”专项行动情况", "六查一打专项行动"),
            Hit("实施“三名两强”工程", "三名两强"),
            Hit("启动“五小”改造工程", "五小改造"),
            Hit("谋划“雁水画廊”项目", "雁水画廊"),
        ),
        ("整治“政绩工程”“面子工程”", "“以实际行动”落实", "推行“1234”工作法"),
    ),
    Rule(
        "project.programme",
        "project",
        "A programme by name without quotation marks: 安全生产治本攻坚三年行动",
        "开展, 实施 or 启动, a name, and 行动 or 计划",
        (
            Hit("深入开展安全生产治本攻坚三年行动,", "安全生产治本攻坚三年行动"),
            Hit("实施工业倍增计划。", "工业倍增计划"),
            Hit("启动乡村振兴青春建功行动,", "乡村振兴青春建功行动"),
        ),
        ("以实际行动落实", "制定工作计划", "按计划推进", "开展专项行动"),
    ),
    Rule(
        "project.list",
        "project",
        "Names that share one head: 甲、乙、丙等项目建设现场",
        "names joined by 、 or 和, then 等 and 项目, 工程 or 现场",
        (
            Hit("先后来到食品包装、沙河大桥、文博路等项目建设现场", "沙河大桥"),
            Hit("察看了青荷路中学、澄湖大道快速化改造等项目", "青荷路中学"),
            Hit("在滨江大道南延、第三实验学校改扩建等施工现场", "滨江大道南延"),
        ),
        ("教育、医疗等民生项目", "短跑、跳高等18个项目", "财政、税务等部门"),
    ),
    Rule(
        "project.single",
        "project",
        "One project by its name: 市十一中迁建项目现场, 云溪水厂扩建工程",
        "a name with a facility, a place or a kind of works, then 项目 or 工程",
        (
            Hit("在市十一中迁建项目现场,", "市十一中迁建"),
            Hit("云溪水厂扩建工程竣工通水", "云溪水厂扩建"),
            Hit("科教城快速路项目全线贯通", "科教城快速路"),
            Hit("推进南塘河流域综合治理工程,", "南塘河流域综合治理"),
        ),
        ("推进重点项目建设", "民生项目", "系统工程", "项目为王", "百年工程"),
    ),
    Rule(
        "project.works",
        "project",
        "Works named without 项目: 二期, 扩建, 迁建 behind a verb of building",
        "加快推进, 开工建设 or a site word, and a name that ends in a kind of works",
        (
            Hit("开工建设云峰第一高级中学北校区,", "云峰第一高级中学北校区"),
            Hit("加快推进区妇幼保健院异地迁建;", "区妇幼保健院异地迁建"),
            Hit("加快推进环湖北路东延、鹤鸣山抽水蓄能电站等", "鹤鸣山抽水蓄能电站"),
        ),
        ("加快推进改革", "加快建设现代化产业体系", "开工建设一批"),
    ),
)

_QUOTED = re.compile(
    r"“(?P<name>[^“”。;!?\n]{1,20})”(?P<tail>[\u4e00-\u9fff\d]{0,10}?(?:行动|计划|工程|项目))?(?P<more>计划|方案|专班)?"
)
_PROGRAMME_HEAD = re.compile(r"(?:行动计划|行动|计划|工程|项目)$")
_PEJORATIVE = re.compile(r"^(?:政绩|面子|形象|新形象|烂尾|豆腐渣|半拉子|民心|民生|一号|世纪|百年|系统|良心|德政|惠民|暖心|精品|样板|标杆|头号|基础|龙头|菜篮子)工程$")
_GENERIC_PROGRAMME = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,4}?(?:专项|整治|实际|具体|集中|统一|联合|三年|五年|年度|工作|生产|实施|建设|发展|学习|培训|作业|推进|工程|施工|用地|投资|财政|检查|监督|教学|月度|周|日|季度|下一步|详细|总体|相关|有关|各项|执法|救援|自觉|思想|志愿|慈善|公益|营救|清理|系列|重大|重点|国家|省级|市级|全省|全市|全区|这一|此次|该|本次|务实|一致|采取|后续|今年|全年|明年|科技|人才|引智|招商|采购|营销|销售|出行|旅行|作战|军事)*(?:行动|计划))$"
)
_PROGRAMME = re.compile(
    r"(?:(?:深入|扎实|全面|大力|统筹|持续|组织|继续|正式|联合|集中|抓好)?(?:开展|实施|启动|推进|推动|落实|参与|打响|开启|打造|做好)(?:了|好)?|(?<=[,。;、“”]))"
    r"(?P<name>[\u4e00-\u9fffA-Za-z0-9+]{4,22}?(?:行动|计划))(?![力指导性者书委人方案表性划员纲])(?!.{0,2}(?:指引|安排|进行|推进情况))"
)
_HEAD = re.compile(r"项目|工程|现场|工地")
_LIST_TAIL = re.compile(
    r"(?:等|(?=\d))(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|多|数)?(?:个|处|项|条|座|宗|批)?(?:省|市|区|县)?(?:[\u4e00-\u9fff]{0,10}?)"
    r"(?:项目|工程|施工现场|建设现场|施工工地|现场|工地|建设|一批)"
)
_HARD = "，。；：！？,。;:!?“”《》【】\n"
_VERB_CUT = re.compile(
    r"先后(?:来到|到|走进|深入|察看了?|前往|实地)?|来到|走进|走访了?|察看了?|查看了?|考察了?|视察了?|调研了?|督导了?|检查了?|观摩了?|参观了?|深入|前往|抵达|奔赴|"
    r"加快推进|全力推进|统筹推进|扎实推进|推进|推动|建设(?=[\u4e00-\u9fff]{4})|实施|开展|启动|开工建设|开工|新建|谋划|引进|引入|承接|承建|投资|完成|建成|加快|抓好|抓紧|围绕|聚焦|对|就|将|把|由|为|在|到|从|以|有|是|"
    r"了解|听取|介绍|包括|涉及|涵盖|其中|以及|分别|通过|建立|依托|的|了|与|及|和(?=[\u4e00-\u9fff]{0,12}(?:项目|工程))|位于|作为|称|说|该|这个|一个|那个|此|总投资[\d.]+亿?元?|"
    r"[上下中]午|[\d]+日|近日|目前|随后|据悉|同步|配套|做好|打造|服务|支持|协调|解决|关于|审议|研究|同意|原则|汇报|召开|负责|参与|参建|入选|列入|竣工|投产|落户|签约|备案|申报|争取|助力|攻克|"
    r"一批|众多|许多|多个|各|每|两|全部|重点(?=项目|工程)|省市|国家级|省级|市级|区级|县级|扎实|持续|积极|做优|做强|全面|深化|不断|进一步|年度|今年|明年|去年|当前|下|去|要|能|让|使|向|给|请|于|并|也|还|都|正|已|又|再|而"
)
_GENERIC = re.compile(
    r"^(?:(?:重点|重大|民生|产业|工业|建设|基础设施|招商|招商引资|投资|政府投资|民间投资|示范|试点|公益|惠民|实事|民心|改造|配套|城建|城市建设|交通|水利|农业|文旅|旅游|科技|科研|环保|生态|教育|医疗|卫生|体育|文化|住宅|房地产|签约|在建|新建|续建|拟建|前期|储备|开工|竣工|投产|省|市|区|县|国家|省市|市区|中央|地方|"
    r"标志性|高质量|优质|好|大|小|新|老|亿元|十亿元|百亿元|亿元以上|[\d.]+亿元|扶贫|帮扶|援建|合作|外资|内资|央企|外贸|制造业|服务业|农村|城乡|城镇|社会|志愿|服务|培训|比赛|竞赛|体育|集体|个人|田径|单个|各|每个|多个|系列|相关|有关|具体|主要|全部|所有|一批|部分|"
    r"重要|关键|核心|龙头|支撑|牵引|引领|补短板|强弱项|专项|专项债|债券|中央预算内|预算内|国债|超长期|城市更新|产业化|技改|技术改造|研发|攻关|创新|创业|孵化|检测|检查|检验|治疗|手术|收费|审批|许可|事项|非遗|表演|娱乐|游乐|健身|运动|学习|课程|教学|实训|实践|课题|"
    r"安全|质量|施工|工程|土建|装修|主体|地下|隐蔽|附属|收尾|扫尾|系统|基础|希望|民生实事|十大民生|省重点|市重点|区重点|县重点|能源|新能源|储能|光伏|风电|锂电|半导体|生物医药|数字经济|总部经济|平台|载体|园区|企业|公司|单位|业主|政绩|面子|形象|百年|世纪|德政|良心|精品|品牌|样板|优质|高品质|经典|一号|灵魂|铸魂|育人|固本|强基|首个|唯一)(?:性|类|化|型|级|领域|方面|等)?)+$"
)
_FACILITY = re.compile(
    r"(?:路|街|道|大道|桥|隧道|立交|互通|高速|公路|铁路|地铁|轻轨|专线|站|枢纽|机场|码头|泊位|港|航道|水库|水厂|污水处理厂|电站|电厂|泵站|水闸|灌区|渠|河|湖|干渠|堤|"
    r"学校|小学|中学|高中|初中|幼儿园|大学|学院|校区|医院|院区|卫生院|保健院|养老院|敬老院|福利院|图书馆|博物馆|体育馆|展馆|场馆|馆|剧院|会展中心|中心|大厦|大楼|广场|公园|绿地|绿道|小区|社区|家园|花园|安置房|公寓|住房|保障房|棚改|"
    r"基地|园|园区|产业园|科技园|物流园|工业园|产业城|科创谷|谷|城|小镇|港区|片区|生产线|产线|车间|厂|厂房|工厂|库|仓|平台|加速器|孵化器|数据中心|算力中心|实验室|研究院|总部|"
    r"迁建|扩建|改扩建|新建|改建|重建|改造|提升|整治|治理|修复|修缮|改线|延伸|东延|西延|南延|北延|拓宽|快速化|亮化|绿化|美化|管网|管廊|管线|干管|供热|供水|供气|供电|给水|排水|污水|一体化|联运|水运|防护|生态|综合体|一期|二期|三期|四期|五期|一级|二级|标段|段|线|产业化|智能化|数字化|国产化|"
    r"电池|材料|芯片|封装|封测|组件|装备|设备|整车|汽车|零部件|制品|制造|生产|加工|研发|药|胶原蛋白|疫苗|面板|显示|传感器|模组|光伏|储能|风电|电缆|钢|铝|膜|片|板|器|机|车|服务区|综合开发|开发|示范区|示范带|湿地|矿|酒店|商场|市场|商贸城|综合楼|门诊楼|住院楼|教学楼|宿舍|宿舍楼|停车场|停车库|连心桥|环线|厕所|食品|饮品|包装|电子|农场|牧场|种植|养殖|屠宰|冷链|粮库|EPC|水源地|氢能|天然气|燃气|LNG|储配站|调蓄池)(?:\([^()]{1,10}\))?$"
)
_SITE_WORK = re.compile(
    r"(?:开工建设|新开工|加快建设|加快推进|抓好|推进|谋划|在)(?P<names>(?:[\u4e00-\u9fffA-Za-z0-9·()]{4,24}?、)*[\u4e00-\u9fffA-Za-z0-9·()]{4,24}?"
    r"(?:迁建|改扩建|扩建|[东西南北]延|[东西南北]校区|二期|三期|一期|电站|国际会展中心|快速路|污水处理厂))(?=[,。;、等建施]|$)"
)
_STRIP_END = re.compile(r"(?:建设)?(?:项目|工程)?(?:建设)?(?:施工)?(?:现场|工地)?$")
_STRIP_START = re.compile(r"^(?:[、和及与等的]|第[一二三]批|\d+个|[一二三四五六七八九十]+个|公司|企业|旗下|当地|我[区市县省]|全[区市县省]|该区|其)+")
_LONGEST = 40


def find(text: str) -> list[Mention]:
    """The projects of a clean text in order; a mention's value is the name, `data` has its kind."""
    found: list[Mention] = []
    for finder in (_quoted, _listed, _single, _programmes, _works):
        for mention in finder(text):
            if not any(one.start < mention.end and mention.start < one.end for one in found):
                found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def _project(rule: str, start: int, end: int, name: str, kind: str) -> Mention:
    return Mention(rule, start, end, name, {"kind": kind})


def _quoted(text: str) -> Iterator[Mention]:
    if "“" not in text:
        return
    for match in _QUOTED.finditer(text):
        name, tail = match["name"], match["tail"] or ""
        inner = _PROGRAMME_HEAD.search(name)
        if tail:
            if tail.endswith(("行动", "计划")) or inner is None:
                whole = name + (tail if tail.endswith(("行动", "计划")) else _STRIP_END.sub("", tail))
                if _names_programme(name, tail):
                    yield _project("project.quoted", match.start(), match.end("tail"), whole, "programme")
                continue
        if inner is not None and inner.start() >= 1 and not _PEJORATIVE.match(name) and "," not in name and not _GENERIC_PROGRAMME.match(name):
            yield _project("project.quoted", match.start("name"), match.end("name"), name, "programme")


def _names_programme(name: str, tail: str) -> bool:
    if len(tail) > 2 and re.match(r"[的了在和与为是]", tail):
        return False
    return not _PEJORATIVE.match(name + tail) and len(name) <= 16 and not re.search(r"[,:]", name)


def _start_of(text: str, end: int, floor: int, *, lists: bool) -> int:
    """Where the phrase that ends at `end` begins: behind the last mark, verb or, unless `lists`, 、."""
    low = max(floor, end - (120 if lists else _LONGEST))
    depth = 0
    start = low
    for at in range(end - 1, low - 1, -1):
        char = text[at]
        if char == ")":
            depth += 1
        elif char == "(":
            depth -= 1
        elif depth <= 0 and (char in _HARD or (char == "、" and not lists)):
            start = at + 1
            break
    return start


def _clean(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without verbs before and 项目, 工程, 建设, 现场 behind."""
    tail = _STRIP_END.search(text, start, end)
    if tail is not None:
        end = tail.start()
    cut = start
    for verb in _VERB_CUT.finditer(text, start, max(start, end - 2)):
        if verb.end() < end - 1:
            cut = verb.end()
    start = cut
    lead = _STRIP_START.match(text[start:end])
    if lead is not None:
        start += lead.end()
    return start, end


def _is_name(name: str) -> bool:
    return 2 <= len(name) <= 28 and not _GENERIC.match(name) and re.search(r"[\u4e00-\u9fff]", name) is not None


def _listed(text: str) -> Iterator[Mention]:
    for tail in _LIST_TAIL.finditer(text):
        if not tail[0].endswith(("项目", "工程", "现场", "工地")):
            continue
        start = _start_of(text, tail.start(), 0, lists=True)
        items = _items(text, start, tail.start())
        names = [(first, last) for first, last in items if _is_name(text[first:last])]
        strong = sum(_FACILITY.search(text[first:last]) is not None for first, last in names)
        if names and strong * 2 >= len(items) and "行动" not in tail[0]:
            for first, last in names:
                yield _project("project.list", first, last, text[first:last], _kind(text[first:last]))


def _items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of a list, the first without the verb that governs the list."""
    spans: list[tuple[int, int]] = []
    at = start
    depth = 0
    for index in range(start, end + 1):
        char = text[index] if index < end else "、"
        depth += (char == "(") - (char == ")")
        if char == "、" and depth <= 0:
            spans.append((at, index))
            at = index + 1
    result: list[tuple[int, int]] = []
    for number, (first, last) in enumerate(spans):
        joined = re.search(r"和(?=[\u4e00-\u9fffA-Za-z0-9]{3,}$)", text[first:last]) if number == len(spans) - 1 else None
        if joined is not None and _FACILITY.search(text[first : first + joined.start()]):
            result.append(_first_item(text, first, first + joined.start(), number))
            result.append(_clean_item(text, first + joined.end(), last))
        else:
            result.append(_first_item(text, first, last, number))
    return [(first, last) for first, last in result if last - first >= 2]


def _first_item(text: str, first: int, last: int, number: int) -> tuple[int, int]:
    return _clean(text, first, last) if number == 0 else _clean_item(text, first, last)


def _clean_item(text: str, first: int, last: int) -> tuple[int, int]:
    tail = _STRIP_END.search(text, first, last)
    return first, tail.start() if tail is not None else last


def _kind(name: str) -> str:
    if re.search(r"(?:生产线|产线|产业园|车间|厂房|工厂|电池|材料|芯片|制造|加工|饮品|食品|包装|基地|产业化|研发|设备|装备|药|膜|平台|电子|汽车)(?:[一二三四]期)?$", name):
        return "industry"
    return "construction"


_SINGLE_NEXT = re.compile(r"(?:建设|施工)?(?:现场|工地)?")


def _single(text: str) -> Iterator[Mention]:
    for head in _HEAD.finditer(text):
        if head[0] in ("现场", "工地") and text[max(0, head.start() - 2) : head.start()] not in ("建设", "施工", "项目", "工程"):
            continue
        if head[0] in ("项目", "工程") and re.match(r"化|师|部|组|经理|为王|院|学|车|量|局|办|法人|负责|款|机械|界|技术|管理|领域", text[head.end() : head.end() + 2]):
            continue
        start = _start_of(text, head.start(), 0, lists=False)
        first, last = _clean(text, start, head.start())
        name = text[first:last]
        if last - first >= 3 and _is_name(name) and _FACILITY.search(name) and not re.search(r"[等]$", name):
            yield _project("project.single", first, last, name, _kind(name))


def _programmes(text: str) -> Iterator[Mention]:
    for match in _PROGRAMME.finditer(text):
        name = match["name"]
        if not _GENERIC_PROGRAMME.match(name) and not re.search(r"[的了是在]|按计划|以实际|有计划", name):
            yield _project("project.programme", match.start("name"), match.end("name"), name, "programme")


def _works(text: str) -> Iterator[Mention]:
    for match in _SITE_WORK.finditer(text):
        for first, last in _items(text, *match.span("names")):
            name = text[first:last]
            if _is_name(name) and _FACILITY.search(name) and not _VERB_CUT.match(name):
                yield _project("project.works", first, last, name, _kind(name))
