"""Decoding: every encoding that pages come in, and what is no text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxq_extract.errors import DecodeError
from gxq_extract.page.decode import DAMAGE, decode, page_from_bytes, page_from_text

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
NEWS = (
    "本报讯(记者 郑树清)11月16日上午,高新区召开2022年第19次党政联席会议。\r\n市政协副主席、党工委书记沈泽主持会议。\n"
)
TRADITIONAL = "本報訊(記者 陳國華)臺北市長昨日出席會議,聽取關於經濟發展與環境保護的報告,並對業務單位表示肯定。\n"


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"", "", "utf-8"),
        (b"\xef\xbb\xbf", "", "utf-8"),
        (NEWS.encode(), NEWS, "utf-8"),
        (NEWS.encode("utf-8-sig"), NEWS, "utf-8"),
        (NEWS.encode("gb18030"), NEWS, "gb18030"),
        (NEWS.encode("utf-16"), NEWS, "utf-16-le"),
        (b"\xfe\xff" + NEWS.encode("utf-16-be"), NEWS, "utf-16-be"),
        (TRADITIONAL.encode("big5"), TRADITIONAL, "big5hkscs"),
        (TRADITIONAL.encode("gb18030"), TRADITIONAL, "gb18030"),
        (b"a\x00b news", "a\x00b news", "utf-8"),
    ],
)
def test_reads_each_encoding_exactly(data: bytes, text: str, encoding: str) -> None:
    reading = decode(data, "page")
    assert (reading.text, reading.encoding, reading.warnings) == (text, encoding, ())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_seeds_read_the_same_in_every_encoding(path: Path, encoding: str) -> None:
    text = path.read_bytes().decode()
    assert decode(text.encode(encoding), path.name).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_damaged_byte_costs_a_warning_not_the_page(encoding: str) -> None:
    text = NEWS * 5
    data = bytearray(text.encode(encoding))
    at = len(NEWS.encode(encoding)) * 2 - 1
    data[at : at + 1] = b"\xff"
    reading = decode(bytes(data), "page")
    [warning] = reading.warnings
    assert reading.encoding == encoding
    assert warning["code"] == "damaged_bytes"
    assert DAMAGE in reading.text[warning["start"] : warning["end"]]
    assert reading.text[: len(NEWS)] == NEWS and reading.text.endswith(NEWS)


def test_rare_characters_in_damaged_utf8_are_no_reason_to_refuse_it() -> None:
    text = "鏈姤璁龘靐齉爩" * 9
    assert decode(text.encode() + b"\xe5\xb3", "page").text == text + DAMAGE


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"\x00" * 50,
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\xff\xd8",
        b"\xff\xfe" + b"\xd8\xdc" * 9,
    ],
    ids=["all bytes", "zeros", "png", "surrogates"],
)
def test_binary_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(DecodeError, match=r"^photo\.png: is not text"):
        decode(data, "photo.png")


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_become_text_or_a_decode_error(data: bytes) -> None:
    try:
        page = page_from_bytes(data, page_id="p", path="p.txt")
    except DecodeError:
        return
    page.text.encode()  # no lone surrogate is left
    for warning in page.warnings:
        assert 0 <= warning["start"] < warning["end"] <= len(page.text)


@given(st.text(max_size=200))
def test_utf8_reads_back_unchanged(text: str) -> None:
    data = text.encode()
    try:
        assert decode(data, "p").text == text.removeprefix("\ufeff")
    except DecodeError:
        assert sum(character < " " or character == "\x7f" for character in text) > 0.3 * len(data)


@given(st.text(st.characters(), max_size=50))
def test_a_string_keeps_its_offsets(text: str) -> None:
    page = page_from_text(text, page_id="p", path="p")
    assert len(page.text) == len(text)
    page.text.encode()
