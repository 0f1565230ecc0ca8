"""Renew what README.md shows: `python scripts/readme.py` puts in what its console and Python blocks print now.

The sentence on speed and the tables of F1, there and in docs/accuracy.md, are renewed too. A block is left as it is
where a program or package it needs is not installed (jq, duckdb, pandas). `tests/test_docs.py` fails when one is stale.
"""

from __future__ import annotations

import doctest
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
FIGURES = ROOT / "docs" / "accuracy.md"
BENCHMARKS = ROOT / "benchmarks" / "README.md"
NEEDED = ("docs", "examples", "schemas", "seeds", "tests")
BLOCK = re.compile(r"(?<=```)(console|pycon)\n(.*?)(?=```)", re.DOTALL)
ACCURACY = re.compile(r"(?<=<!-- accuracy -->\n)(.*?)(?=<!-- end -->)", re.DOTALL)
FIRST_SIGHT = re.compile(r"(?<=<!-- first sight -->\n)(.*?)(?=<!-- end -->)", re.DOTALL)
SPEED = re.compile(r"(?<=<!-- speed -->\n)(.*?)(?=<!-- end -->)", re.DOTALL)
RATES = re.compile(r"^\| \*\*file to checked line\*\* \|(.+)\|$", re.MULTILINE)
COMMAND = re.compile(r"^\$ ((?:[^'\n]|'[^']*')*)\n", re.MULTILINE)  # newlines inside quotes too
PROGRAMS = ("jq",)
PACKAGES = ("duckdb", "pandas")
SECONDS = re.compile(r"(?<= in )\d+\.\d(?= s: )")  # of a run's summary


@dataclass(frozen=True, slots=True)
class Block:
    """A block of README.md as it stands, the same with what it prints now, and what is missing to tell that."""

    shown: str
    now: str
    missing: tuple[str, ...] = ()


def main() -> None:
    """Write README.md and the tables of docs/accuracy.md anew."""
    figures = ACCURACY.sub(lambda _: accuracy(), FIGURES.read_text("utf-8"))
    FIGURES.write_text(figures, "utf-8")
    text = ACCURACY.sub(lambda _: expected(figures), README.read_text("utf-8"))
    text = SPEED.sub(lambda _: speed(), text)
    README.write_text(renewed(text), "utf-8")


def renewed(text: str) -> str:
    """The text with what each block prints now."""
    made = blocks(text)
    return BLOCK.sub(lambda _: next(made).now, text)


def blocks(text: str) -> Iterator[Block]:
    """Each block of the text, all run one after the other in one folder."""
    with tempfile.TemporaryDirectory() as work:
        for name in NEEDED:
            (Path(work) / name).symlink_to(ROOT / name)
        for found in BLOCK.finditer(text):
            with chdir(work):
                block = _block(found)
            yield block


def accuracy() -> str:
    """The F1 of each set by field, from the floors of tests/accuracy.toml, which are what was reached."""
    floors = tomllib.loads((ROOT / "tests" / "accuracy.toml").read_text("utf-8"))
    sets = ["seeds", "dev", *sorted(floors.keys() - {"seeds", "dev"})]
    fields = list(floors["seeds"])
    return _table(["set", *fields], [[name, *(f"{floors[name][field]:.3f}" for field in fields)] for name in sets])


def expected(figures: str) -> str:
    """The lowest, median and highest F1 by field of the sets at first sight, from docs/accuracy.md."""
    header, _, *sets = table(FIRST_SIGHT, figures)
    columns = zip(header[2:], zip(*(map(float, row[2:]) for row in sets), strict=True), strict=True)
    rows = [[field, *(f"{figure(of):.3f}" for figure in (min, median, max))] for field, of in columns]
    return _table(["at first sight", "lowest", "median", "highest"], rows)


def speed() -> str:
    """How much one core reads in a second, from the table by stage in benchmarks/README.md."""
    [row] = RATES.findall(BENCHMARKS.read_text("utf-8"))
    seeds, tests, news = re.findall(r"\*\*([\d.]+)\*\*", row)
    return (
        f"From file to checked line one core reads {seeds} MB a second of the newspaper pages in `seeds/`, {tests} of\n"
        f"the short test pages, which hold three times as many facts, and {news} of long broadcast transcripts.\n"
    )


def table(marked: re.Pattern[str], text: str) -> list[list[str]]:
    """The cells of the marked table, row by row."""
    return [line.strip("| ").split(" | ") for line in marked.findall(text)[0].splitlines()]


def _table(header: list[str], rows: list[list[str]]) -> str:
    lines = [" | ".join(row) for row in [header, *rows]]
    return "\n".join(
        [f"| {lines[0]} |", "|---|" + "---:|" * (len(header) - 1), *(f"| {line} |" for line in lines[1:]), ""]
    )


def _block(found: re.Match[str]) -> Block:
    kind, body = found.groups()
    if missing := tuple(_missing(body)):
        return Block(found[0], found[0], missing)
    return Block(found[0], f"{kind}\n{_console(body) if kind == 'console' else _session(body)}")


def _missing(body: str) -> Iterator[str]:
    """The programs and packages that the block needs and that are not installed."""
    yield from (name for name in PROGRAMS if f"| {name} " in body and shutil.which(name) is None)
    yield from (name for name in PACKAGES if f"import {name}" in body and find_spec(name) is None)


def _console(body: str) -> str:
    """Each command, and what it prints on both streams."""
    folder = Path(sys.executable).parent
    settings = {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100", "LC_ALL": "C.UTF-8"}
    parts = COMMAND.split(body)
    shown = [parts[0]]
    for command, before in zip(parts[1::2], parts[2::2], strict=True):
        done = subprocess.run(
            ["bash", "-c", command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            env=os.environ | settings,
        )
        same = SECONDS.sub("", done.stdout).strip() == SECONDS.sub("", before).strip()
        shown.append(f"$ {command}\n{before if same else done.stdout}")
    return "".join(shown)


def _session(body: str) -> str:
    """Each statement, and what it prints."""
    names: dict[str, object] = {}
    shown = []
    for example in doctest.DocTestParser().get_examples(body):
        first, *more = example.source.rstrip("\n").split("\n")
        shown += [f">>> {first}", *(f"... {line}".rstrip() for line in more)]
        printed = io.StringIO()
        with redirect_stdout(printed):
            exec(compile(example.source, "README.md", "single"), names)
        shown += [line.rstrip() for line in printed.getvalue().splitlines() if line.strip()]
    return "\n".join(shown) + "\n"


if __name__ == "__main__":
    main()
