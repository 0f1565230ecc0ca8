"""Where a name begins and ends in text without word boundaries.

What is certain is added up: how often the first characters are a surname, how often the others stand in given names,
what follows (punctuation, list structure, a predicate), and how the same characters occur elsewhere on the page.
"""

from __future__ import annotations

import math
from collections.abc import Container
from functools import cache, lru_cache

from gxq_extract.lexicon import common_words, given_names, never_names, nouns, post_heads, predicates, surnames
from gxq_extract.patterns import HAN, lazy
from gxq_extract.rules.name_words import (
    ADVERBS,
    AFTER_ONE,
    ASPECTS,
    BEFORE_NAME,
    BEHIND_NAME,
    BOUNDARY,
    COUNTRY_ENDS,
    DUTIES,
    FIRST_OF_WORD,
    FOREIGN,
    FUNCTION,
    HEAD_STARTS,
    LAST_OF_GIVEN,
    NO_JOIN,
    NOT_IN_GIVEN,
    OFFICES,
    PLACE_ENDS,
    RARELY_AT_END,
    RARELY_IN_GIVEN,
    SPEECH,
    SPOKEN,
    SURE_ADVERBS,
    TRANSCRIBED,
    TRANSLITERATION,
    UNIT_END,
    ZONES,
)

# 都 before a verb is no surname: 成员都认真听取讲解, 领导都和代表们招呼.
_ALL = lazy(r"都(?:和|是|感到|有|在|专心|仔细|认真|纷纷|积极|详细|踊跃|表示|参加|一致|热烈|主动|十分|非常|高度)")
MINORITY = lazy(rf"{HAN}{{1,7}}(?:[·?]{HAN}{{1,7}}){{1,3}}")
_HAN_ONLY = lazy(rf"{HAN}+")
# Verbs behind a name that no name tears apart.
_ATTENDS = frozenset("陪同 出席 参加 主持 列席".split())
_AFTER_WHOLE = BEHIND_NAME | {"一道", "一同", "一起"}  # 主任王平和|一道来到企业
_IN_TIME = lazy(r"[一二三四五六七八九十两半\d]{1,3}个?(?:[天日年]|小时|周|月|分钟)内")  # 局长甲|三天内拿出办法
_PLACE_VISITED = lazy(rf"{HAN}{{0,6}}?(?:高新区|经开区|开发区|新区|[市县区镇乡村]|公司|集团)")  # 甲来|高新区
_DOES_NOW = frozenset("在给与和向把被")  # 甲正|给人讲课
_MONGOL = ("布和", "孟和", "苏和", "恩和", "宝和")  # 和 begins no other part of such names
_SHORTEST_TRANSCRIBED, _LONGEST_TRANSCRIBED = 4, 7

# Weights and scores. The unit is that of `given_names`, a tenth of a log-likelihood ratio: positive speaks for a name or
# for a cut behind it, negative against. Only weights under "against" are written positive and subtracted.

# For a cut: what begins behind the name.
_END = 26  # a mark, or nothing at all
_OTHER_SCRIPT = 15.6  # a figure, a Latin letter
_KNOWN = 24  # a word that follows names
_WORD = 16  # any verb or adverb
_GRAMMAR = 14  # a word of grammar; what says as much closes a name
_UNKNOWN = -14  # what no list has
_NOTHING_NEW = -24  # 甲算|过一笔账, 仇平|和主持
# Against a cut: a word that it would tear, or something else that it would leave with the name.
_TORN = 40  # 出|席
_SPLIT = 15  # a word that follows names
_SPLIT_NOUN = 8
_SPLIT_PREDICATE = 5
_SURE_ADVERB = 24  # 甲也|说
_ADVERB = 12  # 甲正|走访
_PLACE = 12  # 甲云峰|区
# For a name: how frequent its surname is, and how long surname and given name are.
_TIER = {1: 12, 2: 3, 3: -8}
_LENGTH = {(1, 1): -4, (1, 2): 5, (1, 3): -40, (2, 1): 6, (2, 2): 6}
_MOST_ELSEWHERE = 20.0  # what the rest of the page can add
# Against a name: a character that given names hardly ever have where it stands.
_RARE = 14
# The prior of a name without a known surname. Behind a post a mark, a space, another script or any predicate behind it
# is enough, a word of grammar is not.
_NO_SURNAME = -19.5
# The prior of an everyday word as a name: a mark, a word that follows names or one of grammar must stand behind
# it, behind a verb one of the first two.
_WORD_NAME = -17.0
_VERB_NAME = -21.0
# The score asked of a name behind a post, and anywhere else.
EXPECTED = -4
_LEAST = 12
# What is asked of the characters of each of two joined names, and of a given name that holds a word: 建国.
_LEAST_JOINED = -10.0
_LIKELY_GIVEN = 5.0
# The likeness asked of a name behind a verb and behind a unit; and how much less before a post with a modifier.
_BEHIND_VERB, _BEHIND_UNIT = 2.0, 8.0
_DEPUTY = 4.0

