"""Persons of a bulletin: mentions joined by name, posts united, organisations filled down, actions and sector."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

from gxq_extract.lexicon import post_heads
from gxq_extract.page.view import View
from gxq_extract.patterns import lazy
from gxq_extract.rules.posts import head_before, modifiers_start
from gxq_extract.rules.rule import FoundPerson
from gxq_extract.rules.standins import Read

_PRIVATE = lazy(
    r"公司|集团|企业|商会|协会|联合会|学会|促进会|银行|信用社|农商行|保险|证券|合作社|株式会社|事务所|酒店|饭店|宾馆|超市|商场|工厂|药业|实业|控股|股份|投资|科技(?!局|厅|部|大学|委|馆|协|工委|中心|园)|重工|电子(?!局)|生物(?!局)|电力|石油|石化|能源(?!局|办)|"
    r"物流|置业|地产|房地产|传媒(?!学院)|乳业|酒业|矿业|钢铁|汽车|半导体|领事馆|大使|领事|[美英法德日韩俄]国|驻华|外商|基金会|物业|食品(?!药|局)|商行|门店|连锁|项目部|项目(?:执行|总)?经理|项目(?:总工|负责人|总监|总指挥)|总监理|监理单位|中[铁建交冶]\w{0,6}局|总承包部|研究所有限|商工会议所|车间|厂"
)
_PUBLIC = lazy(
    r"[省市区县州旗乡镇村](?:委|政府|长|人大|政协|纪委)|党工委|管委会|人大|政协|政府|法院|检察院|公安|街道|社区|村|乡|镇|局|厅|委员会|办公室|办(?=副?主任)|学校|大学|学院|中学|小学|医院|卫生院|妇联|工会|团委|工商联|红十字会|残联|文联|科协|供销|武装部|部队|支队|大队|总书记|中央|国务院"
)
_STRONGLY_PRIVATE = lazy(
    r"(?:有限|责任|股份)?公司|集团|企业|商会|中[铁建交冶]\w{0,6}局|(?<!供销)合作社|董事|株式会社|银行|信用社|商工会议所"
)
_FOREIGN = lazy(
    r"(?:韩国|日本|美国|英国|法国|德国|意大利|西班牙|荷兰|瑞士|瑞典|俄罗斯|加拿大|澳大利亚|新西兰|新加坡|马来西亚|印度|泰国|越南|老挝|缅甸|柬埔寨|菲律宾|蒙古国|哈萨克斯坦|巴西|以色列)(?!.{0,6}(?:总|大使)领?馆)"
)
# Of a company whose post stands before it: 公司党委副书记、工会主席.
_OF_COMPANY = lazy(r"(?:工会|党委|党总支|党支部|支部|纪委|团委|安监局|机关)[^省市区县]{2,5}\Z")
_BLANK = lazy(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])")
# 市委常委、副市长: who heads a place is of its government, not of the party body said before.
_HEADS_PLACE = lazy(r"[省市区县州盟旗镇乡村]长\Z")
# Several share one predicate: 区长甲,副区长乙参加.
_CLAUSE, _LONG_LIST = 60, 160  # characters
_SHARED = frozenset(["attend", "accompany"])
_SENTENCE_END = lazy(r"[。;!?\n]")
_BOSS = lazy(r"(?:总经理|董事长|总裁|首席执行官|监事长)\Z")
_VAGUE = lazy(
    r"^(?:党委|党支部|党总支|党组|支部|总支|纪委|党工委|管委会|机关)?(?:副?书记|副?主任|副?主席|委员|组长|副组长|秘书长|副秘书长)\Z"
)
# What stands before the body of a place is the whole place: 苏州工业园区|党工委, else the first place is: 市|住建局.
_INHERITED = lazy(
    r"^(?P<place>.*[省市区县州盟旗乡镇村)](?=(?:管委会|党工委|工委|党委|人民政府|政府|人大(?:常委会)?|政协|纪委|纪工委|纪检监察工委|委)\Z)|.*?[省市区县州盟旗乡镇村](?:\([^()]*\))?|.*?\)|.*?(?:公司|集团|学校|医院|街道|社区|局|厅|委员会|中心))"
)
_UNIT_ONLY = lazy(r"^(?:管委会|党工委|党委|党组|政府|人大|政协|纪委|监委|工会|纪检监察工委|党支部|党总支)")
# Of the body said before and not only of its place: 区委常委、|组织部部长; 区政府党组成员、|办公室主任.
_OF_BODY = lazy(r"^(?:(?:组织|宣传|统战)部|政法委|办公室)")
_BODY_BEFORE = lazy(r"(?:委|政府|政协|人大|人大常委会)\Z")
# Units that a short title shares its first characters with: 组织部|长, 人大|代表.
_SHARED_UNIT = {
    **dict.fromkeys("部长 局长 厅长 处长 科长 股长 所长 站长 队长 镇长 乡长".split(), 1),
    **dict.fromkeys("大队长 支队长 总队长 人大代表 政协委员".split(), 2),
}
_OF_PROJECT = ("经理", "负责人", "总工程师", "总监")  # 项目|经理: the role is of a project, no organisation
_REMARK = lazy(r"\([^()]*\)\Z")
_ACTIONS = {
    "chair": "主持",
    "speak": "讲话 致辞 致词 发言 讲授 授课 作表态",
    "attend": "出席 参加 列席 应邀 到会",
    "inspect": "调研 督导 督查 暗访 检查 视察 考察 察看 走访 慰问 看望 巡查 观摩",
    "meet": "会谈 会见 会晤 座谈",
    "report": "汇报 传达 通报 报告",
    "accompany": "陪同 随同",
}
_ACTION_OF = {verb: action for action, verbs in _ACTIONS.items() for verb in verbs.split()}
_VERB = lazy("|".join(_ACTION_OF))
_TOGETHER = lazy(rf"(?:一同|共同|一道|一起|一并|分别|先后|相继|参加|陪同)(?P<verb>{'|'.join(_ACTION_OF)})")
_CLAUSE_END = lazy(r"[,。;:!?\n]")
# 甲在乙的陪同下,调研丙: who stands between accompanies, and the others do the rest.
_ESCORTED = lazy(r"[,]?在[^。;!?\n]{2,60}?陪同下[,]?")
_ESCORT_END = "陪同下"
_ATTENDED_BY = lazy(r"(?:出席|参加|列席)[^。;!?\n]{0,14}的[^。;!?,\n]{0,6}有:?[^。;!?\n]*\Z")  # 出席会议的有:甲、乙
_LONGEST_ROLL = 200
# What was said elsewhere: 传达学习|总书记考察时的重要讲话精神.
_SAID_ELSEWHERE = frozenset(["speak", "inspect"])
_STUDIED = lazy(r"(?:讲话|指示|批示|回信|考察)精神|(?<!发表)(?<!发表了)重要(?:讲话|指示|论述|文章)")


@dataclass(slots=True)
class Person:
    """One person in one bulletin; `folded` is the name, and a value of `posts` the post, as the rules read it."""

    name: str
    folded: str = ""
    posts: dict[str, str] = field(default_factory=dict)
    spans: list[tuple[int, int, str]] = field(default_factory=list)


def unite(found: list[FoundPerson], view: View, aliases: Mapping[str, str]) -> dict[str, Person]:
    """The persons of a bulletin by name, posts united in order, a tail of a fuller post left out."""
    persons: dict[str, Person] = {}
    for one in found:
        printed = squeeze(view.printed(one.start, one.end))
        name = aliases.get(printed, printed)
        person = persons.get(name)
        if person is None:
            person = persons[name] = Person(name, squeeze(view.text[one.start : one.end]))
        person.spans.append((one.start, one.end, one.rule))
        for start, end in one.posts:
            label, folded = squeeze(view.printed(start, end)), squeeze(view.text[start:end])
            person.posts.setdefault(label, folded if len(folded) == len(label) else label)
    for person in persons.values():
        if len(person.posts) > 1:
            tails = {label[at:] for label in person.posts for at in range(1, len(label))}
            person.posts = {label: folded for label, folded in person.posts.items() if label not in tails}
    return persons


def squeeze(text: str) -> str:
    """Without white space, except between Latin words."""
    if text.isprintable() and " " not in text:  # the one white space that counts as printable
        return text
    return _BLANK.sub("", text)


def sector_of(posts: list[str], context: str) -> str:
    """`public` or `private`, from the posts; a post without an organisation takes its context's."""
    joined = "、".join(posts)
    if _FOREIGN.match(joined):
        return "private"
    heads = [post_heads().get(_head(post), "any") for post in posts]
    if _PRIVATE.search(joined) or _BOSS.search(joined):
        public = [
            post
            for post in posts
            if _PUBLIC.search(post)
            and not _STRONGLY_PRIVATE.search(post)
            and not _BOSS.search(post)
            and not (_STRONGLY_PRIVATE.search(posts[0]) and _OF_COMPANY.match(post))
        ]
        return "public" if public or joined.endswith("领导") else "private"
    if _PUBLIC.search(joined):
        return "public"
    if "private" in heads and "public" not in heads:
        return "private"
    return (
        context
        if heads and all(_VAGUE.match(post) or kind == "any" for post, kind in zip(posts, heads, strict=True))
        else "public"
    )


