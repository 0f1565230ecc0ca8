"""The record: the models and their schemas accept and reject the same."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from gxq_extract.record import Bulletin, MentionRecord, json_schema, schema_text

SCHEMAS = Path(__file__).parents[1] / "schemas"
Change = Callable[[dict[str, Any]], Any]

MENTION = {"text": "吕 沛", "start": 51, "end": 54, "rule": "person.post_before"}
SAMPLE: dict[str, Any] = {
    "schema_version": "1.0",
    "id": "a/b#2",
    "page": {"id": "a/b", "path": "pages/a/b.txt", "sha256": "0" * 64, "published": None, "publisher": "高新区报"},
    "kind": "news",
    "start": 12,
    "body_start": 20,
    "end": 200,
    "parts": [[12, 150], [160, 200]],
    "title": {"text": "高新区党政联席会议召开", "start": 4, "end": 15},
    "event_date": "2023-12-25",
    "dates": [
        {
            "value": "2023-12-25",
            "text": "12月25日上午",
            "start": 22,
            "end": 30,
            "rule": "date.month_day",
            "year_from": "meeting",
        }
    ],
    "reporters": [{"name": "郑树清", "role": "reporter", "mentions": [{**MENTION, "rule": "credit.bracket"}]}],
    "officials": [
        {
            "name": "沈泽",
            "sector": "public",
            "posts": [{"label": "市政协副主席", "organization": "市政协", "role": "副主席"}],
            "actions": ["chair"],
            "mentions": [MENTION],
        }
    ],
    "meetings": [
        {
            "text": "2023年第20次党政联席会议",
            "series": "党政联席会议",
            "organization": None,
            "year": 2023,
            "term": None,
            "number": 20,
            "mentions": [{**MENTION, "rule": "meeting.numbered"}],
        }
    ],
    "projects": [
        {"name": "三清两改专项行动", "kind": "programme", "mentions": [{**MENTION, "rule": "project.programme"}]}
    ],
    "warnings": [{"code": "date.impossible", "message": "no such day: 2月30日", "start": 60, "end": 65}],
}
FLAT = {"page": "a/b", "bulletin": "a/b#2", "field": "officials", "value": "沈泽", **MENTION}


def changed(change: Change) -> dict[str, Any]:
    record = copy.deepcopy(SAMPLE)
    change(record)
    return record


def accepts(schema: dict[str, Any], record: object) -> bool:
    return jsonschema.Draft202012Validator(schema).is_valid(record)


def test_the_sample_is_valid_and_comes_back_unchanged() -> None:
    assert Bulletin.model_validate(SAMPLE).model_dump(mode="json", exclude_unset=True) == SAMPLE
    assert MentionRecord.model_validate(FLAT).model_dump(exclude_unset=True) == FLAT
    assert accepts(json_schema("bulletin"), SAMPLE)
    assert accepts(json_schema("mention"), FLAT)


@pytest.mark.parametrize("value", ["2024", "2024-11", "2024-11-27/2024-11-28", "XXXX-12-21", "2024-33", "2024-11~"])
def test_dates_that_edtf_knows(value: str) -> None:
    record = changed(lambda record: record["dates"][0].update(value=value))
    assert accepts(json_schema("bulletin"), record)
    Bulletin.model_validate(record)


@pytest.mark.parametrize(
    "change",
    [
        lambda record: record.update(extra=1),
        lambda record: record.pop("warnings"),
        lambda record: record.update(schema_version="2.0"),
        lambda record: record.update(id="a/b"),
        lambda record: record.update(kind="slogan"),
        lambda record: record.update(start=-1),
        lambda record: record.update(start="12"),
        lambda record: record.update(parts=[]),
        lambda record: record.update(parts=[[1, 2, 3]]),
        lambda record: record.update(event_date="2023-12"),
        lambda record: record["page"].update(sha256="x"),
        lambda record: record["dates"][0].update(value="2024/11/29"),
        lambda record: record["dates"][0].update(value="2024-13-01"),
        lambda record: record["dates"][0].update(year_from="guess"),
        lambda record: record["dates"][0].pop("rule"),
        lambda record: record["reporters"][0].update(role="driver"),
        lambda record: record["officials"][0].update(mentions=[]),
        lambda record: record["officials"][0].update(actions=["sleep"]),
        lambda record: record["officials"][0].update(sector=None),
        lambda record: record["meetings"][0].update(number="20"),
        lambda record: record["meetings"][0].update(year=23),
        lambda record: record["projects"][0].update(kind="road"),
    ],
)
def test_model_and_schema_reject_the_same(change: Change) -> None:
    record = changed(change)
    assert not accepts(json_schema("bulletin"), record)
    with pytest.raises(ValidationError):
        Bulletin.model_validate(record)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda record: record.update(body_start=5), "out of order"),
        (lambda record: record.update(parts=[[150, 12]]), "ends before it starts"),
        (lambda record: record["dates"][0].update(start=300, end=310), "outside the parts"),
        (lambda record: record["dates"][0].update(start=148, end=161), "outside the parts"),
        (lambda record: record["dates"][0].update(start=30, end=30), "outside the parts"),
    ],
)
def test_spans_that_cannot_be_are_rejected(change: Change, reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        Bulletin.model_validate(changed(change))


@pytest.mark.parametrize("unit", ["bulletin", "mention"])
def test_every_field_has_title_and_description(unit: Any) -> None:
    schema = json_schema(unit)
    jsonschema.Draft202012Validator.check_schema(schema)
    models = [schema, *schema.get("$defs", {}).values()]
    for model in models:
        assert model["description"]
        for name, field in model["properties"].items():
            assert field.get("title") and field.get("description"), f"{model['title']}.{name}"


@pytest.mark.parametrize("unit", ["bulletin", "mention"])
def test_the_stored_schemas_are_fresh(unit: Any) -> None:
    stored = (SCHEMAS / f"{unit}.schema.json").read_text("utf-8")
    assert stored == schema_text(unit), "stale: run gxq-extract schema -o schemas"
