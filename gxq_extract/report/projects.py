"""Projects over many bulletins: when each is mentioned, who inspected it, and which names may mean one project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from gxq_extract.report.sightings import Bulletin, Row, Sightings, event_day
from gxq_extract.report.similarity import alike_projects


@dataclass(slots=True)
class _Project:
    """What the bulletins read so far say of one name."""

    kinds: set[str] = field(default_factory=set)
    inspections: list[Row] = field(default_factory=list)
    seen: Sightings = field(default_factory=Sightings)


def projects(bulletins: Iterable[Bulletin]) -> list[Row]:
    """One row a name: kinds, first and last day, who inspected it when, and possible other names.

    Rows come by number of bulletins, then by name. Two names are never merged: `possible_same` only points.
    """
    known: dict[str, _Project] = defaultdict(_Project)
    for bulletin in bulletins:
        inspections = _inspections(bulletin)
        for project in bulletin["projects"]:
            _add(known[project["name"]], project.get("kind"), bulletin, inspections)
    rows = {name: _row(name, project) for name, project in known.items()}
    for one, other in alike_projects(known):
        rows[one]["possible_same"].append({"name": other})
        rows[other]["possible_same"].append({"name": one})
    return sorted(rows.values(), key=lambda row: (-row["count"], row["name"]))


def _inspections(bulletin: Bulletin) -> list[Row]:
    """Who inspects in this bulletin; the record ties an inspection to the bulletin, not to one of its projects."""
    return [
        {"name": official["name"], "date": event_day(bulletin), "bulletin": bulletin["id"]}
        for official in bulletin["officials"]
        if "inspect" in official.get("actions", ())
    ]


def _add(known: _Project, kind: str | None, bulletin: Bulletin, inspections: list[Row]) -> None:
    """Add one bulletin's mention of a project."""
    if kind:
        known.kinds.add(kind)
    known.inspections.extend(inspections)
    known.seen.see(bulletin)


def _row(name: str, project: _Project) -> Row:
    """The project as plain data; inspections by day."""
    return {
        "name": name,
        "kinds": sorted(project.kinds),
        "inspections": sorted(project.inspections, key=lambda one: (one["date"] or "9", one["bulletin"], one["name"])),
        "possible_same": [],
    } | project.seen.row()
