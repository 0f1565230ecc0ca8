"""Where a name begins and ends in text without word boundaries.

What is certain is added up: how often the first characters are a surname, how often the others stand in given names,
what follows (punctuation, list structure, a predicate), and how the same characters occur elsewhere on the page.
"""

from __future__ import annotations

import math
from collections.abc import Container
from functools import cache, lru_cache

from gxq_extract.lexicon import common_words, given_names, never_names, nouns, post_heads, predicates, surnames
from gxq_extract.patterns import lazy

MINORITY = lazy(r"[^\W\da-zA-Z_]{1,7}(?:[·?][^\W\da-zA-Z_]{1,7}){1,3}")
_HAN = lazy(r"[^\W\da-zA-Z_]+")
# Verbs of saying, chairing and visiting: the words that follow a name in this genre.
_STRONG = frozenset(
    "主持 出席 参加 指出 强调 要求 表示 介绍 讲话 致辞 致词 带队 带领 率队 率领 陪同 宣布 汇报 通报 传达 宣读 调研 督导 视察 考察 检查 看望 慰问 走访 "
    "会见 会谈 座谈 列席 作了 分别 先后 一行 认为 说道 告诉 代表 围绕 深入 来到 前往 到场 应邀 受邀 随同 参与 担任 当选 介绍 回忆 坦言 透露 解释 提醒 呼吁 "
    "建议 提出 详细 现场 实地 认真 逐一 指导 部署 安排 总结 点评 签署 签约 揭牌 授牌 颁奖 开幕 上台 发言 领誓 监誓 作为 对此 充分 希望 感慨 回应 同志 先生 女士 "
    "教授 博士 书记 主任 局长 区长 市长 县长 镇长 院长 校长 等人 等领 等区 等市 等县 等出 等参 等陪 等同 等一 以及 就是 正在 告诉 接受 "
    "向记 对记 在接 在讲 在致 在会 在开 在活 在现 在座 在调 在主 在台 分组 召集 召开 主讲 授课 宣讲 到会 冒雨 冒着 专程 亲自 一同 共同 也参 还就 又来 已经 "
    "十分 特别 高度 立即 积极 针对 已经 曾经 最后 上午 下午 今年 昨天 近日 随即 随后 首先 共同 再次 当场 正式 则表 便向 也向 祝贺 致敬 感谢 送上 颁发 接过 走到 走上 感叹 点赞 拿出 指着 站在 坐在 蹲在 拍着 举起 接待 道出 率团 率市 率省 应约 在京 致电 访问 抵达 发表 主办 承办 也说 回答 见证 启动 按下 共同 下达 宣告 接见 为首 为获 为新 为区 等领 调度 协调 接待 主管 负责 受理 说起 告知 叮嘱 欣喜 激动 高兴 笑着 直言 委托 全程 反复 一同 探讨 逐一 多次 笑称 坦承 率先 透过 建言 赴京 致欢 致开 作报 作工 作重 作主 作动 作专 作讲 "
    "作表 作交 作典 作总 作说 作经 作了 就如 就做 就进 就全 就当 就贯 就学 对全 对当 对下 对各 与会 与来 与各 与区 出任 履新 述职 递交 接过 代区".split()
)
_AFTER_ONE = {
    **dict.fromkeys("、,。;:!?()“”‘’《》【】[]/\n", 26),
    **dict.fromkeys("说在和与及等为对从到向就将率带作同称讲赴被把以由也还又已曾均都并则即因让给跟随的是", 14),
    **dict.fromkeys("每却答自", 14),
    **dict.fromkeys("敲推拉指笑喊站坐蹲捧举握掏递用", 10),
    **dict.fromkeys("听看谈提问介做主出参受获有调致走会认当来去正先着最一今昨要", 4),
    " ": 18,
}
_END = 26
_WORD = 16
_GENRE = 24
_SPLIT = 15
_UNKNOWN = -14
_LENGTH = {(1, 1): -4, (1, 2): 5, (1, 3): -40, (2, 1): 6, (2, 2): 6}
_TIER = {1: 12, 2: 3, 3: -8}
_LEAST = 12
# With this score a name behind a post needs a mark or a verb of the genre behind it.
_NO_SURNAME = -22.0
_MOST_ELSEWHERE = 20.0
# Characters with which Mongolian, Tibetan, Uyghur and Kazakh names are written.
_TRANSLITERATION = frozenset(
    "斯琴巴特尔朝克图萨仁娃敖其毕力格那顺热比古丽艾尼瓦托合提拉姆桑顿珠泽多吉班玛旺修扎西次才让卓央金洛尼达普布吐逊买江木依明阿迪玉素甫乌兰雅宝音孟和苏德日娜塔娅"
    "汗赤列罗旺杰曲旦宗次尕藏才旺吉尖参拥错珍麦热合曼居来提祖木热依木萨迪克麦提阿布都吾甫尔凯赛尔艾山江"
    "高索南嘉措加平边巴丹增贡坚赞强白卡吾守肉孜艾热提买买提库尔班铁木耳哈斯呼和浩毕嘎查勒德朗额尔登满都拉图门吉雅赛罕托娅萨茹拉莎其木向秋伊力哈木亚森努江别克叶波拉"
)
# Never part of a given name, and hardly ever.
_NOT_IN_GIVEN = frozenset(
    "的了们这那个他她你没很就被把说区县镇乡街局委部厅处股校所站队组者员第次号市且或吗呢吧等各某哪该此每"
)
_RARELY_IN_GIVEN = frozenset("科从在是和与及不都也会到将带陪向之而院党省我还又率任称夜其替日者")
# Words of one character, which a name without a surname never begins with, and hardly ever holds.
_FUNCTION = (
    _NOT_IN_GIVEN
    | _RARELY_IN_GIVEN
    | frozenset(
        "的了着过和与及等为对从到向将率带作同讲把由也还又已均都并即因让给随一二三四五六七八九十两几多个名位人们"
    )
)
_FIRST_OF_WORD = frozenset(
    "约兼看听说谈问读写发开办抓推建走进出去上下回观谋颁授赴访接送打拿用使做当请叫求换调派提指签宣见会共亲再最更正曾未不没仍就才便很太极"
    "第每各该此其本这那何谁我你他她它大小新老全总中外前后内"
)
# 为民 is a given name, 大为 hardly ever one: 甲为乙 says something of 甲.
_RARELY_AT_END = frozenset("为以")
# An adverb before a verb rather than the end of a name: 李静曾说.
_ADVERBS = frozenset("却夜十便不均曾正最请让已并则将给都才更仍却先后再首高立特积")
# Offices whose name behind 区, a surname too, would look like a given name: 区政府.
_OFFICES = frozenset(
    "政府 政协 人大 政法 公安 法院 纪委 发改 住建 教育 财政 民政 卫健 应急 城管 交通 水利 农业 文旅 商务 市场 税务 统计 审计 信访 武装 工会 妇联 组织 宣传 统战 直部 直各 直有 "
    "属国 属企 内企 内外 域内 级有 级领 直机".split()
)
# Before a colon the verb of a speech, not the end of a name.
_SPEECH = frozenset("答说问道称讲")
# Behind a verb, never behind a name: 甲算过一笔账.
_ASPECTS = frozenset("了过着")
# The last character of a place: 和云峰|区 is none. 区长 and its kin may follow a name.
_PLACE_ENDS = frozenset("省市区县州旗镇乡村街")
_HEAD_STARTS = frozenset(["省长", "市长", "区长", "县长", "州长", "旗长", "镇长", "乡长", "村长"])
_RARE = 14
_ADVERB = 12
_TOKEN_STOP = lazy(
    r"(?:[版部局委办社网报台院组室区市县镇乡村省校队]|中心|公司|街道|学校|集团|发布|客户端|日讯|平台|管理员|编辑部|综合|政协|人大|机关|工会|妇联|本站|佚名|未知|网络|官方|电视|新闻|融媒体?|宣传|政府|记者|通讯员|资料|大学|摄影|报道|整理)\Z"
)


