"""The clean view: folded text whose every character knows its place on the page.

Folding replaces characters one for one, so it never moves an offset. Only closing a break or a layout space removes
characters, and the view keeps where each remaining stretch came from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from gxq_extract.lexicon import traditional
from gxq_extract.patterns import lazy

_WIDTHS = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SPACES = dict.fromkeys([0x09, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F], " ")
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # characters without width
_BREAKS = dict.fromkeys([0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029], "\n")
# Marks set in several ways, and what recognition gives for a frequent character.
_VARIANTS = str.maketrans("仼囯髙「」『』﹁﹂‧・•﹒－–〔〕丨｜", "任国高“”“”“”····--【】||")
_RARE = _WIDTHS | _SPACES | dict.fromkeys(map(ord, INVISIBLE), "\x00") | _VARIANTS | _BREAKS
_ANY_RARE = lazy("[" + re.escape("".join(map(chr, _RARE))) + "]")
# Folding the few frequent marks one by one is many times faster than a table over every character.
_FREQUENT = (
    ("\uff0c", ","),
    ("\uff1a", ":"),
    ("\uff1b", ";"),
    ("\uff08", "("),
    ("\uff09", ")"),
    ("\uff01", "!"),
    ("\uff1f", "?"),
    ("\u3000", " "),
)
_STRAIGHT_QUOTES = lazy(r"\"([^\"\n]{1,80})\"")
# Some mirrors print a reading behind characters: 開發(fā)區(qū).
_GLOSS = lazy(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}\)")
_BLOCK_TAG = lazy(r"</?(?:p|br|div|h[1-6]|li|ul|ol|td|tr|table|hr|title)\b[^<>\n]{0,300}>", re.IGNORECASE)
_INLINE_TAG = lazy(r"</?[a-zA-Z][^<>\n]{0,300}>")
_BOLD = lazy(r"\*\*(?=\S)([^*\n]{1,200}?)(?<=\S)\*\*")
# Characters that only traditional text has, among its most frequent.
_TRADITIONAL_ONLY = lazy(
    "[國會開區黨記議長時為這來對產業發進導員點經實關電過還種個們東車馬門問間見說話請設調項題類體學習]"
)
_TRADITIONAL_SHARE = 0.02


def fold(text: str) -> str:
    """The text with widths, spaces, quotation marks and traditional characters made uniform, as long as before.

    HTML tags become breaks if they part blocks, else NULs; readings behind characters, marks without width and the
    asterisks of bold print are NULs too, which the clean view leaves out.

    >>> fold("（２０２４年）「五网工程」")
    '(2024年)“五网工程”'
    >>> fold("新<br>区(qū)")
    '新\\n\\n\\n\\n区\\x00\\x00\\x00\\x00'
    """
    folded = text
    for mark, narrow in _FREQUENT:
        folded = folded.replace(mark, narrow)
    if _ANY_RARE.search(folded):
        folded = folded.translate(_RARE)
    if "\r" in folded:
        folded = folded.replace("\r\n", " \n").replace("\r", "\n")
    if _GLOSS.search(folded):
        folded = _GLOSS.sub(_without_gloss, folded)
    if '"' in folded:
        folded = _STRAIGHT_QUOTES.sub(r"“\1”", folded)
    if "<" in folded:
        folded = _BLOCK_TAG.sub(lambda tag: "\n" * len(tag[0]), folded)
        folded = _INLINE_TAG.sub(lambda tag: "\x00" * len(tag[0]), folded)
    if "**" in folded:
        folded = _BOLD.sub("\x00\x00\\1\x00\x00", folded)
    if len(_TRADITIONAL_ONLY.findall(folded, 0, 4000)) > _TRADITIONAL_SHARE * min(len(folded), 4000):
        folded = folded.translate(traditional())
    return folded


def _without_gloss(gloss: re.Match[str]) -> str:
    """Nothing visible in the place of a reading, if a Chinese character stands before it."""
    before = gloss.string[gloss.start() - 1 : gloss.start()]
    return "\x00" * len(gloss[0]) if "\u3400" <= before <= "\u9fff" else gloss[0]


class View:
    """Clean text over a page; `span` leads back to the page's code points.

    Built from stretches `(start, end, separator)` of the page in reading order; the separator, "" or a line break,
    stands before the stretch.
    """

    __slots__ = ("_origins", "_starts", "source", "text")

    def __init__(self, source: str, folded: str, stretches: Iterable[tuple[int, int, str]]) -> None:
        """`folded` is `source` folded, one character for one."""
        pieces: list[str] = []
        starts: list[int] = []
        origins: list[int] = []
        length = 0
        for start, end, separator in stretches:
            if separator and length:
                pieces.append(separator)
                starts.append(length)
                origins.append(start)
                length += len(separator)
            pieces.append(folded[start:end])
            starts.append(length)
            origins.append(start)
            length += end - start
        self.source = source
        self.text = "".join(pieces)
        self._starts = starts
        self._origins = origins

    def origin(self, index: int) -> int:
        """The page offset of the clean character at `index`."""
        at = bisect_right(self._starts, index) - 1
        return self._origins[at] + index - self._starts[at]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The page span, half-open, of the clean span `start`…`end` (not empty)."""
        return self.origin(start), self.origin(end - 1) + 1

    def printed(self, start: int, end: int) -> str:
        """What the page prints in a clean span, unfolded, without the breaks and spaces that were closed."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        if first == last:
            shift = self._origins[first] - self._starts[first]
            return self.source[start + shift : end + shift]
        pieces = []
        for at in range(first, last + 1):
            shift = self._origins[at] - self._starts[at]
            limit = self._starts[at + 1] if at < last else end
            pieces.append(self.source[max(start, self._starts[at]) + shift : limit + shift])
        return "".join(pieces)
