"""A page in the terminal: its text with the mentions coloured, and a panel a bulletin."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, Final

from rich.cells import cell_len
from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from gxq_extract.page.source import Page
from gxq_extract.report.facts import Assumption, Fact, facts_of
from gxq_extract.report.reading import text_of
from gxq_extract.report.sightings import Bulletin
from gxq_extract.terms import FACTS

# Of middle lightness, to be read on dark and light ground.
STYLES: Final = {
    "date": "bold #b8810f underline",
    "reporter": "bold #d0527e underline",
    "official": "bold #3d82d6 underline",
    "meeting": "bold #9a74e8 underline",
    "project": "bold #2f9d66 underline",
}
_LABELS: Final = {
    "date": "dates",
    "reporter": "credits",
    "official": "people",
    "meeting": "meetings",
    "project": "projects",
}
_YEAR_SOURCES: Final = {
    "page": "the page's publication date, or --published",
    "meeting": "the meeting's name",
    "context": "the rest of the page, or --year",
}
_NO_LINE_START: Final = frozenset("、。，．・：；？！）］｝〉》」』】〕’”…—,.:;?!)]}%‰℃")
_NO_LINE_END: Final = frozenset("（［｛〈《「『【〔‘“([{")
_INVISIBLE: Final = "\u200b"

Line = tuple[str, Text]


def print_page(page: Page, bulletins: Sequence[Bulletin], console: Console, *, why: bool = False) -> None:
    """Print the page and what was found on it; without colours and frames where the console is no terminal."""
    text = highlighted(page.text, bulletins)
    if not console.is_terminal:
        _print_plain(text, bulletins, page, console, why=why)
        return
    console.print(_legend(), "")
    for line in text.split("\n", allow_blank=True):
        console.print(Text("\n").join(folded(line, console.width)), no_wrap=True, crop=False)
    for bulletin in bulletins:
        console.print(_panel(bulletin, page, why=why))


def highlighted(page_text: str, bulletins: Sequence[Bulletin]) -> Text:
    """The page with headlines bold and each mention in the style of its field, the narrower above the wider."""
    text = Text(harmless(page_text), end="")
    spans = []
    for bulletin in bulletins:
        if bulletin["title"]:
            text.stylize("bold", bulletin["title"]["start"], bulletin["title"]["end"])
        for fact in facts_of(bulletin, ""):
            spans += [(place.start - place.end, place.start, place.end, STYLES[fact.field]) for place in fact.places]
    for _, start, end, style in sorted(spans):
        text.stylize(style, start, end)
    return text


def harmless(text: str) -> str:
    """The text, as long as before, without characters that steer a terminal or turn the direction of writing.

    >>> harmless("a\\x1b[31mb")
    'a␛[31mb'
    """
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else _stand_in(character) for character in text)


def _stand_in(character: str) -> str:
    """What is shown for a character that is not printable."""
    if character in "\n\u3000\u00a0":
        return character
    if character == "\r":
        return _INVISIBLE
    if character == "\t" or unicodedata.category(character) == "Zs":
        return " "
    return chr(0x2400 + ord(character)) if ord(character) < 0x20 else "\N{REPLACEMENT CHARACTER}"


def folded(line: Text, width: int) -> list[Text]:
    """The line cut to the width in cells, by the Chinese rules of what may begin and end a line.

    >>> [piece.plain for piece in folded(Text("会议强调，安全生产。"), 8)]
    ['会议强', '调，安全', '生产。']
    """
    return list(line.divide(_cuts(line.plain, width))) or [line]


def _cuts(text: str, width: int) -> Iterator[int]:
    """The places at which lines of at most that many cells begin, without the first."""
    start = used = 0
    for place, character in enumerate(text):
        cells = cell_len(character)
        if used + cells > width and place > start:
            cut = _better_cut(text, start, place)
            yield cut
            used = cell_len(text[cut:place])
            start = cut
        used += cells


def _better_cut(text: str, start: int, place: int) -> int:
    """The last place not after the given one where a line may begin; the given one, if there is none in the line."""
    for cut in range(place, start, -1):
        before, after = text[cut - 1], text[cut]
        in_word = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
        if after not in _NO_LINE_START and before not in _NO_LINE_END and not in_word:
            return cut
    return place


def _legend() -> Text:
    """The fields, each in its style."""
    return Text("  ").join(Text(field, STYLES[field]) for field in FACTS)


def _panel(bulletin: Bulletin, page: Page, *, why: bool) -> Panel:
    """The bulletin's facts in a frame, its number and headline above."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for label, content in _lines(bulletin, page, why=why):
        table.add_row(label, content)
    title = Text.assemble((_number(bulletin), "dim"), " ", (_headline(bulletin), "bold"))
    return Panel(table, title=title, title_align="left", border_style="dim")


