"""Bulletins in the shape of the record, made from the few facts that a test is about."""

from __future__ import annotations

from typing import Any

from gxq_extract.report.sightings import Row


def mention(text: str, start: int = 0, rule: str = "test.rule") -> Row:
    return {"text": text, "start": start, "end": start + len(text), "rule": rule}


def official(name: str, *labels: str, organization: str | None = None, actions: tuple[str, ...] = ()) -> Row:
    posts = [{"label": label, "organization": organization, "role": label[-2:]} for label in labels]
    return {"name": name, "sector": "public", "posts": posts, "actions": list(actions), "mentions": [mention(name)]}


def meeting(series: str, year: int | None, number: int | None, term: int | None = None) -> Row:
    text = f"{year or ''}第{number}次{series}"
    facts = {"series": series, "organization": None, "year": year, "term": term, "number": number}
    return {"text": text, "mentions": [mention(text)]} | facts


def project(name: str, kind: str = "construction") -> Row:
    return {"name": name, "kind": kind, "mentions": [mention(name)]}


def bulletin(number: int, event_date: str | None = "2024-01-01", **facts: Any) -> Row:
    """A bulletin `p#number`; `facts` replace the empty lists."""
    empty: Row = {"dates": [], "reporters": [], "officials": [], "meetings": [], "projects": [], "warnings": []}
    page = {"id": "p", "path": "p.txt", "sha256": "0" * 64, "published": None, "publisher": None}
    parts = facts.get("parts", [[0, 9]])
    place = {"start": parts[0][0], "body_start": parts[0][0], "end": parts[-1][1], "parts": parts}
    head = {"id": f"p#{number}", "page": page, "kind": "news", "title": None, "event_date": event_date}
    return head | place | empty | facts