_TOKEN_STOP = lazy(
    r"(?:[版部局委办社网报台院组室区市县镇乡村省校队]|(?:基建|宣传|党政|综合|医务|护理|财务|人事|信息|教务|政工|法制|秘书|行政|保卫|总务|后勤)[科处股]|中心|公司|街道|学校|集团|发布|客户端|日讯|平台|管理员|编辑部|综合|政协|人大|机关|工会|妇联|本站|佚名|未知|网络|官方|电视|新闻|融媒体?|宣传|政府|记者|通讯员|资料|大学|摄影|报道|整理|分享到?|打印|关闭|收藏|浏览|语音|文章|公开|关注度|选择|楼盘|实习|见习|[上下左右]图)\Z|^[日月].{0,2}\Z|^已"
)


def is_name_token(token: str) -> bool:
    """Whether a token that stands alone in a credit or a list is a person's name, rare surnames and all.

    >>> [is_name_token(t) for t in ("王伟", "蒙古月", "阿迪力·吐尔逊", "区委宣传部", "李")]
    [True, True, True, False, False]
    """
    if _has_dot(token):
        return MINORITY.fullmatch(token) is not None and len(token) <= 16 and token[-1] not in "报网台社刊"
    size = len(token)
    plain = token[2:] if token.startswith(_MONGOL) else token
    if _SHORTEST_TRANSCRIBED <= size <= _LONGEST_TRANSCRIBED and TRANSCRIBED.issuperset(plain):
        return True
    if not 2 <= size <= 4 or _HAN_ONLY.fullmatch(token) is None or _TOKEN_STOP.search(token):
        return False
    if token[:2] in surnames():
        return size >= 3
    if sum(char in TRANSLITERATION for char in token) >= 3:
        return True
    return (size <= 3 or token[0] in surnames()) and NOT_IN_GIVEN.isdisjoint(token[1:])


def where_joined(token: str) -> int | None:
    """Where the second of two names begins that stand without a mark between them, or `None`.

    >>> [where_joined(token) for token in ("王小虎李大明", "王小虎李明", "阿拉坦苏和", "区委宣传部")]
    [3, 3, None, None]
    """
    if (
        not 5 <= len(token) <= 6
        or _HAN_ONLY.fullmatch(token) is None
        or _TOKEN_STOP.search(token) is not None
        or TRANSCRIBED.issuperset(token.replace("和", ""))
    ):
        return None
    cuts = {at: min(_likeness(token[:at]), _likeness(token[at:])) for at in (2, 3) if 2 <= len(token) - at <= 3}
    best = max(cuts, key=cuts.__getitem__)
    return best if cuts[best] > _LEAST_JOINED else None


def has_surname(text: str, start: int) -> bool:
    """Whether a surname, or a character of transcribed names, stands at `start`.

    >>> has_surname("欧阳倩", 0), has_surname("拉面", 0), has_surname("洗尘", 0)
    (True, True, False)
    """
    known = surnames()
    return text[start : start + 2] in known or text[start] in known or text[start] in TRANSLITERATION


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


