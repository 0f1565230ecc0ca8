"""JSON Lines files that hold something else."""

import pytest

from gxq_extract.run.inputs import Input
from gxq_extract.run.lines import LineFields, lacks_text
from gxq_extract.run.probing import TRIED, told_once


def lines(path: str, *contents: bytes | None) -> list[Input]:
    return [
        Input(f"{path}:{number}", path, data=data, line=number, failure=None if data else "too_large")
        for number, data in enumerate(contents, start=1)
    ]


def shown(inputs: list[Input]) -> list[str]:
    fault = {b"bad": "as told"}.get
    return [f"{item.where} {item.failure or ''}".strip() for item in told_once(inputs, fault, "no_pages")]


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        ([b"bad"], ["a no_pages"]),
        ([b"bad"] * (TRIED + 1), ["a no_pages"]),
        ([b"bad"] * TRIED + [b"good"], ["a no_pages"]),
        ([b"bad"] * 2 + [b"good", b"bad"], ["a:1", "a:2", "a:3", "a:4"]),
        ([b"good"] + [b"bad"] * TRIED, [f"a:{number}" for number in range(1, TRIED + 2)]),
        ([None, b"bad"], ["a:1 too_large", "a:2"]),
    ],
)
def test_a_file_that_holds_something_else_is_one_failure(contents: list[bytes | None], expected: list[str]) -> None:
    page = Input("p", "p.txt")
    assert shown([page, *lines("a", *contents), *lines("b", b"good"), page]) == ["p.txt", *expected, "b:1", "p.txt"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"body": "x", "url": 1}', "field 'text' is missing; its keys are 'body', 'url'"),
        (b"{}", "field 'text' is missing; its keys are none"),
        (b'{"text": 1}', None),
        (b"[]", None),
        (b"no JSON", None),
    ],
)
def test_a_record_without_the_text_s_field(line: bytes, reason: str | None) -> None:
    assert lacks_text(line, LineFields()) == reason
