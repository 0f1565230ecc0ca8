"""The commands that people look with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = "seeds/004_5b9343a68d6fdb34.txt"


def command(*words: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    main = [sys.executable, "-c", "from gxq_extract.cli import main; main()", *words]
    return subprocess.run(
        main, input=given, capture_output=True, cwd=ROOT, env=os.environ | environment, timeout=60, check=False
    )


@pytest.fixture(scope="module")
def recorded() -> bytes:
    return command("run", "seeds", "--text", "-q").stdout


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("people", "name", "官卫红"),
        ("meetings", "series", "中央经济工作会议"),
        ("projects", "name", "山阳路跨大沙河桥"),
    ],
)
def test_a_pipe_and_the_pages_themselves_give_the_same_rows(name: str, key: str, value: str, recorded: bytes):
    piped, read = command(name, given=recorded), command(name, "seeds")
    assert piped.returncode == read.returncode == 0
    assert piped.stdout == read.stdout
    assert value in [json.loads(line)[key] for line in piped.stdout.splitlines()]


@pytest.mark.parametrize("options", [["--year", "2024"], ["--published", "2024-05-07"]])
def test_roll_ups_read_pages_as_the_report_does(options: list[str]):
    dated = command("people", "examples/my-zone.txt", "--rules", "examples/my-zone.toml", *options).stdout
    assert {json.loads(row)["name"]: json.loads(row)["first"] for row in dated.splitlines()} == {
        "沈砚秋": "2024-05-06",
        "白露": "2024-05-06",
    }
    for name in ("meetings", "projects"):
        assert command(name, "examples/my-zone.txt", "--rules", "examples/my-zone.toml", *options).stdout


def test_a_line_that_is_no_bulletin_is_told_and_the_others_go_on(recorded: bytes):
    record = json.loads(recorded.splitlines()[0])
    broken = json.dumps(record | {"officials": ["no object"]}).encode()
    done = command("people", given=b'{"a": 1}\nnonsense\n[]\n' + broken + b"\n" + recorded)
    assert done.returncode == 1
    assert done.stdout == command("people", given=recorded).stdout
    assert [line.split(b":")[2] for line in done.stderr.splitlines()] == [b"1", b"2", b"3", b"4"]
    assert b"no bulletin: officials.0: Input should be" in done.stderr


def test_mention_lines_are_told_once():
    lines = command("run", "seeds", "-q", "--unit", "mention").stdout
    for words in (["people"], ["report", "-", "-o", "-"]):
        done = command(*words, given=lines)
        assert (done.returncode, done.stdout) == (3, b"")
        [told] = done.stderr.decode().splitlines()
        assert "-: these are mention lines; give the output of run without --unit mention" in told


@pytest.mark.parametrize(
    ("inputs", "code", "said"),
    [
        pytest.param(["nowhere"], 3, ["nowhere: no such file"], id="no such file"),
        pytest.param(["empty"], 3, ["empty: nothing could be read"], id="a folder without pages"),
        pytest.param(["empty.jsonl"], 3, ["empty.jsonl: nothing could be read"], id="a file without lines"),
        pytest.param(["plain.txt"], 0, [], id="a page without bulletins"),
        pytest.param(["plain.txt", "nowhere"], 1, ["nowhere: no such file"], id="that page, and no such file"),
    ],
)
@pytest.mark.parametrize("name", ["people", "meetings", "projects", "report"])
def test_what_could_be_read_tells_the_exit_code(
    name: str, inputs: list[str], code: int, said: list[str], tmp_path: Path
):
    if name == "report":
        pytest.importorskip("jinja2", reason="Jinja2 is not installed: pip install 'gxq-extract[report]'")
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "plain.txt").write_text("no bulletin\n", "utf-8")
    options = ["-o", str(tmp_path / "report.html")] if name == "report" else []
    done = command(name, *(str(tmp_path / one) for one in inputs), *options)
    assert done.returncode == code
    for line, words in zip(done.stderr.decode().splitlines(), said, strict=True):
        assert f"{tmp_path}/{words}" in line


def test_a_page_to_show_that_is_not_there_is_an_error():
    assert command("show", "no-such-file").returncode == 3


def test_show_is_plain_in_a_pipe_and_obeys_no_color():
    plain = command("show", PAGE, "--why")
    assert plain.returncode == 0
    assert plain.stdout.startswith((ROOT / PAGE).read_bytes()[:200])
    assert b"\x1b" not in plain.stdout
    assert "↳ rule person." in plain.stdout.decode()
    coloured = {"FORCE_COLOR": "1", "COLORTERM": "truecolor", "NO_COLOR": ""}
    assert b"38;2;" in command("show", PAGE, **coloured).stdout
    assert b"38;2;" not in command("show", PAGE, "--no-color", **coloured).stdout
    assert b"38;2;" not in command("show", PAGE, **(coloured | {"NO_COLOR": "1"})).stdout


def test_show_reads_standard_input():
    shown = command("show", "-", given="本报讯(记者 王一)12月25日,区委书记李二讲话。".encode()).stdout.decode()
    assert "李二  区委书记" in shown


def test_a_report_of_pages_and_one_of_their_records_show_the_same(tmp_path: Path, recorded: bytes):
    pytest.importorskip("jinja2", reason="Jinja2 is not installed: pip install 'gxq-extract[report]'")
    lines = tmp_path / "out.jsonl"
    lines.write_bytes(recorded)
    assert command("report", "seeds", "-o", str(tmp_path / "pages.html")).returncode == 0
    assert command("report", str(lines), "-o", str(tmp_path / "lines.html")).returncode == 0
    of_pages, of_lines = (data_of(tmp_path / name) for name in ("pages.html", "lines.html"))
    for key in ("people", "meetings", "projects", "rules"):
        assert of_pages[key] == of_lines[key]
    for page, line in zip(of_pages["bulletins"], of_lines["bulletins"], strict=True):
        # A credit between headline and body (□高亢) is no part of the clean text.
        assert [run for run in marked(page) if run in marked(line)] == marked(line)


def test_a_report_that_cannot_be_written_is_told(tmp_path: Path):
    done = command("report", "seeds", "-o", str(tmp_path / "none" / "report.html"))
    assert done.returncode == 2
    assert b"[no_output]" in done.stderr


def data_of(report: Path) -> dict:
    return json.loads(report.read_text("utf-8").partition('id="data">')[2].partition("</script>")[0])


def marked(bulletin: dict) -> list[list]:
    """The marked runs in order, without the white space by which page and clean text differ."""
    return [["".join(run[0].split()), *run[1:]] for run in bulletin["runs"] if isinstance(run, list)]
