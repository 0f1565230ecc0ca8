"""Bulletins of China's high-tech zones, districts and counties: text in, checked records out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gxq_extract.options import UserRules
    from gxq_extract.record import Bulletin
    from gxq_extract.run.teaching import load_rules

__version__ = "0.1.0"
__all__ = ["Bulletin", "__version__", "extract", "load_rules"]


def extract(
    page_text: str,
    /,
    *,
    page_id: str = "-",
    path: str = "-",
    year: int | None = None,
    published: str | None = None,
    text: bool = False,
    rules: UserRules | None = None,
) -> list[Bulletin]:
    """The bulletins of one page, in order of position, as checked models.

    `page_text` is the page as decoded; offsets in the result count its code points. `page_id` and `path` name the
    page in the records, `year` (1000…9999) and `published` (ISO date: 2024-03-01) stand in where the page tells
    neither, `text` adds each bulletin's clean text, and `rules` are rules of your own (`load_rules`).
    `model_dump(exclude_unset=True)` gives the dict that `gxq-extract run` writes.

    Raises `TypeError` where a year is no int, a date no str or rules are not loaded, `ValueError` for another year and
    for what is no date, `TimeoutError` where a pattern of your own takes too long.

    >>> page = "本报讯(记者 郑树清)11月16日上午,高新区召开2022年第19次党政联席会议。"
    >>> [bulletin] = extract(page)
    >>> bulletin.event_date, bulletin.reporters[0].name, bulletin.meetings[0].number
    ('2022-11-16', '郑树清', 19)
    """
    from gxq_extract.options import Options, UserRules
    from gxq_extract.page.decode import page_from_text
    from gxq_extract.pipeline import extract_page
    from gxq_extract.record import Bulletin

    page = page_from_text(page_text, page_id=page_id, path=path)
    options = Options(year=year, published=published, text=text, rules=UserRules() if rules is None else rules)
    return [Bulletin.model_validate(record) for record in extract_page(page, options)]


def __getattr__(name: str) -> Any:
    """Load the rest on first use (PEP 562), so that importing the package costs next to nothing."""
    if name == "Bulletin":
        from gxq_extract.record import Bulletin

        return Bulletin
    if name == "load_rules":
        from gxq_extract.run.teaching import load_rules

        return load_rules
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
