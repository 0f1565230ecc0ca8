"""A bulletin's text cut into runs, plain or marked with the facts they name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gxq_extract.report.facts import Fact
from gxq_extract.report.sightings import Bulletin
from gxq_extract.terms import FACTS

_PART_BREAK = "\n\n"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A half-open span of the bulletin's text that names the fact of that index."""

    start: int
    end: int
    fact: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text over which the marks do not change."""

    text: str
    marks: tuple[Mark, ...]


def text_of(bulletin: Bulletin, page_text: str | None) -> str:
    """The bulletin's text: its parts of the page if the page is at hand, else the clean text of the record."""
    if page_text is None:
        return bulletin.get("text") or ""
    return _PART_BREAK.join(page_text[start:end] for start, end in _body_parts(bulletin))


def _body_parts(bulletin: Bulletin) -> list[tuple[int, int]]:
    """The bulletin's parts without its heading, but with a credit between heading and body."""
    title = bulletin["title"]
    heading_end = title["end"] if title else 0
    starts = (
        mention["start"]
        for field in FACTS.values()
        for fact in bulletin[field]
        for mention in fact.get("mentions", [fact])
        if heading_end <= mention["start"] < bulletin["body_start"]
    )
    body_start = min(starts, default=bulletin["body_start"])
    return [(max(start, body_start) if start == bulletin["start"] else start, end) for start, end in bulletin["parts"]]


def marks_of(bulletin: Bulletin, facts: Sequence[Fact]) -> list[Mark]:
    """Where the facts' mentions stand in the text of the page's parts, in reading order."""
    marks = []
    before = 0
    for part_start, part_end in _body_parts(bulletin):
        shift = before - part_start
        marks += [
            Mark(place.start + shift, place.end + shift, number, place.text, place.rule)
            for number, fact in enumerate(facts)
            for place in fact.places
            if part_start <= place.start and place.end <= part_end
        ]
        before += part_end - part_start + len(_PART_BREAK)
    return sorted(marks)


def searched(marks: Sequence[Mark], text: str) -> list[Mark]:
    """The marks moved to where a clean text has their words; those it does not have are left out.

    Of several places the one nearest to where the marks before let expect it is taken, so that an earlier
    unmarked 科苑路 does not draw the mark of a later one. White space counts for nothing.
    """
    kept = [place for place, character in enumerate(text) if not character.isspace()]
    packed = "".join(text.split())
    moved = []
    drift = 0
    for mark in marks:
        words = "".join(mark.text.split())
        found = _nearest(_occurrences(packed, words), bisect_left(kept, mark.start + drift))
        if found is not None:
            start, end = kept[found], kept[found + len(words) - 1] + 1
            drift = start - mark.start
            moved.append(Mark(start, end, mark.fact, mark.text, mark.rule))
    return sorted(moved)


def _nearest(places: Iterable[int], expected: int) -> int | None:
    """The place nearest to the expected one, None if there is none."""
    return min(places, key=lambda place: abs(place - expected), default=None)


def _occurrences(text: str, words: str) -> Iterator[int]:
    """Every place at which the words begin; none for no words."""
    place = text.find(words) if words else -1
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


def runs_of(text: str, marks: Sequence[Mark]) -> list[Run]:
    """The text cut wherever a mark begins or ends; the runs joined are the text."""
    edges = sorted({0, len(text), *(edge for mark in marks for edge in (mark.start, mark.end))})
    open_marks: list[Mark] = []
    waiting = sorted(marks, reverse=True)
    runs = []
    for start, end in pairwise(edges):
        while waiting and waiting[-1].start == start:
            open_marks.append(waiting.pop())
        open_marks = [mark for mark in open_marks if mark.end > start]
        runs.append(Run(text[start:end], tuple(open_marks)))
    return runs
