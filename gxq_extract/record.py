"""The record: what one output line holds, as pydantic models and as JSON Schema 2020-12.

Terms follow Popolo for people and posts, EDTF (ISO 8601-2) for dates, and the W3C Web Annotation text position
selector for offsets. Records travel as plain dicts; the models check them once and give the API its types.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from gxq_extract.terms import SCHEMA_VERSION, FactList, ProjectKind, Role, SchemaVersion

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

# 2024, 202X, XXXX
_YEAR = r"(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)"
# 01…12, XX, the seasons 21…24 and the quarters 33…36 of ISO 8601-2
_MONTH = r"(?:0[1-9]|1[0-2]|2[1-4]|3[3-6]|XX)"
_DAY = r"(?:0[1-9]|[12][0-9]|3[01]|XX)"
# 2024-11-29, XXXX-12-21, 2024-11~, 2024?
_DATE = rf"{_YEAR}(?:-{_MONTH}(?:-{_DAY})?)?[?~%]?"
# 2024-11-27/2024-11-28, 2024-11-27/..
_INTERVAL = rf"(?:{_DATE}/(?:{_DATE}|\.\.)|\.\./{_DATE})"

Offset = Annotated[int, Field(strict=True, ge=0)]
Ordinal = Annotated[int, Field(strict=True, ge=1)]
CalendarYear = Annotated[int, Field(strict=True, ge=1000, le=9999)]
Printed = Annotated[str, StringConstraints(min_length=1)]
Edtf = Annotated[str, StringConstraints(pattern=rf"^(?:{_DATE}|{_INTERVAL})$")]
EdtfDate = Annotated[str, StringConstraints(pattern=rf"^{_DATE}$")]
EdtfDay = Annotated[str, StringConstraints(pattern=rf"^{_YEAR}-{_MONTH}-{_DAY}[?~%]?$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
RuleId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+$")]

Kind = Literal["news", "photo", "commentary"]
Sector = Literal["public", "private"]
Action = Literal["chair", "speak", "attend", "inspect", "meet", "report", "accompany"]
YearSource = Literal["text", "page", "meeting", "context"]


class Part(BaseModel):
    """The base of every model: no field beyond those declared, and no change after it was made."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Span(Part):
    """A stretch of the page, half-open, counted in Unicode code points of the page as decoded."""

    text: Printed = Field(title="Text", description="The words as printed, line and column breaks closed.")
    start: Offset = Field(title="Start", description="Offset of the first character.")
    end: Offset = Field(title="End", description="Offset after the last character.")


class Mention(Span):
    """One place on the page that names a fact, and the rule that found it."""

    rule: RuleId = Field(title="Rule", description="Id of the rule that found the mention (`gxq-extract rules`).")


class Title(Span):
    """The headline that belongs to the body by meaning; it may stand anywhere on the page."""


class Date(Mention):
    """One expression of time, as printed and as an EDTF value."""

    value: Edtf = Field(title="Value", description="EDTF (ISO 8601-2) date or interval; XXXX for an unknown year.")
    year_from: YearSource | None = Field(
        title="Year from",
        description="What gave the year. text: the expression itself; page: the page's publication date, or "
        "--published; meeting: a meeting's year; context: the rest of the page, or --year; null: nothing did.",
    )


class Reporter(Part):
    """A person credited with the text or the picture."""

    name: Printed = Field(title="Name", description="The name without layout spaces.")
    role: Role = Field(title="Role", description="What the credit says the person did.")
    mentions: list[Mention] = Field(min_length=1, title="Mentions", description="Where the credit names the person.")


class Post(Part):
    """A post that the bulletin gives a person (Popolo)."""

    label: Printed = Field(title="Label", description="The post as printed.")
    organization: str | None = Field(
        title="Organization", description="The body in which it is held, filled down within a post list."
    )
    role: str | None = Field(title="Role", description="The function without its organization.")


class Official(Part):
    """A person whom the bulletin, or the page, names with a post."""

    name: Printed = Field(title="Name", description="The name without layout spaces.")
    sector: Sector = Field(title="Sector", description="Whether the posts are public ones.")
    posts: list[Post] = Field(title="Posts", description="All posts that the bulletin gives; empty if only others do.")
    actions: list[Action] = Field(title="Actions", description="What the bulletin says the person did.")
    mentions: list[Mention] = Field(min_length=1, title="Mentions", description="Every place that names the person.")


class Meeting(Part):
    """A meeting with an ordinal or a proper name."""

    text: Printed = Field(title="Text", description="The designation as printed.")
    series: str | None = Field(title="Series", description="The designation without year, term and number.")
    organization: str | None = Field(title="Organization", description="The body that meets, where the text says.")
    year: CalendarYear | None = Field(title="Year", description="The year in the designation.")
    term: Ordinal | None = Field(title="Term", description="The term of the body (届).")
    number: Ordinal | None = Field(title="Number", description="The ordinal (次, 中全会, 号); null for a proper name.")
    mentions: list[Mention] = Field(min_length=1, title="Mentions", description="Every place that names the meeting.")


class Project(Part):
    """A project or programme with a proper name."""

    name: Printed = Field(title="Name", description="The name without quotation marks and trailing 项目 or 工程.")
    kind: ProjectKind = Field(title="Kind", description="What is built or done.")
    mentions: list[Mention] = Field(min_length=1, title="Mentions", description="Every place that names the project.")


