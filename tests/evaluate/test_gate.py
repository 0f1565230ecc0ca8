"""The gate's floors, and the diff over text without gold."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import gate  # type: ignore[import-not-found]

ROOT = Path(__file__).parents[2]
FLOORS = {"dev": {"dates": 0.9, "posts": 0.8}}
REACHED = {"dev": {"dates": 0.95, "posts": 0.7}}


def test_floors_rise_freely_and_fall_only_when_told() -> None:
    assert gate.moved(FLOORS, REACHED, lower=False) == {"dev": {"dates": 0.95, "posts": 0.8}}
    assert gate.moved(FLOORS, REACHED, lower=True) == REACHED


def test_a_set_not_measured_keeps_its_floors() -> None:
    assert gate.moved(FLOORS, {"own": {"dates": 1.0}}, lower=True)["dev"] == FLOORS["dev"]


def test_a_figure_below_its_floor_is_named() -> None:
    assert gate.short(FLOORS, REACHED) == ["dev posts: 0.7000 is below 0.8000"]


def test_floors_are_written_as_they_are_read() -> None:
    assert tomllib.loads(gate.floors_text(FLOORS)) == FLOORS


def test_every_gold_set_has_floors() -> None:
    floors = tomllib.loads((ROOT / "tests" / "accuracy.toml").read_text("utf-8"))
    assert set(floors) == {path.stem for path in (ROOT / "tests" / "data").glob("*.jsonl")}


def test_corpus_diff_counts_by_rule_and_shows_samples(tmp_path: Path) -> None:
    page = tmp_path / "pages" / "p.txt"
    page.parent.mkdir()
    page.write_text("本报讯 5月6日,县长王伟出席会议。", "utf-8")
    before = tmp_path / "before.jsonl"
    mention = {"page": "p", "bulletin": "p#1", "field": "dates", "value": "2024", "start": 0, "end": 1}
    before.write_text(json.dumps(mention | {"rule": "date.year"}) + "\n", "utf-8")
    command = [sys.executable, str(ROOT / "scripts" / "corpus_diff.py"), str(before), str(page.parent)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "lost by date.year: 1" in said
    assert "p:0  2024  [本]报讯" in said
    assert "gained by person.post_before: 1" in said
    assert "县长[王伟]出席会议" in said
