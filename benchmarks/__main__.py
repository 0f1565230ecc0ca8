"""One command for all measurements; prints Markdown.

python -m benchmarks                   # seeds and tests/data, a few minutes
python -m benchmarks FOLDER…           # these folders of pages too
python -m benchmarks --large FOLDER…   # and a run over 1 GB
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from benchmarks import corpora, peers, processes, stages
from benchmarks.table import table

SIZES = (1, 10, 100)
LARGE = 1000
JOBS_SIZE = 30


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the extractor; print Markdown.")
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="further pages (.txt, .md)")
    parser.add_argument("--large", action="store_true", help="add a run over 1 GB")
    parser.add_argument("--sample", type=float, default=1.0, metavar="MB", help="text for the slow tools [default: 1]")
    arguments = parser.parse_args()
    texts = [*corpora.own(), *map(corpora.load, arguments.folders)]
    sizes = (*SIZES, LARGE) if arguments.large else SIZES

    _print("This run", *_machine())
    _print("MB a second, one core, by stage", *stages.by_stage(texts))
    _print("Beside other tools", *peers.side_by_side(texts, int(arguments.sample * 1e6)))
    _print("Start-up", *processes.start_up())
    with tempfile.TemporaryDirectory(prefix="gxq-bench-") as work:
        _print("Size of the input, `--jobs 1`", *processes.by_size(texts[0], sizes, Path(work)))
        _print(f"Jobs, {JOBS_SIZE} MB", *processes.by_jobs(texts[0], JOBS_SIZE, Path(work)))


def _print(title: str, header: list[str], rows: list[list[str]]) -> None:
    print(f"\n### {title}\n\n{table(header, rows)}", flush=True)


def _machine() -> tuple[list[str], list[list[str]]]:
    """What was measured, and on what."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("regex", "pydantic", "orjson"))
    rows = [
        ["commit", _commit()],
        ["Python", f"{platform.python_implementation()} {platform.python_version()}; {packages}"],
        ["machine", f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}"],
        ["load before", " ".join(f"{load:.1f}" for load in os.getloadavg())],
    ]
    return ["", ""], rows


def _commit() -> str:
    """The commit of the package that is measured, with a + if files of it were changed."""
    package = Path(sys.modules["gxq_extract"].__path__[0])

    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=package, capture_output=True, text=True, check=False).stdout.strip()

    return (git("rev-parse", "--short", "HEAD") or "none") + ("+" if git("status", "--porcelain", ".") else "")


def _processor() -> str:
    """The processor's name, where the system tells."""
    path = Path("/proc/cpuinfo")
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "processor unknown"


if __name__ == "__main__":
    main()
