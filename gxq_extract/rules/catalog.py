"""All rules of all fields, in the order of the record's fields."""

from __future__ import annotations

from gxq_extract.rules import dates, meetings, officials, projects, reporters
from gxq_extract.rules.rule import Rule

RULES: tuple[Rule, ...] = (*dates.RULES, *reporters.RULES, *officials.RULES, *meetings.RULES, *projects.RULES)
