"""The record of a bulletin: its facts, from the mentions in its draft and what the page knows."""

from __future__ import annotations

import re
from typing import Any

from gxq_extract.options import Options
from gxq_extract.page.items import Item
from gxq_extract.page.source import Page
from gxq_extract.page.view import INVISIBLE
from gxq_extract.resolve import people
from gxq_extract.resolve.context import PageContext
from gxq_extract.resolve.days import dates_of
from gxq_extract.resolve.draft import Draft, mention_record, warning
from gxq_extract.resolve.event import event_date
from gxq_extract.rules.standins import reader
from gxq_extract.terms import SCHEMA_VERSION

_BUILDING_OF = re.compile(r"(?:教学|实训|门诊|住院|宿舍|综合|医技)楼\Z")
_DONE_TO = re.compile(r"(?:[^\W\d]{2}|[东西南北中])段\Z|(?:[^\W\d]{2})?(?:改造|改扩建|扩建|迁建|整治|加固|提升)\Z")
_UNITS = frozenset("省市县区镇乡")
_WITHOUT_WIDTH = dict.fromkeys(map(ord, INVISIBLE))


def bulletin_record(
    draft: Draft, number: int, page: Page, context: PageContext, doubt: str | None, options: Options
) -> dict[str, Any]:
    """The record of one bulletin as a plain dict (see record.md), not yet validated."""
    item, view = draft.item, draft.view
    start, end = context.extents[item]
    parts = context.parts(item)
    days, warnings = dates_of(draft, context.known(draft))
    if doubt is not None and item.title is not None:
        warnings.append(
            warning("headline.ambiguous", f"another headline fits as well: {doubt}", item.title.start, item.title.end)
        )
    record: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "id": f"{page.id}#{number}",
        "page": context.page_record,
        "kind": item.kind,
        "start": start,
        "body_start": item.body[0].start,
        "end": end,
        "parts": parts,
        "title": _title(item, page),
        "event_date": event_date(draft, days, context.published),
        "dates": days,
        "reporters": draft.credits,
        "officials": _officials(draft, context),
        "meetings": _meetings(draft),
        "projects": _projects(draft),
        "warnings": warnings,
    }
    if options.text:
        record["text"] = view.text
    return record


def _title(item: Item, page: Page) -> dict[str, Any] | None:
    if item.title is None:
        return None
    printed = (page.text[line.start : line.end].translate(_WITHOUT_WIDTH) for line in item.title.lines)
    text = " ".join(re.sub(r"\s+", " ", line).strip() for line in printed)
    return {"text": text, "start": item.title.start, "end": item.title.end}


def _officials(draft: Draft, context: PageContext) -> list[dict[str, Any]]:
    view = draft.view
    credited = {row["name"] for row in draft.credits}
    rows: list[dict[str, Any]] = []
    last_end = 0
    for person in sorted(context.persons(draft), key=lambda person: person.spans[0]):
        if person.name in credited and not person.posts:
            continue
        start, end, _ = person.spans[0]
        # 甲公司总经理乙、总工程师丙: who stands beside somebody by a bare post is of the same organisation.
        beside = rows and view.text[last_end : last_end + 1] == "、" and view.text[last_end + 1 : start] in person.posts
        last_end = end
        rows.append(
            {
                "name": person.name,
                "sector": context.sector(person, rows[-1]["sector"] if beside else "public"),
                "posts": people.posts_with_organization(person.posts, reader(draft.rules)),
                "actions": people.actions_of(view.text, person.spans),
                "mentions": [mention_record(view, start, end, rule) for start, end, rule in person.spans],
            }
        )
    return sorted(rows, key=lambda row: row["mentions"][0]["start"])


def _meetings(draft: Draft) -> list[dict[str, Any]]:
    rows: dict[tuple[Any, ...], dict[str, Any]] = {}
    for mention in draft.meetings:
        data = mention.data
        text = draft.view.printed(mention.start, mention.end)
        key = (data["term"], data["number"]) if data["number"] is not None else (text,)
        fields = {name: data[name] for name in ("series", "organization", "year", "term", "number")}
        row = rows.setdefault(key, {"text": text, **fields, "mentions": []})
        row["year"] = row["year"] or data["year"]
        row["mentions"].append(mention_record(draft.view, mention.start, mention.end, mention.rule))
    return list(rows.values())


def _projects(draft: Draft) -> list[dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for mention in draft.projects:
        printed = "".join(draft.view.printed(start, end) for start, end in mention.data["pieces"])
        name = re.sub(r"[“”\"「」『』]", "", people.squeeze(printed))
        row = rows.setdefault(name, {"name": name, "kind": mention.data["kind"], "mentions": []})
        row["mentions"].append(mention_record(draft.view, mention.start, mention.end, mention.rule))
    return _without_parts(list(rows.values()))


def _without_parts(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each project once, under its first full form: 小清河桥 goes where 青阳路小清河桥 is listed.

    A unit alone before it makes no fuller form: of 妇幼保健院新院 and 县妇幼保健院新院 the first printed stays. A
    building of works that are listed is no project of its own: 东海校区教学楼. Nor are works themselves where what is
    done to them is listed first: 清溪大道 behind 清溪大道改造 or 清溪大道北段.
    """
    if len(rows) < 2:
        return rows
    order = {row["name"]: number for number, row in enumerate(rows)}
    parts = {
        name[at:]
        for name in order
        for at in range(1, len(name))
        if at > 1 or name[0] not in _UNITS or order[name] < order.get(name[1:], -1)
    }
    parts |= {plain for name in order if (plain := _DONE_TO.sub("", name)) and order[name] < order.get(plain, -1)}
    return [
        row
        for row in rows
        if row["name"] not in parts
        and _BUILDING_OF.sub("", row["name"]) not in order.keys() - {row["name"]}
        and not (row["name"][0] in _UNITS and order.get(row["name"][1:], len(rows)) < order[row["name"]])
    ]
