"""Inputs: what is found, in which order, under which names."""

import gzip
import io
import sys
from itertools import chain
from pathlib import Path

import pytest

from gxq_extract.run.inputs import BATCH_PAGES, Input, Selection, batched, find_inputs, of_shard
from gxq_extract.run.work import read_input

FILES = {
    "a.txt": "x",
    "b/2024/05/p1.md": "x",
    "b/a.TXT.bak": "x",
    "b-c.txt": "x",
    "b.txt": "",
    "c.txt.gz": "x",
    "v1.0/readme.txt": "x",
    "lines.jsonl": '{"text": "甲"}\n\n{"text": "乙"}\n',
    ".hidden.txt": "x",
    ".git/a.txt": "x",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "d" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path / "d"


def found(*paths: str, **options: object) -> list[tuple[str, str]]:
    return [(item.id, item.where) for item in find_inputs(Selection(paths, **options))]  # type: ignore[arg-type]


@pytest.mark.parametrize("given", ["d", "d/", "./d"])
@pytest.mark.usefixtures("folder")
def test_a_folder_is_walked_in_sorted_order_without_hidden_files(given: str) -> None:
    base = given.rstrip("/")
    assert found(given) == [
        ("a", f"{base}/a.txt"),
        ("b/2024/05/p1", f"{base}/b/2024/05/p1.md"),
        ("b-c", f"{base}/b-c.txt"),
        ("b", f"{base}/b.txt"),
        ("c", f"{base}/c.txt.gz"),
        ("v1.0/readme", f"{base}/v1.0/readme.txt"),
    ]


@pytest.mark.parametrize("name", ["P.TXT", "P.Md", "P.TXT.GZ", "L.JSONL"])
def test_suffixes_may_be_in_capitals(folder: Path, name: str) -> None:
    for old in sorted(folder.rglob("*"), reverse=True):
        old.unlink() if old.is_file() else old.rmdir()
    (folder / name).write_bytes(gzip.compress(b"x\n") if name.endswith("GZ") else b"x\n")
    [item] = find_inputs(Selection(("d",), lines=True))
    assert (item.id, item.path) == ("L:1" if name.startswith("L") else "P", f"d/{name}")
    assert read_input(item, 9) == b"x\n"


TWICE = [
    (["d/a.txt", "d/a.txt"], ["d/a.txt"], "d/a.txt: given twice"),
    (["d/a.txt", "./d/../d/a.txt", "d/a.txt"], ["d/a.txt"], "./d/../d/a.txt and 1 more: given twice"),
    (["d/b", "d/b/2024"], ["d/b/2024/05/p1.md"], "d/b/2024: given twice"),
    (["d/b", "d/b/2024/05/p1.md"], ["d/b/2024/05/p1.md"], "d/b/2024/05/p1.md: given twice"),
    (["d/v1.0/readme.txt", "d/v1.0"], ["d/v1.0/readme.txt"], "d/v1.0/readme.txt: given twice"),
    (["d/b/2024", "d/b"], ["d/b/2024/05/p1.md"], "d/b/2024: given twice"),
    (["d/b", "d/b/a.TXT.bak"], ["d/b/2024/05/p1.md", "d/b/a.TXT.bak"], ""),
    (["d/v1.0", "d/.hidden.txt"], ["d/v1.0/readme.txt", "d/.hidden.txt"], ""),
    (["d/.git", "d/v1.0", "d/.git/a.txt"], ["d/.git/a.txt", "d/v1.0/readme.txt"], "d/.git/a.txt: given twice"),
]


@pytest.mark.parametrize(("given", "read", "said"), TWICE, ids=[" ".join(row[0]) for row in TWICE])
@pytest.mark.usefixtures("folder")
def test_what_is_given_twice_is_read_once(
    given: list[str], read: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [path for _, path in found(*given)] == read
    told = capsys.readouterr().err
    assert told == (f"gxq-extract: {said}, and read once\n" if said else "")
    Path("list").write_text("\n".join(given[1:]))
    assert [path for _, path in found(given[0], listed_in="list")][: len(read)] == read


def test_a_link_to_a_folder_is_told_and_one_to_a_page_is_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, target in (("link", ".."), ("link.txt", "2024"), ("page.txt", "../a.txt"), ("circle", "circle")):
        (folder / "b" / name).symlink_to(target)
    assert found("d/b") == [("2024/05/p1", "d/b/2024/05/p1.md"), ("page", "d/b/page.txt")]
    assert capsys.readouterr().err.splitlines() == [
        f"gxq-extract: d/b/{name}: not read, since it is a link to a folder; give that folder too"
        for name in ("link", "link.txt")
    ]


@pytest.mark.usefixtures("folder")
def test_files_are_named_by_stem_and_lines_by_number() -> None:
    assert found("d/b/2024/05/p1.md", "d/c.txt.gz") == [("p1", "d/b/2024/05/p1.md"), ("c", "d/c.txt.gz")]
    assert found("d/lines.jsonl") == [("lines:1", "d/lines.jsonl:1"), ("lines:3", "d/lines.jsonl:3")]
    assert ("lines:3", "d/lines.jsonl:3") in found("d", lines=True)


@pytest.mark.usefixtures("folder")
def test_what_is_missing_or_broken_is_an_input_that_failed() -> None:
    Path("cut.jsonl.gz").write_bytes(gzip.compress(b'{"text": "x"}\n' * 9)[:-9])
    Path("d/gone.txt").symlink_to("nowhere")
    failures = [item for item in find_inputs(Selection(("d", "nowhere", "cut.jsonl.gz"))) if item.failure]
    assert [(item.failure, item.where) for item in failures] == [
        ("not_found", "d/gone.txt"),
        ("not_found", "nowhere"),
        ("unreadable", "cut.jsonl.gz"),
    ]


@pytest.mark.parametrize(("end", "null"), [(b"\n", False), (b"\r\n", False), (b"\0", True)])
@pytest.mark.usefixtures("folder")
def test_a_list_of_paths_from_a_file_and_from_standard_input(
    end: bytes, null: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = end.join([b"d/b", b"", b"d/a.txt"])
    expected = [("2024/05/p1", "d/b/2024/05/p1.md"), ("a", "d/a.txt")]
    Path("list").write_bytes(listed)
    assert found(listed_in="list", null=null) == expected
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(listed)))
    assert found(listed_in="-", null=null) == expected


@pytest.mark.usefixtures("folder")
def test_shards_part_the_inputs() -> None:
    inputs = list(find_inputs(Selection(("d",), lines=True)))
    shards = [list(of_shard(inputs, part, 3)) for part in (1, 2, 3)]
    assert sorted(item.where for item in chain(*shards)) == sorted(item.where for item in inputs)
    assert shards == [list(of_shard(inputs, part, 3)) for part in (1, 2, 3)]


@pytest.mark.usefixtures("folder")
def test_a_line_over_the_limit_costs_only_itself() -> None:
    Path("long.jsonl").write_bytes(b"\xef\xbb\xbf" + b'{"text": "' + b"x" * 100 + b'"}\n{"text": "y"}\n')
    first, second = find_inputs(Selection(("long.jsonl",), limit=20))
    assert (first.failure, first.line) == ("too_large", 1)
    assert (second.data, second.line) == (b'{"text": "y"}\n', 2)


def test_batches_are_bounded_by_number_and_by_bytes() -> None:
    small, large = Input("s", "s", size=1), Input("l", "l", size=1 << 20)
    assert [len(batch) for batch in batched([small] * (BATCH_PAGES + 1))] == [BATCH_PAGES, 1]
    assert [len(batch) for batch in batched([large, small, large])] == [1, 2]
    assert list(batched([])) == []
