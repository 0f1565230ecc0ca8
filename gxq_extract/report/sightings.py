"""Where and when something was seen: the part that every roll-up shares."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Bulletin = Mapping[str, Any]
Row = dict[str, Any]


def event_day(bulletin: Bulletin) -> str | None:
    """The day (YYYY-MM-DD) of what the bulletin reports, None if its year, month or day is unknown.

    >>> event_day({"event_date": "2023-12-25"}), event_day({"event_date": "XXXX-12-25"})
    ('2023-12-25', None)
    """
    day = (bulletin.get("event_date") or "")[:10]
    return day if _DAY.fullmatch(day) else None


@dataclass(slots=True)
class Sightings:
    """The bulletins in which something stands, with its first and last known day."""

    first: str | None = None
    last: str | None = None
    bulletins: list[str] = field(default_factory=list)

    def see(self, bulletin: Bulletin) -> None:
        """Count the bulletin once, however often it names the thing."""
        if self.bulletins and self.bulletins[-1] == bulletin["id"]:
            return
        self.bulletins.append(bulletin["id"])
        day = event_day(bulletin)
        if day is not None:
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)

    def row(self) -> Row:
        """The sightings as the plain fields that end every row."""
        return {"first": self.first, "last": self.last, "count": len(self.bulletins), "bulletins": self.bulletins}
