"""What the tests of runs share: a folder of pages, and the command line with a fake extractor."""

import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

FAKE = Path(__file__).with_name("fake_cli.py")
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def command(*arguments: object) -> list[str]:
    """The words that start the command line with the fake extractor."""
    return [sys.executable, str(FAKE), *map(str, arguments)]


def interruptible(*arguments: object, **streams: int) -> "subprocess.Popen[bytes]":
    """Start the command line so that it heeds SIGINT, which a shell's background jobs inherit as ignored."""
    restore = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    return subprocess.Popen(command(*arguments), preexec_fn=restore, **streams)  # type: ignore[call-overload, no-any-return]  # noqa: PLW1509


@pytest.fixture
def run() -> Run:
    """Run the command line to its end."""

    def call(*arguments: object, **options: object) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(command(*arguments), capture_output=True, check=False, timeout=60, **options)  # type: ignore[call-overload, no-any-return]

    return call


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of 200 pages in four folders, of 1 to 7 lines each."""
    folder = tmp_path / "pages"
    for number in range(200):
        path = folder / f"f{number % 4}" / f"p{number:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"第{number}页第{line}行\n" for line in range(1 + number % 7)), "utf-8")
    return folder