def _head(post: str) -> str:
    start = head_before(post, len(post), 0)
    return "" if start is None else post[start:]


def posts_with_organization(posts: Mapping[str, str], read: Read = str) -> list[dict[str, str | None]]:
    """Each post as label, organisation and role; an organisation said once is filled down the list.

    `posts` pairs each printed label with the same post in the characters that the rules are written in.

    >>> posts = ["云峰区(示范区)党工委副书记", "管委会主任"]
    >>> posts_with_organization(dict(zip(posts, posts)))[1]["organization"]
    '云峰区(示范区)管委会'
    """
    rows: list[dict[str, str | None]] = []
    place = read_place = organization = read_organization = ""
    for label, folded in posts.items():
        plain = label.replace("（", "(").replace("）", ")")
        border, end = _role_and_unit(folded, read)
        if not border and not _HEADS_PLACE.search(folded):
            pass  # the organisation said before
        elif _OF_BODY.match(folded) and _BODY_BEFORE.search(read_organization):
            organization, read_organization = organization + plain[:end], read_organization + folded[:end]
        elif border and place and _UNIT_ONLY.match(folded):
            organization, read_organization = place + plain[:end], read_place + folded[:end]
        else:
            organization, read_organization = plain[:end], folded[:end]
        inherited = _INHERITED.match(read_organization)
        if inherited is not None:
            end = inherited.end("place")
            place, read_place = organization[:end], read_organization[:end]
        rows.append({"label": label, "organization": organization or None, "role": plain[border:]})
    return rows


