"""Every rule keeps its examples: each hit is found by the rule, and each miss passed over by it."""

import pytest

from gxq_extract.evaluate.examples import finder
from gxq_extract.options import Options
from gxq_extract.rules.catalog import RULES
from gxq_extract.rules.rule import Hit, Rule

find = finder(Options())
HITS = [pytest.param(rule, hit, id=f"{rule.id}-{hit.text}") for rule in RULES for hit in rule.hits]
MISSES = [pytest.param(rule, text, id=f"{rule.id}-{text}") for rule in RULES for text in rule.misses]


@pytest.mark.parametrize(("rule", "hit"), HITS)
def test_hit(rule: Rule, hit: Hit) -> None:
    assert (rule.id, hit.value) in find(rule.field, hit.text)


@pytest.mark.parametrize(("rule", "text"), MISSES)
def test_miss(rule: Rule, text: str) -> None:
    assert rule.id not in {found for found, _ in find(rule.field, text)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_has_a_description_three_hits_and_two_misses(rule: Rule) -> None:
    assert rule.description
    assert rule.needs
    assert len(rule.hits) >= 3
    assert len(rule.misses) >= 2


def test_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