def _print_plain(text: Text, bulletins: Sequence[Bulletin], page: Page, console: Console, *, why: bool) -> None:
    """The same for a file or a pipe: one line a fact, no line broken, no colour."""
    console.print(text.plain.replace(_INVISIBLE, ""), soft_wrap=True, markup=False, highlight=False)
    for bulletin in bulletins:
        head = f"\n{_number(bulletin)} {_headline(bulletin)}"
        lines = (
            f"  {label + ':' if label else '':<10}{content.plain}" for label, content in _lines(bulletin, page, why=why)
        )
        console.print("\n".join([head, *lines]), soft_wrap=True, markup=False, highlight=False)


def _number(bulletin: Bulletin) -> str:
    """The bulletin's number on its page."""
    return "#" + str(bulletin["id"]).rpartition("#")[2]


def _headline(bulletin: Bulletin) -> str:
    """The headline on one line."""
    title = bulletin["title"]
    return harmless(" ".join(str(title["text"]).split())) if title else "(no headline)"


def _lines(bulletin: Bulletin, page: Page, *, why: bool) -> Iterator[Line]:
    """The bulletin's facts as labelled lines; the label stands at the first of its field."""
    yield "event", Text(f"{bulletin['event_date'] or 'no date'} · {bulletin['kind']}")
    facts = facts_of(bulletin, text_of(bulletin, page.text))
    for field in FACTS:
        for place, fact in enumerate(fact for fact in facts if fact.field == field):
            yield "" if place else _LABELS[field], _fact(fact)
            if why:
                yield from (("", Text(f"↳ {reason}", "dim")) for reason in _reasons(fact))
    for place, warning in enumerate(bulletin["warnings"]):
        yield "" if place else "doubts", Text(harmless(f"{warning['code']}: {warning['message']}"), "yellow")


def _fact(fact: Fact) -> Text:
    """The fact's name in the style of its field, and what its field adds."""
    details = " · ".join(filter(None, _details(fact)))
    return Text.assemble((harmless(fact.name), STYLES[fact.field]), f"  {harmless(details)}" if details else "")


def _details(fact: Fact) -> Iterator[str]:
    """What the field adds to the name, as words."""
    details: dict[str, Any] = fact.details
    match fact.field:
        case "date":
            yield details["value"]
        case "reporter":
            yield details["role"].replace("_", " ")
        case "official":
            yield "、".join(details["posts"])
            yield ", ".join(details.get("actions", ()))
        case "meeting":
            yield from (f"{key} {details[key]}" for key in ("year", "term", "number") if key in details)
        case "project":
            yield details["kind"]


def _reasons(fact: Fact) -> Iterator[str]:
    """The rules that found the fact, and what its value rests on."""
    yield "rule " + ", ".join(sorted({place.rule for place in fact.places}))
    yield from (harmless(_assumption(assumption)) for assumption in fact.assumptions)


def _assumption(assumption: Assumption) -> str:
    """The assumption in words."""
    match assumption.code:
        case "year_from":
            return f"year from {_YEAR_SOURCES.get(assumption.of, assumption.of)}"
        case "organization_from_list":
            return f"organization from the list before it: {assumption.of}"
        case "shared_post":
            return f"post shared by the whole list: {assumption.of}"