def _role_and_unit(label: str, read: Read) -> tuple[int, int]:
    """Where the role begins, its head with the modifiers before it, and where the organisation ends.

    The two overlap where a short title shares characters with the unit: 组织部长 is the 部长 of the 组织部.
    """
    remark = _REMARK.search(label)
    whole = label if remark is None else label[: remark.start()]
    known = read(whole)
    head = head_before(known, len(known), 0)
    if head is None:
        return 0, 0
    border = modifiers_start(known, head, 0)
    if whole.endswith(_OF_PROJECT) and whole.endswith("项目", 0, border):
        border -= 2
    shared = _SHARED_UNIT.get(whole[border:], 0)
    if not border or whole.endswith(whole[border : border + shared], 0, border):
        shared = 0
    return border, border + shared


def actions_of(text: str, spans: list[tuple[int, int, str]]) -> list[str]:
    """What the person does: the verbs between a mention and the end of its clause, or of a list that shares a verb."""
    seen: list[str] = []
    for start, end, _ in spans:
        escorted = _ESCORTED.match(text, end, end + _CLAUSE)
        clause = _until(_CLAUSE_END, text, end if escorted is None else escorted.end(), _CLAUSE)
        escort, done, _ = clause.partition(_ESCORT_END)
        clause = (escort + done).split("邀请", 1)[0]  # whom somebody invites does the rest
        found = _actions_in(clause)
        if _ATTENDED_BY.search(text, max(0, start - _LONGEST_ROLL), start):
            found.add("attend")
        if "听取" in clause:
            found.discard("report")
        if not found.isdisjoint(_SAID_ELSEWHERE) and _STUDIED.search(clause):
            found -= _SAID_ELSEWHERE
        if text[end : end + 1] in (",", "、"):
            rest = _until(_SENTENCE_END, text, end, _LONG_LIST)
            found |= _actions_in(rest) & _SHARED
            found |= {_ACTION_OF[together["verb"]] for together in _TOGETHER.finditer(rest)}
        seen += [action for action in _ACTIONS if action in found and action not in seen]
    return seen


def _actions_in(clause: str) -> set[str]:
    return {_ACTION_OF[verb] for verb in _VERB.findall(clause)}


def _until(stop: re.Pattern[str], text: str, start: int, most: int) -> str:
    """The text from `start` to the next stop, or as many characters."""
    end = min(len(text), start + most)
    found = stop.search(text, start, end)
    return text[start : found.start() if found else end]


def bare_mentions(text: str, name: str, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where a known name stands without a post, outside longer terms that merely contain it.

    `taken` are the spans already known for persons, sorted.
    """
    spans: list[tuple[int, int]] = []
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        after = bisect_left(taken, (end, 0))
        if (after == 0 or taken[after - 1][1] <= at) and not _in_term(text, end):
            spans.append((at, end))
        at = text.find(name, end)
    return spans


_TERM = lazy(r"新时代|.{0,4}思想")


def _in_term(text: str, end: int) -> bool:
    return _TERM.match(text, end) is not None
