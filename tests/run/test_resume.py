"""Whole or not at all: runs that are killed at any moment end, taken up again, with the same bytes."""

import random
import signal
import subprocess
import time
from pathlib import Path

import pytest
from conftest import Run, command, interruptible
from hypothesis import given, settings
from hypothesis import strategies as st

from gxq_extract.run import writing
from gxq_extract.run.inputs import Input
from gxq_extract.run.work import Manifest, Shard, digest
from gxq_extract.run.writing import FileOutput

KILLS = 10
ENDLESS = 20  # seconds: far more than an interrupted run needs, less than the page that it does not wait for


def leftovers(folder: Path) -> list[str]:
    """What a run left beside its output."""
    return sorted(path.name for path in folder.glob("out*") if path.suffix in (".part", ".journal"))


@pytest.fixture
def slow_pages(pages: Path) -> Path:
    """Pages that take a second in all, one of which fails."""
    for path in sorted(pages.rglob("*.txt"))[::2]:
        path.write_text("!sleep 0.01\n" + path.read_text("utf-8"), "utf-8")
    (pages / "f1" / "bad.txt").write_text("!raise")
    return pages


def kill_after(seconds: float, arguments: list[str]) -> bool:
    """Start the command, kill it after so many seconds, and say whether it was still at work."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True
    return False


@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_at_random_moments_it_ends_with_the_same_bytes(
    slow_pages: Path, tmp_path: Path, run: Run, jobs: int
) -> None:
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    assert run("run", slow_pages, "-o", whole, "--errors", tmp_path / "whole.err", "-j", 1).returncode == 1
    again = command("run", slow_pages, "-o", out, "--errors", tmp_path / "out.err", "--resume", "-j", jobs)
    chance = random.Random(jobs)
    for _ in range(KILLS):
        killed = kill_after(0.2 + 1.2 * chance.random(), again)
        assert killed or out.exists()
        if out.exists():  # also where the kill came after the last rename and before the exit
            assert out.read_bytes() == whole.read_bytes()
            out.unlink()
    assert subprocess.run(again, capture_output=True, check=False).returncode == 1
    assert out.read_bytes() == whole.read_bytes()
    assert (tmp_path / "out.err").read_bytes() == (tmp_path / "whole.err").read_bytes()
    assert leftovers(tmp_path) == []


def interrupted(folder: Path, out: Path) -> None:
    """Leave an output behind of which some has been committed."""
    process = subprocess.Popen(command("run", folder, "-o", out, "-j", 1), stderr=subprocess.DEVNULL)
    journal = out.with_name(out.name + writing.JOURNAL)
    while not journal.exists() or journal.read_bytes().count(b"\n") < 2:
        assert process.poll() is None
        time.sleep(0.01)
    process.kill()
    process.wait()


@pytest.mark.parametrize("change", ["changed", "removed", "added", "settings", "nothing"])
def test_changes_since_are_noticed(slow_pages: Path, tmp_path: Path, run: Run, change: str) -> None:
    out = tmp_path / "out.jsonl"
    interrupted(slow_pages, out)
    page = slow_pages / "f0" / "p004.txt"
    if change == "changed":
        page.write_text("新\n")
    elif change == "removed":
        page.unlink()
    elif change == "added":
        (slow_pages / "f0" / "p005.txt").write_text("新\n")
    options = ["--text"] if change == "settings" else []
    resumed = run("run", slow_pages, "-o", out, "--resume", "-q", *options)
    assert (b"since the interrupted run" in resumed.stderr) == (change != "nothing")
    fresh = run("run", slow_pages, "-q", *options)
    assert out.read_bytes() == fresh.stdout


def test_an_interrupt_waits_for_no_page_gives_a_summary_and_can_be_taken_up(slow_pages: Path, tmp_path: Path) -> None:
    (slow_pages / "f0" / "endless.txt").write_text(f"!sleep {3 * ENDLESS}")
    out = tmp_path / "out.jsonl"
    for number in (signal.SIGINT, signal.SIGTERM):
        errors = tmp_path / "out.err"
        process = interruptible("run", slow_pages, "-o", out, "--errors", errors, "-j", 2, stderr=subprocess.PIPE)
        time.sleep(0.7)
        process.send_signal(number)
        _, message = process.communicate(timeout=ENDLESS)
        assert process.returncode == 130
        assert b"--resume" in message
        assert b"pages" in message
        assert not out.exists() and not errors.exists()
        assert leftovers(tmp_path) == ["out.err.part", "out.jsonl.journal", "out.jsonl.part"]


@pytest.mark.parametrize("output", [[], ["-o", "-"], ["-o", "/dev/null"]])
def test_an_interrupt_of_a_stream_does_not_advise_to_take_it_up(tmp_path: Path, output: list[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"!sleep {3 * ENDLESS}")
    process = interruptible("run", page, *output, stderr=subprocess.PIPE)
    time.sleep(0.7)
    process.send_signal(signal.SIGINT)
    _, message = process.communicate(timeout=ENDLESS)
    assert (process.returncode, b"interrupted\n" in message, b"--resume" in message) == (130, True, False)


def test_a_folder_that_takes_the_place_of_the_output_is_told_and_nothing_is_lost(tmp_path: Path, run: Run) -> None:
    page, out = tmp_path / "page.txt", tmp_path / "out.jsonl"
    page.write_text("!sleep 1\n甲\n", "utf-8")
    with subprocess.Popen(command("run", page, "-o", out, "-q"), stderr=subprocess.PIPE) as process:
        while not leftovers(tmp_path):
            time.sleep(0.01)
        out.mkdir()
        _, message = process.communicate()
    assert process.returncode == 1
    [told] = message.splitlines()
    assert told.startswith(f"gxq-extract: {out}: could not be written to its end (Is a directory)".encode())
    out.rmdir()
    assert run("run", page, "-o", out, "--resume", "-q").returncode == 0
    assert out.read_bytes() == run("run", page, "-q").stdout
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("reading", [True, False])
def test_an_interrupt_leaves_no_half_line_and_does_not_wait_for_a_reader(
    tmp_path: Path, jobs: int, reading: bool
) -> None:
    for number in range(2000):
        (tmp_path / f"{number}.txt").write_text("行\n" * 40, "utf-8")
    process = interruptible("run", tmp_path, "-j", jobs, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout
    head = process.stdout.readline() if reading else b""
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    if reading:
        rest = process.stdout.read()
        assert (head + rest).endswith(b"}\n")
    assert process.wait(ENDLESS) == 130
    process.stdout.close()


def test_two_runs_do_not_write_the_same_output(tmp_path: Path, run: Run) -> None:
    page = tmp_path / "page.txt"
    page.write_text("!sleep 2")
    out = tmp_path / "out.jsonl"
    with subprocess.Popen(command("run", page, "-o", out, "-q")) as first:
        while not leftovers(tmp_path):
            time.sleep(0.01)
        time.sleep(0.1)
        second = run("run", page, "-o", out)
        assert (second.returncode, b"[in_use]" in second.stderr) == (2, True)
        assert first.wait() == 0


LINES = st.lists(st.binary(max_size=20), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None)
@given(lines=LINES, done=st.integers(0, 8), lost=st.integers(0, 60), torn=st.integers(0, 200))
def test_whatever_a_crash_leaves_the_end_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes], done: int, lost: int, torn: int
) -> None:
    folder = tmp_path_factory.mktemp("crash")
    batches = [[Input("p", f"p{number}.txt", data=line)] for number, line in enumerate(lines)]
    shards = [Shard(batch[0].data or b"", Manifest([(batch[0].where, digest(batch[0], 100))])) for batch in batches]

    def output(resume: bool) -> FileOutput:
        return FileOutput(str(folder / "out"), "key", resume=resume, limit=100)

    first = output(resume=False)
    first.take_up(iter(batches), lambda manifest: None, print)
    for shard in shards[:done]:
        first.add(shard)
    first.abandon(keep=True)
    cut(folder / "out.part", lost)
    cut(folder / "out.journal", torn)

    second = output(resume=True)
    left = list(second.take_up(iter(batches), lambda manifest: None, lambda message: None))
    for shard in shards[len(shards) - len(left) :]:
        second.add(shard)
    second.finish()
    assert (folder / "out").read_bytes() == b"".join(lines)


def cut(path: Path, size: int) -> None:
    """Take so many bytes off a file's end."""
    with path.open("r+b") as stream:
        stream.truncate(max(0, path.stat().st_size - size))
