"""Progress on standard error, on a terminal only: pages, bulletins, MB a second, time left."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from gxq_extract.run.inputs import Selection
from gxq_extract.run.opening import STDIN
from gxq_extract.run.telling import counted

Update = Callable[[Counter[str]], None]
_EVERY = 0.1  # seconds between two drawings
_LOOK = 0.02  # seconds spent on the sizes of the inputs for each drawing


@contextmanager
def progress(selection: Selection, parts: int, *, hidden: bool) -> Iterator[Update]:
    """A function to call with the counts so far of one of `parts`; it does nothing if hidden or on no terminal."""
    if hidden or not sys.stderr.isatty():
        yield lambda counts: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    # no refreshing thread: workers are forked while this is shown
    with Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True) as bar:
        task = bar.add_task("", total=None)
        sizes = _Sizes(selection, parts)
        drawn = 0.0

        def update(counts: Counter[str]) -> None:
            nonlocal drawn
            if time.monotonic() - drawn < _EVERY:
                return
            words = f"{counted(counts['pages'], 'pages')}, {counted(counts['bulletins'], 'bulletins')}"
            bar.update(task, description=words, completed=counts["bytes"], total=sizes.total(), refresh=True)
            drawn = time.monotonic()

        yield update


class _Sizes:
    """The size of all inputs of a part, found bit by bit while the run goes on."""

    def __init__(self, selection: Selection, parts: int) -> None:
        self._parts = parts
        self._files = _file_sizes(selection)
        self._sum: float | None = 0
        self._done = selection.listed_in is not None or STDIN in selection.paths
        if self._done:
            self._sum = None

    def total(self) -> float | None:
        """Bytes in all, or None as long as they are not known."""
        until = time.monotonic() + _LOOK
        while not self._done and time.monotonic() < until:
            size = next(self._files, -1)
            self._done = size < 0
            if size > 0 and self._sum is not None:
                self._sum += size / self._parts
        return self._sum if self._done else None


def _file_sizes(selection: Selection) -> Iterator[int]:
    """The size of each file under the paths, near enough for a bar: compressed ones count as they are."""
    for path in map(Path, selection.paths):
        if path.is_file():
            yield path.stat().st_size
        for folder, _, names in os.walk(path):
            for name in names:
                try:
                    yield Path(folder, name).stat().st_size
                except OSError:
                    continue
