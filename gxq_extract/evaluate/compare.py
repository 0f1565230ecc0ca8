"""A page's records against its gold, fact by fact.

A fact is bound to its bulletin, so that a right name in the wrong bulletin is both missed and extra; `loose` binds
it to the page alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from gxq_extract.evaluate.facts import FIELDS, Fact, gold_facts, project_key, record_facts, squash
from gxq_extract.evaluate.gold import GoldPage

State = Literal["right", "missed", "extra"]
_MARKS = " \t\n\r\u3000\u00a0●•■◆▲□·-*"  # a list mark may or may not count to the body
_AROUND = 24

Key = tuple[int, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Context:
    """Words of the page, and what stands on either side, each in one line."""

    before: str
    words: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}[{self.words}]{self.after}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one fact: right, missed (gold alone has it) or extra (the record alone has it).

    `bulletin` counts gold's bulletins from 1 and is `None` for a fact of a bulletin that gold does not have;
    `context` is the page's text around the fact, `None` where the page does not have its words.
    """

    page: str
    bulletin: int | None
    state: State
    fact: Fact
    context: Context | None

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that found the fact, each once."""
        return tuple(dict.fromkeys(spot.rule for spot in self.fact.spots))


@dataclass(slots=True)
class _Pairing:
    """Which record holds which gold bulletin: `owner` by record, `exact` those with the right beginning."""

    places: list[int | None]
    owner: dict[int, int] = field(default_factory=dict)
    exact: set[int] = field(default_factory=set)


def compare_page(gold: GoldPage, records: list[dict[str, Any]], text: str, *, loose: bool = False) -> list[Outcome]:
    """The outcome of every fact of a page, in order of bulletin and field."""
    records = sorted(records, key=lambda record: record["start"])
    pairing = _pair(gold, records, text)
    wanted = _wanted(gold, loose=loose)
    found = _found(records, pairing, loose=loose)
    _drop_optional(found, wanted, gold, loose=loose)
    outcomes = list(_bulletins(gold, records, pairing, text))
    for key in sorted({**wanted, **found}, key=_in_order):
        fact = found.get(key) or wanted[key]
        state: State = "extra" if key not in wanted else "right" if key in found else "missed"
        number = key[0] + 1 if key[0] >= 0 and not loose else None
        place = _place(fact, text, pairing.places[key[0]] if key[0] >= 0 else None)
        outcomes.append(Outcome(gold.page, number, state, fact, context_of(text, *place) if place else None))
    return outcomes


def _in_order(key: Key) -> tuple[bool, int, int, tuple[str, ...]]:
    """Gold's bulletins in their order, then those that gold does not have; fields in theirs."""
    number, name, value = key
    return number < 0, abs(number), FIELDS.index(name), value


def context_of(text: str, start: int, end: int) -> Context:
    """A stretch of the page with what stands around it."""
    before, words, after = text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND]
    return Context(_one_line(before).lstrip(), _one_line(words), _one_line(after).rstrip())


def _one_line(text: str) -> str:
    """The text with breaks and control characters as single spaces."""
    return re.sub(r" {2,}", " ", "".join(char if char.isprintable() else " " for char in text))


def locate(text: str, clue: str, floor: int = 0) -> tuple[int, int] | None:
    """Where words stand on a page, white space and breaks inside them ignored, from `floor` on or else anywhere."""
    letters = re.sub(r"\s", "", clue)
    if not letters:
        return None
    pattern = re.compile(r"\s*".join(map(re.escape, letters)))
    match = pattern.search(text, floor) or pattern.search(text)
    return match.span() if match else None


def _pair(gold: GoldPage, records: list[dict[str, Any]], text: str) -> _Pairing:
    spans = [locate(text, bulletin.starts) for bulletin in gold.bulletins]
    pairing = _Pairing([span[0] if span else None for span in spans])
    taken: set[int] = set()
    for number, at in enumerate(pairing.places):
        if at is None:
            continue
        hit = next((i for i, record in enumerate(records) if record["start"] <= at < record["end"]), None)
        if hit is None:
            continue
        pairing.owner.setdefault(hit, number)
        first, last = sorted((records[hit]["body_start"], at))
        if hit not in taken and not text[first:last].strip(_MARKS):
            taken.add(hit)
            pairing.exact.add(number)
    return pairing


def _wanted(gold: GoldPage, *, loose: bool) -> dict[Key, Fact]:
    return {
        (0 if loose else number, fact.field, fact.key): fact
        for number, bulletin in enumerate(gold.bulletins)
        for fact in gold_facts(bulletin)
    }


def _found(records: list[dict[str, Any]], pairing: _Pairing, *, loose: bool) -> dict[Key, Fact]:
    """The facts of the records; those of a record that holds no gold bulletin go under a number below zero."""
    merged: dict[Key, list[Fact]] = defaultdict(list)
    for index, record in enumerate(records):
        number = 0 if loose else pairing.owner.get(index, -1 - index)
        for fact in record_facts(record):
            merged[number, fact.field, fact.key].append(fact)
    return {key: _joined(facts) for key, facts in merged.items()}


def _joined(facts: list[Fact]) -> Fact:
    first = facts[0]
    spots = tuple(spot for fact in facts for spot in fact.spots)
    return Fact(first.field, first.key, first.shown, first.clue, spots)


def _drop_optional(found: dict[Key, Fact], wanted: dict[Key, Fact], gold: GoldPage, *, loose: bool) -> None:
    """Leave out what gold says costs nothing: optional projects and people, these with their posts and sector."""
    for number, bulletin in enumerate(gold.bulletins):
        index = 0 if loose else number
        people = {squash(name) for name in bulletin.optional.officials}
        projects = {project_key(name) for name in bulletin.optional.projects}
        for key in list(found):
            _, name, value = key
            free = (name == "projects" and value[0] in projects) or (
                name in ("officials", "posts", "sector") and value[0] in people
            )
            if key[0] == index and free and key not in wanted:
                del found[key]


def _bulletins(gold: GoldPage, records: list[dict[str, Any]], pairing: _Pairing, text: str) -> Iterator[Outcome]:
    """Whether each bulletin was found with its right beginning, and which were found that are none."""
    for number, bulletin in enumerate(gold.bulletins):
        state: State = "right" if number in pairing.exact else "missed"
        yield Outcome(gold.page, number + 1, state, _opening(bulletin.starts), None)
    for index, record in enumerate(records):
        if index not in pairing.owner:
            opening = _one_line(text[record["body_start"] : record["body_start"] + _AROUND])
            yield Outcome(gold.page, None, "extra", _opening(opening), None)


def _opening(words: str) -> Fact:
    """A bulletin as a fact, known by its first words."""
    return Fact("bulletins", (words,), words, words)


def _place(fact: Fact, text: str, floor: int | None) -> tuple[int, int] | None:
    """Where the fact stands: where a rule found it, else the first place of its words from the bulletin on."""
    if fact.spots:
        return fact.spots[0].start, fact.spots[0].end
    return locate(text, fact.clue, floor or 0)
