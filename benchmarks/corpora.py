"""The text that is measured: folders of pages, and folders made larger by repeating pages under new names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from gxq_extract.run.inputs import Input, Selection, find_inputs

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Pages under a name for the tables; `size` is in bytes."""

    name: str
    inputs: tuple[Input, ...]
    size: int

    def texts(self) -> Iterator[str]:
        """The pages' text, one by one."""
        for item in self.inputs:
            yield Path(item.path).read_text("utf-8", errors="replace")


def own() -> list[Corpus]:
    """The corpora that the repository holds."""
    return [load(ROOT / "seeds"), load(ROOT / "tests" / "data")]


def load(folder: Path) -> Corpus:
    """All pages of a folder."""
    inputs = tuple(item for item in find_inputs(Selection((str(folder),))) if item.path.endswith((".txt", ".md")))
    name = folder.relative_to(ROOT).as_posix() if folder.is_relative_to(ROOT) else folder.name
    return _corpus(name, inputs)


def sample(corpus: Corpus, size: int) -> Corpus:
    """Pages from all over the corpus, about `size` bytes of them; the corpus itself if it is no larger."""
    if corpus.size <= size:
        return corpus
    step = corpus.size // size + 1
    return _corpus(corpus.name, corpus.inputs[::step])


def repeat(corpus: Corpus, size: int, folder: Path) -> int:
    """Write the pages into `folder` again and again, under new names, until `size` bytes; returns how many bytes."""
    pages = [Path(item.path).read_bytes() for item in corpus.inputs]
    written = 0
    for number in count():
        below = folder / f"{number // 1000:04}"
        below.mkdir(parents=True, exist_ok=True)
        for index, page in enumerate(pages):
            (below / f"{number:07}-{index:03}.txt").write_bytes(page)
            written += len(page)
            if written >= size:
                return written
    raise AssertionError


def _corpus(name: str, inputs: tuple[Input, ...]) -> Corpus:
    return Corpus(name, inputs, sum(Path(item.path).stat().st_size for item in inputs))
