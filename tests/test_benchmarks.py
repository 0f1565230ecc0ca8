"""The benchmarks run: every stage they time is still there, and what they print is a table."""

from pathlib import Path

import pytest

from benchmarks import corpora, peers, processes, stages
from benchmarks.table import rate, table


@pytest.fixture
def seeds(monkeypatch: pytest.MonkeyPatch) -> corpora.Corpus:
    monkeypatch.setattr(stages, "LEAST_SECONDS", 0.01)
    return corpora.own()[0]


def test_every_stage_is_timed(seeds: corpora.Corpus) -> None:
    header, rows = stages.by_stage([seeds])
    assert [row[0] for row in rows[1:]] == [*dict(stages.STAGES), stages.OTHER]
    assert all(len(row) == len(header) and row[1] != "–" for row in rows)


def test_tools_that_are_not_installed_are_skipped_with_a_word(
    seeds: corpora.Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(peers.importlib, "import_module", missing)
    _, rows = peers.side_by_side([seeds], 100_000)
    assert [row[1] == "not installed" for row in rows] == [False, False, False, True, True, True]


def test_pages_repeat_under_new_names(seeds: corpora.Corpus, tmp_path: Path) -> None:
    written = corpora.repeat(seeds, 200_000, tmp_path)
    files = list(tmp_path.rglob("*.txt"))
    assert 200_000 <= written == sum(file.stat().st_size for file in files)
    assert processes.measure([*processes.CLI, "run", str(tmp_path)]).peak > 1


def test_tables() -> None:
    assert table(["stage", "MB/s"], [["fold", rate(2_000_000, 1)]]) == "| stage | MB/s |\n|---|---:|\n| fold | 2 |"
    assert (rate(123_456_000, 1), rate(3_456_000, 1), rate(1, 0)) == ("123", "3.46", "–")
