"""How a page is divided, case by case: each bulletin's headline and the first words of its body, and what it holds."""

import json
from pathlib import Path
from typing import Any

import pytest

from gxq_extract import extract

CASES = [json.loads(line) for line in Path(__file__).with_name("layouts.jsonl").open(encoding="utf-8")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_divides(case: dict[str, Any]) -> None:
    page, want = case["page"], case["want"]
    bulletins = extract(page, text=True)
    assert [bulletin.title.text if bulletin.title else None for bulletin in bulletins] == [title for title, _ in want]
    bodies = [page[bulletin.body_start :] for bulletin in bulletins]
    assert [body[: len(start)] for body, (_, start) in zip(bodies, want, strict=True)] == [start for _, start in want]
    for bulletin, words in zip(bulletins, case.get("holds", [[]] * len(want)), strict=True):
        assert [word for word in words if word not in (bulletin.text or "")] == []
