"""Whole runs with the fake extractor: what one page does to the others, and inputs of every kind at once."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from conftest import Run, command


@pytest.mark.parametrize("jobs", [2, 3])
def test_a_page_that_kills_its_process_costs_only_itself(pages: Path, run: Run, jobs: int) -> None:
    whole = run("run", pages, "-q", "-j", 1).stdout
    (pages / "f2" / "bad.txt").write_text("!die\n")
    done = run("run", pages, "-q", "-j", jobs)
    assert (done.returncode, done.stdout) == (1, whole)
    assert b"f2/bad.txt" in done.stderr and b"[worker_died]" in done.stderr


def test_any_number_of_jobs_gives_the_same_bytes(pages: Path, run: Run, tmp_path: Path) -> None:
    (pages / "f1" / "bad.txt").write_text("!raise\n")
    first, *others = [run("run", pages, "nowhere", "-q", "-j", jobs) for jobs in (1, 2, 3)]
    assert all((other.stdout, other.stderr) == (first.stdout, first.stderr) for other in others)


@pytest.mark.parametrize("compression", ["gzip", "zstandard"])
def test_lists_lines_and_compressed_files_together(run: Run, tmp_path: Path, compression: str) -> None:
    compress = pytest.importorskip(compression).compress
    lines = tmp_path / {"gzip": "lines.jsonl.gz", "zstandard": "lines.jsonl.zst"}[compression]
    lines.write_bytes(compress(b'{"text": "a", "key": "x/1", "url": "u"}\n{"text": "b", "key": 2}\nnonsense\n'))
    page = tmp_path / "a page.txt"
    page.write_text("甲\n", "utf-8")
    listed = f"{lines}\0{page}\0".encode()
    done = run("run", "--files-from", "-", "-0", "--id-field", "key", "--keep", input=listed)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(record["id"], record.get("source")) for record in records] == [
        ("x/1#1", {"url": "u"}),
        ("2#1", {}),
        ("a page#1", None),
    ]
    assert f"{lines}:3".encode() in done.stderr
    assert done.returncode == 1


def test_standard_input_is_a_page_or_with_a_text_field_lines(run: Run) -> None:
    assert json.loads(run("run", "-", input="甲".encode()).stdout)["id"] == "-#1"
    done = run("run", "-", "--text-field", "body", input=b'{"body": "a"}\n{"body": "b"}\n')
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["-:1#1", "-:2#1"]


def test_the_summary_counts_and_quiet_leaves_it_out(pages: Path, run: Run) -> None:
    said = run("run", pages).stderr.decode()
    lines = sum(1 + number % 7 for number in range(200))
    for words in ("200 pages", f"{lines} bulletins", f"{lines} officials", "0 errors"):
        assert words in said
    assert said.startswith("200 pages")
    assert run("run", pages, "--quiet").stderr == b""


@pytest.mark.parametrize("option", ["-o", "--errors"])
def test_what_a_listed_link_leads_to_is_not_written(run: Run, tmp_path: Path, option: str) -> None:
    page, link = tmp_path / "page.txt", tmp_path / "link.txt"
    page.write_text("甲\n", "utf-8")
    link.symlink_to(page)
    done = run("run", "--files-from", "-", option, page, input=f"nowhere\n{link}\n".encode())
    assert (done.returncode, b"[bad_place]" in done.stderr) == (2, True)
    assert page.read_text("utf-8") == "甲\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.txt", "page.txt"]


@pytest.mark.parametrize(
    ("options", "shown"), [(["-o", "out"], True), ([], False), (["-o", "-"], False), (["-o", "out", "-q"], False)]
)
def test_progress_is_shown_on_a_terminal_unless_the_lines_go_there(
    pages: Path, tmp_path: Path, options: list[str], shown: bool
) -> None:
    ours, theirs = os.openpty()
    environment = os.environ | {"TERM": "xterm"}
    with subprocess.Popen(
        command("run", pages, *options), stdout=theirs, stderr=theirs, cwd=tmp_path, env=environment
    ) as process:
        os.close(theirs)
        seen = b""
        try:
            while some := os.read(ours, 1 << 16):
                seen += some
        except OSError:  # how a terminal tells that nobody writes to it any more
            os.close(ours)
    assert process.returncode == 0
    assert (b" pages, " in seen) == shown


def test_an_output_that_stood_there_is_replaced_only_by_a_whole_one(run: Run, tmp_path: Path) -> None:
    out, page = tmp_path / "out.jsonl", tmp_path / "page.txt"
    out.write_text("before")
    page.write_text("!die\n")
    run("run", page, "-o", out)
    assert out.read_text() == "before"
    page.write_text("甲\n", "utf-8")
    assert run("run", page, "-o", out).returncode == 0
    assert json.loads(out.read_bytes())["id"] == "page#1"


@pytest.mark.parametrize("line", ["!raise", "!invalid", "!sleep 9"])
def test_an_output_that_stood_there_stays_where_every_page_fails(run: Run, tmp_path: Path, line: str) -> None:
    out, page = tmp_path / "out.jsonl", tmp_path / "page.txt"
    out.write_text("before")
    page.write_text(f"{line}\n")
    done = run("run", page, page.with_name("nowhere"), "-o", out, "--page-timeout", "0.1")
    assert (done.returncode, out.read_text()) == (3, "before")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "page.txt"]
