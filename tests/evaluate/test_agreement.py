"""The package's figures are those of the reference scorer, on every gold set there is."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from gxq_extract.evaluate.evaluation import evaluate, read_page
from gxq_extract.evaluate.gold import read_gold
from gxq_extract.evaluate.tally import by_field
from gxq_extract.options import Options
from gxq_extract.pipeline import extract_page

TESTS = Path(__file__).parents[1]
DATA = TESTS / "data"
SETS = [path.stem for path in sorted(DATA.glob("*.jsonl"))]


def pages_of(name: str) -> Path:
    return DATA / name if (DATA / name).is_dir() else TESTS.parent / "seeds"


def records(name: str) -> str:
    """What the extractor makes of a set's pages, as JSON Lines."""
    folder = pages_of(name)
    pages = (read_page(folder, gold.page) for gold in read_gold(DATA / f"{name}.jsonl"))
    return "\n".join(json.dumps(record) for page in pages for record in extract_page(page, Options()))


def reference(name: str, *flags: str) -> dict[str, dict[str, float]]:
    words = ["--gold", DATA / f"{name}.jsonl", "--pages", pages_of(name), "--json", *flags]
    command = [sys.executable, str(TESTS / "tools" / "score.py"), *map(str, words)]
    done = subprocess.run(command, input=records(name), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)  # type: ignore[no-any-return]


@pytest.mark.parametrize("loose", [False, True], ids=["strict", "loose"])
@pytest.mark.parametrize("name", SETS)
def test_figures_are_those_of_the_reference(name: str, loose: bool) -> None:
    scores = by_field(evaluate(DATA / f"{name}.jsonl", pages_of(name), Options(), loose=loose).outcomes)
    ours = {
        field: {"p": score.precision, "r": score.recall, "f1": score.f1, "n": score.gold}
        for field, score in scores.items()
    }
    assert ours == reference(name, *(["--loose"] if loose else []))
