"""The words of the record that rules and rules files use too; the models are in `record`."""

from __future__ import annotations

from typing import Final, Literal, get_args

SchemaVersion = Literal["1.0"]
# Of several roles in one bulletin a person keeps the first.
Role = Literal["reporter", "trainee_reporter", "intern", "correspondent", "photographer", "author", "editor"]
ProjectKind = Literal["construction", "industry", "programme"]
# What a careful reader would doubt; README.md says what each means.
WarningCode = Literal["damaged_bytes", "date.impossible", "date.year_unknown", "headline.ambiguous"]

SCHEMA_VERSION: Final[SchemaVersion] = get_args(SchemaVersion)[0]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
