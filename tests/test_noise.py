"""How a page is typed and laid out changes no fact: line ends, indents, widths of marks, spaces around them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from gxq_extract import extract
from gxq_extract.page.view import fold
from gxq_extract.record import Bulletin

ROOT = Path(__file__).parents[1]
PAGES = [
    path.read_text(encoding="utf-8")
    for folder in ("seeds", "tests/data/dev", "tests/data/papers")
    for path in sorted((ROOT / folder).glob("*.*"))
]
WIDE = dict(zip(",;:!?()", "，；：！？（）", strict=True))
NOISE: dict[str, Callable[[str], str]] = {
    "line ends of Windows": lambda page: page.replace("\n", "\r\n"),
    "line ends of old": lambda page: page.replace("\n", "\r"),
    "paragraphs indented": lambda page: re.sub(r"(?m)^(?=.{60})", "\u3000\u3000", page),
    "spaces behind lines": lambda page: re.sub(r"(?m)$", "  ", page),
    "tabs before lines": lambda page: re.sub(r"(?m)^(?=.)", "\t", page),
    "spaces that do not break": lambda page: page.replace(" ", "\u00a0"),
    "full-width marks": lambda page: re.sub(r"(?<![\dA-Za-z/])[,;:!?()](?!/)", lambda mark: WIDE[mark[0]], page),
    "half-width marks": lambda page: page.translate({ord(wide): mark for mark, wide in WIDE.items()}),
    "full-width figures": lambda page: re.sub(r"\d", lambda figure: chr(ord(figure[0]) + 0xFEE0), page, flags=re.ASCII),
    "straight quotation marks": lambda page: page.replace("“", '"').replace("”", '"'),
    "spaces around numbers": lambda page: re.sub(r"(?<=[一-鿿])(\d+(?:\.\d+)?)(?=[一-鿿])", r" \1 ", page),
    "spaces behind marks": lambda page: re.sub(r"(?<=[一-鿿][,，、；;])(?=[一-鿿])", " ", page),
}


@pytest.mark.parametrize("noise", NOISE)
def test_changes_no_fact(noise: str) -> None:
    for page in PAGES:
        assert facts(NOISE[noise](page)) == facts(page)


def facts(page: str) -> list[list[str]]:
    """What each bulletin says, in one spelling."""
    return [[_spelled(word) for word in _words(bulletin)] for bulletin in extract(page)]


def _words(bulletin: Bulletin) -> list[str]:
    return [
        bulletin.title.text if bulletin.title else "",
        str(bulletin.event_date),
        *(date.value for date in bulletin.dates),
        *(f"{reporter.name} {reporter.role}" for reporter in bulletin.reporters),
        *(f"{official.name} {post.label}" for official in bulletin.officials for post in official.posts),
        *(meeting.text for meeting in bulletin.meetings),
        *(project.name for project in bulletin.projects),
    ]


def _spelled(word: str) -> str:
    return re.sub(r'[\s"“”]', "", fold(word))
