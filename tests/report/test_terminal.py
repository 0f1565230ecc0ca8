"""A page in the terminal."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from gxq_extract.page.source import Page
from gxq_extract.report.terminal import STYLES, folded, harmless, highlighted, print_page

from .bulletins import bulletin, mention, official

TEXT = "区委召开会议\n\n本报讯 区委书记王一讲话。"
PAGE = Page("p", "p.txt", "0" * 64, TEXT)


@pytest.fixture
def record() -> dict:
    speaker = official("王一", "区委书记", actions=("speak",))
    speaker["mentions"] = [mention("王一", TEXT.index("王一"), "person.post_before")]
    title = {"text": "区委召开会议", "start": 0, "end": 6}
    doubt = {"code": "impossible_date", "message": "2月30日 is no date", "start": 0, "end": 1}
    return bulletin(1, title=title, parts=[[8, len(TEXT)]], officials=[speaker], warnings=[doubt])


def printed(record: dict, *, terminal: bool, why: bool = False, width: int = 40, **settings: object) -> str:
    target = io.StringIO()
    console = Console(file=target, force_terminal=terminal, width=width, color_system="truecolor", **settings)
    print_page(PAGE, [record], console, why=why)
    return target.getvalue()


def test_a_mention_has_the_style_of_its_field(record: dict):
    spans = {(span.start, span.end): span.style for span in highlighted(TEXT, [record]).spans}
    assert spans == {(0, 6): "bold", (TEXT.index("王一"), TEXT.index("王一") + 2): STYLES["official"]}


def test_a_pipe_gets_plain_lines(record: dict):
    plain = printed(record, terminal=False)
    assert plain.startswith(TEXT)
    assert "\x1b" not in plain
    assert "people:   王一  区委书记 · speak" in plain
    assert "doubts:   impossible_date: 2月30日 is no date" in plain
    assert "rule" not in plain


def test_why_adds_rules(record: dict):
    assert "↳ rule person.post_before" in printed(record, terminal=False, why=True)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("text", ["↳ rule date.month_day"]),
        ("page", ["↳ rule date.month_day", "↳ year from the page's publication date, or --published"]),
        ("meeting", ["↳ rule date.month_day", "↳ year from the meeting's name"]),
        ("context", ["↳ rule date.month_day", "↳ year from the rest of the page, or --year"]),
    ],
)
def test_why_tells_what_gave_the_year(source: str, said: list[str]):
    date = mention("5月6日", 8, "date.month_day") | {"value": "2024-05-06", "year_from": source}
    shown = printed(bulletin(1, dates=[date]), terminal=False, why=True)
    assert [line.strip() for line in shown.splitlines() if "↳" in line] == said


def test_a_terminal_gets_colours_and_panels(record: dict):
    shown = printed(record, terminal=True)
    assert "\x1b[1;4;38;2;" in shown
    assert "╭─ #1 区委召开会议" in Text.from_ansi(shown).plain


def test_no_color_is_respected(record: dict):
    assert "38;2;" not in printed(record, terminal=True, no_color=True)


def test_no_line_is_wider_than_the_terminal(record: dict):
    shown = Text.from_ansi(printed(record, terminal=True, width=24)).plain
    assert max(map(cell_len, shown.split("\n"))) <= 24


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        pytest.param("会议强调安全", 8, ["会议强调", "安全"], id="two cells a character"),
        pytest.param("会议强调，安全", 8, ["会议强", "调，安全"], id="no comma at the start of a line"),
        pytest.param("会议强（安全）", 8, ["会议强", "（安全）"], id="no bracket at the end of a line"),
        pytest.param("共有ABC1家公司", 7, ["共有", "ABC1家", "公司"], id="a word of Latin letters stays whole"),
        pytest.param("ABCDEFGH", 3, ["ABC", "DEF", "GH"], id="a word longer than the line"),
        pytest.param("", 8, [""], id="an empty line"),
    ],
)
def test_folding(text: str, width: int, expected: list[str]):
    assert [piece.plain for piece in folded(Text(text), width)] == expected


def test_nothing_on_a_page_steers_the_terminal():
    hostile = "甲\x1b]0;title\x07\x9b31m\u202e乙\t丙\r\n\x00"
    shown = harmless(hostile)
    assert len(shown) == len(hostile)
    assert not set(shown) & set("\x1b\x07\x9b\u202e\r\x00\t")
