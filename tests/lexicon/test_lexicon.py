"""Lexicons are tidy data: sorted, without duplicates, well-formed, and each with its source."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from gxq_extract import lexicon

FOLDER = Path(lexicon.__file__).parent
FILES = sorted(FOLDER.glob("*.tsv"))
HAN = r"[\u4e00-\u9fff]"
FORMS = {
    "surnames": rf"{HAN}{{1,2}}\t[123]",
    "posts": rf"(?:{HAN}+|[A-Z]+)\t(?:public|private|any)",
    "given_names": rf"{HAN}(?:\t-?\d+){{3}}",
    "predicates": rf"{HAN}{{2}}",
    "never_names": rf"{HAN}{{2,4}}",
    "common_words": rf"{HAN}{{2,3}}",
    "nouns": rf"{HAN}{{2,3}}",
    "facilities": rf"{HAN}{{1,5}}|[A-Z]+",
    "generic": rf"{HAN}{{2,8}}",
    "traditional": rf"{HAN}\t{HAN}",
}
LOADERS = (
    lexicon.surnames,
    lexicon.given_names,
    lexicon.predicates,
    lexicon.common_words,
    lexicon.nouns,
    lexicon.never_names,
    lexicon.traditional,
    lexicon.post_heads,
    lexicon.facilities,
    lexicon.generic,
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_lines_are_sorted_and_well_formed(path: Path) -> None:
    text = path.read_text("utf-8")
    lines = text.splitlines()
    assert text.endswith("\n")
    assert lines == sorted(lines)
    assert [line for line in lines if not re.fullmatch(FORMS[path.stem], line)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_entry_stands_twice(path: Path) -> None:
    entries = [line.split("\t")[0] for line in path.read_text("utf-8").splitlines()]
    assert len(set(entries)) == len(entries)


def test_every_file_has_its_source() -> None:
    listed = re.findall(r"^\| `(\w+\.tsv)`", (FOLDER / "SOURCES.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == [path.name for path in FILES]


@pytest.mark.parametrize("load", LOADERS, ids=lambda load: load.__name__)
def test_every_lexicon_loads(load: Callable[[], object]) -> None:
    assert load()


def test_words_are_simplified() -> None:
    """Rules see the folded page; in simplified text 於 alone is left as it is, a surname other than 于."""
    old = {chr(code) for code in lexicon.traditional()}
    words = {*lexicon.surnames(), *lexicon.predicates(), *lexicon.common_words(), *lexicon.post_heads()}
    words |= lexicon.facilities() | lexicon.generic()
    assert {word for word in words if old & set(word)} == {"於"}


def test_every_ending_of_works_is_needed() -> None:
    """A name that ends in 教学楼 ends in 楼."""
    words = lexicon.facilities()
    assert [word for word in sorted(words) if any(word[at:] in words for at in range(1, len(word)))] == []
