"""Programmes: quoted names such as “五网工程”, and campaigns such as 安全生产治本攻坚三年行动."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gxq_extract.lexicon import predicates
from gxq_extract.patterns import lazy
from gxq_extract.rules.name_words import BEHIND_NAME
from gxq_extract.rules.project_names import (
    SHORTEST_NAME,
    WHOLE,
    behind_verb,
    is_facility,
    is_generic,
    left_mark,
    mention_of,
    without_head,
)
from gxq_extract.rules.rule import Hit, Mention, Rule

RULES = (
    Rule(
        "project.quoted",
        "project",
        "A quoted programme: “五网工程”, “七清一治”专项行动, “碧溪画廊”项目",
        "quotation marks with 工程, 计划, 行动 or 项目 inside at the end or behind",
        (
            Hit("服务好“五网工程”建设", "五网工程"),
            Hit("围绕“运用‘五网工程’经验”研讨", "五网工程"),
            Hit("听取“七清一治”专项行动情况", "七清一治专项行动"),
            Hit("实施“四优三强”工程", "四优三强"),
            Hit("启动“五小”改造工程", "五小改造"),
            Hit("谋划“碧溪画廊”项目", "碧溪画廊"),
            Hit("“天眼工程”二期开工", "天眼工程二期"),
            Hit('开展"冬春火灾防控"专项行动', "冬春火灾防控专项行动"),
            Hit("启动“无讼社区”创建行动", "无讼社区创建行动"),
            Hit("深入开展夏季治安整治“百日行动”,", "夏季治安整治百日行动"),
            Hit("察看了国道过境段“白改黑”工程", "国道过境段白改黑"),
            Hit("推进“清溪师傅”“青山月嫂”等工程", "青山月嫂"),
            Hit("“平安渔港”二期提升工程已装上终端", "平安渔港二期提升"),
            Hit("举行“清溪综合大楼”奠基仪式", "清溪综合大楼"),
            Hit("参观了建设项目“现代制造实训基地”等处", "现代制造实训基地"),
            Hit("“双比拼”第二批项目集中开工", "双比拼"),
            Hit("察看了精铸项目、长城电气“双百万”变压器项目", "长城电气双百万变压器"),
        ),
        (
            "不搞“盆景工程”",
            "在“投资云峰”招商大使聘任暨项目集中签约仪式上",
            "凡是“养老”项目都要多问一句",
            "举办“五比五看”项目观摩活动",
            "开展“比学赶超”项目拉练活动",
            "到5个“产业链”项目现场",
            "整治“政绩工程”“面子工程”",
            "“以实际行动”落实",
            "推行“1234”工作法",
            "核查首季“开门红”项目",
            "对“ ”工程拿出真招",
            "以“四抓四比”工作法抓项目",
            "了解“两新一重”部分项目开展情况",
            "“十四五”第二批新能源项目开工",
        ),
    ),
    Rule(
        "project.programme",
        "project",
        "A programme by name without quotation marks: 安全生产治本攻坚三年行动",
        "开展, 实施 or 启动, a name, and 行动 or 计划",
        (
            Hit("深入开展安全生产治本攻坚三年行动,", "安全生产治本攻坚三年行动"),
            Hit("实施工业倍增计划。", "工业倍增计划"),
            Hit("会上,局长介绍了安全生产治本攻坚三年行动开展情况。", "安全生产治本攻坚三年行动"),
            Hit("启动乡村振兴青春建功行动,", "乡村振兴青春建功行动"),
            Hit("听取“暖企惠企”百日行动和城中村改造三年行动进展", "城中村改造三年行动"),
        ),
        ("以实际行动落实", "制定工作计划", "按计划推进", "开展专项行动", "听取国民经济计划执行情况"),
    ),
)

_QUOTED_SOURCE = r"“(?P<name>(?=[^“”\w]{0,3}\w)[^“”。;!?\n]{1,20})”(?P<tail>[\w]{0,10}?(?:行动计划|行动|计划|工程|项目|[一二三四五六]期(?!\w{2,4}(?:工程|项目))))?"
_QUOTED = lazy(_QUOTED_SOURCE)
# Programmes side by side: “甲”“乙”等工程.
_QUOTED_LIST = lazy(r"(?:“[^“”。;!?\n]{2,12}”、?){2,8}等(?:\d{1,2}[项个])?(?:工程|项目)(?!建设)")
_QUOTED_ITEM = lazy(r"“(?P<name>\w[^“”]{1,11})”")
_FIVE_YEARS = lazy(r"十[二三四五]五$")  # “十四五”重点项目
_BATCH = lazy(r"第[一二三四五六七八九十]批$")
_COUNTED_END = lazy(r"[两三四五六七八九\d]+个\Z")  # “格桑花”名师工作站|两个项目
_QUOTED_INSIDE = lazy(_QUOTED_SOURCE.translate(str.maketrans("“”", "‘’")))  # “运用‘千万工程’经验”
_SHORTEST_HEAD = 2
_ITEM_BEFORE = lazy(r"项目[,、][^\W\d]{2,6}\Z")
_LONGEST_ITEM = 10
_NEEDS_HEAD = lazy(r"(?:百日(?:攻坚|会战)?(?:行动)?|\w改\w)\Z")
_PROGRAMME_HEAD = lazy(r"(?:行动计划|行动|计划|工程|项目)\+?\Z")
_PEJORATIVE = lazy(
    r"(?:政绩|面子|闹心|胡子|尾巴|拉链|突击|遮羞|应景|形象|新形象|烂尾|豆腐渣|半拉子|民心|民生|一号|世纪|百年|系统|良心|德政|惠民|暖心|精品|样板|标杆|头号|基础|龙头|交钥匙|天字号|书记|一把手|生命|门面|花架子|献礼|首位|盆景|半截子)工程\Z|开门红项目\Z"
)
_NO_PROGRAMME = lazy("^(?:没|无|按|[此本这][次场])|[的了是]|按计划|实际行动|有计划|规划|思想")
_GENERIC_PROGRAMME = lazy(
    r"(?:(?:[两三四五六七八九十\d]+大|专项|整治|实际|具体|集中|统一|联合|三年|五年|年度|工作|生产|实施|建设|发展|学习|培训|作业|推进|工程|施工|用地|投资|财政|检查|监督|教学|月度|周|日|季度|下一步|详细|总体|相关|有关|各项|执法|救援|自觉|思想|志愿|慈善|公益|营救|清理|系列|"
    r"重大|重点|国家|省级|市级|全省|全市|全区|这一|此次|该|本次|务实|一致|采取|后续|今年|全年|明年|科技|人才|引智|招商|采购|营销|销售|出行|旅行|作战|军事|特别|地面|下一阶段|攻坚|大整治|大排查|大清查|社会治安|专项整治|专项治理|综合整治|总体规划和?|规划|方案|思想和|言论和|做好|制定|没有|什么|也|开展|帮扶|扶持|征收|拆迁|复工|上市|扩张|合作|融资|抓捕|打击|搜救|抢险)+)?(?:行动计划|行动|计划)\Z"
)
_PROGRAMME = lazy(r"(?:行动计划|行动|计划)(?![力指导性者书委人方案表划员纲])")
_PROGRAMME_BEFORE = lazy(
    r"(?:开展|实施|启动|推进|推动|打响|开启|打造|发起|推出|部署|投入|制定实施|出台实施)(?:了|好|的)?(?:一[场次项个][\w]{0,6}的)?(?P<name>[\w+]{2,22})\Z"
)
# A campaign that somebody hears or reports of; a plan that is heard of is a document.
_HEARD_BEFORE = lazy(r"(?:介绍|听取|汇报|通报|调研|督导)了?(?P<name>[\w+]{3,22})\Z")
_BARE_BEFORE = lazy(
    r"[,。;、”\n和](?P<name>(?:(?!行动|计划)[\w+]){2,18}?(?:三年|五年|百日|专项|攻坚|提升|倍增|培育|清零|护航|整治|振兴|跃升|领航|强基|赋能))\Z"
)


# “清溪大楼”奠基仪式, 建设项目“清溪实训基地”: works whose names are quoted.
_QUOTED_WORKS = lazy(
    r"(?<![园厂楼院馆区])“(?P<name>[\w()]{4,20})”(?=(?:项目)?(?:开工|动工|奠基|竣工|落成|封顶)(?:奠基)?(?:仪式|典礼))|(?<=项目)“(?P<named>[\w()]{4,20})”(?=[、,。;等和]|\Z)"
)


def quoted(text: str) -> Iterator[Mention]:
    """Names in quotation marks that say by themselves, or by what follows, that they are programmes."""
    if "“" not in text:
        return
    if "”等" in text:
        yield from _listed(text)
    yield from _works(text)
    for match in (*_QUOTED.finditer(text), *_QUOTED_INSIDE.finditer(text)):
        name, tail = match["name"], match["tail"] or ""
        if name.endswith(("行动", "计划")) and not tail.endswith("期"):
            tail = ""  # “提质行动”摆在四大行动之首
        if tail.endswith("项目") and text.startswith(("观摩", "推进会", "比武", "拉练", "评议", "路演"), match.end()):
            continue
        if (tail.endswith("项目") and is_generic(name + tail.removesuffix("项目"))) or name.endswith("等项目"):
            continue
        if tail and _names_programme(name, tail):
            if _is_inside(text, match):
                yield _with_head(text, match, _SHORTEST_HEAD)
            else:
                yield _with_head(text, match) if _NEEDS_HEAD.match(name) else _with_tail(text, match)
        elif (
            _PROGRAMME_HEAD.search(name, 1)
            and not _PEJORATIVE.match(name)
            and not re.search(r"[,:]|实际行动|在行动|^[没无按]", name)
            and not _is_generic_programme(name)
        ):
            if _NEEDS_HEAD.match(name):
                yield _with_head(text, match)
            else:
                yield mention_of("project.quoted", text, [match.span("name")], "programme")


def _works(text: str) -> Iterator[Mention]:
    """“甲大楼”奠基仪式, 建设项目“乙基地”."""
    if "项目“" not in text and "仪式" not in text and "典礼" not in text:
        return
    for match in _QUOTED_WORKS.finditer(text):
        span = match.span(match.lastgroup or 0)
        if is_facility(text[slice(*span)]):
            yield mention_of("project.quoted", text, [span])


def _listed(text: str) -> Iterator[Mention]:
    """“甲”“乙”等工程: names that share what they are called."""
    for match in _QUOTED_LIST.finditer(text):
        for item in _QUOTED_ITEM.finditer(text, *match.span()):
            if not is_generic(item["name"]) and not _PEJORATIVE.match(item["name"] + "工程"):
                yield mention_of("project.quoted", text, [item.span("name")], "programme")


def _is_inside(text: str, match: re.Match[str]) -> bool:
    """Whether the quoted words stand inside an item of a list: 甲项目,长城电气“双百万”变压器项目."""
    named = len(match["tail"]) > len("项目") and match["tail"].endswith("项目")
    return named and _ITEM_BEFORE.search(text, max(0, match.start() - _LONGEST_ITEM), match.start()) is not None


def _with_head(text: str, match: re.Match[str], least: int = SHORTEST_NAME) -> Mention:
    """A programme whose quoted part says too little: 夏季打击整治“百日行动”, 国道过境段“白改黑”工程."""
    mention = _with_tail(text, match)
    opened = match.start("name") - 1
    start = behind_verb(text, left_mark(text, opened, across=False), opened)
    head = text[start:opened]
    told = head.isalnum() and head[-1] not in "了的在对" and not is_generic(head)
    if len(head) >= least and told and (least < SHORTEST_NAME or not _is_verb(head[-2:])):
        pieces = [(start, opened), *mention.data["pieces"]]
        mention.value = "".join(text[a:b] for a, b in pieces)
        mention.data["pieces"], mention.start = pieces, start
    return mention


def _is_verb(word: str) -> bool:
    """Whether a word governs what is quoted behind it: 局长甲通报|“百日行动”."""
    return word in predicates() or word in BEHIND_NAME


def _is_generic_programme(name: str) -> bool:
    if name.endswith("项目") and is_generic(name[:-2]):
        return True
    return _GENERIC_PROGRAMME.match(name) is not None or name in ("项目", "工程")


def _names_programme(name: str, tail: str) -> bool:
    """Whether the words behind the quotation mark belong to the programme's name."""
    if "的" in tail or tail.endswith("暨项目") or (len(name) == 2 and tail.endswith("期") and is_facility(tail[:-2])):
        return False
    if len(tail) > 2 and re.match(
        r"[的了在和与为是等]|部分|相关|有关|.*(?:大会|仪式|活动|首批)|[写落伸放变][在到成]|期间|[一二三四五六七八九十两\d]+[大个项类](?!行动|计划)|重[点大]|.*(?:引进|亿元|抓|推动|推进|助推)|模式|工作法|理念|精神|机制|方式|战略",
        tail,
    ):
        return False
    return (
        not _PEJORATIVE.match(name + tail)
        and not name.startswith(("没", "无法", "无须", "无需", "按"))
        and len(name) <= 16
        and not re.search(r"[,:]|规划|一带一路", name)
        and not (_FIVE_YEARS.match(name) and tail.endswith(WHOLE))
    )


