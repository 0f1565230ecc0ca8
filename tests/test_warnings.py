"""What is doubtful comes out: from damaged bytes to the record of the bulletin that holds them, through the command."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gxq_extract.page.decode import DAMAGE
from gxq_extract.resolve.page_warnings import hand_out
from gxq_extract.run.journal import Entry, Journal
from gxq_extract.run.telling import counted
from gxq_extract.run.work import Manifest

FIRST = "# 清溪区召开常务会议\n本报讯（记者 王伟）2024年3月5日，清溪区召开常务会议，部署下半年的各项重点工作。\n\n"
SECOND = "# 清溪大桥项目开工\n本报讯（记者 李明）2024年3月6日，清溪大桥项目开工，甲公司承建。\n会场在乙地。\n"
BAD = "✗"  # stands for a byte that means nothing


def run(folder: Path, page: bytes, *options: str) -> "tuple[list[Any], str]":
    (folder / "p.txt").write_bytes(page)
    command = [sys.executable, "-c", "from gxq_extract.cli import main; main()", "run", "p.txt", *options]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60, cwd=folder)
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr.decode()


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize(
    ("page", "warned"),
    [
        (FIRST + SECOND.replace("甲公司", "甲✗公司"), [1]),
        (FIRST.replace("部署", "✗部署") + SECOND.replace("甲公司", "✗公司").replace("乙地", "✗地"), [0, 1, 1]),
        (FIRST + SECOND.replace("大桥项目开工\n", "大✗桥项目开工\n"), [1]),
        ("清溪日报 ✗出版\n\n" + FIRST + SECOND, [0]),
    ],
    ids=["second", "each line", "headline", "header"],
)
def test_damaged_bytes_are_told_by_the_bulletin_that_holds_them(
    tmp_path: Path, encoding: str, page: str, warned: list[int]
) -> None:
    damaged = page.encode(encoding).replace(BAD.encode(encoding), b"\xff")
    bulletins, said = run(tmp_path, damaged)
    assert len(bulletins) == 2
    found = [(number, one) for number, bulletin in enumerate(bulletins) for one in bulletin["warnings"]]
    assert [number for number, _ in found] == warned
    assert f"0 errors, {counted(len(warned), 'warnings')}" in said
    text = damaged.decode(encoding, "replace")
    for _, warning in found:
        assert warning["code"] == "damaged_bytes"
        assert warning["message"] == f"1 place of this line could not be read as {encoding}"
        assert set(text[warning["start"] : warning["end"]]) == {DAMAGE}


def test_a_damaged_page_without_bulletins_is_told_on_standard_error(tmp_path: Path) -> None:
    page = "晴\n".encode() * 9 + b"\xff\n"
    bulletins, said = run(tmp_path, page * 2)
    assert bulletins == []
    assert "gxq-extract: p.txt: 1 place of this line could not be read as utf-8, at character 18, and 1 more" in said
    assert "0 errors, 2 warnings" in said


def test_what_was_told_is_told_again_when_a_run_is_taken_up(tmp_path: Path) -> None:
    entry = Entry(Manifest([("p.txt", None)], notices=["p.txt: damaged"]), 0)
    journal = Journal(tmp_path / "journal", "settings")
    journal.open(0)
    journal.add([entry])
    journal.close(remove=False)
    assert [kept for kept, _ in journal.entries()] == [entry]


def test_a_headline_elsewhere_and_every_part_count_for_their_bulletin() -> None:
    records: list[dict[str, Any]] = [
        {"parts": [[20, 30], [60, 70]], "title": {"start": 21, "end": 25}, "warnings": []},
        {"parts": [[40, 50]], "title": {"start": 0, "end": 5}, "warnings": []},
    ]
    hand_out([{"start": start} for start in (0, 5, 28, 30, 49, 65, 99)], records)
    assert [[one["start"] for one in record["warnings"]] for record in records] == [[5, 28, 30, 65, 99], [0, 49]]
    hand_out([{"start": 0}], [])