def is_name_token(token: str) -> bool:
    """Whether a token that stands alone in a credit or a list is a person's name, rare surnames and all.

    >>> [is_name_token(t) for t in ("王伟", "蒙古月", "阿迪力·吐尔逊", "区委宣传部", "李")]
    [True, True, True, False, False]
    """
    if _has_dot(token):
        return MINORITY.fullmatch(token) is not None and len(token) <= 16
    size = len(token)
    if not 2 <= size <= 4 or _HAN.fullmatch(token) is None or _TOKEN_STOP.search(token):
        return False
    if token[:2] in surnames():
        return size >= 3
    if sum(char in _TRANSLITERATION for char in token) >= 3:
        return True
    return (size <= 3 or token[0] in surnames()) and _NOT_IN_GIVEN.isdisjoint(token[1:])


def has_surname(text: str, start: int) -> bool:
    """Whether a surname, or a character of transcribed names, stands at `start`.

    >>> has_surname("欧阳倩", 0), has_surname("拉面", 0), has_surname("洗尘", 0)
    (True, True, False)
    """
    known = surnames()
    return text[start : start + 2] in known or text[start] in known or text[start] in _TRANSLITERATION


class Evidence:
    """A page's folded text, for what it says of a name elsewhere; each word is counted once."""

    __slots__ = ("_counts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._counts: dict[str, int] = {}

    def count(self, word: str) -> int:
        """How often the word occurs, without overlaps."""
        known = self._counts.get(word)
        if known is None:
            known = self._counts[word] = self._text.count(word)
        return known


def name_end(text: str, start: int, page: Evidence, least: int = _LEAST) -> int | None:
    """The offset behind the name that begins at `start`, or `None` if no name begins there.

    `page` is where the same name may occur again. `least` is the score asked for: little behind a post, where a name
    is expected.
    """
    if _has_dot(text[start : start + 8]):
        minority = MINORITY.match(text, start)
        if minority is not None:
            return _minority_end(text, start, minority.end())
    best, best_score = None, float(least)
    for end, prior in _candidates(text, start):
        score = prior + _follow(text, end)
        if score + _MOST_ELSEWHERE > best_score:
            score += _elsewhere(text[start:end], page, text[end : end + 1])
        if score > best_score:
            best, best_score = end, score
    return best


def _has_dot(text: str) -> bool:
    """Whether a middle dot, which parts the names of minorities, may stand there; OCR gives a question mark for it."""
    return "·" in text or "?" in text


def _candidates(text: str, start: int) -> list[tuple[int, float]]:
    """Possible ends with what the characters themselves say for them."""
    known = surnames()
    found: list[tuple[int, float]] = []
    for size in (2, 1):
        tier = known.get(text[start : start + size])
        if tier is None:
            continue
        for given in (1, 2):
            end = start + size + given
            chars = text[start + size : end]
            if len(chars) == given and _NOT_IN_GIVEN.isdisjoint(chars) and _HAN.fullmatch(chars):
                prior = _TIER[tier] + _LENGTH[size, given] + _given(chars) - _wordness(text[start:end], chars)
                found.append((end, prior - _RARE * _rare(chars)))
    if text[start : start + 1] in _TRANSLITERATION:
        found += _without_surname(text, start)
    return found or _with_rare_surname(text, start)


def _without_surname(text: str, start: int) -> list[tuple[int, float]]:
    """Ends of a name of two to six characters that are all common in transliteration: 斯琴巴特尔."""
    run = start
    while run < len(text) and run < start + 6 and text[run] in _TRANSLITERATION:
        run += 1
    ends = [end for end in range(start + 2, run + 1) if text[end - 2 : end] not in predicates()]
    ends = [end for end in ends if text[end - 1] != "方"]  # 德方, 法方
    return [(end, 3.0 * (end - start) - (10 if end - start == 2 else 0)) for end in ends]


@cache
def _words() -> tuple[Container[str], ...]:
    """What a name without a surname is not."""
    return _STRONG, predicates(), nouns(), never_names(), post_heads(), _OFFICES


def _with_rare_surname(text: str, start: int) -> list[tuple[int, float]]:
    """Ends of a name of two or three characters whose surname no list has: only what follows can make it one."""
    ends = []
    for end in (start + 2, start + 3):
        word = text[start:end]
        if (
            len(word) == end - start
            and _HAN.fullmatch(word)
            and word[0] not in _FIRST_OF_WORD
            and _FUNCTION.isdisjoint(word)
            and not any(part in lexicon for part in (word[:2], word[-2:], word) for lexicon in _words())
        ):
            ends.append((end, _NO_SURNAME))
    return ends


@lru_cache(maxsize=65536)
def _given(chars: str) -> float:
    """How much the characters look like a given name, in tenths of a log-likelihood ratio, damped."""
    table = given_names()
    missing = (-6, -6, -6)
    if len(chars) == 1:
        return max(-16, table.get(chars, missing)[0]) * 0.5
    return (max(-16, table.get(chars[0], missing)[1]) + max(-16, table.get(chars[1], missing)[2])) * 0.5


def _wordness(word: str, given: str) -> float:
    """How much the characters look like an everyday word, or the given part like a predicate."""
    if word in never_names() or given in _OFFICES:
        return 45.0
    if word in post_heads():
        return 45.0
    whole = 14.0 if word in predicates() else 8.0 if word in common_words() else 0.0
    return whole + (10.0 if given in predicates() else 0.0)


def _rare(chars: str) -> int:
    """How many of the characters hardly ever stand where they stand in a given name."""
    return sum(char in _RARELY_IN_GIVEN for char in chars) + (chars[-1] in _RARELY_AT_END)


def _follow(text: str, end: int) -> float:
    """How well what stands behind `end` begins something new, less what speaks against a cut there."""
    if end >= len(text):
        return _END
    across = text[end - 1 : end + 1]
    against = _SPLIT if across in _STRONG else 5.0 if across in predicates() else 0.0
    if text[end - 1] in _ADVERBS and (text[end : end + 2] in predicates() or text[end + 1 : end + 2] in _ASPECTS):
        against = max(against, _ADVERB)
    if text[end] in _PLACE_ENDS and text[end : end + 2] not in _HEAD_STARTS:
        against = max(against, _ADVERB)
    if text[end] in _ASPECTS:
        return -_GENRE - against
    if text[end] == ":" and text[end - 1] in _SPEECH:
        against += _SPLIT
    opens = _opens(text, end)
    if (
        text[end + 1 : end + 2] in _ASPECTS
        and across not in predicates()
        and across not in nouns()
        and text[end - 1] not in _ADVERBS
    ):
        opens = max(opens, _AFTER_ONE["说"])
    return opens - against


def _opens(text: str, end: int) -> float:
    two = text[end : end + 2]
    if two in _STRONG:
        return _GENRE
    one = _AFTER_ONE.get(two[0], 0)
    if two in predicates():
        return max(_WORD, one)
    if one:
        return one
    return _UNKNOWN if "\u4e00" <= two[0] <= "\u9fff" else _END * 0.6


def _elsewhere(name: str, page: Evidence, following: str) -> float:
    """What other occurrences say: a whole name goes on in several ways, a part of one always in the same."""
    total = page.count(name)
    if total < 2 or not following:
        return 0.0
    other = total - page.count(name + following)
    return min(4.0 * other, _MOST_ELSEWHERE) if other else -6.0


def _minority_end(text: str, start: int, limit: int) -> int | None:
    """The end of a name with a middle dot: its last part may run into the next word."""
    dot = max(text.rfind("·", start, limit), text.rfind("?", start, limit))
    best, best_score = None, -100.0
    for end in range(dot + 2, min(limit, dot + 7) + 1):
        part = text[dot + 1 : end]
        if not _NOT_IN_GIVEN.isdisjoint(part):
            break
        score = (
            _follow(text, end)
            + sum(4 if char in _TRANSLITERATION else -6 for char in part)
            - (8 if len(part) == 1 else 0)
        )
        if score > best_score:
            best, best_score = end, score
    return best


def name_start(text: str, end: int, floor: int, *, certain: bool = False) -> int | None:
    """Where the name that ends at `end` begins, if a whole name stands between a boundary and `end`.

    `floor` is the least offset it may begin at; `certain` says that only a name can stand there, boundary or not.
    """
    for size in (4, 3, 2):  # four characters only with a surname of two
        start = end - size
        if start < floor:
            continue
        if _likeness(text[start:end]) > (0.0 if certain else _asked(text, start, floor)):
            return start
    return None


def _asked(text: str, start: int, floor: int) -> float:
    """The likeness asked of a name that begins at `start`: little behind a mark, more behind a verb or a unit."""
    if start == floor or text[start - 1] in _BOUNDARY:
        return 0.0
    before = text[start - 2 : start]
    if before in predicates() or before in _BEFORE_NAME:
        return 2.0
    return 8.0 if text[start - 1] in _UNIT_END else math.inf


def _likeness(word: str) -> float:
    """How much the characters by themselves make a name: a surname, a likely given name, no everyday word."""
    surname = word[:2] if len(word) > 2 and word[:2] in surnames() else word[0]
    given = word[len(surname) :]
    tier = surnames().get(surname)
    if tier is None or len(given) > 2 or not _NOT_IN_GIVEN.isdisjoint(given) or _HAN.fullmatch(word) is None:
        return -99.0
    return _TIER[tier] + _given(given) - 2 * _wordness(word, given)


_BEFORE_NAME = frozenset("落实 牢记 领会 期间 会上 会前 会后 随后 当天 当日 近日 日前 由市 由区 由县".split())
# The last character of a unit that stands before name and post: 管委会张腾云主任.
_UNIT_END = frozenset("会局委办院司团心镇道处科厅部校")
_BOUNDARY = frozenset("受、,。;:!?()“”‘’《》【】[]/\n 了着过的向与和对由随在给按据同")
