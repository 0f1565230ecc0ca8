"""Build the lexicons that are computed: given names, predicates, common words, nouns, traditional characters.

    python scripts/build_lexicon.py path/to/jieba/dict.txt -o gxq_extract/lexicon

Needs jieba's dictionary (MIT) and the package `opencc` (Apache-2.0). Reads surnames.tsv from the output folder.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

HAN = re.compile("[\u4e00-\u9fff]+")
# Common in given names of today, rare in the dictionary, whose names are of history and fiction.
MODERN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚鹏辉玲飞波斌宇浩凯健俊帆雷峰亮燕红梅宁莉鑫琳晶慧颖婷倩雪蕾丹萍旭东林龙华建国庆海江山川岩松柏"
    "青云雨晨阳光亚男欣悦怡然涵萌洁玉珍兰凤英秀琴桂荣淑芬惠云春夏秋冬成功立新民生学文武德才仁义礼智信忠孝廉正直清源泉涌江河湖海洋鸿志远思齐"
    "望舒静怡"
)
# Titles and kinship words that end names in old novels, and the characters of transcribed foreign names.
KINSHIP = frozenset("帝王公子侯氏爷奶娘婆妃嫔后宗祖太皇叔伯嫂姐妹哥弟爹妈儿师傅")
TRANSCRIBED = frozenset("尔斯克特德拉格里卡巴阿姆夫森莱奥蒂塔迪")
# Variants from Japanese fonts, which OpenCC does not count as traditional.
VARIANTS = {"呉": "吴", "戸": "户", "歩": "步"}
# What officials do, rare in the dictionary or not tagged as a verb there.
MORE_PREDICATES = frozenset(
    (
        "主刀 举杯 义诊 书面 住进 值守 入户 利用 坐诊 巡林 巡河 巡田 戴上 扛着 把脉 抛出 抛来 "
        "抢在 抢抓 抱起 拉着 拎着 捧着 授旗 接诊 接话 掰着 插话 握着 搭桥 支招 步行 牵线 穿上 "
        "端着 笑道 算起 简短 简要 紧盯 聊起 见状 讲起 蹲点 迎着 遍访 问诊 面向 顶着 驱车"
    ).split()
)
# Of villages and reservoirs, rare in the dictionary.
MORE_NOUNS = frozenset(["农房", "溢洪"])
PREDICATE_LEAST = 60
COMMON_LEAST = 40
NOUN_LEAST = 200


class Word(NamedTuple):
    """A line of jieba's dictionary: the word, how often it was seen, its part of speech."""

    text: str
    frequency: int
    tag: str


def main() -> None:
    """Write the five files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dictionary", type=Path, help="jieba's dict.txt")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the folder of lexicons")
    arguments = parser.parse_args()
    words = list(read_words(arguments.dictionary))
    surnames = read_surnames(arguments.output / "surnames.tsv")
    traditional = traditional_characters()
    plain = [word for word in words if HAN.fullmatch(word.text) and not traditional.keys() & set(word.text)]
    write(arguments.output / "traditional.tsv", ((old, new) for old, new in traditional.items()))
    write(arguments.output / "given_names.tsv", given_names(words, surnames))
    write(arguments.output / "predicates.tsv", ((word,) for word in predicates(plain)))
    write(arguments.output / "common_words.tsv", ((word,) for word in common_words(plain, surnames)))
    write(arguments.output / "nouns.tsv", ((word,) for word in nouns(plain, surnames)))


def read_words(path: Path) -> Iterator[Word]:
    """The dictionary's words in its order."""
    for line in path.read_text("utf-8").splitlines():
        text, count, tag = line.split(" ")
        yield Word(text, int(count), tag.strip())


def read_surnames(path: Path) -> dict[str, int]:
    """Surnames with their tiers."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return {surname: int(tier) for surname, tier in rows}


def traditional_characters() -> dict[str, str]:
    """Traditional characters with the one simplified character that OpenCC gives for each."""
    from opencc import OpenCC

    convert = OpenCC("t2s").convert
    pairs = ((chr(code), convert(chr(code))) for code in range(0x4E00, 0xA000))
    return VARIANTS | {old: new for old, new in pairs if new != old and len(new) == 1 and HAN.fullmatch(new)}


def predicates(words: Iterable[Word]) -> set[str]:
    """Two-character verbs, adverbs (adjectives used so too), prepositions, conjunctions, and MORE_PREDICATES."""
    found = {
        word.text
        for word in words
        if len(word.text) == 2 and (word.tag[0] in "vdpc" or word.tag == "ad") and word.frequency >= PREDICATE_LEAST
    }
    return found | MORE_PREDICATES


def common_words(words: Iterable[Word], surnames: dict[str, int]) -> set[str]:
    """Words of two or three characters that begin like a name and are none."""
    return {
        word.text
        for word in words
        if len(word.text) in (2, 3)
        and word.text[0] in surnames
        and not word.tag.startswith("nr")
        and word.frequency >= COMMON_LEAST
    }


def nouns(words: Iterable[Word], surnames: dict[str, int]) -> set[str]:
    """Frequent words of two or three characters, neither like a name nor predicates, and MORE_NOUNS."""
    words = list(words)
    known = predicates(words)
    found = {
        word.text
        for word in words
        if len(word.text) in (2, 3)
        and word.text[0] not in surnames
        and word.text not in known
        and not word.tag.startswith("nr")
        and word.frequency >= NOUN_LEAST
    }
    return found | MORE_NOUNS


def given_names(words: Iterable[Word], surnames: dict[str, int]) -> Iterator[tuple[str, int, int, int]]:
    """Ten times the log-likelihood ratio of each character: alone, first and second in a given name."""
    frequent = {surname for surname, tier in surnames.items() if tier == 1}
    alone, first, second, anywhere = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for word in words:
        if not word.tag.startswith("nr"):
            for char in word.text:
                anywhere[char] += word.frequency
        elif word.tag == "nr" and word.text[0] in frequent and not TRANSCRIBED & set(word.text[1:]):
            _count_name(word.text[1:], alone, first, second)
    sizes = [table.total() for table in (alone, first, second)]
    for char in MODERN:
        alone[char] += 6
        first[char] += 4
        second[char] += 6
    total = anywhere.total()
    for char in sorted({*alone, *first, *second}):
        if HAN.fullmatch(char) and alone[char] + first[char] + second[char] >= 3:
            one, two, three = (
                _ratio(table[char], size, anywhere[char], total)
                for table, size in zip((alone, first, second), sizes, strict=True)
            )
            yield char, one, two, three


def _count_name(given: str, alone: Counter[str], first: Counter[str], second: Counter[str]) -> None:
    if len(given) == 1:
        alone[given] += 1
    elif len(given) == 2 and not KINSHIP & set(given):
        first[given[0]] += 1
        second[given[1]] += 1


def _ratio(count: int, names: int, anywhere: int, text: int) -> int:
    """Both shares smoothed, as if every character had been seen a little."""
    in_names = (count + 0.3) / (names + 600)
    in_text = (anywhere + 2000) / (text + 2000 * 6000)
    return round(10 * math.log(in_names / in_text))


def write(path: Path, rows: Iterable[tuple[str | int, ...]]) -> None:
    """Rows as sorted lines, their fields parted by tabs."""
    path.write_text("".join(sorted("\t".join(map(str, row)) + "\n" for row in rows)), "utf-8")


if __name__ == "__main__":
    main()