def transcribed_end(text: str, start: int) -> int | None:
    """The end of a name of four to seven characters as names are transcribed (阿尔木呷, 完么才旦), if one begins there.

    The first character may be any surname. It ends where the run of such characters does, or where before that a mark,
    a word that follows names or one of grammar begins.
    """
    if start >= len(text) or not (text[start] in TRANSCRIBED or text[start] in surnames()):
        return None
    run = start + (2 if text[start : start + 2] in _MONGOL else 1)
    while run < min(len(text), start + _LONGEST_TRANSCRIBED) and text[run] in TRANSCRIBED:
        run += 1
    for end in range(run, start + _SHORTEST_TRANSCRIBED - 1, -1):
        words = (text[end - 1 : end + 1], text[end - 2 : end])
        if text[end - 1] in "日向" or text[end : end + 1] in ASPECTS:
            continue  # 特朗普|日前, 公保才旦|向委员们, 甲玉珍|列了个表
        if _comes_to_place(text, end):
            continue  # 普布次仁|来区
        if text.endswith(COUNTRY_ENDS, start, end):
            return None
        if (end == run or closes(text, end)) and not any(word in BEHIND_NAME or word in predicates() for word in words):
            return end
    return None


def word_end(text: str, start: int) -> int | None:
    """The end of a name that is an everyday word (党参, 画眉), or `None` where none can stand.

    Asked for behind a whole post only, and found only where a mark or a word that follows names closes it.
    """
    for end in (start + 2, start + 3):
        word = text[start:end]
        if len(word) < end - start or not closes(text, end) or _HAN_ONLY.fullmatch(word) is None:
            continue
        if _may_be_word_name(word) and (len(word) == 2 or not (_holds_word(word) or text[start] in TRANSLITERATION)):
            score = (_VERB_NAME if word in predicates() else _WORD_NAME) + _follow(text, end)
            if score > EXPECTED:
                return end
    return None


def closes(text: str, end: int) -> bool:
    """Whether a mark, a word that follows names or a word of grammar begins at `end`."""
    return end >= len(text) or text[end : end + 2] in BEHIND_NAME or AFTER_ONE.get(text[end], 0) >= _GRAMMAR


def _holds_word(word: str) -> bool:
    """Whether the first or the last two characters are a word."""
    return any(part in lexicon for part in (word[:2], word[-2:]) for lexicon in _lexicons())


def _may_be_word_name(word: str) -> bool:
    return (
        word[0] not in FIRST_OF_WORD
        and FUNCTION.isdisjoint(word)
        and not any(word in words for words in (BEHIND_NAME, post_heads(), OFFICES))
        and word not in DUTIES
    )


def _has_dot(text: str) -> bool:
    """Whether a middle dot, which parts the names of minorities, may stand there; OCR gives a question mark for it."""
    return "·" in text or "?" in text


def _candidates(text: str, start: int) -> list[tuple[int, float]]:
    """Possible ends with what the characters themselves say for them."""
    if text[start : start + 1] == "都" and _ALL.match(text, start) is not None:
        return []
    known = surnames()
    found: list[tuple[int, float]] = []
    for size in (2, 1):
        tier = known.get(text[start : start + size])
        if tier is None:
            continue
        for given in (1, 2):
            end = start + size + given
            chars = text[start + size : end]
            if len(chars) == given and _may_be_given(text, start, end, chars) and _HAN_ONLY.fullmatch(chars):
                prior = _TIER[tier] + _LENGTH[size, given] + _given(chars) - _wordness(text[start:end], chars)
                joins_nobody = chars[-1] == "和" and text[end : end + 1] in NO_JOIN  # 傅平和、李明
                found.append((end, prior - _RARE * (_rare(chars) - joins_nobody)))
    if text[start : start + 1] in TRANSLITERATION:
        found += _without_surname(text, start)
    return found or _with_rare_surname(text, start)


def _may_be_given(text: str, start: int, end: int, chars: str) -> bool:
    if chars[-1] == "省":
        return closes(text, end)
    if chars[-1] == "镇":  # 副主任王镇、李明, and not 沙田镇, 长安镇
        return surnames().get(text[start : end - 1]) == 1 and closes(text, end)
    if NOT_IN_GIVEN.isdisjoint(chars):
        return True
    late = len(chars) == 2 and chars[1] in LAST_OF_GIVEN and chars[0] not in NOT_IN_GIVEN
    return late and closes(text, end)


