"""A bulletin as its own text tells it: the clean view, and what the rules find in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gxq_extract.options import UserRules
from gxq_extract.page.items import Item
from gxq_extract.page.lines import Kind
from gxq_extract.page.source import Page
from gxq_extract.page.stretches import clean_view
from gxq_extract.page.view import View
from gxq_extract.resolve import people
from gxq_extract.resolve.people import Person
from gxq_extract.resolve.years import event_years
from gxq_extract.rules import dates, meetings, officials, projects, reporters, taught
from gxq_extract.rules.names import Evidence
from gxq_extract.rules.rule import FoundPerson, Mention
from gxq_extract.rules.standins import reader
from gxq_extract.rules.taught import with_taught
from gxq_extract.terms import ROLES, WarningCode


@dataclass(slots=True)
class Draft:
    """A bulletin with the mentions its rules found, before the page as a whole is known."""

    item: Item
    view: View
    dates: list[Mention]
    title_dates: list[Mention]
    impossible: list[Mention]
    meetings: list[Mention]
    projects: list[Mention]
    rules: UserRules
    persons: dict[str, Person]
    credits: list[dict[str, Any]]
    event_years: tuple[int | None, int | None]

    @classmethod
    def read(cls, item: Item, page: Page, folded: str, evidence: Evidence, rules: UserRules) -> Draft:
        """Run the rules over one item of the page; `evidence` is the page for what it says of a name elsewhere."""
        view = clean_view(page.text, folded, [*item.body, *item.strays])
        text = view.text
        found, impossible = dates.find(text)
        title = item.title.text if item.title else ""
        credited = [
            (place, mention)
            for place, mention in _credits(item, view, page, folded, rules)
            if mention.value not in rules.not_names
        ]
        return cls(
            item,
            view,
            with_taught(taught.find("date", text, rules), found),
            dates.find(title)[0],
            impossible,
            with_taught(taught.find("meeting", text, rules), meetings.find(text)),
            with_taught(taught.find("project", text, rules), projects.find(text)),
            rules,
            people.unite(_people(text, evidence, rules), view, dict(rules.aliases)),
            _reporters(credited, dict(rules.aliases)),
            event_years([text.split("\n", 1)[0], title]),
        )


def _people(text: str, evidence: Evidence, rules: UserRules) -> list[FoundPerson]:
    own = [
        FoundPerson(one.rule, one.start, one.end, [one.data["post"]]) for one in taught.find("official", text, rules)
    ]
    found = with_taught(own, officials.find(reader(rules)(text), evidence))
    return [one for one in found if text[one.start : one.end] not in rules.not_names]


def _credits(item: Item, view: View, page: Page, folded: str, rules: UserRules) -> list[tuple[View, Mention]]:
    mentions = with_taught(taught.find("reporter", view.text, rules), reporters.find(view.text))
    if item.kind == "photo" or item.body[-1].kind in (Kind.CAPTION, Kind.CREDIT):
        mentions = [*reporters.find_in_caption(view.text), *mentions]
    found = [(view, mention) for mention in mentions]
    captions = [line for line in item.body[:-1] if line.kind is Kind.CAPTION]
    for lines, find in ((captions, reporters.find_in_caption), (item.credits, reporters.find_in_line)):
        for line in lines:
            line_view = clean_view(page.text, folded, [line])
            found += [(line_view, mention) for mention in find(line_view.text)]
    return found


def _reporters(credited: list[tuple[View, Mention]], aliases: dict[str, str]) -> list[dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    placed: set[tuple[str, int, int]] = set()
    for view, mention in credited:
        printed = people.squeeze(view.printed(mention.start, mention.end))
        name = aliases.get(printed, printed)
        role = mention.data["role"]
        row = rows.setdefault(name, {"name": name, "role": role, "mentions": []})
        if ROLES.index(role) < ROLES.index(row["role"]):
            row["role"] = role
        place = mention_record(view, mention.start, mention.end, mention.rule)
        if (name, place["start"], place["end"]) not in placed:
            placed.add((name, place["start"], place["end"]))
            row["mentions"].append(place)
    return list(rows.values())


def mention_record(view: View, start: int, end: int, rule: str) -> dict[str, Any]:
    """A mention as the record has it: printed text, page offsets, rule."""
    first, last = view.span(start, end)
    text = view.printed(start, end)
    if len(text) < last - first:
        whole = "".join(view.source[first:last].split())
        # Markup or an invisible character inside the span: the page's own text is given.
        text = text if whole == "".join(text.split()) else whole
    return {"text": text, "start": first, "end": last, "rule": rule}


def warning(code: WarningCode, message: str, start: int, end: int) -> dict[str, Any]:
    """A doubt as the record has it, with its place on the page."""
    return {"code": code, "message": message, "start": start, "end": end}
