"""Patterns that compile on first use: a page needs some of them, a help text none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final, cast

# A letter that is neither Latin nor a figure: on these pages a Chinese character.
HAN: Final = r"[^\W\da-zA-Z_]"
# What the items of a list or column begin with; □ is left out, behind which an author stands as a rule.
LIST_MARKS: Final = "●■◆▲△▼▶◀○◎◇★☆▉█▪"


class _Lazy:
    """Stands for a compiled pattern and becomes one when a method is first asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile, then keep the pattern's own methods on the instance, so that this is called once."""
        compiled = re.compile(self._source, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of the standard library's `re` for `source`, compiled when first used.

    A match's `re` is the compiled pattern, not the value returned here.
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))


def last_of(words: Iterable[str]) -> str:
    """A pattern's source that matches the last character of any of the words, told by their last two.

    Looking for the rare last character and then back at the one before it is several times faster than trying every
    word at every place; which of the words stands there is for the caller to find out.

    >>> re.findall(last_of(["局长", "科长", "书记"]), "局长和区委书记长谈")
    ['长', '记']
    """
    before: dict[str, str] = {}
    for last, second in sorted({(word[-1], word[-2]) for word in words}):
        before[last] = before.get(last, "") + second
    return "|".join(f"{last}(?<=[{seconds}]{last})" for last, seconds in before.items())
