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


def test_the_last_example_shows_what_a_change_gained_and_lost(tmp_path: Path) -> None:
    [run, compare] = re.findall(r"^\$ (.*before\.jsonl.*)$", TEXT, re.MULTILINE)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    script = [sys.executable, str(ROOT / "scripts" / "corpus_diff.py")]
    command = [sys.executable, "-c", "from gxq_extract.cli import main; main()"]
    subprocess.run([*command, *run.split()[1:]], capture_output=True, check=True, cwd=tmp_path, timeout=60)
    done = subprocess.run([*script, *compare.split()[2:]], capture_output=True, check=True, cwd=tmp_path, timeout=60)
    assert re.match(rb"(\d+) mentions before, \1 after\n", done.stdout)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.jsonl", None, "none.jsonl: no such file or folder"),
        ("pages.jsonl", '{"text": "x"}\n', "pages.jsonl: does not hold lines that gxq-extract run wrote"),
        ("text.jsonl", "no JSON\n", "text.jsonl: does not hold lines that gxq-extract run wrote"),
    ],
)
def test_what_cannot_be_compared_is_told(tmp_path: Path, name: str, content: str | None, said: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    script = [sys.executable, str(ROOT / "scripts" / "corpus_diff.py"), name, str(ROOT / "seeds")]
    done = subprocess.run(script, capture_output=True, text=True, check=False, cwd=tmp_path, timeout=60)
    assert done.returncode != 0
    assert done.stderr.splitlines()[-1].endswith(said)
