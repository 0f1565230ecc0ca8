"""The unit of work: a list of inputs to an output shard and a small manifest, with no other state.

A process pool calls it, and a cluster engine can: `extract_shard(inputs, settings)` depends on its arguments and on
the bytes of the inputs alone.
"""

from __future__ import annotations

import hashlib
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import orjson
from pydantic import ValidationError

from gxq_extract import pipeline
from gxq_extract.errors import ExtractError
from gxq_extract.options import Options
from gxq_extract.page.decode import page_from_bytes
from gxq_extract.page.source import Page
from gxq_extract.record import Bulletin, faults
from gxq_extract.rules.taught import SlowPatternError
from gxq_extract.run.inputs import Input, printable
from gxq_extract.run.lines import LineFields, page_from_line
from gxq_extract.run.opening import opened, read_limited, reading
from gxq_extract.run.timing import time_limit
from gxq_extract.terms import FACTS

Unit = Literal["bulletin", "mention"]
_VALUES = {"dates": "value", "meetings": "text"}  # the key of a fact's value; the others have a name


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run does with each page.

    `page_timeout` is in seconds for each started MB of the page (0: none), `max_page_bytes` in bytes.
    """

    options: Options = field(default_factory=Options)
    unit: Unit = "bulletin"
    lines: LineFields = field(default_factory=LineFields)
    page_timeout: float = 10.0
    max_page_bytes: int = 1 << 27


@dataclass(slots=True)
class Manifest:
    """What became of a list of inputs.

    `inputs` pairs each place with the SHA-256 of its bytes (null if it could not be read), `errors` has a dict for
    each page that failed, `notices` a sentence for each page with warnings and no bulletin to carry them, `counts`
    sums pages, bytes, bulletins, warnings, errors and facts by field.
    """

    inputs: list[tuple[str, str | None]] = field(default_factory=list)
    errors: list[dict[str, str]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, other: Manifest) -> None:
        """Append the manifest of the inputs that follow."""
        self.inputs += other.inputs
        self.errors += other.errors
        self.notices += other.notices
        self.counts.update(other.counts)


@dataclass(slots=True)
class Shard:
    """The output lines of a list of inputs, and their manifest."""

    lines: bytes
    manifest: Manifest


def extract_shard(inputs: list[Input], settings: Settings) -> Shard:
    """Extract every input in order; a page that fails gives no line and one error, and the others go on."""
    manifest = Manifest()
    lines: list[bytes] = []
    for item in inputs:
        sha256 = None
        try:
            data = read_input(item, settings.max_page_bytes)
            sha256 = hashlib.sha256(data).hexdigest()
            lines += _page_lines(data, item, settings, manifest)
        except Exception as error:
            note_failure(manifest, item, as_extract_error(error, item.where))
        manifest.inputs.append((item.where, sha256))
    return Shard(b"".join(lines), manifest)


def read_input(item: Input, limit: int) -> bytes:
    """The input's bytes, decompressed; raises the `ExtractError` that says why there are none."""
    if item.failure is not None:
        raise ExtractError(item.failure, item.where, item.reason)
    if item.data is not None:
        return item.data
    with reading(item.where), opened(item.path) as stream:
        return read_limited(stream, limit, item.where)


def digest(item: Input, limit: int) -> str | None:
    """The SHA-256 of the input's bytes, as a manifest notes it; None if it cannot be read."""
    try:
        return hashlib.sha256(read_input(item, limit)).hexdigest()
    except ExtractError:
        return None


def note_failure(manifest: Manifest, item: Input, error: ExtractError) -> None:
    """Enter a failed input into the manifest."""
    manifest.counts["errors"] += 1
    manifest.errors.append(
        {"code": error.kind.code, "page": printable(item.id), "path": item.where, "message": str(error)}
    )


def extracted(page: Page, options: Options) -> list[dict[str, Any]]:
    """The page's bulletins; raises the `ExtractError` that says why there are none."""
    try:
        return pipeline.extract_page(page, options)
    except Exception as error:
        raise as_extract_error(error, page.path) from error


def as_extract_error(error: Exception, where: str) -> ExtractError:
    """Any exception as an error of the table; one of our own making names the line that raised it."""
    if isinstance(error, ExtractError):
        return error
    if isinstance(error, SlowPatternError):
        return ExtractError("slow_pattern", where, str(error))
    if isinstance(error, TimeoutError):
        return ExtractError("timeout", where, str(error))
    if isinstance(error, ValidationError):
        return ExtractError("invalid_record", where, next(faults(error, "record")))
    last = traceback.extract_tb(error.__traceback__)[-1]
    return ExtractError("internal", where, f"{type(error).__name__}: {error}, {Path(last.filename).name}:{last.lineno}")


def _page_lines(data: bytes, item: Input, settings: Settings, manifest: Manifest) -> list[bytes]:
    """The lines of one page; the counts grow when all of them are made."""
    page, source = _page(data, item, settings)
    with time_limit(settings.page_timeout * (1 + len(data) // 1_000_000)):
        records = pipeline.extract_page(page, settings.options)
    made = Counter(pages=1, bytes=len(data))
    lines: list[bytes] = []
    for record in records:
        if source is not None:
            record["source"] = source
        Bulletin.model_validate(record)
        lines += _lines(record, settings.unit)
        _count(record, made)
    if page.warnings and not records:
        made["warnings"] += len(page.warnings)
        manifest.notices.append(_notice(page, item))
    manifest.counts.update(made)
    return lines


def _notice(page: Page, item: Input) -> str:
    """The warnings of a page without bulletins in a sentence: the first one, and how many more there are."""
    first, *more = page.warnings
    others = f", and {len(more)} more" if more else ""
    what = f"{first['message']}, at character {first['start']}{others}"
    return f"{item.where}: {what}; the page has no bulletin to note it [{first['code']}]"


def _page(data: bytes, item: Input, settings: Settings) -> tuple[Page, dict[str, Any] | None]:
    """The page that an input holds, and the other fields of its JSON Lines record if they are kept."""
    if item.line is not None:
        return page_from_line(data, item, settings.lines)
    return page_from_bytes(data, page_id=printable(item.id), path=printable(item.path)), None


def _lines(record: dict[str, Any], unit: Unit) -> Iterator[bytes]:
    """A checked record as output lines."""
    for line in (record,) if unit == "bulletin" else mention_records(record):
        yield orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)


def mention_records(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A bulletin's mentions as flat records in the shape of `record.MentionRecord`, field by field."""
    for name in FACTS.values():
        value = _VALUES.get(name, "name")
        for fact in record[name]:
            for mention in fact.get("mentions", (fact,)):
                yield {
                    "page": record["page"]["id"],
                    "bulletin": record["id"],
                    "field": name,
                    "value": fact[value],
                    **{key: mention[key] for key in ("text", "start", "end", "rule")},
                }


def _count(record: dict[str, Any], counts: Counter[str]) -> None:
    """Add a record to the counts."""
    counts["bulletins"] += 1
    counts["warnings"] += len(record["warnings"])
    for name in FACTS.values():
        counts[name] += len(record[name])
