"""Pages inside JSON Lines records."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import islice
from typing import Any

import orjson

from gxq_extract.errors import ExtractError
from gxq_extract.page.decode import page_from_text, replace_surrogates
from gxq_extract.page.source import Page
from gxq_extract.run.inputs import Input, printable

_KEYS_SHOWN = 10
_KEY_SHOWN = 40  # characters


@dataclass(frozen=True, slots=True)
class LineFields:
    """Where a record holds its page: the fields of its text and, if any, of its id; `keep` passes the others on."""

    text: str = "text"
    id: str | None = None
    keep: bool = False


def page_from_line(raw: bytes, item: Input, fields: LineFields) -> tuple[Page, dict[str, Any] | None]:
    """The page in a JSON Lines record, and its other fields if they are kept. Raises `bad_line`."""
    record = _parsed(raw, item.where)
    if fields.text not in record:
        raise ExtractError("bad_line", item.where, _missing(record, fields.text))
    text = record.pop(fields.text)
    if not isinstance(text, str):
        raise ExtractError("bad_line", item.where, f"field {fields.text!r} is no text")
    page_id = printable(item.id)
    if fields.id is not None:
        page_id = _identity(record.pop(fields.id, None), fields.id, item.where)
    page = page_from_text(text, page_id=page_id, path=printable(item.path))
    return page, record if fields.keep else None


def lacks_text(raw: bytes, fields: LineFields) -> str | None:
    """What to say of a record that has no field of that name for its text; None of any other line."""
    try:
        record = _parsed(raw, "")
    except ExtractError:
        return None
    return None if fields.text in record else _missing(record, fields.text)


def _missing(record: dict[str, Any], name: str) -> str:
    """That the record does not have the field, and which it has.

    >>> _missing({"url": "a", "body": "b"}, "text")
    "field 'text' is missing; its keys are 'url', 'body'"
    """
    keys = ", ".join(repr(key[:_KEY_SHOWN]) for key in islice(record, _KEYS_SHOWN))
    return f"field {name!r} is missing; its keys are {keys or 'none'}"


def _identity(value: object, name: str, where: str) -> str:
    """The page's id: a text that is not empty, or a whole number."""
    if (isinstance(value, str) and value) or (isinstance(value, int) and not isinstance(value, bool)):
        return str(value)
    raise ExtractError("bad_line", where, f"field {name!r} is no id")


def _parsed(raw: bytes, where: str) -> dict[str, Any]:
    """The line's JSON object; lone surrogates in it become U+FFFD."""
    try:
        record = _lenient(raw)
    except (ValueError, RecursionError) as error:
        raise ExtractError("bad_line", where, f"no JSON: {error}") from error
    if not isinstance(record, dict):
        raise ExtractError("bad_line", where, "no JSON object")
    return record


def _lenient(raw: bytes) -> Any:
    """JSON by the fast parser, else by the one that lets lone surrogates and NaN pass."""
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError:
        return _clean(json.loads(raw))


def _clean(value: Any) -> Any:
    """A JSON value with every lone surrogate replaced."""
    if isinstance(value, str):
        return replace_surrogates(value)
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {replace_surrogates(key): _clean(item) for key, item in value.items()}
    return value
