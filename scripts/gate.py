"""The accuracy gate: no gold set may fall below its floors, and every change shows what it gained and lost.

    python scripts/gate.py              # fails below the floors of tests/accuracy.toml
    python scripts/gate.py --update     # raises the floors to what is reached, and stores the faults
    python scripts/gate.py --lower dev  # sets the floors of dev to what is reached, even if that is less

Gold is tests/data/NAME.jsonl with its pages in tests/data/NAME/ (for seeds in seeds/). The faults of a set, facts
missed and facts too many, are stored in tests/data/faults/NAME.tsv.
"""

from __future__ import annotations

import argparse
import math
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from gxq_extract.evaluate.compare import Outcome
from gxq_extract.evaluate.evaluation import evaluate
from gxq_extract.evaluate.tally import by_field
from gxq_extract.options import Options

ROOT = Path(__file__).parents[1]
FLOORS = ROOT / "tests" / "accuracy.toml"
DATA = ROOT / "tests" / "data"
HEADER = "# The least F1 of each gold set by field; raised by scripts/gate.py --update, lowered only by --lower.\n"
CHANGES = {
    ("gained", "missed"): "now found",
    ("gained", "extra"): "no longer claimed",
    ("lost", "missed"): "no longer found",
    ("lost", "extra"): "wrongly claimed",
}

Floors = dict[str, dict[str, float]]


def main() -> int:
    """Run the gate; 1 if a figure is below its floor."""
    arguments = _arguments()
    floors = tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    reached: Floors = {}
    for name in arguments.sets:
        outcomes = evaluate(DATA / f"{name}.jsonl", pages_of(name), Options()).outcomes
        reached[name] = {field: rounded_down(score.f1) for field, score in by_field(outcomes).items()}
        _report_set(name, reached[name], floors.get(name, {}))
        now = faults(outcomes)
        _report_changes(stored_faults(name), now)
        if arguments.update or arguments.lower:
            store_faults(name, now)
    if arguments.update or arguments.lower:
        floors = moved(floors, reached, lower=arguments.lower)
        FLOORS.write_text(HEADER + floors_text(floors), "utf-8")
    return _verdict(short(floors, reached))


def pages_of(name: str) -> Path:
    """The folder with a set's pages."""
    return DATA / name if (DATA / name).is_dir() else ROOT / "seeds"


def rounded_down(value: float) -> float:
    """A figure with four digits, so that a floor is never above what was reached.

    >>> rounded_down(0.99999)
    0.9999
    """
    return math.floor(value * 10_000) / 10_000


def moved(floors: Floors, reached: Floors, *, lower: bool) -> Floors:
    """The floors raised to what was reached, or with `lower` set to it."""
    return floors | {
        name: {
            field: value if lower else max(value, floors.get(name, {}).get(field, 0.0))
            for field, value in figures.items()
        }
        for name, figures in reached.items()
    }


def short(floors: Floors, reached: Floors) -> list[str]:
    """Every figure below its floor, in words."""
    return [
        f"{name} {field}: {value:.4f} is below {floors[name][field]:.4f}"
        for name, figures in reached.items()
        for field, value in figures.items()
        if value < floors.get(name, {}).get(field, 0.0)
    ]


def floors_text(floors: Mapping[str, Mapping[str, float]]) -> str:
    """Floors as TOML, a table a set."""
    tables = (
        "\n".join([f"\n[{name}]", *(f"{field} = {value}" for field, value in fields.items())])
        for name, fields in sorted(floors.items())
    )
    return "\n".join(tables) + "\n"


def faults(outcomes: Iterable[Outcome]) -> list[str]:
    """The missed and extra facts as sorted lines: page and bulletin, field, state, fact."""
    return sorted(
        "\t".join((f"{one.page}#{one.bulletin or '?'}", one.fact.field, one.state, one.fact.shown.replace("\t", " ")))
        for one in outcomes
        if one.state != "right"
    )


def stored_faults(name: str) -> list[str]:
    """The faults stored last, none if there are none."""
    path = _faults_path(name)
    return path.read_text("utf-8").splitlines() if path.exists() else []


def store_faults(name: str, lines: Iterable[str]) -> None:
    """Keep the faults for the next comparison."""
    path = _faults_path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def _faults_path(name: str) -> Path:
    return DATA / "faults" / f"{name}.tsv"


def _arguments() -> argparse.Namespace:
    every = sorted(path.stem for path in DATA.glob("*.jsonl"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=every, help="gold sets [default: all]")
    parser.add_argument("--update", action="store_true", help="raise the floors and store the faults")
    parser.add_argument("--lower", action="store_true", help="set the floors to what is reached, also if that is less")
    arguments = parser.parse_args()
    if unknown := set(arguments.sets) - set(every):
        parser.error(f"no such set: {', '.join(sorted(unknown))}; there are {', '.join(every)}")
    return arguments


def _report_set(name: str, figures: Mapping[str, float], floors: Mapping[str, float]) -> None:
    print(f"{name:<14}{'F1':>8}{'floor':>8}")
    for field, value in figures.items():
        print(f"  {field:<12}{value:>8.4f}{floors.get(field, 0.0):>8.4f}")


def _report_changes(before: list[str], now: list[str]) -> None:
    """What the change made right, and what it made wrong."""
    for word, lines in (("gained", set(before) - set(now)), ("lost", set(now) - set(before))):
        print(f"  {word}: {len(lines)}")
        for line in sorted(lines):
            bulletin, field, state, fact = line.split("\t")
            print(f"    {bulletin}  {field}  {fact}  ({CHANGES[word, state]})")


def _verdict(below: list[str]) -> int:
    for line in below:
        print(line, file=sys.stderr)
    print("accuracy: " + (f"{len(below)} figures below their floors" if below else "all floors held"))
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
