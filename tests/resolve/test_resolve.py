"""What the page as a whole decides for its last bulletin, case by case: years, publication, posts, actions, people."""

import json
from pathlib import Path
from typing import Any

import pytest

from gxq_extract import extract

CASES = [json.loads(line) for line in Path(__file__).with_name("cases.jsonl").open(encoding="utf-8")]


def at(record: Any, path: str) -> Any:
    """The value at a dotted path, or None past the end of a list."""
    for step in path.split("."):
        record = dict(enumerate(record)).get(int(step)) if isinstance(record, list) else record[step]
    return record


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_resolves(case: dict[str, Any]) -> None:
    *_, bulletin = extract(case["page"], **case.get("options", {}))
    record = bulletin.model_dump(mode="json")
    assert {path: at(record, path) for path in case["want"]} == case["want"]
