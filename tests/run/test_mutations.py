"""A few hundred mutated pages on every test run, and each input that once went wrong; `fuzz/` has the rest."""

import subprocess
import sys
from pathlib import Path

import pytest
from pages import check

FUZZ = Path(__file__).parents[2] / "fuzz"
ONCE_WRONG = sorted((FUZZ / "corpus").iterdir())


def test_mutated_pages_are_extracted_or_refused_and_never_wrong() -> None:
    command = [sys.executable, FUZZ / "mutations.py", "300"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", ONCE_WRONG, ids=lambda path: path.name)
def test_what_once_went_wrong_stays_right(path: Path) -> None:
    assert check(path.read_bytes()) == "ok"
