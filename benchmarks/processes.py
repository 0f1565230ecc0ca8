"""Whole processes: start-up, peak memory, and how both grow with the input and the jobs.

CPU seconds and memory are those of the process and all its workers; memory is that of the largest one.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import ROOT, Corpus, repeat
from benchmarks.table import rate

CLI = [sys.executable, "-c", "from gxq_extract.cli import main; main()"]
FIVE = "import typer, pydantic, rich, regex, orjson"
# A process inherits the peak of the one that starts it, so a small one starts it and looks.
WATCH = """
import resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
wall = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
# What the two frameworks cost that `run` stands on: as many options as it has, one model, and nothing done.
FRAMES = (
    "import typer, pydantic\n"
    "class Model(pydantic.BaseModel):\n    number: int\n"
    "def run(inputs: list[str], "
    + ", ".join(f"{name}: str = typer.Option(None)" for name in "abcdefghijkl")
    + "): Model(number=1)\n"
    "typer.run(run)"
)
RUNS = 21
JOBS = (1, 2)
TRIES = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds on the clock and of the CPU, and megabytes at its peak."""

    wall: float
    cpu: float
    peak: float


def start_up() -> tuple[list[str], list[list[str]]]:
    """A row a command: the median of its wall time, and how it compares with importing the five packages."""
    commands = {
        "`python -c pass`": [sys.executable, "-c", "pass"],
        f"`python -c '{FIVE}'`": [sys.executable, "-c", FIVE],
        "typer with as many options, pydantic with one model": [sys.executable, "-c", FRAMES, str(ROOT / "seeds")],
        "`gxq-extract --version`": [*CLI, "--version"],
        "`gxq-extract --help`": [*CLI, "--help"],
        "`gxq-extract run seeds/`": [*CLI, "run", str(ROOT / "seeds")],
    }
    for command in commands.values():  # so that byte code is there, as after the first run anywhere
        measure(command)
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(RUNS):  # in turns, so that a busy moment hits all of them
        for name, command in commands.items():
            seconds[name].append(measure(command).wall)
    medians = {name: statistics.median(each) for name, each in seconds.items()}
    imports = medians[f"`python -c '{FIVE}'`"]
    rows = [[name, f"{each * 1000:.0f}", f"{each / imports:.2f}"] for name, each in medians.items()]
    return [f"process, median of {RUNS}", "ms", "of the imports"], rows


def by_size(corpus: Corpus, sizes: tuple[int, ...], work: Path) -> tuple[list[str], list[list[str]]]:
    """A row a size in MB: cost for each MB, and peak memory; the corpus is repeated under new names."""
    rows = []
    for size in sizes:
        pages, written = _pages(corpus, size, work)
        cost = _run(pages, 1, work)
        files = sum(1 for _ in pages.rglob("*.txt"))
        rows.append(
            [
                f"{size} MB",
                str(files),
                f"{cost.wall:.1f}",
                rate(written, cost.cpu),
                f"{cost.cpu / written * 1e9:.0f}",
                f"{cost.peak:.0f}",
            ]
        )
    return ["input", "pages", "s", "MB/s of CPU", "CPU ms a MB", "peak MB"], rows


def by_jobs(corpus: Corpus, size: int, work: Path) -> tuple[list[str], list[list[str]]]:
    """A row a number of jobs: wall time, the least of some tries in turns, and how many times as fast as one."""
    pages, written = _pages(corpus, size, work)
    tries = [[_run(pages, jobs, work) for jobs in JOBS] for _ in range(TRIES)]
    costs = [
        (jobs, min(each, key=lambda cost: cost.wall)) for jobs, each in zip(JOBS, zip(*tries, strict=True), strict=True)
    ]
    one = costs[0][1].wall
    rows = [
        [str(jobs), f"{cost.wall:.1f}", rate(written, cost.wall), f"{one / cost.wall:.2f}", f"{cost.peak:.0f}"]
        for jobs, cost in costs
    ]
    return ["jobs", "s", "MB/s", "times one job", "peak MB of a process"], rows


def measure(command: list[str]) -> Cost:
    """Run a command to its end; its output is thrown away. Raises if it fails."""
    watch = [sys.executable, "-c", WATCH, *command]
    done = subprocess.run(watch, stdout=subprocess.PIPE, text=True, check=True, env=_environment())
    wall, cpu, peak = map(float, done.stdout.split())
    return Cost(wall, cpu, peak * (1 if sys.platform == "darwin" else 1024) / 1e6)


def _environment() -> dict[str, str]:
    """The environment, but with byte code kept as users keep it."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _pages(corpus: Corpus, size: int, work: Path) -> tuple[Path, int]:
    """The only folder of pages in `work`, and its bytes."""
    folder = work / "pages"
    shutil.rmtree(folder, ignore_errors=True)
    return folder, repeat(corpus, size * 1_000_000, folder)


def _run(pages: Path, jobs: int, work: Path) -> Cost:
    return measure([*CLI, "run", str(pages), "-q", "-j", str(jobs), "-o", str(work / "out.jsonl")])
