"""Word lists as data: each file's source and licence stand in SOURCES.md, each loads once, on first use."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent  # importlib.resources would cost a tenth of the start-up


def _rows(name: str) -> list[list[str]]:
    text = (_FOLDER / name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def _words(name: str) -> frozenset[str]:
    """The words of a file with one column; splitting at once is several times faster than line by line."""
    return frozenset((_FOLDER / name).read_text("utf-8").split())


@cache
def surnames() -> dict[str, int]:
    """Surnames of one and two characters with a tier: 1 frequent, 2 known, 3 rare or mostly an everyday word."""
    return {surname: int(tier) for surname, tier in _rows("surnames.tsv")}


@cache
def given_names() -> dict[str, tuple[int, int, int]]:
    """For a character ten times the log-likelihood ratio of standing in a given name against standing anywhere.

    The three figures are for a one-character given name, the first and the second of two.
    """
    return {char: (int(alone), int(first), int(second)) for char, alone, first, second in _rows("given_names.tsv")}


@cache
def predicates() -> frozenset[str]:
    """Two-character verbs, adverbs, prepositions and conjunctions: what may follow a name."""
    return _words("predicates.tsv")


@cache
def common_words() -> frozenset[str]:
    """Everyday words that begin with a surname: what looks like a name and as a rule is none."""
    return _words("common_words.tsv")


@cache
def nouns() -> frozenset[str]:
    """Frequent words, mostly nouns, that neither begin with a surname nor are predicates."""
    return _words("nouns.tsv")


@cache
def never_names() -> frozenset[str]:
    """Words that begin like a name, often follow a post and are practically never a person's name."""
    return _words("never_names.tsv")


@cache
def traditional() -> dict[int, str]:
    """Traditional to simplified characters, one to one, as a table for `str.translate`."""
    return {ord(old): new for old, new in _rows("traditional.tsv")}


@cache
def post_heads() -> dict[str, str]:
    """The last words of posts (书记, 局长, 总工程师) with the sector they speak for: public, private or any."""
    return {row[0]: row[1] for row in _rows("posts.tsv")}


@cache
def facilities() -> frozenset[str]:
    """The last words of names of works (大桥, 生产线, 改造): what a project's name ends in."""
    return _words("facilities.tsv")


@cache
def generic() -> frozenset[str]:
    """Words that tell of what kind a project is and not which: 重点, 民生, 产业."""
    return _words("generic.tsv")
