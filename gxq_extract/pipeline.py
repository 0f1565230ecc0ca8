"""One page from text to records: the whole story on one screen."""

from __future__ import annotations

from typing import Any

from gxq_extract.options import Options
from gxq_extract.page.headlines import match_headlines
from gxq_extract.page.orphans import settle_orphans
from gxq_extract.page.segment import layout
from gxq_extract.page.source import Page
from gxq_extract.page.view import fold
from gxq_extract.resolve.bulletin import bulletin_record
from gxq_extract.resolve.context import PageContext
from gxq_extract.resolve.draft import Draft
from gxq_extract.resolve.page_warnings import hand_out
from gxq_extract.rules.names import Evidence

_EVIDENCE = 20_000  # characters of the page in which the same name is looked for


def extract_page(page: Page, options: Options) -> list[dict[str, Any]]:
    """The page's bulletins as plain dicts in the shape of `record.Bulletin`, in order of position."""
    folded = fold(page.text)
    found = layout(folded)
    doubts = match_headlines(found)
    settle_orphans(found)
    evidence = Evidence(folded[:_EVIDENCE])
    drafts = [Draft.read(item, page, folded, evidence, options.rules) for item in found.items]
    context = PageContext.of(page, folded, found, drafts, options)
    order = sorted(range(len(drafts)), key=lambda index: drafts[index].item.body[0].start)
    records = [
        bulletin_record(drafts[index], number, page, context, doubts.get(index), options)
        for number, index in enumerate(order, start=1)
    ]
    hand_out(page.warnings, records)
    return records
