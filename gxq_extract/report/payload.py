"""The data that the report embeds: bulletins as runs and facts, and the rows of the roll-ups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gxq_extract.report.facts import Fact, facts_of
from gxq_extract.report.meetings import meetings, series_key
from gxq_extract.report.people import people
from gxq_extract.report.projects import projects
from gxq_extract.report.reading import Mark, Run, marks_of, runs_of, searched, text_of
from gxq_extract.report.sightings import Bulletin, Row


@dataclass(frozen=True, slots=True)
class Reading:
    """A bulletin with the text of its page, or None where only the record is at hand."""

    bulletin: Bulletin
    page_text: str | None = None


def payload(readings: Iterable[Reading], sources: Iterable[str]) -> Row:
    """Everything that the report shows, as plain data; `sources` are the names of the inputs."""
    rules: dict[str, int] = {}
    readings = list(readings)
    bulletins = [reading.bulletin for reading in readings]
    series = meetings(bulletins)
    names = {series_key(row): {"series": row["series"], "organization": row["organization"]} for row in series}
    return {
        "sources": list(sources),
        "bulletins": [_bulletin(reading, rules, names) for reading in readings],
        "people": people(bulletins),
        "meetings": series,
        "projects": projects(bulletins),
        "rules": list(rules),
    }


def _bulletin(reading: Reading, rules: dict[str, int], names: dict[str, Row]) -> Row:
    """One bulletin as the reader shows it; `rules` numbers rules at their first use, `names` has the series by key."""
    bulletin, text = reading.bulletin, text_of(reading.bulletin, reading.page_text)
    facts = facts_of(bulletin, text)
    marks = marks_of(bulletin, facts)
    if reading.page_text is None:
        marks = searched(marks, text)
    title = bulletin["title"]
    return {
        "id": bulletin["id"],
        "path": bulletin["page"]["path"],
        "published": bulletin["page"]["published"],
        "publisher": bulletin["page"]["publisher"],
        "kind": bulletin["kind"],
        "title": title and title["text"],
        "date": bulletin["event_date"],
        "facts": [_fact(fact, rules, names) for fact in facts],
        "warnings": [{"code": warning["code"], "message": warning["message"]} for warning in bulletin["warnings"]],
        "runs": [_run(run, rules) for run in runs_of(text, marks)],
    }


def _fact(fact: Fact, rules: dict[str, int], names: dict[str, Row]) -> Row:
    """One fact with the rules of its mentions, a meeting with the series that the roll-up has it in."""
    assumptions = [[assumption.code, assumption.of] for assumption in fact.assumptions]
    used = sorted({_rule(place.rule, rules) for place in fact.places})
    series = names[series_key({"text": fact.name} | fact.details)] if fact.field == "meeting" else {}
    return {"field": fact.field, "name": fact.name} | fact.details | series | {"assumed": assumptions, "rules": used}


def _run(run: Run, rules: dict[str, int]) -> str | list[object]:
    """A plain run as its text, a marked one as its text and [fact, rule] for each mark, the widest first."""
    widest_first = sorted(run.marks, key=_width, reverse=True)
    return [run.text, *([mark.fact, _rule(mark.rule, rules)] for mark in widest_first)] if run.marks else run.text


def _width(mark: Mark) -> int:
    """How many characters the mark covers."""
    return mark.end - mark.start


def _rule(rule: str, rules: dict[str, int]) -> int:
    """The rule's number in the table of rules."""
    return rules.setdefault(rule, len(rules))
