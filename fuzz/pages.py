"""What the fuzzers share: pages made worse, and what must hold for any bytes whatever."""

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import orjson

from gxq_extract.page.decode import decode
from gxq_extract.page.view import INVISIBLE
from gxq_extract.run.inputs import Input
from gxq_extract.run.work import Settings, extract_shard

ROOT = Path(__file__).parents[1]
ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16", "latin-1")
ALLOWED = ("undecodable",)


def corpus() -> list[bytes]:
    """The project's own pages."""
    return [path.read_bytes() for folder in ("seeds", "tests/data") for path in sorted((ROOT / folder).rglob("*.txt"))]


def check(data: bytes) -> str:
    """Extract the page twice and raise `AssertionError` if anything is wrong; the error's code, `ok`, or `empty`."""
    first, second = (extract_shard([Input("p", "p.txt", data=data)], Settings()) for _ in range(2))
    assert first.lines == second.lines, "two runs differ"
    for error in first.manifest.errors:
        assert error["code"] in ALLOWED, error["message"]
        return error["code"]
    records = [orjson.loads(line) for line in first.lines.splitlines()]
    _check_places(records, decode(data, "p").text)
    return "ok" if records else "empty"


def _check_places(records: list[dict[str, Any]], text: str) -> None:
    """Spans give back their text, and no two bulletins share a character."""
    parts = sorted(tuple(part) for record in records for part in record["parts"])
    assert all(before[1] <= after[0] for before, after in pairwise(parts)), "bulletins overlap"
    assert [record["id"] for record in records] == [f"p#{number}" for number in range(1, len(records) + 1)]
    for record in records:
        for span in _spans(record):
            printed, said = ("".join(words.split()) for words in (text[span["start"] : span["end"]], span["text"]))
            if "rule" not in span:
                printed, said = _unmarked(printed), _unmarked(said)
            assert printed == said, f"{span} is {printed!r} on the page"


def _unmarked(title: str) -> str:
    """A headline without marks and characters without width, which are layout as breaks are."""
    return title.translate(dict.fromkeys(map(ord, {*INVISIBLE, *"#\x00|"})))


def _spans(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every span of a record that has a text."""
    if record["title"]:
        yield record["title"]
    yield from record["dates"]
    for name in ("reporters", "officials", "meetings", "projects"):
        for fact in record[name]:
            yield from fact["mentions"]


def worse(chance: random.Random, pages: list[bytes]) -> bytes:
    """One of the pages after one to four mutations, or bytes out of nothing."""
    if chance.random() < 0.05:
        return chance.randbytes(chance.randrange(2000))
    data = chance.choice(pages)
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(MUTATIONS)(chance, data, pages)
    return data[:200_000]


def _cut(chance: random.Random, data: bytes, pages: list[bytes]) -> bytes:
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[start:end]


def _drop(chance: random.Random, data: bytes, pages: list[bytes]) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.randrange(60) :]


def _damage(chance: random.Random, data: bytes, pages: list[bytes]) -> bytes:
    damaged = bytearray(data)
    for _ in range(min(len(data), chance.randint(1, 8))):
        damaged[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(damaged)


def _splice(chance: random.Random, data: bytes, pages: list[bytes]) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + _cut(chance, chance.choice(pages), pages)[:500] + data[at:]


def _repeat(chance: random.Random, data: bytes, pages: list[bytes]) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[at : at + chance.randint(1, 30)] * chance.randint(2, 200) + data[at:]


def _swap_encoding(chance: random.Random, data: bytes, pages: list[bytes]) -> bytes:
    text = data.decode(chance.choice(ENCODINGS), "replace")
    return text.encode(chance.choice(ENCODINGS), "ignore")


def _shuffle_lines(chance: random.Random, data: bytes, pages: list[bytes]) -> bytes:
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def _change_space(chance: random.Random, data: bytes, pages: list[bytes]) -> bytes:
    return data.replace(
        chance.choice([b"\n", b" ", b"\r\n"]), chance.choice([b"", b"\0", b"\r", b"\xe3\x80\x80", b"\n\n"])
    )


MUTATIONS = (_cut, _drop, _damage, _splice, _repeat, _swap_encoding, _shuffle_lines, _change_space)