class Warning_(Part):  # noqa: N801 - Warning is a built-in exception
    """What a careful reader would doubt."""

    code: Printed = Field(title="Code", description="A short word for the kind of doubt.")
    message: Printed = Field(title="Message", description="The doubt in one sentence.")
    start: Offset = Field(title="Start", description="Offset of the first doubtful character.")
    end: Offset = Field(title="End", description="Offset after the last doubtful character.")


class PageReference(Part):
    """An input text: a newspaper page or one web article."""

    id: Printed = Field(title="Page id", description="Path below the given folder, without suffix; - for stdin.")
    path: Printed = Field(title="Path", description="The path as given.")
    sha256: Sha256 = Field(
        title="SHA-256", description="Hash of the page's bytes; of a text (from JSON Lines, in Python) as UTF-8."
    )
    published: EdtfDate | None = Field(title="Published", description="Publication date that the page prints.")
    publisher: str | None = Field(title="Publisher", description="The paper or site that the page names.")


class Bulletin(Part):
    """One item on a page, with its dates, reporters, officials, meetings and projects."""

    schema_version: SchemaVersion = Field(title="Schema version", description="Version of this record.")
    id: Annotated[str, StringConstraints(pattern=r"^[\s\S]+#[1-9][0-9]*$")] = Field(
        title="Bulletin id", description="page.id, #, and the bulletin's number on the page, from 1."
    )
    page: PageReference = Field(title="Page", description="The page on which the bulletin stands.")
    kind: Kind = Field(title="Kind", description="News item, photo caption or signed opinion piece.")
    start: Offset = Field(title="Start", description="Offset of its heading, if directly above, else of its body.")
    body_start: Offset = Field(title="Body start", description="Offset of the body's credit or dateline.")
    end: Offset = Field(title="End", description="Offset after its last character.")
    parts: list[tuple[Offset, Offset]] = Field(
        min_length=1, title="Parts", description="The stretches [start, end] of its text, in reading order."
    )
    title: Title | None = Field(title="Title", description="The headline that belongs to the body; null if none does.")
    event_date: EdtfDay | None = Field(
        title="Event date", description="First day of what is reported, by dateline or first paragraph (EDTF)."
    )
    dates: list[Date] = Field(title="Dates", description="Every expression of time, in order of appearance.")
    reporters: list[Reporter] = Field(title="Reporters", description="Everyone credited with the text or picture.")
    officials: list[Official] = Field(title="Officials", description="Each person with a post, once a bulletin.")
    meetings: list[Meeting] = Field(title="Meetings", description="Each numbered or named meeting, once a bulletin.")
    projects: list[Project] = Field(title="Projects", description="Each named project or programme, once a bulletin.")
    warnings: list[Warning_] = Field(title="Warnings", description="What a careful reader would doubt.")
    text: str | None = Field(None, title="Clean text", description="The bulletin's clean text (--text).")
    source: dict[str, Any] | None = Field(
        None, title="Source fields", description="Other fields of the JSON Lines record that held the page (--keep)."
    )

    @model_validator(mode="after")
    def _spans_hold(self) -> Self:
        """Check what a field alone cannot tell: spans run forwards and mentions lie inside the parts."""
        if not self.start <= self.body_start <= self.end:
            raise ValueError("start, body_start and end are out of order")
        if any(start > end for start, end in self.parts):
            raise ValueError("a part ends before it starts")
        for mention in self.mentions():
            if not any(start <= mention.start < mention.end <= end for start, end in self.parts):
                raise ValueError(f"mention {mention.text!r} at {mention.start}…{mention.end} lies outside the parts")
        return self

    def mentions(self) -> Iterator[Mention]:
        """Every mention of every fact, field by field."""
        yield from self.dates
        for facts in (self.reporters, self.officials, self.meetings, self.projects):
            for fact in facts:
                yield from fact.mentions


class MentionRecord(Span):
    """One mention on a line of its own, for tabular tools (`--unit mention`)."""

    page: Printed = Field(title="Page id", description="The page's id.")
    bulletin: Printed = Field(title="Bulletin id", description="The bulletin's id.")
    field: FactList = Field(title="Field", description="The bulletin's field that holds the fact.")
    value: Printed = Field(title="Value", description="The date's EDTF value, the name, or the meeting's designation.")
    rule: RuleId = Field(title="Rule", description="Id of the rule that found the mention (`gxq-extract rules`).")


def faults(error: ValidationError, whole: str) -> Iterator[str]:
    """Each fault as `field: reason`; `whole` is what the field is called where all is at fault."""
    for fault in error.errors(include_url=False, include_context=False):
        yield f"{'.'.join(map(str, fault['loc'])) or whole}: {fault['msg']}"


def json_schema(unit: Literal["bulletin", "mention"]) -> dict[str, Any]:
    """The JSON Schema 2020-12 of a record, as a dict with `$schema`, `$id`, a title and a description.

    >>> json_schema("mention")["$id"]
    'urn:gxq-extract:schema:mention:1.0'
    """
    model: type[Part] = Bulletin if unit == "bulletin" else MentionRecord
    head = {"$schema": DIALECT, "$id": f"urn:gxq-extract:schema:{unit}:{SCHEMA_VERSION}"}
    return head | model.model_json_schema()


def schema_text(unit: Literal["bulletin", "mention"]) -> str:
    """The JSON Schema of a record as the text of a file."""
    return json.dumps(json_schema(unit), ensure_ascii=False, indent=2) + "\n"
