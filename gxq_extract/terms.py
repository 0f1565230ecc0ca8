"""The words of the record that rules, rules files and views use too; the models are in `record`."""

from __future__ import annotations

import re
from typing import Final, Literal, get_args

SchemaVersion = Literal["1.0"]
# Of several roles in one bulletin a person keeps the first.
Role = Literal["reporter", "trainee_reporter", "intern", "correspondent", "photographer", "author", "editor"]
ProjectKind = Literal["construction", "industry", "programme"]
# What a careful reader would doubt; README.md says what each means.
WarningCode = Literal["damaged_bytes", "date.impossible", "date.year_unknown", "headline.ambiguous"]
# What a rule finds one of, and the field of a bulletin that lists all of them.
FactField = Literal["date", "reporter", "official", "meeting", "project"]
FactList = Literal["dates", "reporters", "officials", "meetings", "projects"]

SCHEMA_VERSION: Final[SchemaVersion] = get_args(SchemaVersion)[0]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
FACTS: Final[dict[FactField, FactList]] = {
    "date": "dates",
    "reporter": "reporters",
    "official": "officials",
    "meeting": "meetings",
    "project": "projects",
}


def without_generic_tail(name: str) -> str:
    """A project's name without a closing 项目, 工程 or 建设工程, which one page prints and the next leaves out.

    >>> without_generic_tail("清溪治理工程"), without_generic_tail("清溪大桥建设项目")
    ('清溪治理', '清溪大桥')
    """
    return re.sub(r"(?:建设)?(?:项目|工程)$", "", name)
