"""What a run did, in numbers, and the exit code that follows."""

from __future__ import annotations

import time
from collections import Counter

from gxq_extract.errors import ExitCode
from gxq_extract.run.telling import counted
from gxq_extract.run.work import Manifest
from gxq_extract.terms import FACTS


class Totals:
    """Sums the manifests of a run."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._started = time.monotonic()

    def add(self, manifest: Manifest) -> None:
        """Add one shard's counts."""
        self.counts.update(manifest.counts)

    @property
    def exit_code(self) -> ExitCode:
        """0 all well, 1 some pages failed, 3 all of them did."""
        if not self.counts["errors"]:
            return ExitCode.OK
        return ExitCode.FAILED if self.counts["pages"] else ExitCode.NOTHING_READ

    def text(self) -> str:
        """The summary for people, in three lines."""
        counts, seconds = self.counts, time.monotonic() - self._started
        megabytes = counts["bytes"] / 1e6
        named = ("pages", "bulletins", *FACTS.values(), "errors", "warnings")
        made = {name: counted(counts[name], name) for name in named}
        return (
            f"{made['pages']} ({megabytes:.2f} MB) in {seconds:.1f} s: {made['bulletins']}\n"
            f"{', '.join(made[name] for name in FACTS.values())}\n"
            f"{made['errors']}, {made['warnings']}"
        )
