"""Bytes to text: BOM, strict UTF-8, plausible GB18030 or Big5, and last a lossy reading with a warning.

Strict success proves little: every Big5 page is valid GB18030 rubbish. So a reading must also look like Chinese:
measured on 145 pages, a right reading has at most 15 % of characters outside the two standards' common ones, a
wrong one at least 25 % and as a rule 70 %.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

from gxq_extract.errors import DecodeError
from gxq_extract.page.source import Page
from gxq_extract.terms import WarningCode

DAMAGE = "\ufffd"
PLAUSIBLE = 0.1  # strict reading with fewer odd characters: taken at once
TOLERABLE = 0.25  # the best of all readings may have as many
BINARY = 0.3  # share of control bytes above which valid UTF-8 is no text

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHINESE = ("gb18030", "big5hkscs")
_CONTROL = bytes([*range(9), 11, *range(14, 32), 127])
_PLAIN = frozenset(map(chr, range(32, 127))) | frozenset("\t\n\r\f")
_DAMAGED_LINE = re.compile(rf"{DAMAGE}(?:[^\n]*{DAMAGE})?")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """Bytes read in one encoding; characters that could not be read are U+FFFD."""

    text: str
    encoding: str
    damaged: bool = False

    @property
    def warnings(self) -> tuple[dict[str, Any], ...]:
        """A warning for each damaged line, which no two bulletins share, from its first damaged place to its last."""
        found = _DAMAGED_LINE.finditer(self.text) if self.damaged else ()
        return tuple(map(self._warning, found))

    def _warning(self, stretch: re.Match[str]) -> dict[str, Any]:
        code: WarningCode = "damaged_bytes"
        count = len(re.findall(f"{DAMAGE}+", stretch[0]))
        message = f"{count} place{'s' if count > 1 else ''} of this line could not be read as {self.encoding}"
        return {"code": code, "message": message, "start": stretch.start(), "end": stretch.end()}


def decode(data: bytes, name: str) -> Reading:
    """The bytes as text, newlines and NUL kept, a leading BOM left out; `name` says in errors which page it is.

    Raises `DecodeError` for what is no text.

    >>> decode("中国".encode("gb18030"), "a.txt")
    Reading(text='中国', encoding='gb18030', damaged=False)
    """
    declared = next((known for known in _BOMS if data.startswith(known[0])), None)
    bom, encoding = declared or (b"", "utf-8")
    first = _read(data[len(bom) :], encoding)
    if not first.damaged:
        _refuse_binary(first.text.encode(), name)
        return first
    if declared:
        return _tolerable([first], name)
    readings = [first]
    for encoding in _CHINESE:
        reading = _read(data, encoding)
        if not reading.damaged and oddness(reading.text) <= PLAUSIBLE:
            return reading
        readings.append(reading)
    return _tolerable(readings, name)


def page_from_bytes(data: bytes, *, page_id: str, path: str) -> Page:
    """The page that the bytes hold; `path` names it in errors. Raises `DecodeError`."""
    reading = decode(data, path)
    return Page(page_id, path, hashlib.sha256(data).hexdigest(), reading.text, reading.warnings)


def page_from_text(text: str, *, page_id: str, path: str) -> Page:
    """The page that a string holds; lone surrogates, which no output can carry, become U+FFFD.

    >>> page_from_text("a\\ud800b", page_id="-", path="-").text
    'a\ufffdb'
    """
    clean = replace_surrogates(text)
    return Page(page_id, path, hashlib.sha256(clean.encode()).hexdigest(), clean)


def replace_surrogates(text: str) -> str:
    """The text with each lone surrogate as U+FFFD, so that offsets stay."""
    return _SURROGATE.sub(DAMAGE, text)


def oddness(text: str) -> float:
    """The share (0 to 1) of odd characters among those beyond plain ASCII: rare Han, controls, damage.

    >>> oddness("本报讯 abc"), oddness("鏈姤璁�")
    (0.0, 0.75)
    """
    common = _common_characters()
    return _share(text, lambda character: character not in common)


def _read(data: bytes, encoding: str) -> Reading:
    """Decode strictly, else with U+FFFD where the bytes mean nothing."""
    try:
        return Reading(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return Reading(data.decode(encoding, "replace"), encoding, damaged=True)


def _tolerable(readings: Iterable[Reading], name: str) -> Reading:
    """The least doubtful of the readings, if it is text at all."""
    doubt, best = min(((_doubt(reading), reading) for reading in readings), key=itemgetter(0))
    if doubt > TOLERABLE:
        raise DecodeError(name, "it looks like binary data")
    return best


def _doubt(reading: Reading) -> float:
    """How far (0 to 1) a reading is from text; in UTF-8 what is valid is meant, however rare the character."""
    if reading.encoding == "utf-8":
        return _share(reading.text, lambda character: character == DAMAGE or character < " ")
    return oddness(reading.text)


def _share(text: str, doubtful: Callable[[str], bool]) -> float:
    """The share of doubtful characters among those beyond plain ASCII."""
    telling = [character for character in text if character not in _PLAIN]
    return sum(map(doubtful, telling)) / len(telling) if telling else 0.0


def _refuse_binary(data: bytes, name: str) -> None:
    """Raise `DecodeError` for bytes that are valid UTF-8 but mostly control characters."""
    controls = len(data) - len(data.translate(None, _CONTROL))
    if controls > BINARY * len(data):
        raise DecodeError(name, f"{controls} of {len(data)} bytes are control characters")


@cache
def _common_characters() -> frozenset[str]:
    """The symbols and common Han of GB 2312 (level 1) and of Big5 (level 1), read off Python's codecs."""
    gb_leads = [*range(0xA1, 0xA4), *range(0xB0, 0xD8)]
    big5_trails = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    return frozenset(_cells("gb2312", gb_leads, range(0xA1, 0xFF)) + _cells("big5", range(0xA1, 0xC7), big5_trails))


def _cells(encoding: str, leads: Iterable[int], trails: Iterable[int]) -> str:
    """Every character of a block of a two-byte encoding."""
    trails = list(trails)
    return "".join(bytes([lead, trail]).decode(encoding, "ignore") for lead in leads for trail in trails)
