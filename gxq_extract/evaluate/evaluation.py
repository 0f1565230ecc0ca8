"""The extractor run over pages that have gold."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gxq_extract.evaluate.compare import Outcome, compare_page
from gxq_extract.evaluate.facts import unscored
from gxq_extract.evaluate.gold import read_gold
from gxq_extract.options import Options
from gxq_extract.page.decode import page_from_bytes
from gxq_extract.page.source import Page
from gxq_extract.run.inputs import PAGE_SUFFIXES
from gxq_extract.run.opening import COMPRESSED, opened, reading
from gxq_extract.run.work import extracted


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcome of every fact, and how often each rule found what no gold speaks of."""

    outcomes: list[Outcome]
    unscored: Counter[str]


def evaluate(gold: Path, pages: Path, options: Options, *, loose: bool = False) -> Evaluation:
    """Extract every page of a gold file and compare. `pages` holds each as PAGE.txt or PAGE.md, compressed or not."""
    evaluation = Evaluation([], Counter())
    for expected in read_gold(gold):
        page = read_page(pages, expected.page)
        records: list[dict[str, Any]] = extracted(page, options)
        evaluation.outcomes.extend(compare_page(expected, records, page.text, loose=loose))
        evaluation.unscored.update(rule for record in records for rule in unscored(record))
    return evaluation


def read_page(folder: Path, page_id: str) -> Page:
    """A page by its id. Raises `ExtractError` if the folder does not have it."""
    paths = [folder / f"{page_id}{suffix}{packed}" for suffix in PAGE_SUFFIXES for packed in ("", *COMPRESSED)]
    path = str(next(filter(Path.exists, paths), paths[0]))
    with reading(path), opened(path) as stream:
        data = stream.read()
    return page_from_bytes(data, page_id=page_id, path=path)
