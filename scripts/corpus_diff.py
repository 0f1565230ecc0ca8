"""What a change gained and lost over text without gold: a diff of mentions, with counts by rule and samples.

    gxq-extract run seeds/ --unit mention -o before.jsonl     # before the change
    python scripts/corpus_diff.py before.jsonl seeds/         # after it
    python scripts/corpus_diff.py before.jsonl after.jsonl --pages seeds/ --samples 20

Each side is a .jsonl file that `gxq-extract run` wrote (either unit), or pages, which are extracted now.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from gxq_extract.errors import ExtractError
from gxq_extract.evaluate.compare import context_of
from gxq_extract.evaluate.evaluation import read_page
from gxq_extract.run.work import mention_records

EXTRACT = [sys.executable, "-c", "from gxq_extract.cli import main; main()", "run", "--unit", "mention", "-q"]


class Key(NamedTuple):
    """What makes two mentions the same."""

    page: str
    field: str
    start: int
    end: int
    value: str


Mentions = dict[Key, str]


def main() -> int:
    """Print the differences; the exit code is 0 whether there are any or not."""
    arguments = _arguments()
    before, after = mentions_of(arguments.before), mentions_of(arguments.after)
    pages = arguments.pages or next((side for side in (arguments.after, arguments.before) if side.is_dir()), None)
    print(f"{len(before)} mentions before, {len(after)} after")
    gained = {key: rule for key, rule in after.items() if key not in before}
    lost = {key: rule for key, rule in before.items() if key not in after}
    print_counts(before, after, gained, lost)
    try:
        for word, changed in (("gained", gained), ("lost", lost)):
            print_samples(word, changed, arguments.samples, pages)
    except ExtractError as error:
        sys.exit(str(error))
    return 0


def mentions_of(side: Path) -> Mentions:
    """All mentions of one side with their rules."""
    if side.suffix == ".jsonl":
        try:
            with side.open(encoding="utf-8") as lines:
                return dict(_mentions(lines))
        except (ValueError, KeyError, TypeError):
            sys.exit(f"{side}: does not hold lines that gxq-extract run wrote")
    with subprocess.Popen([*EXTRACT, str(side)], stdout=subprocess.PIPE, text=True, encoding="utf-8") as running:
        found = dict(_mentions(running.stdout or ()))
    if running.returncode:
        print(f"{side}: some pages failed, exit code {running.returncode}", file=sys.stderr)
    return found


def print_counts(before: Mentions, after: Mentions, gained: Mentions, lost: Mentions) -> None:
    """A line for each rule that found more, less or other things than before."""
    sides = [Counter(side.values()) for side in (before, after, gained, lost)]
    print(f"{'rule':<26}{'before':>9}{'after':>9}{'gained':>9}{'lost':>9}")
    for rule in sorted({*sides[0], *sides[1]}):
        counts = [side[rule] for side in sides]
        if counts[0] != counts[1] or counts[2] or counts[3]:
            print(f"{rule:<26}" + "".join(f"{count:>9}" for count in counts))


def print_samples(word: str, changed: Mentions, most: int, pages: Path | None) -> None:
    """Up to `most` changed mentions of each rule, the same ones from run to run."""
    for rule in sorted(set(changed.values())):
        keys = sorted(key for key, found_by in changed.items() if found_by == rule)
        print(f"\n{word} by {rule}: {len(keys)}")
        for key in sorted(random.Random(rule).sample(keys, min(most, len(keys)))):
            print(f"  {key.page}:{key.start}  {key.value}  {_context(key, pages)}")


def _mentions(lines: Iterable[str]) -> Iterator[tuple[Key, str]]:
    for line in lines:
        record: dict[str, Any] = json.loads(line)
        for one in [record] if "bulletin" in record else mention_records(record):
            yield Key(one["page"], one["field"], one["start"], one["end"], one["value"]), one["rule"]


def _context(key: Key, pages: Path | None) -> str:
    """The words around a mention, if the pages are at hand."""
    if pages is None:
        return ""
    return str(context_of(_page_text(pages, key.page), key.start, key.end))


@lru_cache(maxsize=256)
def _page_text(folder: Path, page_id: str) -> str:
    return read_page(folder, page_id).text


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=Path, help="a .jsonl file, or pages")
    parser.add_argument("after", type=Path, help="a .jsonl file, or pages")
    parser.add_argument("--pages", type=Path, help="the folder of pages, for the words around each sample")
    parser.add_argument("--samples", type=int, default=8, help="samples for each rule [default: 8]")
    arguments = parser.parse_args()
    for path in (arguments.before, arguments.after, arguments.pages):
        if path is not None and not path.exists():
            parser.error(f"{path}: no such file or folder")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
