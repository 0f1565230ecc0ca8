"""A page in traditional characters gives the facts of its simplified twin, at the same places, as printed there."""

from pathlib import Path
from typing import Any

import pytest

from gxq_extract import extract
from gxq_extract.lexicon import traditional

ROOT = Path(__file__).parents[1]
PAGES = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted((ROOT / "tests" / "data" / "dev").glob("*.txt"))]
TO_TRADITIONAL = {ord(simple): code for code, simple in reversed(traditional().items())}


def facts(text: str) -> list[Any]:
    """Every fact of a page by place and rule, with what folding makes comparable."""
    found = []
    for bulletin in extract(text):
        found.append((bulletin.event_date, [(date.value, date.start, date.end) for date in bulletin.dates]))
        for name in ("reporters", "officials", "meetings", "projects"):
            for fact in getattr(bulletin, name):
                places = [(mention.start, mention.end, mention.rule) for mention in fact.mentions]
                posts = [(len(post.label), len(post.organization or "")) for post in getattr(fact, "posts", [])]
                rest = [
                    getattr(fact, name, None)
                    for name in ("sector", "actions", "year", "term", "number", "kind", "role")
                ]
                found.append((name, places, posts, rest))
    return found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_twins_give_the_same_facts(path: Path) -> None:
    text = path.read_text("utf-8")
    twin = text.translate(TO_TRADITIONAL)
    assert len(twin) == len(text) and twin != text
    assert facts(twin) == facts(text)
    for bulletin in extract(twin):
        for official in bulletin.officials:
            printed = ["".join(twin[mention.start : mention.end].split()) for mention in official.mentions]
            assert printed == ["".join(mention.text.split()) for mention in official.mentions]
            assert official.name in printed