def _without_surname(text: str, start: int) -> list[tuple[int, float]]:
    """Ends of a name of two to six characters that are all common in transliteration: 斯琴巴特尔."""
    run = start
    while run < len(text) and run < start + 6 and text[run] in TRANSLITERATION:
        run += 1
    if text.endswith(COUNTRY_ENDS, start, run):
        return []
    if start + 2 <= run < start + 4 and text[run : run + 1] in TRANSCRIBED:
        run += 1  # 娜仁|花
    return [
        (end, 3.0 * (end - start) - (10 if end - start == 2 else 0))
        for end in range(start + 2, run + 1)
        if text[end - 2 : end] not in predicates() and text[end - 1] != "方"  # 德方, 法方
    ]


@cache
def _lexicons() -> tuple[Container[str], ...]:
    """What a name without a surname is not."""
    return BEHIND_NAME, predicates(), nouns(), never_names(), post_heads(), OFFICES, DUTIES


def _with_rare_surname(text: str, start: int) -> list[tuple[int, float]]:
    """Ends of a name of two or three characters whose surname no list has: only what follows can make it one."""
    ends = []
    for end in (start + 2, start + 3):
        word = text[start:end]
        if (
            len(word) == end - start
            and _HAN_ONLY.fullmatch(word)
            and word[0] not in FIRST_OF_WORD
            and FUNCTION.isdisjoint(word)
            and not any(word in lexicon for lexicon in _lexicons())
            and (not _holds_word(word) or _given(word[1:]) >= _LIKELY_GIVEN)
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
    if word in never_names() or word in DUTIES or given in OFFICES or not {word, given}.isdisjoint(post_heads()):
        return 45.0
    whole = 14.0 if word in predicates() else 8.0 if word in common_words() else 0.0
    return whole + (10.0 if given in predicates() else 0.0)


def _rare(chars: str) -> int:
    """How many of the characters hardly ever stand where they stand in a given name."""
    return sum(char in RARELY_IN_GIVEN for char in chars) + (chars[-1] in RARELY_AT_END)


def _follow(text: str, end: int) -> float:
    """How well what stands behind `end` begins something new, less what speaks against a cut there."""
    return _END if end >= len(text) else _opens(text, end) - _against(text, end)


def _against(text: str, end: int) -> float:
    """How much speaks against a cut at `end`: it runs through a word, or leaves with the name what is none of it."""
    last, first = text[end - 1], text[end]
    across, two = last + first, text[end : end + 2]
    if across in _ATTENDS:
        return _TORN
    if first == ":" and last in SPEECH:
        return _SPLIT
    against = 0.0
    if across in BEHIND_NAME:
        against = _SPLIT
    elif across in predicates():
        against = _SPLIT_PREDICATE
    elif across in nouns():
        against = _SPLIT_NOUN
    if last in ADVERBS and (two in predicates() or two[1:] in ASPECTS):
        against = max(against, _ADVERB)
    if last in SURE_ADVERBS and closes(text, end):
        against = max(against, _SURE_ADVERB)
    if (last == "同" and two in post_heads()) or _comes_to_place(text, end):
        against = max(against, _SURE_ADVERB)
    if (last == "正" and first in _DOES_NOW) or (last == "于" and first.isdigit()):
        against = max(against, _ADVERB)
    if first in PLACE_ENDS and two not in HEAD_STARTS:
        against = max(against, _PLACE)
    return against


def _comes_to_place(text: str, end: int) -> bool:
    """Whether what ends there is 来 before the place that is visited: 普布次仁来|高新区."""
    return text[end - 1] == "来" and _PLACE_VISITED.match(text, end) is not None


def _opens(text: str, end: int) -> float:
    """How well what stands at `end` begins something new."""
    two, third = text[end : end + 2], text[end + 2 : end + 3]
    first, second = two[0], two[1:]
    if first in ASPECTS and two not in predicates():
        return _NOTHING_NEW
    if first == "和" and (second in NO_JOIN or second + third in _AFTER_WHOLE):
        return _NOTHING_NEW  # 区政协主席仇平和|主持: nobody is joined
    if (first in ADVERBS and third in ASPECTS) or (first == third == "边"):
        return max(_KNOWN, _begins(two))  # 甲|正带着, 甲|边听边记
    if _IN_TIME.match(text, end) or (second in ASPECTS and _is_verb(text, end)):
        return max(_WORD, _begins(two))
    return _begins(two)


def _is_verb(text: str, at: int) -> bool:
    """Whether the character at `at`, which 了 or its kin follow, is a verb of its own: not the end of a word before it."""
    across = text[at - 1 : at + 1]
    return across not in predicates() and across not in nouns() and text[at - 1] not in ADVERBS


def _begins(two: str) -> float:
    """How well the character or two at the place of a cut begin something new."""
    if two in BEHIND_NAME or (two[0] == "说" and two[1:] in SPOKEN):
        return _KNOWN
    one = AFTER_ONE.get(two[0], 0)
    if two in predicates():
        return max(_WORD, one)
    if one:
        return one
    return _UNKNOWN if "\u4e00" <= two[0] <= "\u9fff" else _OTHER_SCRIPT


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
        part = text[dot + 1 : end].replace("阿不都", "阿布都")
        if part.endswith("阿不"):
            continue
        if not NOT_IN_GIVEN.isdisjoint(part):
            break
        if part[-2:] in BEHIND_NAME:
            break
        if text[end : end + 1] in TRANSLITERATION and text[end + 1 : end + 3] in BEHIND_NAME:
            continue  # 买买提|出席, not 买买|提出
        score = (
            _follow(text, end)
            + sum(4 if char in FOREIGN else -12 for char in part)
            - (8 if len(part) == 1 and part not in surnames() else 0)
            - (_RARE if part[-1] in RARELY_IN_GIVEN else 0)
            - (12 if text[end - 1 : end + 1] in predicates() else 0)
        )
        if score > best_score:
            best, best_score = end, score
    return best


def name_start(text: str, end: int, floor: int, *, certain: bool = False, deputy: bool = False) -> int | None:
    """Where the name that ends at `end` begins, if a whole name stands between a boundary and `end`.

    `floor` is the least offset it may begin at; `certain` says that only a name can stand there, boundary or not, and
    `deputy` that little else can: a post with a modifier follows, 甲|副区长.
    """
    for size in (4, 3, 2):  # four characters only with a surname of two
        start = end - size
        if start < floor or (certain and _splits_verb(text, start)):
            continue
        asked = 0.0 if certain else _asked(text, start, floor)
        if deputy and asked <= _BEHIND_VERB:
            asked -= _DEPUTY
        if _likeness(text[start:end]) > asked:
            return start
    return None


def _splits_verb(text: str, start: int) -> bool:
    """Whether a cut at `start` runs through a verb: 学|习胡总书记, but not 落实|习近平总书记."""
    before = text[max(0, start - 2) : start]
    return text[start - 1 : start + 1] in predicates() and before not in predicates() and before not in BEFORE_NAME


def _asked(text: str, start: int, floor: int) -> float:
    """The likeness asked of a name that begins at `start`: little behind a mark, more behind a verb or a unit."""
    if start == floor or text[start - 1] in BOUNDARY:
        return 0.0
    before = text[start - 2 : start]
    if before in predicates() or before in BEFORE_NAME:
        return _BEHIND_VERB
    unit = text[start - 1] in UNIT_END or text.endswith(ZONES, 0, start)
    return _BEHIND_UNIT if unit else math.inf


def _likeness(word: str) -> float:
    """How much the characters by themselves make a name: a surname, a likely given name, no everyday word."""
    surname = word[:2] if len(word) > 2 and word[:2] in surnames() else word[0]
    given = word[len(surname) :]
    tier = surnames().get(surname)
    if tier is None or len(given) > 2 or not NOT_IN_GIVEN.isdisjoint(given) or _HAN_ONLY.fullmatch(word) is None:
        return -99.0
    if given.endswith("镇"):
        return -99.0
    return _TIER[tier] + _given(given) - 2 * _wordness(word, given)
