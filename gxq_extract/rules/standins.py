"""The user's post and organisation words, read as words that the rules know.

Before the rules for people look at a text, each such word gives way to a stand-in of the same length and sector: 链长
is read as 局长. No offset moves, and what a record prints comes from the page, so nobody sees the stand-ins.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from gxq_extract.options import UserRules

Read = Callable[[str], str]

_POST_ENDS = {"public": "局长", "private": "经理", "any": "组长"}
_ORGANIZATION_ENDS = {"public": "局", "private": "公司", "any": "部"}
# Neither a surname nor a word that ends a post.
_FILL = "委"
# What may stand before the end of a post and still belong to it, by length.
_MODIFIERS = ("", "副", "常务", "常务副")


@cache
def reader(rules: UserRules) -> Read:
    """A function that puts the stand-ins of the user's words into a text.

    >>> reader(UserRules(posts=(("链长", "public"),)))("区产业链链长王伟")
    '区产业链局长王伟'
    """
    table = {word: _ORGANIZATION_ENDS[sector].rjust(len(word), _FILL) for word, sector in rules.organizations}
    table |= {word: _post(len(word), _POST_ENDS[sector]) for word, sector in rules.posts}
    if not table:
        return str
    words = re.compile("|".join(map(re.escape, sorted(table, key=lambda word: (-len(word), word)))))
    return lambda text: words.sub(lambda match: table[match[0]], text)


def _post(length: int, end: str) -> str:
    """A post of that length, all of it one role."""
    modifier = _MODIFIERS[min(length - len(end), len(_MODIFIERS) - 1)]
    return (modifier + end).rjust(length, _FILL)
