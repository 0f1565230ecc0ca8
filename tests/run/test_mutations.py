"""A few hundred mutated pages on every test run; `fuzz/mutations.py` does the rest."""

import subprocess
import sys
from pathlib import Path

FUZZ = Path(__file__).parents[2] / "fuzz" / "mutations.py"


def test_mutated_pages_are_extracted_or_refused_and_never_wrong() -> None:
    done = subprocess.run([sys.executable, FUZZ, "300"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
