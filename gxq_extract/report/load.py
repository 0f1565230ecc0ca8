"""What the report and the roll-ups read: pages, which are extracted, and the records of a run, in one stream."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import orjson
from pydantic import ValidationError

from gxq_extract.errors import ExtractError
from gxq_extract.options import Options
from gxq_extract.page.decode import page_from_bytes
from gxq_extract.page.source import Page
from gxq_extract.record import Bulletin, faults
from gxq_extract.report.payload import Reading
from gxq_extract.run.checking import is_mention
from gxq_extract.run.inputs import Input, Selection, find_inputs, printable
from gxq_extract.run.probing import told_once
from gxq_extract.run.work import as_extract_error, extracted, read_input


@dataclass(slots=True)
class Intake:
    """What became of the inputs: how many were read, and why each of the others was not."""

    read: int = 0
    failures: list[ExtractError] = field(default_factory=list)


def readings(paths: Iterable[str], options: Options, intake: Intake) -> Iterator[Reading]:
    """The bulletins of all inputs in order, each with an id of its own: two folders may hold a page of one name.

    Those of pages come with their text, those of `.jsonl` files and `-` as recorded. What cannot be read goes into
    the failures of `intake`, and the others go on; only mention lines raise `mention_lines`.
    """
    seen: Counter[str] = Counter()
    for reading in _as_read(paths, options, intake):
        name = reading.bulletin["id"]
        seen[name] += 1
        again = f"{name}~{seen[name]}"
        yield reading if seen[name] == 1 else Reading({**reading.bulletin, "id": again}, reading.page_text)


def _as_read(paths: Iterable[str], options: Options, intake: Intake) -> Iterator[Reading]:
    """The bulletins of all inputs with the ids that their pages give them."""
    selection = Selection(paths=tuple(paths), lines=True)
    for item in told_once(find_inputs(selection), _fault, "not_of_run"):
        try:
            data = read_input(item, selection.limit)
            found = [Reading(_record(data, item))] if item.line is not None else _extracted(data, item, options)
        except Exception as error:
            if isinstance(error, ExtractError) and error.kind.code == "mention_lines":
                raise  # so are all the others
            intake.failures.append(as_extract_error(error, item.where))
        else:
            intake.read += 1
            yield from found


def page_of(path: str) -> Page:
    """The one page at the path, or on standard input for `-`. Raises the `ExtractError` that says why there is none."""
    selection = Selection(paths=(path,))
    items = list(islice(find_inputs(selection), 2))
    if len(items) != 1 or items[0].line is not None:
        raise ExtractError("not_one_page", printable(path))
    return _page(read_input(items[0], selection.limit), items[0])


def _extracted(data: bytes, item: Input, options: Options) -> list[Reading]:
    """The bulletins of one page."""
    page = _page(data, item)
    return [Reading(record, page.text) for record in extracted(page, options)]


def _page(data: bytes, item: Input) -> Page:
    """The bytes as a page."""
    return page_from_bytes(data, page_id=printable(item.id), path=printable(item.path))


def _fault(data: bytes) -> str | None:
    """Why a line is none of a run's output; None if it is one, or a mention."""
    try:
        _record(data, Input("", ""))
    except ExtractError as error:
        return None if error.kind.code == "mention_lines" else error.reason
    return None


def _record(data: bytes, item: Input) -> dict[str, Any]:
    """One line of a run's output; raises `bad_record` or `mention_lines` for one that holds no bulletin."""
    try:
        record: dict[str, Any] = orjson.loads(data)
        Bulletin.model_validate(record)
    except orjson.JSONDecodeError as error:
        raise ExtractError("bad_record", item.where, f"no JSON: {error}") from error
    except ValidationError as error:
        if is_mention(record):
            raise ExtractError("mention_lines", printable(item.path)) from error
        raise ExtractError("bad_record", item.where, f"no bulletin: {next(faults(error, 'line'))}") from error
    return record
