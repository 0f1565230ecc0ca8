"""Works told of without 项目: by a verb of building, by what happened to them, by their cost or as a site."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from gxq_extract.lexicon import predicates
from gxq_extract.patterns import lazy
from gxq_extract.rules.project_names import (
    BUILDING,
    LONG_NAME,
    LONGEST_BRACKET,
    LONGEST_NAME,
    OF_MANY,
    behind_verb,
    ends_in_facility,
    has_predicate,
    is_facility,
    is_name,
    is_named_works,
    is_sited_works,
    left_mark,
    listed_names,
    mention_of,
)
from gxq_extract.rules.rule import Hit, Mention, Rule

RULES = (
    Rule(
        "project.works",
        "project",
        "Works named without 项目: 二期, 扩建, 迁建 behind a verb of building",
        "加快推进, 开工建设 or a site word, and a name that ends in a kind of works",
        (
            Hit("开工建设云峰第一高级中学北校区,", "云峰第一高级中学北校区"),
            Hit("加快推进区妇幼保健院异地迁建;", "区妇幼保健院异地迁建"),
            Hit("加快推进环湖北路东延、鹤鸣山抽水蓄能电站等", "鹤鸣山抽水蓄能电站"),
            Hit("启动湄山二中整体搬迁;", "湄山二中整体搬迁"),
            Hit("廖家路泵站(二期)完工,", "廖家路泵站(二期)"),
            Hit("清溪新城恒源家居产业园总投资21亿元", "清溪新城恒源家居产业园"),
            Hit("总投资12亿元的澄州绿色冶金基地完成桩基施工,", "澄州绿色冶金基地"),
            Hit("投资2亿元的高端光掩膜版项目正在装修,", "高端光掩膜版"),
            Hit("先后实施了清溪绕城快速路、南城互通连接线,", "清溪绕城快速路"),
            Hit("建成县第三幼儿园和县人民医院康复楼,", "县第三幼儿园"),
            Hit("县第二医院住院楼、清溪快速路稳步推进,", "县第二医院住院楼"),
            Hit("澄湖科创中心(总投资5.3亿元)、", "澄湖科创中心"),
            Hit("推动澄州至清溪高速、澄湖铁路专线尽早开工。", "澄州至清溪高速"),
            Hit("今年计划通车两条高速:澄黎高速、清望高速东段;", "清望高速东段"),
            Hit("西站综合客运枢纽主体完成至二层,", "西站综合客运枢纽"),
            Hit("科创路初级中学、秀湖污水处理厂提标改造则在国庆前交付", "秀湖污水处理厂提标改造"),
            Hit("松河国际陆港铁路专用线可研报告获批复。", "松河国际陆港铁路专用线"),
            Hit("要提前谋划松河至图门快速铁路,", "松河至图门快速铁路"),
            Hit("公司投资1.2亿元建设球型支座智能化生产线,", "球型支座智能化生产线"),
            Hit("在老龙湾渔港立交施工点,局长登上桥台。", "老龙湾渔港立交"),
            Hit("在青溪快速路南延伸段,王伟听取了工程进度汇报,", "青溪快速路南延伸段"),
            Hit("就清水一桥改造、片区学位等协商,", "清水一桥改造"),
            Hit("同意将高新区第四中学改扩建列入计划,", "高新区第四中学改扩建"),
            Hit("视察区人民医院感染科楼建设,", "区人民医院感染科楼"),
            Hit("澄江特大桥的主墩施工平台上,", "澄江特大桥"),
            Hit("今年将动工建设澄江职业技术学校、青溪路跨线桥,", "青溪路跨线桥"),
            Hit("澄江三桥主桥合龙,", "澄江三桥"),
            Hit("青溪大道南延预计年底建成投用。", "青溪大道南延"),
            Hit("龙泉水库除险加固有序推进。", "龙泉水库除险加固"),
            Hit("澄水人才公寓(二期)是今年的民生实事。", "澄水人才公寓(二期)"),
            Hit("澄江二桥的建设者们坚守岗位。", "澄江二桥"),
            Hit("听取青山抽水蓄能电站推进情况汇报,", "青山抽水蓄能电站"),
            Hit("澄湖铁路专用线要完成可研批复。", "澄湖铁路专用线"),
            Hit("县人民医院综合楼8月底交付。", "县人民医院综合楼"),
            Hit("总投资4亿美元的澄湖新型显示基地正式落户。", "澄湖新型显示基地"),
            Hit("澄湖光伏组件基地钢结构封顶,", "澄湖光伏组件基地"),
            Hit("澄江跨海大桥6号主墩封顶。", "澄江跨海大桥"),
            Hit("青溪大道北延线打通,", "青溪大道北延线"),
            Hit("黑石河水体治理通过销号验收;", "黑石河水体治理"),
            Hit("青溪热电厂超低排放改造必须赶在9月15日之前完成试运行,", "青溪热电厂超低排放改造"),
            Hit("正在建设的澄湖人民医院传染病区建成后,", "澄湖人民医院传染病区"),
            Hit("黑石山隧道施工人员在安装监测设备", "黑石山隧道"),
            Hit("赤石沟大桥的桩基已在施工,", "赤石沟大桥"),
            Hit("澄州钢管制造工业园5月11日在青溪工业集中区奠基。", "澄州钢管制造工业园"),
            Hit("抢抓青澄高速连接线即将启动的机遇,", "青澄高速连接线"),
            Hit("动工兴建澄湖大桥、青溪污水处理厂。", "青溪污水处理厂"),
        ),
        (
            "清溪人民医院正在开展义诊,",
            "对清溪路进行改造,",
            "老旧小区改造列入计划,",
            "视察清溪大桥,",
            "湿地被列入名录,",
            "38台风机完成吊装,",
            "审议清溪停车场建设管理办法,",
            "项目在清溪食品产业园点火试产,",
            "35千伏变电站已建成,",
            "8#研发楼正在装修,",
            "培育消费市场主体,",
            "每一座水库都已完成清淤",
            "巡检机器人在澄州矿业集团青山煤矿投用。",
            "在澄湖路小学,王伟看望了教师,",
            "总投资8亿元的项目已开工",
            "推动老旧小区改造,",
            "帮助企业解决蒸汽管道跨路施工等问题",
            "澄湖湿地公园验收时,",
            "推进农村公路改造,",
            "红柳沟水库建成于上世纪",
            "加快推进改革",
            "加快建设现代化产业体系",
            "开工建设一批",
        ),
    ),
)
# Verbs of building, and the works named behind them.
_BUILDING_VERBS = tuple("开工 开工建设 加快建设 推进 抓好 谋划 推动 建成 改造 实施".split())
_WORKS = lazy(
    r"了?(?!以)(?P<names>(?:[\w·()]{4,24}?、){0,9}[\w·()]{4,24}?"
    r"(?:迁建|改扩建|扩建|[东西南北]延|[东西南北]校区|电站|国际会展中心|快速路|污水处理厂|大桥|隧道|立交|产业园))(?=[,。;、等建施]|\Z)"
)
_NEW_VERBS = tuple("新建 续建 将建设 拟建设 开工建设 开建".split())
_BUILT = lazy(
    r"了?(?P<names>(?:[\w·()]{3,24}?[、和]){0,9}[\w·()]{3,24}?(?:博物馆|图书馆|体育馆|公园|学校|小学|中学|医院|幼儿园|站|广场|大桥|厂|中心))(?=[,。;、等]|\Z)"
)
# Verbs that bring works on. Behind `_BUILDS` works with a name of their own are enough, behind the others it must be a
# building.
_BUILDS = (
    *"开工: 竣工: 投产: 新建: 续建: 建成: 完成: 在建: 续建 新开工 开工建设 动工建设 动工兴建 开工兴建 将建设 正在建设 建成 竣工交付 引进落地 开建 加快建设 用于建设 即将开工".split(),
)
_BRINGS_ON = (
    *_BUILDS,
    *"规划建设 投资建设 启动建设 推进 推动 力促 启动 共建 确保 加快 抓好 谋划 谋深谋细 对接好 打通 力争 完成 ,把 。把 ;把 :把 要把".split(),
)
_UNDER_WAY = ("正在建设", "在建", "新开工", "即将开工")  # 正在建设的甲医院
# 两条高速:甲高速、乙高速
_COUNT = lazy(r"[两三四五六七八九十\d][条座处所][^\W\d]{2,6}:\Z")
_LONGEST_COUNT = 10
# 加快推进 is told by 推进.
_NO_VERB_BEHIND = lazy(r"推|进行")
# What shall happen to works, and to no institution: 推动甲高速尽早开工.
_SOON = frozenset(
    "前期 开工 投用 竣工 按期 如期 尽早 早日 尽快 建设 推进 年底 年内 一季度 二季度 三季度 四季度 上半年 下半年".split()
)
# 视察甲大桥建设
_LOOKS_AT = tuple("视察 调研 察看 督导 检查 督查 听取 汇报 查看 了解".split())
_BROUGHT_ON_END = lazy(
    r"[^\w·()、]|前期|开工|投用|竣工|落地|建成(?=后|[,。])|作为|列入|列为|纳入|做成|按期|如期|尽早|早日|尽快|年[底内]|[一二三四]季度|[上下]半年|建设(?=[,。;]|工作|情况|进度|进展|场地|进行|开展)|推进(?=情况|工作)"
)
_LONGEST_LIST = 150
_HOW = lazy(
    r"(?:\d+栋(?:楼|厂房)?|\d+号楼|\d+号?主?[墩塔]|\d+#墩|钢结构|主厂房|主楼|桩基|路基|土建|设备|提前[^,。;]{1,6}|销号|竣工|均|都|双双|同日|年内|实质性|尽早|早日|正在|稳步|有序|加速|加快|扎实|率先|提前|陆续|主体结构|举行了?|举办了?|计划|总|要?在?(?:\d{1,2}月)?\d{1,2}日前|全面|将?于?(?:\d{1,2}月)?\d{1,2}日|同步|正式|全线|顺利|建成|实现|双向|双洞|破土|主体|主跨|主桥|主塔|按期|如期|即将|已|全部|相继|[左右]幅|[左右双]线|[今昨][天日]|今年|明年|\d{1,2}月[底初中]|带电|通过|(?:\d{1,2}月)?\d{1,2}日在[^\W\d]{2,16})*\Z"
)
# What stage works are at: 完成桩基施工, 进入设备安装阶段.
_STAGE = lazy(
    r"(?:完成|进入)[^,。;的]{0,8}(?:施工|浇筑|封顶|桩基|安装|主体|架设|签约|验收|土建|征迁|路基|吊装|调试|联调|收尾|尾声|试运行|装修|\d+%)"
)
# What must stand with a word for an event, that it tells of works just now: 投资5亿, 稳步推进, 通过验收, 即将启动.
_TELLS = {
    "投资": lazy(r"投资\d"),
    "完成": _STAGE,
    "进入": _STAGE,
    "推进": lazy(r"(?<=稳步|有序|同步|加快|加速|扎实|顺利|快速)推进"),
    "验收": lazy(r"(?:(?<=通过)|(?<=通过\w\w))验收[,。;、了!]"),
    "启动": lazy(r"(?<=即将)启动|启动(?:建设|施工)"),
    **dict.fromkeys(["打通", "打穿", "破土"], lazy(r"\w\w[,。;、了!]")),
}
_TELLS_NOW = lazy(r"\w\w(?![于的后以时])")
# What is done on works, and on what else may be a body that does something: 区医院正在装修, not 正在开展.
_ON_SITE = r"施工|浇筑|封顶|桩基|吊装|架设|安装|装修|主体|土建|铺装|合拢|合龙|竣工|完工|开工|动工|投用|投入使用|交付|通水|验收|幕墙|钢结构|内装|基坑|支护|用地|可研|可行性研究|图审|试运行|试车|点火|绑扎|出水|开挖|平场|带电|并网|敷设|赶工|抢工|进场|手续|工程量|征迁|征拆|拆迁|建设"
_LEAD = r"(?:均|也|都|则|要|预计|有望|计划|现已|顺利|成功|确保|抓紧|尽快|力争|目前|现|今年|必须|务必|赶在|已经?|将?于?\d{1,2}月(?:\d{1,2}日|[底初中旬上下]*)?前?|年[内底]|正在?|同步|全面|顺利|累计|至今|因[^,。;]{2,12})*[^,。;的]{0,8}?"
_DONE_ON_SITE = lazy(rf"{_LEAD}(?:{_ON_SITE})")
# What is said of works as of a project.
_OF_PROJECT = r"前期(?:工作)|施工(?:人员|队伍|班组)|的?(?:桩基|墩柱|承台|征迁|征地|征拆|拆迁|用地|建设者)|(?:建设)?(?:有序|稳步|加快|加速|全面)推进|获(?:得)?[^,。;]{0,8}批复|(?:争取)?到?专项债|因[^,。;]{2,10}停工|复工|签约(?=落|[,。])"
_IS_PROJECT = lazy(r"是(?=[今全省市县区我国重][^,。;]{1,17}?(?:项目|工程|实事|建设的))")  # 甲公寓是今年的民生实事
# 建设 and 施工 behind works, of which only this tells that they go on: 甲大桥施工人员, not 帮助解决跨路施工问题.
_MAY_BE_ANYTHING = lazy(r"建设(?!正?(?:有序|稳步|加快|加速|全面|快速)推进|正酣|如火如荼|提速)|施工(?!人员|队伍|班组)")
_DONE = lazy(
    rf"{_LEAD}(?:{_ON_SITE}|{_OF_PROJECT}|[左右][洞线幅]|的?[,]?(?:主墩|主塔|主桥|主跨)|首座|路基|路面|正线|铺轨|衬砌|掘进|贯通|通车|投产|试生产|投入运营|投运|联调|调试|初步设计|施工许可|环评|招标|储备项目|重点项目|形象进度|剩余|收尾|尾声|标线|刷黑|满负荷|完成|[\d.]+%|规划)"
)
_INSTITUTION_END = lazy(
    r"(?:医院|学校|中学|小学|幼儿园|大学|学院|中心|社区|村|园|馆|景区|机场|站|大厦|广场|公园|厂|校区|院区|基地)\Z"
)
_INVESTED = lazy(r"投资(?:额)?(?:约|超|达|近|逾|为)?[\d.百千数十]+[余多]?[亿万](?:[美欧日港]元|元)\Z")
_INTO = lazy(r"的|建设|新建|打造")
_INVESTED_IN_END = lazy(
    r"[,。;:、(!?\n]|[和及与](?=总?投资)|以及|项目|工程|[两二三四五六七八九十\d]{1,2}个|(?:已?于)?\d{1,2}[月日]|(?:也|均|都)已|已(?=[^\W\d])|(?:正式|全面|顺利|破土|成功|即将|已经?|将)?(?:开工|动工|奠基|投产|竣工|封顶|签约|落户|落地|启动|建成|完成|进入|举行)"
)
_LONGEST_COST = 18
_REMADE = lazy(r"(?:改扩建|迁建|扩建|重建|改建|扩容|(?:除险)?加固|[东南西北]延|(?:提质|提升|升级)?(?:改造|升级))\Z")
_SITE_END = lazy(
    r"(?:路|街|大道|桥|隧道|立交|互通|高速|公路|铁路|站|机场|码头|水库|厂|学校|小学|中学|[一二三四五六七八九十]中|幼儿园|大学|学院|院|馆|中心|楼|广场|公园|社区|基地|园区|景区|闸|渠|堤|场|港)\Z"
)
_NAME_ENDS = lazy(r"[、,。;!?)”]|等|和|及|与|[已要将被正]|列入|纳入|年[底内]|尽快|\Z")
_DOES = lazy(r"进行|予以|加以|可以|需要|[的了对将把使让得能会已再又]")
_STANDS_AT = lazy(r"在(?<![^,。\n]在)(?P<name>[\w()]{5,24}?)(?P<site>施工[点段]|标段)?,")
_OF_BUILDING = lazy(r"项目|施工|工期|建设(?:情况|进度|进展)|工程(?:进度|进展|质量)")
_LONGEST_SPEECH = 60
_LONGEST_OPENED, _LONGEST_HOW = 30, 24  # characters before the event
_SHORTEST_OPENED = 4
# Works that need no more than this to be told of: 甲大桥通车.
_OPENED_END = lazy(
    r"(?:大桥|[二三四五六]桥|公路|铁路|高速|隧道|快速路|大道|立交|地铁\d+号线|电站|水库|产业园|机场|[^\W\d]{2}基地|工厂|体育馆|博物馆|图书馆|水厂|泵站|生产线|安置[区房]|校区|院区|工业园|科技园|物流园|园区|航站楼|船闸|码头)\Z"
)
_LONGEST_KIND_OF_WORKS = 8


def named(text: str, ends: Sequence[int]) -> Iterator[Mention]:
    """开工建设甲二期, 新建乙博物馆, 推动丙高速尽早开工: works that a verb of building names."""
    for start in ends:
        for verbs, works in ((_BUILDING_VERBS, _WORKS), (_NEW_VERBS, _BUILT)):
            match = works.match(text, start) if text.endswith(verbs, 0, start) else None
            for item in listed_names(text, *match.span("names"), governed=True) if match is not None else ():
                name = "".join(text[a:b] for a, b in item)
                if len(name) >= 4 and is_name(name) and is_facility(name):
                    yield mention_of("project.works", text, item)
        if text.endswith(_LOOKS_AT, 0, start):
            yield from _brought_on(text, start, built=False, only=("建设", "推进"))
        elif text.startswith("实施了", start - 2):
            yield from _brought_on(text, start + 1, built=True)
        elif text.endswith(_BRINGS_ON, 0, start):
            if not _NO_VERB_BEHIND.match(text, start):
                yield from _brought_on(text, start, built=text.endswith(_BUILDS, 0, start))
        elif text[start - 1] == ":" and _COUNT.search(text, max(0, start - _LONGEST_COUNT), start):
            yield from _brought_on(text, start, built=True)


def _brought_on(text: str, start: int, *, built: bool, only: Collection[str] | None = None) -> Iterator[Mention]:
    """The works that begin at `start`, behind a verb that brings them on; `built` says that it is one of building.

    `only` holds the words one of which must then follow, for verbs that govern much else.
    """
    stop = _BROUGHT_ON_END.search(text, start, start + _LONGEST_LIST)
    end = len(text) if stop is None else stop.start()
    if not start + LONG_NAME <= end < start + _LONGEST_LIST:
        return
    first = text.find("、", start, end)
    ends = (end,) if first < 0 else (end, first)
    if not any(ends_in_facility(text, at) for at in ends):
        return
    if text.startswith("的", start):
        if not text.endswith(_UNDER_WAY, 0, start):
            return
        start += 1
    if only is not None and (stop is None or stop[0] not in only):
        return
    if built or (stop is not None and stop[0] in _SOON):
        yield from _works_in_list(text, start, end, is_named_works)
    elif any(BUILDING.search(text, at - LONGEST_BRACKET, at) for at in ends):
        yield from _works_in_list(text, start, end, is_sited_works if first < 0 else is_named_works)


def _works_in_list(text: str, start: int, end: int, is_works: Callable[[str], bool]) -> Iterator[Mention]:
    """The items of a list that are works of their own."""
    for item in listed_names(text, start, end, governed=True):
        if is_works("".join(text[a:b] for a, b in item)):
            yield mention_of("project.works", text, item)


def at_site(text: str) -> Iterator[Mention]:
    """在甲大道延伸段,区长乙听取了工程进度汇报: works that somebody stands at while their building is spoken of."""
    for match in _STANDS_AT.finditer(text):
        sentence = text[match.end() : match.end() + _LONGEST_SPEECH].split("。", 1)[0]
        if is_sited_works(match["name"]) and (match["site"] or _OF_BUILDING.search(sentence)):
            yield mention_of("project.works", text, [match.span("name")])


def opened(text: str, ends: Sequence[int]) -> Iterator[Mention]:
    """甲大桥通车; 乙箱涵、丙泵站完工: works by what happened to them."""
    for event_end in ends:
        event = event_end - 2
        if not _tells_of_works(text, event, event_end):
            continue
        how = _HOW.search(text, max(0, event - _LONGEST_HOW), event)
        end = event if how is None else how.start()
        end -= text[end - 1] == "("  # 甲大桥(总投资3亿元)
        if _OPENED_END.search(text, max(0, end - _LONGEST_KIND_OF_WORKS), end):
            yield from _opened_alone(text, max(0, end - _LONGEST_OPENED), end)
        elif not ends_in_facility(text, end):
            continue
        for works in _works_in_list(text, left_mark(text, end, across=True), end, is_named_works):
            if text[works.start - 1] != "在":  # 在甲煤矿投用
                yield works


def progressing(text: str, ends: Sequence[int]) -> Iterator[Mention]:
    """甲水厂主体完成至二层, 乙中学正在装修: works by what is being done on them."""
    for end in (*(cue_end - 2 for cue_end in ends), *(said.start() for said in _IS_PROJECT.finditer(text))):
        if not ends_in_facility(text, end) or _MAY_BE_ANYTHING.match(text, end):
            continue
        done = _DONE_ON_SITE if _INSTITUTION_END.search(text, max(0, end - 4), end) else _DONE
        if done.match(text, end) or text.startswith("是", end):
            for works in _works_in_list(text, left_mark(text, end, across=True), end, _is_told_of):
                if text[works.start - 1] != "在":  # 在甲产业园点火
                    yield works


def _is_told_of(name: str) -> bool:
    """Whether works have a name of their own and no verb before it: not 改造25万个小区."""
    return is_named_works(name) and name[:2] not in predicates()


def _tells_of_works(text: str, start: int, end: int) -> bool:
    """Whether a word tells what happened just now: not 建成于上世纪, not 投资环境, not 推进改革."""
    return _TELLS.get(text[start:end], _TELLS_NOW).match(text, start) is not None


def invested(text: str, ends: Sequence[int]) -> Iterator[Mention]:
    """总投资8亿元的甲基地, 投资2亿元的乙项目: what the money goes into."""
    for cost_end in ends:
        into = _INTO.match(text, cost_end)
        if into is None or _INVESTED.search(text, max(0, cost_end - _LONGEST_COST), cost_end) is None:
            continue
        end = into.end()
        stop = _INVESTED_IN_END.search(text, end, end + LONGEST_NAME)
        name = text[end : stop.start()] if stop is not None else ""
        called = stop is not None and stop[0].startswith(("项目", "工程"))
        if (
            len(name) >= _SHORTEST_OPENED
            and is_name(name)
            and not OF_MANY.search(name)
            and (called or is_facility(name))
        ):
            yield mention_of("project.works", text, [(end, end + len(name))])


def remade(text: str, ends: Sequence[int]) -> Iterator[Mention]:
    """甲路改扩建, 乙中学迁建: works of a place and what is done to them, as a name."""
    for end in ends:
        if _NAME_ENDS.match(text, end):
            yield from _works_in_list(text, left_mark(text, end, across=False), end, _is_remade)


def _is_remade(name: str) -> bool:
    """Whether a name of works and a word for what is done to them: not 老旧小区改造, not 对清溪路进行改造."""
    doing = _REMADE.search(name)
    if doing is None or _DOES.search(name) or not is_named_works(name):
        return False
    works = name[: doing.start()]
    return _SITE_END.search(works) is not None and not has_predicate(works[2:])


def _opened_alone(text: str, low: int, end: int) -> Iterator[Mention]:
    """The one work that ends at `end` and begins not before `low`."""
    start = max(behind_verb(text, left_mark(text, end, across=False), end), low)
    if end - start >= _SHORTEST_OPENED and is_name(text[start:end]):
        yield mention_of("project.works", text, [(start, end)])
