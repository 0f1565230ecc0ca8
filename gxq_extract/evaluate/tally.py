"""Outcomes summed up: precision, recall and F1 by field, hits and precision by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gxq_extract.evaluate.compare import Outcome
from gxq_extract.evaluate.facts import FIELDS
from gxq_extract.terms import FACTS

# The fields whose facts a rule states itself; the others follow from them.
_OF_RULES = frozenset(FACTS.values())


@dataclass(frozen=True, slots=True)
class Score:
    """Facts of one field counted: found and right, in gold alone, in the records alone."""

    right: int
    missed: int
    extra: int

    @property
    def gold(self) -> int:
        """How many facts gold has."""
        return self.right + self.missed

    @property
    def precision(self) -> float:
        """The share of the found facts that are right; 1 if none was found."""
        return _share(self.right, self.extra)

    @property
    def recall(self) -> float:
        """The share of gold's facts that were found; 1 if there are none."""
        return _share(self.right, self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Score(right=2, missed=1, extra=1).f1 == 2 / 3
        True
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def by_field(outcomes: Iterable[Outcome]) -> dict[str, Score]:
    """A score for every field, in the usual order."""
    counts = Counter((outcome.fact.field, outcome.state) for outcome in outcomes)
    return {name: Score(counts[name, "right"], counts[name, "missed"], counts[name, "extra"]) for name in FIELDS}


@dataclass(frozen=True, slots=True)
class RuleScore:
    """What a rule found, in bulletins' facts: right, not in gold, and of a kind that gold does not speak of."""

    right: int
    extra: int
    unscored: int

    @property
    def hits(self) -> int:
        """All scored facts that the rule found."""
        return self.right + self.extra

    @property
    def precision(self) -> float | None:
        """The share of its hits that are right; `None` without hits."""
        return self.right / self.hits if self.hits else None


def by_rule(outcomes: Iterable[Outcome], unscored: Counter[str], rule_ids: Iterable[str]) -> dict[str, RuleScore]:
    """A score for every rule named and every rule that found something; a fact counts for each rule that found it."""
    counts = Counter(
        (rule, outcome.state) for outcome in outcomes if outcome.fact.field in _OF_RULES for rule in outcome.rules
    )
    ids = dict.fromkeys((*rule_ids, *sorted({rule for rule, _ in counts} | set(unscored))))
    return {rule: RuleScore(counts[rule, "right"], counts[rule, "extra"], unscored[rule]) for rule in ids}


def _share(right: int, wrong: int) -> float:
    return right / (right + wrong) if right + wrong else 1.0
