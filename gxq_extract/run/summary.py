"""What a run did, in numbers, and the exit code that follows."""

from __future__ import annotations

import time
from collections import Counter

from gxq_extract.errors import ExitCode
from gxq_extract.run.work import FACTS, Manifest


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
        facts = ", ".join(f"{counts[name]} {name}" for name in FACTS)
        return (
            f"{counts['pages']} pages ({megabytes:.2f} MB) in {seconds:.1f} s: {counts['bulletins']} bulletins\n"
            f"{facts}\n"
            f"{counts['errors']} errors, {counts['warnings']} warnings"
        )
