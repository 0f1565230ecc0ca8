"""Officials: persons named with a post, by the post before the name, behind it, or a label over a list.

The text is walked from post head to post head (书记, 主任, 局长 …). At each one the question is whether a name follows;
if so, the posts are read backwards from the head, item by item, to where the list of posts begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxq_extract.lexicon import nouns, predicates, surnames
from gxq_extract.patterns import HAN, lazy
from gxq_extract.rules.appointments import appointed, attending, biographies, enrolled, holders, noted
from gxq_extract.rules.name_words import ADVERBS, BEHIND_NAME, DUTIES
from gxq_extract.rules.names import (
    EXPECTED,
    Evidence,
    closes,
    has_surname,
    is_name_token,
    name_end,
    name_start,
    transcribed_end,
    word_end,
)
from gxq_extract.rules.posts import head_before, heads, is_post, modifiers_start, post_start
from gxq_extract.rules.rule import FoundPerson, Hit, Rule, Spans

RULES = (
    Rule(
        "person.post_before",
        "official",
        "A post or a list of posts, then the name: 市政协副主席、区委书记甲",
        "a post head directly before a name",
        (
            Hit("市政协副主席、高新区党工委书记沈泽主持召开会议", "沈泽"),
            Hit("党工委副书记、管委会主任令狐敏出席会议", "令狐敏"),
            Hit("副区长、公安分局局长邓强调度警力", "邓强"),
            Hit("城建三局副总经理鲁宗明一行", "鲁宗明"),
            Hit("区政协主席疏影出席会议。", "疏影"),
            Hit("副区长、县信访局局长谷 雨,区委办主任王伟参加", "谷雨"),
            Hit("社区党支部书记陆小路算过一笔账", "陆小路"),
            Hit("清溪电子有限公司总经理王鹏拿着一份名单", "王鹏"),
            Hit("果业试验站站长王毅榜上有名", "王毅"),
            Hit("清溪镇镇长王伟扶起老人", "王伟"),
            Hit("县委书记陈立深夜赶到现场", "陈立"),
            Hit("县教育局局长王伟约谈培训机构负责人", "王伟"),
            Hit("县农业农村局副局长山楂说,今年雨水好", "山楂"),
            Hit("区政协主席傅平和主持召开会议", "傅平和"),
            Hit("县监委副主任连翘也作了发言", "连翘"),
            Hit("听取提案委主任连翘关于提案办理情况的汇报", "连翘"),
            Hit("县委副书记、县长阿尔木呷通报情况", "阿尔木呷"),
            Hit("县气象局局长斯日古楞带着干部下乡", "斯日古楞"),
            Hit("工会主席蓝采和把伞递给老人", "蓝采和"),
            Hit("街道办事处主任(代)宁远依次走访", "宁远"),
            Hit("村党支部书记吉布尔正忙着记账", "吉布尔"),
            Hit("县政协副主席方便、季风、顾盼出席会议", "方便"),
            Hit("党工委委员祝贺、王来运、李福参加会议", "祝贺"),
            Hit("应邀到会的区领导有:毛铁军、石晓光等。", "毛铁军"),
            Hit("团工委书记关心陪同。", "关心"),
            Hit("县建设局局长梁宽三天内拿出办法", "梁宽"),
            Hit("街道党工委副书记 王 春 娜主持开班仪式", "王春娜"),
            Hit("东和精工株式会社会长松本浩二出席签约仪式", "松本浩二"),
            Hit("项目部党支部书记程浩边听边记", "程浩"),
            Hit("向项目经理陈志斌了解浇筑计划", "陈志斌"),
            Hit("那洪镇党委书记罗小明介绍", "罗小明"),
            Hit("管委会副主任王广部带队督导", "王广部"),
            Hit("集团副主席李锐携团队参加", "李锐"),
            Hit("闭幕会执行主席由王伟、李明担任", "王伟"),
            Hit("大家围绕县委书记王伟所作的报告发言", "王伟"),
            Hit("区教育局党委书记局长王伟、街道党工委副书记办事处主任李明", "李明"),
            Hit("出席仪式的有清溪市人大副主任王伟、县长李明", "王伟"),
            Hit("县领导王运和、许纪民参加仪式", "王运和"),
            Hit("典礼办得有条有理。听校长王伟说,学校不大", "王伟"),
            Hit("区委常委王伟任总指挥,区人武部部长李明调度", "李明"),
            Hit("管委会主仼王伟通报有关情况", "王伟"),
            Hit("找到研究员方敏求教", "方敏"),
            Hit("恒源公司常务副总王伟介绍", "王伟"),
            Hit("恒源集团副总经济师李明介绍", "李明"),
            Hit("县水利局局长杨柳面向国旗庄严宣誓", "杨柳"),
            Hit("主任医师荣敏一上午看了23个病号", "荣敏"),
            Hit("网格员王伟帮老人办完业务", "王伟"),
            Hit("常务副区长陈刚受区长委托主持会议", "陈刚"),
            Hit("合作社理事长由李祥福兼任", "李祥福"),
            Hit("退休多年的原副校长黎伯年登台讲述", "黎伯年"),
            Hit("清泉镇党委书记酒建国、县文旅集团董事长李明参加", "酒建国"),
            Hit("区委书记周林明确了整改期限", "周林"),
            Hit("县委副书记边镇东,县长李明", "边镇东"),
            Hit("副主任王镇、李明参加", "王镇"),
            Hit("副市长陈卿来高新区调研", "陈卿"),
            Hit("副市长普布次仁来我区调研", "普布次仁"),
            Hit("副市长宋桥踏勘现场", "宋桥"),
            Hit("县长李明同局长王刚会谈", "李明"),
            Hit("高级农艺师石磊正给机手们上课", "石磊"),
            Hit("党工委副书记(正县级)王刚参加学习", "王刚"),
            Hit("人力资源部总经理(部长)栗斌宣读文件", "栗斌"),
            Hit("种业研究室主任胡潮副研究员汇报", "胡潮"),
            Hit("经理宋珍列了个表", "宋珍"),
            Hit("区医保局局长台丽说,报销快了", "台丽"),
            Hit("会见株式会社社长中村健一、董事长李明一行", "中村健一"),
        ),
        (
            "县教育局局长牵头,",
            "年底由镇党委书记述职、",
            "区科协主席嘱托,",
            "采购经理指数回升。",
            "“班长凉面”分量十足",
            "区长意见箱,",
            "各级书记抓党建",
            "主任办公会研究",
            "书记、主任选任事业编工作",
            "党支部书记抓基层党建述职",
            "历任老领导代表参加活动",
            "各乡镇党委书记年底前报告落实情况",
            "健全领导挂点、部门包干机制",
            "旅游学院副院长林教授等先后发言",
            "首家社区长者食堂开业",
            "近日温总理来海滨新区调研",
            "各乡镇党委书记和分管教育的副职参加",
            "村级书记擂台述职会",
            "市疾控中心领导和清溪镇各单位代表参加",
            "观摩团成员都专心听取讲解",
            "区委领导都和代表们热情招呼",
            "与企业负责人算起“错峰账”",
            "请各代表团领队、教练准时参加",
            "他要求,各校长既要当好先生,也要当好监工",
            "238名政协委员齐聚一堂",
            "19名委员获评“履职之星”",
            "派驻3名骨干医师常驻",
            "让好医生留得住、好技术用得上",
            "会上,赵凯区长简要介绍了区情",
            "经县长安镇、031线绕行",
            "赵刚副总裁从转型升级谈起",
            "主席台前",
        ),
    ),
    Rule(
        "person.list",
        "official",
        "Further names that share the post before the first: 副主任甲、乙和丙",
        "a name, then 、 or 和 and another name",
        (
            Hit("管委会副主任时光、祖国强参加活动", "祖国强"),
            Hit("区领导汤池、向前和白云参加", "白云"),
            Hit("管委会副主任时光 祖国强出席会议", "祖国强"),
            Hit("区委常委古月、常山、第五琼出席", "第五琼"),
            Hit("区领导王伟、李娜(女)、阿不都热依木·买买提等参加", "阿不都热依木·买买提"),
        ),
        ("区长沈砚秋、区直部门负责人参加", "局长王伟、教育局同志陪同"),
    ),
    Rule(
        "person.post_after",
        "official",
        "The name, then the post: 周小刚书记, 习近平总书记",
        "a name at a boundary directly before a bare post",
        (
            Hit("学习习近平总书记重要讲话精神", "习近平"),
            Hit("区人大常委会副主任李明、区政府王大伟副区长带领相关人员检查", "王大伟"),
            Hit("会上,卢芳菲副市长来看望", "卢芳菲"),
            Hit("“郗文静主任带着银行来办公", "郗文静"),
            Hit("受上官云飞书记委托,主持召开会议", "上官云飞"),
            Hit("会上,沈月琴总经理讲了办厂的经过", "沈月琴"),
            Hit("会上,赵刚副总裁从转型升级谈起", "赵刚"),
            Hit("耿皓副区长主持会议", "耿皓"),
            Hit("在开发区高涌书记陪同下,到企业走访", "高涌"),
            Hit("库尔班·艾山乡长介绍,枣园面积扩大了", "库尔班·艾山"),
            Hit("张伟校长和李明校长分别签字", "张伟"),
        ),
        ("高级工程师到场", "财政局长会议", "张区长说", "打造高素质校长和教师队伍", "主任向王区长一行汇报"),
    ),
    Rule(
        "person.label_after",
        "official",
        "A list of names, then 等 and a label: 李潮云、胡启智等区领导",
        "names joined by 、 directly before 等 and a label of leaders",
        (
            Hit("李潮云、胡启智等区领导参加", "胡启智"),
            Hit("王伟、张小刚等市领导出席", "王伟"),
            Hit("吴天明、周小川等县领导陪同", "周小川"),
            Hit("以及蒋海波、邹斌等县领导出席", "蒋海波"),
            Hit("王伟、李明等县处级领导干部出席", "王伟"),
            Hit("县人大常委会主任陈红及王伟、李明等县领导走进县人武部", "王伟"),
            Hit("王伟、李明等市四套班子领导成员参加", "李明"),
            Hit("刘海、思文、高红三位常委和农户代表发言", "思文"),
        ),
        ("教育、卫生等区领导小组", "街道、社区等领导", "街道、社区等领导干部培训"),
    ),
    Rule(
        "person.appointment",
        "official",
        "Appointed to or removed from a post: 任命甲为…局长, 免去甲的…局长职务, 甲,男,…现任…主任",
        "为, 任, 的…职务, 现任/拟任 or 是 between a name and a post",
        (
            Hit("任命高大全为区财政局局长,", "高大全"),
            Hit("任命和风清为区财政局局长,", "和风清"),
            Hit("免去金不换的区财政局局长职务。", "金不换"),
            Hit("市委决定:高山流同志不再担任东城区委书记职务", "高山流"),
            Hit("选举乐开怀为县人民法院院长;", "乐开怀"),
            Hit("接受陈月明、朱春华辞去县人大常委会委员职务的请求", "朱春华"),
            Hit("决定免去 王秀芳(女)的县财政局局长职务;", "王秀芳"),
            Hit("任命臧静、邹保和为县监察委员会委员,", "邹保和"),
            Hit("任命王伟为区教育局局长、李明为区卫生健康局局长;", "李明"),
            Hit("选举王伟、李明等47人为县政协常务委员,", "李明"),
            Hit("任命王伟、李明四位同志为区监察委员会委员,", "李明"),
            Hit("免除王伟同志常务副县长一职,", "王伟"),
            Hit("接受王伟同志提出的辞去县人民政府县长职务的请求", "王伟"),
            Hit("王伟同志不再担任县委书记、委员和县委党校校长职务", "王伟"),
            Hit("今年29岁的王伟是清溪镇种植合作社理事长。", "王伟"),
            Hit("会议结束。\n出席:王伟 区委副书记、区长\n  李明 副区长、市公安局分局局长\n", "李明"),
            Hit("牵头领导:王伟(县委常委、副县长);责任单位:县住建局。", "王伟"),
            Hit("8人入选:王伟,区消防大队副大队长;李明(女),区人民医院主任。", "李明"),
            Hit("任命:\n米兰兰同志挂职任县卫生健康委副主任;", "米兰兰"),
            Hit("提名龙腾为县交通投资公司总经理人选,", "龙腾"),
            Hit("递补杨春梅、梁国栋为区委委员。", "杨春梅"),
            Hit("会上,李雪峰、达瓦递补为县委委员。", "达瓦"),
            Hit("大会补选达古日布为县人大常委会副主任,", "达古日布"),
            Hit("商会会长胥华强当选市工商联主席,", "胥华强"),
            Hit("3.禾小满,女,汉族,1988年1月生,现任柳河乡副乡长,", "禾小满"),
            Hit("宿遥,女,汉族,1985年4月生,现任经开区综合办公室副主任,", "宿遥"),
            Hit("李明(区委副书记、区长)、王伟(副区长)参加调研", "李明"),
            Hit("李明以187票的高票当选为县人大常委会主任", "李明"),
            Hit("任命王波、孔燕(女)、万振东为县人民政府副县长", "王波"),
            Hit("同意罗军辞去县政协提案委员会主任职务", "罗军"),
            Hit("经研究同意:\n王清同志任清溪中学教育集团党委书记、校长;\n", "王清"),
        ),
        ("作为区财政局局长", "成为项目负责人", "评为先进工作者", "他是清溪区委书记,", "王伟是一名老党员,"),
    ),
    Rule(
        "person.bare",
        "official",
        "A later mention by the name alone: 区长甲主持会议。甲指出",
        "the name with a post elsewhere on the page",
        (
            Hit("区长沈砚秋主持会议。沈砚秋指出,", "沈砚秋"),
            Hit("副市长令狐敏来到企业。在车间,令狐敏详细了解生产情况", "令狐敏"),
            Hit("县委书记王伟、县长李小强调研。王伟、李小强先后走进社区", "李小强"),
        ),
        ("市民王伟说,", "沈砚秋指出,", "习近平总书记强调,要贯彻习近平新时代中国特色社会主义思想"),
    ),
)

_NAME_TOKEN = lazy(r"[\w·?]{2,12}(?=[、,。;:)\n]|等|\Z)")
_SEX = lazy(r"\([男女][^()]{0,4}\)")
_NO_FIRST = frozenset("以人国都在对从把被将")  # 领导|人李强、…
_JOIN = lazy(rf"[、/]|以及|[和及与]| (?={HAN}{{2,3}}(?:出席|参加|陪同|列席|主持|[、,]))")
_LABEL_AFTER = lazy(
    r"(?:等(?!\d*[名位人]?(?:同志|为))(?:\d+[名位人])?|[两三四五六七八九]位(?=(?:副?主任|副?主席|常委|委员)))(?P<label>(?<=位)\w{1,3}?(?:任|席|委|员)(?=[和,、。])|[\w()]{0,8}?领导(?:(?:班子)?成员|干部)(?=参加|出席|陪同|列席|[,。])|[\w()]{0,8}?领导(?!班子|小组|干部|成员|下|机构|力|核心|作用|组|人)|[\w()]{2,12}?(?:书记|主任|局长|[市县区镇]长|委员)(?=参加|出席|陪同|列席|[,。]))"
)
_LISTED = lazy(r"(?:[\w·]{2,8}[、和])*[\w·]{2,8}\Z")
# 书记谷 子,
_SPACED_NAME = lazy(rf"{HAN} {{1,2}}{HAN}")
_SPACED_THREE = lazy(rf"(?=\w{{1,2}} ){HAN} {{0,2}}{HAN} {{0,2}}{HAN}")
_NAME_STOP = lazy(r"[、,。;:!?)\n]|等|教授|院士|同志|\Z")
_TITLE_BEHIND = lazy(r"副?教授|院士|副?研究员|主任医师|高级工程师")
_ALSO = lazy(r"(?:兼任?|担任|任(?!总指挥))(?P<post>[^,。;:!?、的\n]{2,30})(?=[,。;、])")
_ELECTED_TO = lazy(r"当选\Z|选为\Z|(?<![主时现曾原责信])任\Z")
_LIST_ENDS = lazy(r"[和及与等]|参加|出席|陪同|列席|主持|带队")
_LISTED_NAME = lazy(r"[\w·]+?(?=[、和]|\Z)")
_SECONDED = lazy(r"\((?:挂职|代|[^()]{0,3}(?:部长|局长|主任|书记|经理))\)")  # a remark that belongs to the post
_GAP = lazy(
    r" ?\((?:兼|代|执行|主持工作|[正副][处局厅科县团部]级|[左右]起?[一二三四五\d]?|中|女|挂职|[^()]{0,3}(?:部长|局长|主任|书记|经理))\) ?| |:"
)
_NAMELY = lazy(r"还?有:")  # 到会祝贺的区领导有:甲、乙
_OF = lazy(rf"的(?={HAN}{{2,4}})")
# Two posts without a mark between them: 党委书记局长.
_BESIDE = lazy(
    r"(?:党(?:委|组|工委|总支|支部)(?:副?书记|委员|成员)|[市县区镇乡]委(?:副书记|常委))"
    r"(?=(?:副|代|总)?(?:局长|主任|院长|校长|[市县区镇乡]长|主席|督学|会长|总经理|董事长)|办事处(?:副)?主任|管委会(?:副)?主任)"
)
# A name with dots before a post: 由|甲尔班·乙山乡长.
_DOTTED = lazy(rf"(?:\A|(?<=[,。;:、\n“由]))(?P<name>(?!其中){HAN}{{1,5}}(?:·{HAN}{{1,5}}){{1,2}})(?<![为是任])\Z")
_LONGEST_DOTTED = 16
# Posts that two persons side by side may hold: 甲校长和乙校长.
_OF_BOTH = frozenset("书记 区长 县长 市长 镇长 局长 主任 校长 院长 所长 总经理 董事长".split())
_TOWARDS = frozenset("向对与和给让请")  # 向|王区长汇报
# Who is in charge of a task, and no post.
_DUTY_LABELS = frozenset(
    "领导 牵头领导 分管领导 责任领导 包保领导 包联领导 包抓领导 挂点领导 联系领导 带班领导 值班领导".split()
)
_IS_NAMED = lazy(r"(?<![作成图])为\Z")  # 甲为第一责任人,副局长乙
_OF_UNITS = lazy(r"(?:(?:部门|单位|有关|相关|各)[^,]{0,10}负责人|(?:分管|主要)负责(?:人|同志))\Z")
_OF_SEVERAL = lazy(r"(?:班子成员|(?<=在)家领导)\Z")
# The rest of a list that has a label of its own: 主任甲及|乙、丙等县领导.
_LABELLED_REST = lazy(r"[\w·]{2,4}(?:、[\w·]{2,4})+等[\w()]{0,8}?领导")
_HELD_BY = lazy(r"由[\w·、]{2,60}[担兼]任")  # 执行主席由甲、乙担任
_LONGEST_LABEL = 14
_SEVERAL = tuple(f"{count}位" for count in "两三四五六七八九")  # 甲、乙两位|常委
_LONGEST_LABEL_END = 8  # 领导|班子成员出席
_HOLDS = lazy(r"时任|现任|曾任|原任|兼任|担任")
_POST_JOIN = lazy(r"(?:\([^()]{1,6}\)|[、,兼( ]|现任|时任|原任|曾任|兼任)+\Z")
# What stands before a post and is no surname there: 副|书记, 老|校长.
_MODIFIES = lazy(r"[副正总代原老党县市区镇乡村省州班工]")
_AFTER_PERSON = lazy(
    r"委托|三天两头|[天每]天|经常|常常|总是|一直|多次|[,。、;:!?)”]|\Z|一行|[说讲的在就带为对还也从到率将向把给与所来去同]"
)
_SAME_SENTENCE = 40
_NUMERALS = frozenset("一两二三四五六七八九十几多")
_HELD_BY_MANY = frozenset(
    (
        # members of a body
        "委员 政协委员 人大代表 成员 常委 执委 理事 监事 董事 "
        # who leads or is put forward, of whatever rank
        "领导 干部 驻村干部 负责人 责任人 召集人 发言人 候选人 合伙人 经理 "
        # staff
        "专员 科员 助理 书记员 村会计 网格员 技术员 联络员 宣传员 督导员 监督员 辅导员 "
        # professions
        "教授 导师 讲师 教练 顾问 医生 医师 设计师 工程师 会计师 警官 法官 检察官 审判员 检察员"
    ).split()
)
_POSTS_BEHIND_NAMES = frozenset(
    (
        # parties and states
        "总书记 书记 支书 总统 总理 首相 外长 大使 主席 委员长 "
        # a province, a county, a town
        "省长 州长 市长 区长 县长 镇长 乡长 "
        # an office
        "部长 厅长 局长 处长 科长 主任 主委 秘书长 检察长 "
        # an enterprise, a station
        "总裁 总监 社长 馆长 台长 场长 厂长 园长 "
        # troops, teams and headquarters
        "政委 大队长 支队长 队长 组长 指挥长 "
        # an institution, a station, a bank
        "院长 校长 所长 站长 行长 "
        # companies and societies
        "董事长 总经理 会长 理事长 "
        # titles
        "教授 院士 研究员"
    ).split()
)


def find(text: str, page: Evidence) -> list[FoundPerson]:
    """The persons of a clean text with their posts, in order of position.

    `page` is the whole page, for what it says of a name elsewhere.
    """
    placed = {
        (one.start, one.end): one
        for find_in in (appointed, biographies, enrolled, attending, holders, noted)
        for one in find_in(text)
    }
    found = list(placed.values())
    covered = Spans(placed)
    for one in _Walker(text, page).walk():
        if covered.at(one.start, one.end) is None:
            found.append(one)
        elif (same := placed.get((one.start, one.end))) is not None:  # 会长甲当选主席
            same.posts = [*one.posts, *(post for post in same.posts if post not in one.posts)]
    return sorted(found, key=lambda one: one.start)


class _Walker:
    """Walks the post heads of a text from left to right; `done` is where the last name or used head ends."""

    def __init__(self, text: str, page: Evidence) -> None:
        self.text = text
        self.page = page
        self.done = 0

    def walk(self) -> Iterator[FoundPerson]:
        for start, end in heads(self.text):
            if start >= self.done:
                yield from self._at(start, end)

    def _at(self, head: int, end: int) -> Sequence[FoundPerson]:
        """The persons at the post head that begins at `head` and ends at `end`."""
        left = self.text[max(self.done, head - _LONGEST_LABEL) : head]
        if "等" in left or left.endswith(_SEVERAL):
            labelled = list(self._names_before_label(head, end))
            if labelled:
                return labelled
        if not is_post(self.text, end):
            return ()
        before = self._name_before(head, end)
        return (before,) if before is not None else self._names_behind(head, end)

    def _names_behind(self, head: int, end: int) -> Sequence[FoundPerson]:
        """The persons whose names stand behind the post: the first of them, and those who share its posts."""
        start = self._name_slot(end)
        stop = self._first_name_end(start, head, end)
        if stop is None:
            return ()
        posts = self._posts(end)
        if not posts or self._names_nobody(posts, (head, end), (start, stop)):
            return ()
        seconded = _SECONDED.match(self.text, end)
        if seconded is not None:
            posts[-1] = (posts[-1][0], seconded.end())
        title = self._title_behind(stop)
        self.done = title[-1][1] if title else stop
        return [FoundPerson("person.post_before", start, stop, [*posts, *title]), *self._list(self.done, posts)]

    def _first_name_end(self, start: int, head: int, end: int) -> int | None:
        """The end of the first name behind the post; one that nothing closes yields to a word or a list of names."""
        stop = self._name_end(start)
        if stop is not None and closes(self.text, stop):
            return stop
        word = word_end(self.text, start)
        if word is not None and self._is_whole_post(head, end):
            return word
        listed = self._first_of_list(start)
        return stop if listed is None else listed

    def _names_nobody(self, posts: Sequence[tuple[int, int]], head: tuple[int, int], name: tuple[int, int]) -> bool:
        """Whether what would be a name behind the posts is none, or of somebody said before; spans are given."""
        first, last = posts[0], posts[-1]
        one_person = len(posts) > 1 and closes(self.text, name[1])
        return (
            self.text[slice(*last)] in _DUTY_LABELS
            or self.text[first[0]] == "各"
            or _is_addressed(self.text, first, head)
            or self._joins_others(head, name, single=one_person)
            or self._proves_too_little(posts, head, name[0])
        )

    def _proves_too_little(self, posts: Sequence[tuple[int, int]], head: tuple[int, int], start: int) -> bool:
        """Whether nothing but a bare post stands before a rare name: 班长拉面."""
        return posts == [head] and self.text[head[0] - 1] != "、" and not has_surname(self.text, start)

    def _joins_others(self, head: tuple[int, int], name: tuple[int, int], *, single: bool) -> bool:
        """Whether 和 behind a post joins others to those who hold it: 各单位负责人和清溪镇代表, 书记和分管副职.

        `single` says that the posts are those of one person who then does something.
        """
        start, stop = name
        if self.text[start] != "和" or self.text[stop : stop + 1] in "、,;。":
            return False
        word = self.text[start + 1 : start + 3]
        if word[:1] in _NUMERALS:
            return True
        return not single and (self.text[slice(*head)] in _HELD_BY_MANY or word in DUTIES or word in predicates())

    def _is_whole_post(self, head: int, end: int) -> bool:
        """Whether the post is one that a single person holds, with its organisation or beside another post."""
        posts = self._posts(end)
        if self.text[head:end] in _HELD_BY_MANY:
            return len(posts) > 1
        first = posts[0][0] if posts else head
        told = modifiers_start(self.text, head, self.done) - first >= 2 and self.text[first] != "第"
        # 区长甲主持会议,秘书长乙参加: the organisation was said with the person before.
        goes_on = self.done > 0 and first - self.done <= _SAME_SENTENCE and self.text[first - 1] in ",、;"
        return len(posts) > 1 or told or goes_on

    def _first_of_list(self, start: int) -> int | None:
        """The end of a token that a list of names begins with, everyday word or not: 副主席方便、季风出席."""
        token = _NAME_TOKEN.match(self.text, start)
        if token is None or not self.text.startswith("、", token.end()) or not is_name_token(token[0]):
            return None
        if not _NO_FIRST.isdisjoint(token[0]) or token[0] in DUTIES or token[0] in nouns():
            return None
        if token[0] in BEHIND_NAME and token[0][0] not in surnames():
            return None
        second = self._name_end(token.end() + 1)
        return token.end() if second is not None and closes(self.text, second) else None

    def _name_end(self, start: int) -> int | None:
        """The end of the name at `start`, if one begins there; a layout space may part its two characters."""
        if start >= len(self.text):
            return None
        three = self._spaced_end(start)
        if three is not None:
            return three
        spaced = _SPACED_NAME.match(self.text, start)
        if spaced is not None:
            end = spaced.end()
            if has_surname(self.text, start) or _NAME_STOP.match(self.text, end) or closes(self.text, end):
                return end
        ends = (name_end(self.text, start, self.page, EXPECTED), transcribed_end(self.text, start))
        return max((end for end in ends if end is not None), default=None)

    def _spaced_end(self, start: int) -> int | None:
        """The end of a name of three characters that layout spaces part: 王 春 娜主持, 韦 昌明主持."""
        parts = _SPACED_THREE.match(self.text, start)
        if parts is None or parts[0][-1] in ADVERBS or not closes(self.text, parts.end()):
            return None
        name = parts[0].replace(" ", "")
        whole = name + self.text[parts.end() : parts.end() + 2]
        return parts.end() if name_end(whole, 0, self.page, EXPECTED) == len(name) else None

    def _title_behind(self, end: int) -> list[tuple[int, int]]:
        """What stands behind the name beside the post before it: 副校长甲教授, 校长甲兼任乙校校长."""
        title = _TITLE_BEHIND.match(self.text, end)
        if title is not None:
            return [title.span()]
        also = _ALSO.match(self.text, end)
        held = also is not None and head_before(self.text, also.end("post"), also.start("post")) is not None
        return [also.span("post")] if also is not None and held else []

    def _name_slot(self, at: int) -> int:
        """Where a name would begin: behind the head, a bracketed remark, or 的 of 时任…的甲."""
        following = self.text[at] if at < len(self.text) else ""
        if following in "有还" and (listed := _NAMELY.match(self.text, at)) is not None:
            return listed.end()
        if following in " (:":
            gap = _GAP.match(self.text, at)
            return gap.end() if gap is not None else at
        if following == "由" and _HELD_BY.match(self.text, at) is not None:
            return at + 1
        if following == "的":
            of = _OF.match(self.text, at)
            if of is not None and _HOLDS.search(self.text, max(self.done, at - 40), at):
                return of.end()
        return at

    def _posts(self, head_end: int) -> list[tuple[int, int]]:
        """The post whose head ends at `head_end` and those before it in the same list, in reading order."""
        posts: list[tuple[int, int]] = []
        end: int | None = head_end
        while end is not None:
            start = post_start(self.text, end, self.done)
            if start is None:
                break
            if posts and _OF_UNITS.search(self.text, start, end):
                break  # 各部门负责人,县委书记甲
            if posts and self.text[end] == "," and _OF_SEVERAL.search(self.text, start, end):
                break  # 在家领导,管委会主任甲
            if posts and _ELECTED_TO.search(self.text, max(0, start - 2), start):
                break  # 甲当选会长,总经理乙
            if posts and self.text[end] == "," and _IS_NAMED.search(self.text, max(0, start - 2), start):
                break
            border = _BESIDE.search(self.text, start, end)
            if border is not None:
                posts += [(border.end(), end), (start, border.end())]  # 党委书记|局长
            else:
                posts.append((start, end))
            end = self._previous_post(start)
        return posts[::-1]

    def _previous_post(self, start: int) -> int | None:
        """Where the post before the one at `start` ends, if 、 or 兼 or a comma joins them."""
        join = _POST_JOIN.search(self.text, max(self.done, start - 6), start)
        if join is None or join.start() <= self.done:
            return None
        end = join.start()
        return end if head_before(self.text, end, self.done) is not None else None

    def _list(self, end: int, posts: list[tuple[int, int]]) -> Iterator[FoundPerson]:
        """Names behind the first that share its posts."""
        while True:
            sex = _SEX.match(self.text, end)
            join = _JOIN.match(self.text, end if sex is None else sex.end())
            if join is not None and join[0] in ("及", "以及") and _LABELLED_REST.match(self.text, join.end()):
                self.done = join.end()
                return
            stop = self._listed_name(join.end(), join[0]) if join is not None else None
            if join is None or stop is None:
                return
            yield FoundPerson("person.list", join.end(), stop, posts)
            self.done = end = stop

    def _listed_name(self, start: int, join: str) -> int | None:
        """The end of a name in a list; `None` where a post begins instead."""
        token = _NAME_TOKEN.match(self.text, start)
        if token is not None and join in "、/" and "·" not in token[0] and _is_whole(token[0]):
            return token.end()
        end = self._name_end(start) or (word_end(self.text, start) if join == "、" else None)
        ahead = None
        if end is not None:
            posts = (span for span in heads(self.text, start, start + 16) if is_post(self.text, span[1]))
            ahead = next(posts, None)
        if end is None or ahead is None:
            return end
        between = self.text[start : ahead[0]]
        return end if any(mark in between for mark in "、,。;") or self._ends_before(end, ahead[0]) else None

    def _ends_before(self, end: int, head: int) -> bool:
        """Whether a verb or a join stands between the name and the next head."""
        return _LIST_ENDS.search(self.text, end, head) is not None

    def _name_before(self, head: int, end: int) -> FoundPerson | None:
        """A bare post directly behind a name that begins at a boundary."""
        word = self.text[head:end]
        if word not in _POSTS_BEHIND_NAMES or not self._goes_on(word, end):
            return None
        first = modifiers_start(self.text, head, self.done)
        # Nothing but a name stands before 总书记.
        start = self._dotted_name(first)
        if start is None:
            start = name_start(self.text, first, self.done, certain=word == "总书记", deputy=first < head)
        if start is None or self._is_surname_addressed(start, first):
            return None
        self.done = end
        return FoundPerson("person.post_after", start, first, [(first, end)])

    def _dotted_name(self, end: int) -> int | None:
        """Where a name with a middle dot begins that ends there, behind a mark or 由."""
        dotted = _DOTTED.search(self.text, max(self.done, end - _LONGEST_DOTTED), end)
        return None if dotted is None else dotted.start("name")

    def _is_surname_addressed(self, start: int, end: int) -> bool:
        """Whether what looks like a name is a surname alone behind a preposition: 向王区长汇报."""
        return end - start == 2 and self.text[start] in _TOWARDS and self.text[start + 1] in surnames()

    def _goes_on(self, head: str, end: int) -> bool:
        """Whether the sentence goes on behind the post as behind a person: with a verb or a mark."""
        return (
            head == "总书记"
            or self.text[end : end + 2] in predicates()
            or self.text[end : end + 2] in BEHIND_NAME
            or _AFTER_PERSON.match(self.text, end) is not None
            or (head in _OF_BOTH and self.text.find(head, end + 1, end + 6) > end + 2)  # 甲校长和乙校长
        )

    def _names_before_label(self, head: int, end: int) -> Iterator[FoundPerson]:
        """甲、乙等区领导: every name of the list gets the label."""
        label = None
        for label in _LABEL_AFTER.finditer(self.text, max(self.done, head - _LONGEST_LABEL), end + _LONGEST_LABEL_END):
            if label.end("label") >= end:
                break
        if label is None or label.end("label") < end:
            return
        names = _LISTED.search(self.text, max(self.done, label.start() - 120), label.start())
        if names is None:
            return
        for token in _LISTED_NAME.finditer(names[0]):
            name = token[0].removeprefix("以及").lstrip("和")
            at = names.start() + token.end() - len(name)
            if is_name_token(name):
                yield FoundPerson(
                    "person.label_after", at, at + len(name), [(label.start("label"), label.end("label"))]
                )
        self.done = label.end("label")


def _is_addressed(text: str, post: tuple[int, int], head: tuple[int, int]) -> bool:
    """Whether a post is its head behind a surname, as one speaks of somebody who was named before: 张书记来清溪."""
    if text[slice(*post)][1:] != text[slice(*head)]:
        return False
    before = head[0] - 1
    return text[before : head[0]] in surnames() and _MODIFIES.match(text, before) is None


def _is_whole(token: str) -> bool:
    """Whether a token between list marks is a name and nothing more: not 兰海参加."""
    if not is_name_token(token) or next(heads(token), None) is not None:
        return False
    return len(token) <= 3 or token[:2] in surnames()
