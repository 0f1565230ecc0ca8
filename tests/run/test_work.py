"""The unit of work: every failure has its code, and costs no other page."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from fake_cli import extract_lines

from gxq_extract import pipeline
from gxq_extract.errors import ERRORS
from gxq_extract.record import MentionRecord
from gxq_extract.run.inputs import Input
from gxq_extract.run.lines import LineFields
from gxq_extract.run.work import Settings, Shard, extract_shard


@pytest.fixture(autouse=True)
def fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "extract_page", extract_lines)


def page(text: str | bytes) -> Input:
    return Input("p", "p.txt", data=text if isinstance(text, bytes) else text.encode())


def line(**fields: object) -> Input:
    return Input("l:1", "l.jsonl", data=json.dumps(fields).encode(), line=1)


def bulletins(shard: Shard) -> list[dict[str, object]]:
    return [json.loads(line) for line in shard.lines.splitlines()]


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (page("!raise"), "internal"),
        (page("!invalid"), "invalid_record"),
        (page("!sleep 5"), "timeout"),
        (page(bytes(range(256))), "undecodable"),
        (Input("p", "nowhere.txt"), "not_found"),
        (Input("p", "."), "is_folder"),
        (Input("p", "p.txt", failure="too_large"), "too_large"),
        (line(body="x"), "bad_line"),
        (line(text=["x"]), "bad_line"),
        (Input("l", "l", data=b"{", line=1), "bad_line"),
        (Input("l", "l", data=b"[" * 100_000, line=1), "bad_line"),
        (Input("l", "l", data=b"[]", line=1), "bad_line"),
    ],
)
def test_a_failure_has_its_code_and_costs_no_other_page(item: Input, code: str) -> None:
    shard = extract_shard([page("甲\n"), item, page("乙\n丙\n")], Settings(page_timeout=0.05))
    [error] = shard.manifest.errors
    assert (error["code"], error["path"]) == (code, item.where)
    assert ERRORS[code].remedy in error["message"]
    assert len(bulletins(shard)) == shard.manifest.counts["bulletins"] == 3
    assert len(shard.manifest.inputs) == 3
    assert shard.manifest.counts["errors"] == 1


def gz(*parts: bytes) -> bytes:
    return b"".join(map(gzip.compress, parts))


def zst(*parts: bytes) -> bytes:
    zstandard = pytest.importorskip("zstandard", reason="zstandard is not installed: pip install 'gxq-extract[zstd]'")
    return b"".join(map(zstandard.compress, parts))


@pytest.mark.parametrize(("compressed", "suffix"), [(gz, ".gz"), (zst, ".zst")])
def test_a_compressed_page_is_read_as_it_is_and_a_cut_one_is_an_error(
    tmp_path: Path, compressed: Callable[..., bytes], suffix: str
) -> None:
    text = "".join(f"{number * 7919 % 10_007}\n" for number in range(2000)).encode()
    whole = compressed(text, b"", text)
    contents = {
        "whole": whole,
        "none": b"",
        "cut": whole[:-1],
        "cut in the middle": whole[: len(whole) // 3],
        "with more": whole + b"more",
    }
    for name, content in contents.items():
        (tmp_path / f"{name}.txt{suffix}").write_bytes(content)
    shard = extract_shard([Input(name, str(tmp_path / f"{name}.txt{suffix}")) for name in contents], Settings())
    assert [record["id"] for record in bulletins(shard)] == [f"whole#{number}" for number in range(1, 4001)]
    assert [(error["code"], error["page"]) for error in shard.manifest.errors] == [
        ("unreadable", name) for name in list(contents)[2:]
    ]


def test_zstandard_is_asked_for_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "zstandard", None)
    [error] = extract_shard([Input("a", "a.txt.zst")], Settings()).manifest.errors
    assert error["code"] == "missing_extra"
    assert "pip install" in error["message"]


def test_a_limit_on_bytes_holds_for_what_comes_out_of_compression(tmp_path: Path) -> None:
    for path, content in ((tmp_path / "a.txt.gz", gz(b"x" * 1000)), (tmp_path / "a.txt.zst", zst(b"x" * 1000))):
        path.write_bytes(content)
        [error] = extract_shard([Input("a", str(path))], Settings(max_page_bytes=999)).manifest.errors
        assert error["code"] == "too_large"


def test_mentions_are_flat_and_valid() -> None:
    shard = extract_shard([page("甲\n乙\n")], Settings(unit="mention"))
    records = [MentionRecord.model_validate(record) for record in bulletins(shard)]
    assert [(record.bulletin, record.field, record.value, record.start) for record in records] == [
        ("p#1", "dates", "2024", 0),
        ("p#1", "officials", "甲", 0),
        ("p#2", "dates", "2024", 2),
        ("p#2", "officials", "乙", 2),
    ]


def test_a_line_gives_its_id_and_its_other_fields() -> None:
    fields = LineFields(text="body", id="key", keep=True)
    [record] = bulletins(extract_shard([line(body="甲", key=7, url="u", tags=[1, None])], Settings(lines=fields)))
    assert record["id"] == "7#1"
    assert record["source"] == {"url": "u", "tags": [1, None]}
    [error] = extract_shard([line(body="甲", key="")], Settings(lines=fields)).manifest.errors
    assert error["code"] == "bad_line"


def test_a_lone_surrogate_in_a_line_becomes_a_replacement_character() -> None:
    item = Input("l:1", "l.jsonl", data=b'{"text": "\\ud800x", "n\\udc00": ["\\udfff"]}', line=1)
    [record] = bulletins(extract_shard([item], Settings(lines=LineFields(keep=True))))
    assert record["source"] == {"n\ufffd": ["\ufffd"]}
    assert record["officials"][0]["name"] == "\ufffd"  # type: ignore[index]
