"""What docs/rules.md prints is what the commands print."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "rules.md").read_text("utf-8")
SHOWN = re.findall(r"```console\n\$ gxq-extract (.*)\n(\{(?:.|\n)*?)```", TEXT)


@pytest.mark.parametrize(("arguments", "output"), SHOWN, ids=["without", "with"])
def test_output_is_real(arguments: str, output: str) -> None:
    command = [sys.executable, "-c", "from gxq_extract.cli import main; main()", *arguments.split()]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, timeout=60)
    assert done.stdout == output
