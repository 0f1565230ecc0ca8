"""Whether rules keep the promise of their examples: every hit found, every miss passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from gxq_extract.rules.rule import Hit, Rule

Finding = tuple[str, str]
Find = Callable[[str, str], frozenset[Finding]]
State = Literal["validated", "missing", "noisy"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the examples of one rule came to: the hits it did not find, and the misses it found all the same."""

    rule: Rule
    missing: tuple[Hit, ...]
    noisy: tuple[str, ...]

    @property
    def state(self) -> State:
        """The verdict in a word; a rule that is both is missing."""
        return "missing" if self.missing else "noisy" if self.noisy else "validated"

    @property
    def faults(self) -> list[str]:
        """One line for each example that failed."""
        missing = [f"missing: {hit.text} → {hit.value}" for hit in self.missing]
        return [*missing, *(f"noisy: {text}" for text in self.noisy)]


def check(rules: Iterable[Rule], find: Find) -> list[Verdict]:
    """The verdict on each rule; `find` takes a field and a text and gives (rule id, value) of all it finds there.

    >>> rule = Rule("date.dash", "date", "", "", (Hit("5-1", "05-01"),), ("5+1",))
    >>> [verdict.state for verdict in check([rule], lambda field, text: frozenset({("date.dash", "05-01")}))]
    ['noisy']
    """
    return [Verdict(rule, _missing(rule, find), _noisy(rule, find)) for rule in rules]


def _missing(rule: Rule, find: Find) -> tuple[Hit, ...]:
    return tuple(hit for hit in rule.hits if (rule.id, hit.value) not in find(rule.field, hit.text))


def _noisy(rule: Rule, find: Find) -> tuple[str, ...]:
    return tuple(text for text in rule.misses if any(found == rule.id for found, _ in find(rule.field, text)))
