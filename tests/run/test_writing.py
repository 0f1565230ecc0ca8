"""Files that are there whole or not at all, and what is no file."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from gxq_extract.errors import ExtractError
from gxq_extract.run.writing import write_whole


@pytest.fixture(autouse=True)
def mask() -> Iterator[None]:
    """Files are made for their owner alone."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    """The files of a folder and what is allowed with them."""
    return {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}


def test_the_umask_holds_for_a_new_file_and_the_old_mode_for_one_that_stood_there(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"before")
    (tmp_path / "old").chmod(0o640)
    for name in ("old", "new"):
        write_whole(b"x", str(tmp_path / name))
        assert (tmp_path / name).read_bytes() == b"x"
    assert modes(tmp_path) == {"old": 0o640, "new": 0o600}


def test_a_link_stays_and_leads_to_the_file(tmp_path: Path) -> None:
    for name, target in (("link", "folder/file"), ("circle", "circle")):
        (tmp_path / name).symlink_to(target)
    (tmp_path / "folder").mkdir()
    write_whole(b"x", str(tmp_path / "link"))
    assert (tmp_path / "link").readlink() == Path("folder/file")
    assert (tmp_path / "folder" / "file").read_bytes() == b"x"
    write_whole(b"x", str(tmp_path / "circle"))


def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        write_whole(b"x", str(pipe))
        assert reader.communicate()[0] == b"x"
    assert pipe.is_fifo()


def test_what_fails_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "old"
    old.write_bytes(b"before")
    monkeypatch.setattr(os, "fsync", lambda descriptor: os.write(os.open("/dev/full", os.O_WRONLY), b"x"))
    with pytest.raises(ExtractError, match=r"No space left on device.* \[cut_short\]"):
        write_whole(b"x", str(old))
    assert (old.read_bytes(), list(modes(tmp_path))) == (b"before", ["old"])
