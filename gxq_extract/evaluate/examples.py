"""What the whole extractor finds in an example: a fragment of text, set into the smallest page that can hold it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gxq_extract.options import Options
from gxq_extract.page.decode import page_from_text
from gxq_extract.pipeline import extract_page
from gxq_extract.rules.check import Find, Finding
from gxq_extract.rules.meetings import meeting_value

_SENTENCE = "本报讯 消息如下。{}"
# A credit has its place by its form: in a dateline, at the end of a text or caption, on a line under the headline.
_CREDITS = (
    "{}云峰区召开会议,部署下半年的各项重点工作。",
    "本报讯 云峰区召开会议,部署下半年的各项重点工作。{}",
    "云峰区召开会议\n{}\n本报讯 云峰区召开会议,部署下半年的各项重点工作。",
    "本报讯 云峰区召开会议,部署下半年的各项重点工作。\n\n\n{}",
)
_FRAMES = {"reporter": _CREDITS}


def finder(options: Options) -> Find:
    """A function that gives (rule id, value) of everything that the extractor finds in an example of a field."""

    def find(field: str, text: str) -> frozenset[Finding]:
        pages = (frame.format(text) for frame in _FRAMES.get(field, (_SENTENCE,)))
        return frozenset(finding for page in pages for finding in _findings(page, options))

    return find


def _findings(text: str, options: Options) -> Iterator[Finding]:
    for record in extract_page(page_from_text(text, page_id="-", path="-"), options):
        yield from ((date["rule"], date["value"]) for date in record["dates"])
        for field in ("reporters", "officials", "projects"):
            yield from _by_rule(record[field], "name")
        for meeting in record["meetings"]:
            value = meeting_value(meeting["term"], meeting["number"], meeting["year"])
            yield from ((mention["rule"], value) for mention in meeting["mentions"])


def _by_rule(facts: list[dict[str, Any]], key: str) -> Iterator[Finding]:
    for fact in facts:
        yield from ((mention["rule"], fact[key]) for mention in fact["mentions"])
