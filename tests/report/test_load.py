"""What the report and the roll-ups read."""

from __future__ import annotations

from pathlib import Path

import pytest

from gxq_extract.options import Options
from gxq_extract.report.commands import ROLL_UPS
from gxq_extract.report.load import Intake, readings
from gxq_extract.report.payload import payload

PAGE = "本报讯（记者 王芳）2024年{}月6日，区长李明主持召开区安委会第8次会议，调研“百桥工程”。\n"


@pytest.fixture
def folders(tmp_path: Path) -> list[str]:
    """Two folders, each with a page `p`."""
    paths = [tmp_path / "a", tmp_path / "b"]
    for month, path in zip((5, 6), paths, strict=True):
        path.mkdir()
        (path / "p.txt").write_text(PAGE.format(month), "utf-8")
    return list(map(str, paths))


def test_two_bulletins_of_one_id_stay_two(folders: list[str]):
    found = list(readings(folders, Options(), Intake()))
    bulletins = [reading.bulletin for reading in found]
    assert [bulletin["id"] for bulletin in bulletins] == ["p#1", "p#1~2"]
    data = payload(found, folders)
    assert [bulletin["id"] for bulletin in data["bulletins"]] == ["p#1", "p#1~2"]
    for name, roll_up in ROLL_UPS.items():
        [row] = roll_up(bulletins)
        assert (row["first"], row["last"], row["count"]) == ("2024-05-06", "2024-06-06", 2)
        assert data[name] == [row]
