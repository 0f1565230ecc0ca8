"""Where the time goes: CPU seconds of each stage and of the rules of each field, measured inside a real run.

Each function of `STAGES` is replaced, where its caller looks it up, by one that charges its own time to the stage and
takes that of the stages it calls out again. What is charged to none is `other`. The clock is read about twenty times a
bulletin, so the rate of the whole is measured without it, before.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pkgutil import resolve_name
from typing import Any

from benchmarks.corpora import Corpus
from benchmarks.table import rate
from gxq_extract.run.inputs import batched
from gxq_extract.run.work import Settings, extract_shard

STAGES = (
    ("read", "gxq_extract.run.work:read_input"),
    ("decode, hash", "gxq_extract.run.work:page_from_bytes"),
    ("fold", "gxq_extract.pipeline:fold"),
    ("layout", "gxq_extract.pipeline:layout"),
    ("headlines, orphans", "gxq_extract.pipeline:match_headlines"),
    ("headlines, orphans", "gxq_extract.pipeline:settle_orphans"),
    ("clean view", "gxq_extract.pipeline:Draft.read"),
    ("rules: dates", "gxq_extract.rules.dates:find"),
    ("rules: reporters", "gxq_extract.resolve.draft:_credits"),
    ("rules: officials", "gxq_extract.resolve.draft:_people"),
    ("rules: meetings", "gxq_extract.rules.meetings:find"),
    ("rules: projects", "gxq_extract.rules.projects:find"),
    ("resolve: page context", "gxq_extract.pipeline:PageContext.of"),
    ("resolve: record", "gxq_extract.pipeline:bulletin_record"),
    ("validate", "gxq_extract.record:Bulletin.model_validate"),
    ("dump", "orjson:dumps"),
)
OTHER = "other"
LEAST_SECONDS = 1.0


class Clock:
    """CPU seconds by stage; a stage is not charged for the stages it calls."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._running = [OTHER]
        self._since = time.process_time()

    def switch(self) -> None:
        """Charge the time since the last switch to the stage that is running."""
        now = time.process_time()
        stage = self._running[-1]
        self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._since
        self._since = now

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time charged to the stage."""

        def call(*arguments: Any, **named: Any) -> Any:
            self.switch()
            self._running.append(stage)
            try:
                return function(*arguments, **named)
            finally:
                self.switch()
                self._running.pop()

        return call


def cpu_seconds(corpus: Corpus) -> float:
    """The least CPU seconds that the corpus took from files to checked lines, in a second or more of trying."""
    _extract(corpus)
    tries: list[float] = []
    while sum(tries) < LEAST_SECONDS:
        start = time.process_time()
        _extract(corpus)
        tries.append(time.process_time() - start)
    return min(tries)


def by_stage(corpora: list[Corpus]) -> tuple[list[str], list[list[str]]]:
    """A row a stage: its MB/s and its share of the time, for each corpus."""
    header, columns = ["stage"], []
    for corpus in corpora:
        header += [f"{corpus.name} ({corpus.size / 1e6:.2g} MB)", "share"]
        columns.append((corpus, cpu_seconds(corpus), _stage_seconds(corpus)))
    rows = [
        ["**file to checked line**", *_flat([f"**{rate(corpus.size, whole)}**", ""] for corpus, whole, _ in columns)]
    ]
    for stage in [*dict(STAGES), OTHER]:
        rows.append([stage, *_flat(_cells(corpus, seconds, stage) for corpus, _, seconds in columns)])
    return header, rows


def _cells(corpus: Corpus, seconds: dict[str, float], stage: str) -> list[str]:
    """MB/s and share of one stage."""
    spent = seconds.get(stage, 0.0)
    return [rate(corpus.size, spent), f"{spent / sum(seconds.values()):.0%}"]


def _flat(cells: Iterator[list[str]]) -> list[str]:
    return [cell for pair in cells for cell in pair]


def _extract(corpus: Corpus) -> None:
    for batch in batched(iter(corpus.inputs)):
        extract_shard(batch, Settings())


def _stage_seconds(corpus: Corpus) -> dict[str, float]:
    """CPU seconds by stage for one pass over the corpus, the mean of as many as fill a second."""
    with _clocked() as clock:
        start, passes = time.process_time(), 0
        while time.process_time() - start < LEAST_SECONDS:
            _extract(corpus)
            passes += 1
        clock.switch()
    return {stage: seconds / passes for stage, seconds in clock.seconds.items()}


@contextmanager
def _clocked() -> Iterator[Clock]:
    """Stages charge their time while this is open."""
    clock = Clock()
    replaced = []
    try:
        for stage, place in STAGES:
            module, _, path = place.partition(":")
            above, _, name = path.rpartition(".")
            owner = resolve_name(f"{module}:{above}" if above else module)
            own = vars(owner).get(name)
            call = clock.timed(stage, getattr(owner, name))
            setattr(owner, name, staticmethod(call) if above else call)
            replaced.append((owner, name, own))
        yield clock
    finally:
        for owner, name, own in replaced:
            delattr(owner, name) if own is None else setattr(owner, name, own)
