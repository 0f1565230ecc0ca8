"""The command line with an extractor that needs no rules: one bulletin a line, and lines that make it fail.

Run as a script it takes the arguments of `gxq-extract`, so that tests can pipe, interrupt and kill it.
"""

import os
import time
from typing import Any

from gxq_extract import pipeline
from gxq_extract.cli import main
from gxq_extract.options import Options
from gxq_extract.page.source import Page
from gxq_extract.terms import SCHEMA_VERSION


def extract_lines(page: Page, options: Options) -> list[dict[str, Any]]:
    """A bulletin for each line that is not blank; `!raise`, `!invalid`, `!die`, `!sleep SECONDS` do what they say."""
    records: list[dict[str, Any]] = []
    at = 0
    for line in page.text.splitlines(keepends=True):
        words = line.split()
        if words:
            _obey(words)
            end = -1 if words[0] == "!invalid" else at + len(line)
            records.append(_record(page, len(records) + 1, line, at, end))
        at += len(line)
    return records


def _obey(words: list[str]) -> None:
    if words[0] == "!raise":
        raise ValueError("as told")
    if words[0] == "!die":
        os._exit(9)
    if words[0] == "!sleep":
        time.sleep(float(words[1]))


def _record(page: Page, number: int, line: str, start: int, end: int) -> dict[str, Any]:
    span = {"text": line[0], "start": start, "end": start + 1, "rule": "fake.first"}
    return {
        "schema_version": SCHEMA_VERSION,
        "id": f"{page.id}#{number}",
        "page": {"id": page.id, "path": page.path, "sha256": page.sha256, "published": None, "publisher": None},
        "kind": "news",
        "start": start,
        "body_start": start,
        "end": end,
        "parts": [[start, end]],
        "title": None,
        "event_date": None,
        "dates": [{"value": "2024", **span, "year_from": "text"}],
        "reporters": [],
        "officials": [{"name": line[0], "sector": "public", "posts": [], "actions": [], "mentions": [span]}],
        "meetings": [],
        "projects": [],
        "warnings": [],
    }


if __name__ in ("__main__", "__mp_main__"):  # the second is the script in a spawned worker
    pipeline.extract_page = extract_lines

if __name__ == "__main__":
    main()
