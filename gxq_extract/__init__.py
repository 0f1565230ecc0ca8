"""Bulletins of China's high-tech zones, districts and counties: text in, checked records out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gxq_extract.record import Bulletin

__version__ = "0.1.0"
__all__ = ["Bulletin", "__version__", "extract"]


def extract(
    page_text: str,
    /,
    *,
    page_id: str = "-",
    path: str = "-",
    year: int | None = None,
    published: str | None = None,
    text: bool = False,
) -> list[Bulletin]:
    """The bulletins of one page, in order of position, as checked models.

    `page_text` is the page as decoded; offsets in the result count its code points. `page_id` and `path` name the
    page in the records, `year` and `published` (ISO date) stand in where the page tells neither, and `text` adds each
    bulletin's clean text. `model_dump(exclude_unset=True)` gives the dict that `gxq-extract run` writes.

    >>> page = "本报讯(记者 郑树清)12月25日上午,高新区召开2023年第20次党政联席会议。"
    >>> [bulletin] = extract(page)
    >>> bulletin.event_date, bulletin.reporters[0].name, bulletin.meetings[0].number
    ('2023-12-25', '郑树清', 20)
    """
    from gxq_extract.options import Options
    from gxq_extract.page.decode import page_from_text
    from gxq_extract.pipeline import extract_page
    from gxq_extract.record import Bulletin

    page = page_from_text(page_text, page_id=page_id, path=path)
    options = Options(year=year, published=published, text=text)
    return [Bulletin.model_validate(record) for record in extract_page(page, options)]


def __getattr__(name: str) -> Any:
    """Load the models on first use (PEP 562), so that importing the package costs next to nothing."""
    if name == "Bulletin":
        from gxq_extract.record import Bulletin

        return Bulletin
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