def _with_tail(text: str, match: re.Match[str]) -> Mention:
    start, end = match.span("tail")
    if not text[start:end].endswith(("行动", "计划")):
        _, end = without_head(text, start, end)
        batch = _BATCH.match(text, start, end)  # “甲”第二批项目
        end = start if batch is not None else end
        counted = _COUNTED_END.search(text, start, end)
        end = end if counted is None else counted.start()
        end -= text.endswith("等", start, end)  # “甲”乙等12个项目
    pieces = [match.span("name"), *([(start, end)] if end > start else [])]
    mention = mention_of("project.quoted", text, pieces, "programme")
    mention.start, mention.end = match.start("name") - 1, max(end, match.end("name") + 1)
    return mention


def campaigns(text: str, ends: Sequence[int]) -> Iterator[Mention]:
    """开展甲行动, and behind a mark 甲三年行动; `ends` is where the words 行动 and 计划 end."""
    done = 0
    for end in ends:
        head = _PROGRAMME.match(text, end - 2) if end - 2 >= done else None
        if head is None:
            continue
        done = head.end()
        low = max(0, head.start() - 32)
        heard = _HEARD_BEFORE.search(text, low, head.start()) if head[0] == "行动" else None
        before = (
            _PROGRAMME_BEFORE.search(text, low, head.start()) or heard or _BARE_BEFORE.search(text, low, head.start())
        )
        if before is None:
            continue
        start = behind_verb(text, before.start("name"), head.end())
        name = text[start : head.end()]
        if (
            len(name) >= 5
            and not _GENERIC_PROGRAMME.match(name)
            and not _NO_PROGRAMME.search(text[before.start("name") : head.end()])
            and not _NO_PROGRAMME.match(name)
        ):
            yield mention_of("project.programme", text, [(start, head.end())], "programme")
