"""Projects: construction, industry and named programmes, read backwards from their heads.

A head is 项目, 工程, 计划, 行动 or a building site; what stands before it up to a verb or a mark is the name, unless it
is generic. A list shares its head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxq_extract.lexicon import predicates
from gxq_extract.patterns import last_of, lazy
from gxq_extract.rules import programmes, works
from gxq_extract.rules.project_names import (
    BUILDING,
    JOIN,
    LONG_NAME,
    LONGEST_NAME,
    OF_MANY,
    SHORTEST_NAME,
    VISITED,
    WHOLE,
    behind_verb,
    ends_in_facility,
    is_facility,
    is_generic,
    is_long_enough,
    is_name,
    is_own_name,
    is_place,
    left_mark,
    listed_names,
    may_be_own,
    mention_of,
    tells_site,
    without_head,
)
from gxq_extract.rules.rule import Hit, Mention, Rule, Spans

Triggers = dict[str, list[int]]
RULES = (
    *programmes.RULES,
    *works.RULES,
    Rule(
        "project.list",
        "project",
        "Names that share one head: 甲、乙、丙等项目建设现场",
        "names joined by 、 or 和, then 等 and 项目, 工程 or 现场",
        (
            Hit("先后来到食品包装、清河大桥、科苑路等项目建设现场", "清河大桥"),
            Hit("察看了青荷路中学、澄湖大道快速化改造等项目", "青荷路中学"),
            Hit("在滨江大道南延、第三实验学校改扩建等施工现场", "滨江大道南延"),
            Hit("副县长王伟、局长李明视察青山索道、葫芦镇集中供热等项目", "青山索道"),
            Hit("试车的三个项目是恒福功能纸、天枢吹塑模具、润禾医用敷料。", "天枢吹塑模具"),
            Hit("有25个项目。先后来到恒源家居产业园、县工人公寓二期、安澜中学,", "安澜中学"),
            Hit("先后实施第三水厂深度处理、老城区架空线消隐等工程,", "第三水厂深度处理"),
            Hit("1.北河大桥。主墩完成;2.污水处理厂二期。试水;3.职业学院实训楼,封顶。", "污水处理厂二期"),
            Hit("1、北河大桥;2、党建公园工程;3、永安路改造工程;", "北河大桥"),
            Hit("把东山矿坑修复二期、澄湖装备产业园这几个项目扛在肩上", "澄湖装备产业园"),
            Hit("西关粮油市场改造、县体育公园二期等榜上有名", "县体育公园二期"),
            Hit("先后到康诺生物、智步机器人、华芯时代等重点项目建设现场", "智步机器人"),
            Hit("督办高铁家苑及高铁北广场等项目施工进度", "高铁北广场"),
            Hit("县医院医技楼改造、青山路二期及“春蕾”青少年活动中心等12个项目", "春蕾青少年活动中心"),
            Hit("查看了大坪水库除险加固、清江防洪堤改造两处工地", "清江防洪堤改造"),
            Hit("来到青溪通村公路、东渠闸加固、农垦大道“白改黑”等施工现场", "农垦大道白改黑"),
            Hit("走进云谷中心、滨江智谷、安泰汽配及氢能动力等重点项目建设现场", "氢能动力"),
            Hit("随后,在润安重工、正恒饲料厂等项目工地,他", "润安重工"),
            Hit("先后来到澄石科技、兴安玩具、泽元科技等14个在建或投产项目现场", "兴安玩具"),
            Hit("公司总经理王伟、李明分别就清溪路安置房三期、清河左岸截污管道等项目作了汇报", "清溪路安置房三期"),
            Hit("参加恒辉新材料、汉源光电以及滨河路路面提升工程等3个项目开工仪式", "滨河路路面提升"),
            Hit("其中,中科智芯半导体封装、鑫达汽车轻量化底盘项目投资均超过10亿元", "鑫达汽车轻量化底盘"),
            Hit("青溪路和东门头一、二期,红石湾一、二期等棚改项目", "红石湾二期"),
            Hit("澄江东站、锦石湖引水、县中医院迁建等一批打基础、利长远的项目", "锦石湖引水"),
            Hit("友好大道、青溪路三条道路通车", "友好大道"),
            Hit("委员们走了三个工地:城北排洪渠、青溪路雨水管改造、白石塘排涝泵站。", "白石塘排涝泵站"),
            Hit(
                "2.完成朝阳幼儿园改扩建。封顶;3.开工建设滨江新城学校一期。施工;4.东苑中学新校区。招标。",
                "朝阳幼儿园改扩建",
            ),
        ),
        ("教育、医疗等民生项目", "清溪小学、幼儿园等", "短跑、跳高等18个项目", "财政、税务等部门"),
    ),
    Rule(
        "project.single",
        "project",
        "One project by its name: 市十七中迁建项目现场, 云溪水厂扩建工程",
        "a name with a facility, a place or a kind of works, then 项目 or 工程",
        (
            Hit("在市十七中迁建项目现场,", "市十七中迁建"),
            Hit("云溪水厂扩建工程竣工通水", "云溪水厂扩建"),
            Hit("科教城快速路项目全线贯通", "科教城快速路"),
            Hit("得益于清溪大桥项目竣工投用,出行快了", "清溪大桥"),
            Hit("推进南塘河流域综合治理工程,", "南塘河流域综合治理"),
            Hit("作为省重点工程——云岭水库工程进展顺利", "云岭水库"),
            Hit("青浦石化乙烯项目一期投产", "青浦石化乙烯项目一期"),
            Hit("光伏背板项目8月16日动工,", "光伏背板"),
            Hit("看了凤凰岭防火道路建设情况,", "凤凰岭防火道路"),
            Hit("来到东岭焦化和县污水处理厂提标改造项目现场", "县污水处理厂提标改造"),
            Hit("年产2万吨水性树脂项目已完成设备安装", "年产2万吨水性树脂"),
            Hit("来到双鹤大道、双鹤公园、双鹤大桥及绿道建设项目现场", "双鹤大桥"),
            Hit("观摩了长江精密铸造项目,清溪客车底盘项目,青山索道项目", "清溪客车底盘"),
            Hit("接下了这次恒源产业园项目", "恒源产业园"),
            Hit("总投资20亿元的清溪智慧工厂项目签约仪式举行", "清溪智慧工厂"),
            Hit("举行人民医院新院暨急救指挥中心建设项目奠基仪式", "人民医院新院暨急救指挥中心"),
            Hit("视察了高新区凯莱特三期项目", "凯莱特三期"),
            Hit("察看了特种钢丝绳项目、高端装备智造加速器项目、河滨大桥项目", "特种钢丝绳"),
            Hit("在水库除险加固工程和北苑雨污分流改造项目现场,", "北苑雨污分流改造"),
            Hit("双方签署了恒源燃料电池空压机项目投资协议", "恒源燃料电池空压机"),
            Hit("察看了恒源二期在建项目", "恒源二期"),
            Hit("停工三年的澄澜名邸项目也活了过来", "澄澜名邸"),
            Hit("依次走进北桥出入口绿化、恒通汽车文化园、康健胶囊项目,边走边看", "恒通汽车文化园"),
            Hit("水上中心二期浮码头项目赶在5月30日完工", "水上中心二期浮码头"),
            Hit("参观了澄湖码头5号泊位改造现场", "澄湖码头5号泊位改造"),
            Hit("青坪村高位提水工程分三级泵站,", "青坪村高位提水"),
            Hit("来到恒源光电10GW单晶硅棒项目,", "恒源光电10GW单晶硅棒"),
            Hit("澄湖物流园B区项目用地未批复。", "澄湖物流园B区"),
            Hit("引清济澄工程全线通水", "引清济澄"),
            Hit("变化来自澄泉热电联产供热管网工程的投运", "澄泉热电联产供热管网"),
            Hit("总投资1亿元的丰和纳米内饰材料项目,", "丰和纳米内饰材料"),
            Hit("忠和酒业三期(扩能)项目开工", "忠和酒业三期(扩能)"),
            Hit("盯住装备产业园二期标准厂房、热力管网延伸工程等", "装备产业园二期标准厂房"),
            Hit("澄州大豆蛋白项目大型储罐焊接完毕", "澄州大豆蛋白"),
            Hit("先后深入澄州铝业电解铝、汇通高纯铝箔、澄山铁路专用线建设现场", "汇通高纯铝箔"),
            Hit("走访了恒诚机械项目、恒泉乳品项目和澄州环保公司等地", "恒诚机械"),
        ),
        (
            "第136届广交会二期开幕",
            "澄湖骨干工程全线开工",
            "青山湖区重大项目开工",
            "清溪救济工程处提供援助",
            "24条公路项目",
            "全国首个智能工厂项目",
            "促进好项目大项目落地",
            "招引更多优质项目开工",
            "王伟、李明带队到项目建设工地督导",
            "举行年第三次项目集中开工动员会",
            "节日期间项目安全督查",
            "全省县级公立医院升级项目之一",
            "年产2万吨项目投产",
            "最新一期节目",
            "三批重点项目开工",
            "县青山铁路项目建设指挥部负责人",
            "每天推送一期法院早报",
            "其中商业综合体项目2个;",
            "一批特色产业及生活配套项目入驻",
            "研究春耕生产、项目开工等工作",
            "工会建设情况",
            "推进重点项目建设",
            "夺得皮划艇静水项目金牌",
            "恒源项目部总工程师",
            "未落地的项目",
            "民生项目",
            "系统工程",
            "项目为王",
            "百年工程",
        ),
    ),
)
_PROGRESS = ("情况", "进度", "进展")
_SITED = lazy(r"(?:在|到|来到|走进|深入|[察查]看了?|前往|参观了?|观摩了?|视察了?)[^,。;:!?“”]{3,28}\Z")
_NOT_SITE_AFTER = lazy(r"会|办公|交流|观摩|签约|推进|教学|招聘|直播|采访|咨询|解答|勘|执|调")
# What happens to a project makes one of any name: 光伏背板项目|8月16日动工.
_HAPPENS = lazy(
    r"于?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[上下]午)?(?:正式|全面|顺利|点火|破土|如期|已经?|即将|将|成功)*(?:开工|动工|奠基|落户|落地|投产|竣工|试产|试车|封顶|达产|[,(]?(?:计划)?总投资|土建|主体|桩基|轨道|完成(?:投资|主体|设备|土建)|累计完成|设备安装|占地|总建筑面积|规划用地|[^\W\d]{2,8}(?:吊装|焊接|浇筑|安装|铺设|调试)(?:完毕|完成|过半|结束|到位))"
)
# 谋划甲项目, 签署乙项目投资协议: what is planned or signed is a project of any name.
_PLANNED = lazy(
    r"(?:谋划|签署|签订|签约|引进|引入|落户|承建|新上|上马|申报)了?[^\W\d一二三四五六七八九十][\w()]{4,20}\Z"
)
# In a list of which each item is called a project: 甲项目、乙项目.
_AMONG_PROJECTS = lazy(r"(?:、|[和及与]|以及)[^,。;、]{2,30}?项目(?:[,。;、和及与]|现场|等|以及)")
_BEHIND_PROJECT = lazy(r"项目(?:、|和|及|以及)[^,。;、]{2,}\Z")
# 一批甲及乙项目: of what kind they are.
_SOME = ("一批", "众多", "许多", "多个", "系列")
_LONGEST_TOUR = 200  # characters of a list behind its verb
_AMONG_COMMAS = lazy(r",[^,。;、]{2,20}项目[,。;、]")
_BEHIND_COMMA = lazy(r"项目,[^,。;、]{2,}\Z")
# 甲高速项目部, 皮划艇静水项目决赛
_NO_WORKS_AFTER = lazy(r"部|[^,。]{0,8}(?:[预决比]赛|冠军|[金银铜奖]牌|选手|运动员)")
_CARRIES_OUT = lazy(r"实施|推进|做好|启动|开展|抓好")
_CARRIED_OUT = lazy(r"(?:实施|推进|做好|启动|开展|抓好)了?\Z")
_LONGEST_TRIM = 10
# Where a closer look pays: the last two characters of what each kind of finder needs, which itself is tested there.
_TRIGGERS = {
    "head": "项目 工程 现场 工地 情况 进度 进展 一期 二期 三期 四期 五期 六期",
    "list": "项目 工程 现场 工地 工点 实事 施工 有名 入选 上榜 条道 条通 条高 条公 条铁",
    "naming": "包括 涵盖 中有 别是 别为 要有 的有 还有 目是 目为 目有 既有 也有 地: 目: 场: 程: 位:",
    "programme": "行动 计划",
    "brings": "视察 调研 察看 督导 检查 督查 听取 汇报 查看 了解 建设 兴建 开工 推进 推动 抓好 谋划 谋细 建成 改造 实施 新建 续建 开建 共建 力促 启动 确保 加快 接好 交付 落地 打通 力争 完成 ,把 。把 ;把 :把 要把 "
    "工: 产: 建: 成: 速: 路: 桥: 道: 校: 院: 厂: 站:",
    "event": "通车 开工 动工 奠基 贯通 封顶 建成 竣工 投产 合龙 合拢 打通 打穿 破土 验收 完工 落成 投用 复工 投运 投资 完成 进入 推进 扫尾 并网 交付 启动",
    "progress": "正在 必须 施工 设备 前期 的桩 主体 迟迟 幕墙 装修 土建 正线 路基 桩基 基坑 将于 则在 同步 累计 交付 至今 还差 卡在 被列 剩余 落户 可研 图审 已进 已由 已投 已建 已开 已竣 已封 "
    "已启 已完 已掘 已通 已交 已动 已贯 已复 已全 已基 已正 已于 已累 主墩 主塔 主跨 首跨 左洞 右洞 通风 桥墩 桥面 钢梁 管线 进场 也在 均在 抓紧 已经 已列 已获 也已 均已 今秋 竣工 要完 要确 要抓 要赶 要在 要尽 要力 最后 预计 有望 计划 现已 顺利 成功 建设 被列 的征 的用 的建 获得 获批 争取 专项 复工 因资 因疫 签约 的主 ,主 点火 试车 主桥 左线 右线 左幅 右幅 首片 首座 尚有",
    "cost": "亿元 万元 美元 欧元 日元 港元",
    "remade": "扩建 迁建 重建 改建 改造 东延 南延 西延 北延 升级 加固 扩容",
}
_KINDS = {
    word: [kind for kind, words in _TRIGGERS.items() if word in words.split()]
    for words in _TRIGGERS.values()
    for word in words.split()
}
# Told by their last character, which is rarer than the first.
_TRIGGER = lazy(last_of(_KINDS))
# 第五期, 上一期, 三十一期, 星期一
_OTHER_PHASES = frozenset("第一最后下上本每首这学十年周日孕晚早中近长短分新会")
_NOT_HEAD_AFTER = lazy(
    r"化|\d+个|(?:建设)?指挥|[一二三四五六]期|[师组学院量局办款]|处(?!于|置|理)|有限|车(?!间)|经理|总工|总监|公司|为王|法人|负责|机械|界|技术|管理|领域|名称|清单|库|资金(?!筹|到位|拨)|谋划|储备|审批|签约(?!仪式|落|成|[,。;])|招商|服务|专员|秘书|推进会|之一|观摩|建设(?:者|年|提升)|方(?![,。])"
)
# 二期改造工程 is told by its last word.
_WORKS_BEHIND = lazy(
    r"\([^()]{2,6}\)(?:项目|工程)|(?:改造|扩建|改扩建|升级|提升|整治|配套|治理|(?:回迁)?安置房|(?:生态)?修复|基地|(?:标准化?)?厂房|工厂|生产线|冷库|(?!建设|施工|主体|配套|重点|在建|拟建|[^\W\d]+个)[^\W\d]{2,4}(?=工程|项目))(?:项目|工程|工地|现场|完成|封顶|主体|[,。、;和])"
)
_PHASE_AFTER = lazy(r"[叉刊间待望限末货次]|叉|工作|学员|培训|班|国债")
_LIST_TAIL = lazy(
    r"(?:(?:为代表|在内)的?)?(?:等(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|多|数|几)?|(?:[\d两二三四五六七八九十]{1,3}|这几)(?=[个大项座条件处]))(?:[个处项条座宗批大件])?(?:[^\W\da-zA-Z_]{0,10}?|(?<=一批)[^。;,]{0,14}?)"
    r"(?:项目|工程|施工现场|建设现场|施工工地|现场(?!会)|工地|工点|实事|正在施工|榜上有名|入选|上榜|(?<=[两三四五六七八]条)(?:道路|通道|高速|公路|铁路))"
    r"|项目(?=(?:总?投资)?(?:均|分别|都|双双|相继))"
)
_NAMING = lazy(
    r"(?:包括|涵盖|分别是|分别为|主要有|其中有|的有|还有|[既也]有|项目[是为有]|[两三四五六七八九\d][个处](?:工地|项目|现场|工程|点位):)\Z"
)
_NAMES = lazy(r"[^。;:\n]{4,120}?(?=[等,。;\n])")
_LIST_SUBJECT = lazy(
    r"(?:[\d一二两三四五六七八九十]{1,3}个项目|项目|工程|实事|[开完]工|竣工|投产|通车|签约|类\d{1,3}个)[^。;\n]{0,40}\Z"
)
_ASKED, _ASKED_OF_PROJECTS = 2 / 3, 1 / 2  # of a list in general, and of one that is called 等项目
_CALLED = lazy(r"等(?:一批)?\w{0,4}(?:项目|工程)")
# How far works are: 在建, 新开工
_STAGE = r"新?(?:在建|拟建|续建|新建|开工|竣工|投产|建成|投用)"
# What is visited at a site is a project, whatever it is called: 先后到华芯、智步机器人等重点项目建设现场.
_CALLED_SITES = lazy(
    rf"等(?:\d+个)?(?:\w{{0,4}}|(?:{_STAGE}[或和及]?){{2,3}})(?:项目|工程)(?:建设|施工)?(?:现场|工地|一线)"
    r"|等(?:\d+个)?(?:重点|重大|在建|产业|工业|民生|市政|城建|水利)?(?:项目|工程)(?=,)"
)
_WENT = lazy(r"到|(?<=[,。;])[但就]?在|走进|深入|前往|察看|查看|考察|调研|视察|观摩|参观")
_NEAR_VERB = 8
_LONGEST_WENT = 4
_LONGEST_KIND = 4  # 项目有文化馆、图书馆: kinds of works, no names
_OF_FIELDS = lazy(r"等(?:\d+个)?\w{0,4}(?:领域|方面|产业|行业)")
_LONGEST_TAIL = 19
_LIST_TAIL_AHEAD = 5  # 项目|总投资均
_FEWEST_SITES = 3
_NUMBERED = lazy(r"[0-9][.、](?P<name>[^\W\d][\w·()]{3,24})(?=[。,;:])")
_COUNTED = lazy(r"(?:(?:为代表|在内)的?)?等?\w{1,3}个\w{0,8}(?:项目|工程)|项目\Z")
_TOUR = lazy(
    r"(?:先后|依次|分别|一路|沿途|实地)(?:来到|到|察看|查看|走进|深入|观摩|视察|前往|调研)了?(?P<names>(?:[\w·()—“”]{3,30}、){1,9}[\w·()—“”]{3,30}?)(?=[,。;]|等)"
)
# What tells that building goes on.
_GOES_ON = lazy(
    r"(?:改造|扩建|迁建|改扩建|新建|改建|搬迁|扩挖|加固|整治|[一二三四五六]期|厂房|产业园|生产线|安置[房区])(?:\([^()]{1,8}\))?\Z"
)


def find(text: str) -> list[Mention]:
    """The projects of a clean text in order of position.

    A mention's value is the name; `data` has its kind and `pieces`, the spans whose printed text makes the name.
    """
    triggers = _triggers(text)
    found: list[Mention] = []
    taken = Spans()
    finders = (
        programmes.quoted(text),
        _listed(text, triggers["list"], triggers["naming"]),
        _numbered(text),
        _visited(text),
        works.at_site(text),
        _single(text, triggers["head"]),
        programmes.campaigns(text, triggers["programme"]),
        works.named(text, triggers["brings"]),
        works.opened(text, triggers["event"]),
        works.progressing(text, triggers["progress"]),
        works.invested(text, triggers["cost"]),
        works.remade(text, triggers["remade"]),
    )
    for finder in finders:
        for mention in finder:
            if taken.add(mention.start, mention.end):
                found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def _triggers(text: str) -> Triggers:
    """Where the words of each kind end that a project is told by."""
    found: Triggers = {kind: [] for kind in _TRIGGERS}
    for last in _TRIGGER.finditer(text):
        end = last.end()
        for kind in _KINDS[text[end - 2 : end]]:
            found[kind].append(end)
    return found


def _listed(text: str, tails: Sequence[int], namings: Sequence[int]) -> Iterator[Mention]:
    """甲、乙、丙等项目, 甲、乙三个项目, 项目包括甲、乙."""
    done = 0
    for end in tails:
        tail = _LIST_TAIL.search(text, max(done, end - _LONGEST_TAIL), end + _LIST_TAIL_AHEAD)
        if tail is None:
            continue
        done = tail.end()
        start = left_mark(text, tail.start(), across=True)
        if "、" in text[start : tail.start()] or JOIN.search(text, start, tail.start()) or tail[0].startswith("等"):
            asked = _ASKED_OF_PROJECTS if _CALLED.match(tail[0]) else _ASKED
            if _CALLED_SITES.match(text, tail.start()) and _WENT.search(
                text, max(0, start - _NEAR_VERB), start + _NEAR_VERB
            ):
                asked = 0.0
            counted = _COUNTED.match(tail[0]) is not None
            yield from _list_mentions(text, start, tail.start(), asked, governed=True, counted=counted)
    done = 0
    for end in namings:
        naming = _NAMING.search(text, max(done, end - 6), end)
        names = _NAMES.match(text, end) if naming is not None else None
        if naming is None or names is None:
            continue
        done = names.end()
        if _OF_FIELDS.match(text, names.end()):
            continue
        subject = (
            naming if naming[0].endswith(":") else _LIST_SUBJECT.search(text, max(0, naming.start() - 44), naming.end())
        )
        if "、" in names[0] and subject is not None and max(map(len, names[0].split("、"))) > _LONGEST_KIND:
            yield from _list_mentions(
                text, *names.span(), _ASKED_OF_PROJECTS, governed=False, counted="个项目" in subject[0]
            )


def _list_mentions(
    text: str, start: int, end: int, asked: float, *, governed: bool, counted: bool
) -> Iterator[Mention]:
    """The items of a list as projects if the share asked is plainly works, or if long names are counted: 等4个项目.

    Nothing is asked (0) where the items can only be projects.
    """
    items = listed_names(text, start, end, governed=governed)
    names = ["".join(text[a:b] for a, b in item) for item in items]
    strong = sum(is_facility(name) and is_name(name) for name in names)
    kinds = sum(is_facility(name) and is_generic(name) for name in names)  # 甲卫生院、小学、幼儿园等
    plain = strong >= (len(items) - kinds) * asked and (strong > 0 or asked == 0)
    if plain or (counted and all(len(name) >= 5 and is_name(name) for name in names)):
        for item, name in zip(items, names, strict=True):
            if is_name(name):
                yield mention_of("project.list", text, item)


def _numbered(text: str) -> Iterator[Mention]:
    """1.甲大桥。…2.乙厂二期。…: works set one below the other under numbers."""
    items = (item.span("name") for item in _NUMBERED.finditer(text))
    spans = [without_head(text, behind_verb(text, start, end), end) for start, end in items]
    built = [span for span in spans if is_facility(text[slice(*span)]) and is_name(text[slice(*span)])]
    if len(built) >= _FEWEST_SITES:
        for span in built:
            yield mention_of("project.list", text, [span])


def _single(text: str, ends: Sequence[int]) -> Iterator[Mention]:
    """甲项目, 甲工程, 甲工地, 甲二期; 甲、乙项目 where both are plainly projects."""
    for head_end in ends:
        head = text[head_end - 2 : head_end]
        end = head_end if head.endswith("期") else head_end - 2
        if text[end - 1] == "、" or not _is_head(text, head_end) or not _may_be_named(text, end, head_end):
            continue
        start = left_mark(text, end, across=True)
        items = [
            [(behind_verb(text, *item[0]), item[0][1])] if len(item) == 1 else item
            for item in listed_names(text, start, end, governed=True)
        ]
        names = ["".join(text[a:b] for a, b in item) for item in items]
        built = sum(is_facility(name) and is_name(name) for name in names)
        toured = (
            len(items) >= _FEWEST_SITES
            and (built * 2 >= len(items) or _is_tour_of_sites(text, items[0][0][0], head_end))
            and (head in ("现场", "工地") or (head == "项目" and _is_visited(text, items[0][0][0])))
        )
        for item, name in list(zip(items, names, strict=True))[0 if toured or built == len(items) else -1 :]:
            if not (is_long_enough(name) and is_name(name)):
                continue
            if head in _PROGRESS and not is_place(name):
                continue
            if text.endswith(_SOME, 0, item[0][0]):
                continue
            called = head == "项目" and not OF_MANY.search(name) and name[-2:] not in predicates()
            if is_facility(name) or called or toured or is_own_name(name) or tells_site(name):
                yield mention_of("project.single", text, item)
            elif _is_carried_out(text, item[0][0], head, name):
                yield mention_of("project.single", text, item, "programme")


def _is_tour_of_sites(text: str, start: int, head_end: int) -> bool:
    """Whether all that somebody visited is being built: 先后深入|甲电解铝、乙铝箔、丙专用线建设现场."""
    return text.endswith(("建设现场", "施工现场", "建设工地"), 0, head_end) and _is_visited(text, start)


def _is_visited(text: str, start: int) -> bool:
    """Whether what begins there is where somebody went: 先后走进|甲、乙、丙项目."""
    return _WENT.search(text, max(0, start - _LONGEST_WENT), start) is not None


def _may_be_named(text: str, end: int, head_end: int) -> bool:
    """Whether what ends before the head can be a name at all; most heads are told apart by its last word alone."""
    _, stop = without_head(text, max(0, end - _LONGEST_TRIM), end)
    if ends_in_facility(text, stop):
        return True
    if text.startswith(WHOLE, end) and may_be_own(text, end) and not _NO_WORKS_AFTER.match(text, head_end):
        start = behind_verb(text, left_mark(text, end, across=False), end)
        if is_own_name(text[start:end]) or tells_site(text[start:end]):
            return True
    if text.startswith("项目", head_end - 2):
        if _is_among_projects(text, end, head_end) and left_mark(text, end, across=False) <= end - LONG_NAME:
            return True
        if _PLANNED.search(text, max(0, end - LONGEST_NAME), end):
            return True
        made = text.rfind("年产", max(0, end - LONGEST_NAME), end)
        return _HAPPENS.match(text, head_end) is not None or (made >= 0 and text[made + 2 : made + 3].isdigit())
    return text.startswith("工程", head_end - 2) and _CARRIES_OUT.search(text, max(0, end - 20), end) is not None


def _is_among_projects(text: str, end: int, head_end: int) -> bool:
    """Whether the items of a list are each called a project; commas part them where somebody visits them."""
    low = max(0, end - LONGEST_NAME)
    if _AMONG_PROJECTS.match(text, head_end) or _BEHIND_PROJECT.search(text, low, end):
        return True
    listed = _AMONG_COMMAS.match(text, head_end) or _BEHIND_COMMA.search(text, low, end)
    if listed is None:
        return False
    near = max(0, end - _LONGEST_TOUR)
    return VISITED.search(text, max(near, text.rfind("。", near, end) + 1), end) is not None


def _is_head(text: str, end: int) -> bool:
    """Whether the word that ends there heads a project: not 项目经理, not 第五期, not 谁在现场."""
    head, before = text[end - 2 : end], text[max(0, end - 4) : end - 2]
    if head.endswith("期"):
        return (
            _PHASE_AFTER.match(text, end, end + 4) is None
            and _WORKS_BEHIND.match(text, end) is None
            and before[-1:] not in _OTHER_PHASES
        )
    if head in _PROGRESS:
        return before in ("建设", "施工")
    if head in ("现场", "工地"):
        sited = (
            before in ("建设", "施工", "项目", "工程")
            or (head == "工地" and ends_in_facility(text, end - 2))
            or _SITED.search(text, max(0, end - 32), end - 2) is not None
        )
        return sited and _NOT_SITE_AFTER.match(text, end, end + 4) is None
    return _NOT_HEAD_AFTER.match(text, end, end + 4) is None


def _is_carried_out(text: str, start: int, head: str, name: str) -> bool:
    """A programme called 工程 without quotation marks: 做好巧手就业工程."""
    return head == "工程" and len(name) <= 12 and _CARRIED_OUT.search(text, max(0, start - 4), start) is not None


def _visited(text: str) -> Iterator[Mention]:
    """先后来到甲产业园、乙二期、丙中学: sites of a tour, at least half of which are buildings and one not yet done."""
    if "项目" not in text and "工程" not in text:
        return
    for match in _TOUR.finditer(text):
        items = listed_names(text, *match.span("names"), governed=True)
        names = ["".join(text[a:b] for a, b in item) for item in items]
        named = [is_facility(name) and is_name(name) and len(name) > SHORTEST_NAME for name in names]
        built = sum(BUILDING.search(name) is not None for name in names)
        goes_on = any(_GOES_ON.search(name) for name in names)
        if len(items) >= _FEWEST_SITES and goes_on and built * 2 >= len(items):
            yield from (mention_of("project.list", text, item) for item, good in zip(items, named, strict=True) if good)
