"""Names that may mean one thing, by general rules: no rule here knows a name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from gxq_extract.terms import without_generic_tail

_WILDCARD = "\0"
_PUNCTUATION = re.compile(r"[\W_]+")
# One of these tells two works of one kind apart: 一期 from 二期, 东延 from 西延, A区 from B区.
_TELLING = re.compile(r"[〇零一二三四五六七八九十百千0-9a-z甲乙丙丁东西南北上下左右前后内外]")
_SHORTEST_CONTAINED = 4
_SHORTEST_MISSPELT = 7
_ADDITION_LIMIT = 0.3


def one_character_apart(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each pair of names that one replaced, added or dropped character makes equal, once, in sorted order.

    >>> list(one_character_apart(["田建明", "沈泽", "申建明"]))
    [('田建明', '申建明')]
    """
    groups: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for shape in _shapes(name):
            groups[shape].add(name)
    pairs = {pair for group in groups.values() for pair in combinations(sorted(group), 2)}
    yield from sorted(pairs)


def _shapes(name: str) -> Iterator[str]:
    """The name with a hole in place of each character, and with a hole between any two."""
    for place in range(len(name) + 1):
        yield name[:place] + _WILDCARD + name[place:]
        yield name[:place] + _WILDCARD + name[place + 1 :]


def alike_projects(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each pair of project names that may mean one project, once, in sorted order.

    >>> list(alike_projects(["青阳路小清河桥", "科苑路", "青阳路跨小清河桥"]))
    [('青阳路小清河桥', '青阳路跨小清河桥')]
    """
    cores = {name: project_core(name) for name in names}
    neighbours: dict[str, set[str]] = defaultdict(set)
    for name, core in cores.items():
        for pair in _pairs_of_characters(core):
            neighbours[pair].add(name)
    for name, core in sorted(cores.items()):
        near = set().union(*(neighbours[pair] for pair in _pairs_of_characters(core)))
        yield from ((name, other) for other in sorted(near) if name < other and may_be_one(core, cores[other]))


def project_core(name: str) -> str:
    """The name without punctuation and without a closing 项目, 工程 or 建设项目, in half-width lower case.

    >>> project_core("“五网”工程"), project_core("市十七中迁建项目")
    ('五网', '市十七中迁建')
    """
    folded = _PUNCTUATION.sub("", unicodedata.normalize("NFKC", name)).lower()
    return without_generic_tail(folded) or folded


def may_be_one(one: str, other: str) -> bool:
    """Whether two cores are equal, one holds the other with little added, or they differ in one character.

    >>> may_be_one("文昌路改造一期", "文昌路改造二期")
    False
    """
    if len(one) == len(other):
        return one == other or _is_misspelt(one, other)
    shorter, longer = sorted((one, other), key=len)
    return _is_contained(shorter, longer)


def _is_contained(shorter: str, longer: str) -> bool:
    """Whether the longer core reads as the shorter one with a few unremarkable characters added."""
    if len(shorter) < _SHORTEST_CONTAINED or len(longer) - len(shorter) >= len(longer) * _ADDITION_LIMIT:
        return False
    characters = iter(longer)
    if not all(character in characters for character in shorter):
        return False
    added = Counter(longer) - Counter(shorter)
    return not _TELLING.search("".join(added))


def _is_misspelt(one: str, other: str) -> bool:
    """Whether two long cores of one length differ in one character that tells nothing apart."""
    differing = [a + b for a, b in zip(one, other, strict=True) if a != b]
    return len(one) >= _SHORTEST_MISSPELT and len(differing) == 1 and not _TELLING.search(differing[0])


def _pairs_of_characters(core: str) -> set[str]:
    """The core's neighbouring characters, two by two; a core of one character stands for itself."""
    return {core[place : place + 2] for place in range(max(len(core) - 1, 1))}
