"""One page from text to records: the whole story on one screen."""

from __future__ import annotations

from typing import Any

from gxq_extract.options import Options
from gxq_extract.page.source import Page


def extract_page(page: Page, options: Options) -> list[dict[str, Any]]:
    """The page's bulletins as plain dicts in the shape of `record.Bulletin`, in order of position."""
    return []
