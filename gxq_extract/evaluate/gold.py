"""Gold: what a careful reader found on a page, one JSON object a line."""

from __future__ import annotations

from codecs import BOM_UTF8
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from gxq_extract.errors import ExtractError
from gxq_extract.record import faults
from gxq_extract.run.opening import reading

_EXTRA = "Extra inputs are not permitted"  # pydantic's words for a key that the model does not have


class _Part(BaseModel):
    """The base of the models: a misspelt field is a fault, not a fact that silently goes missing."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Ordinals(_Part):
    """What a numbered meeting's name says of its year, term and number."""

    number: int
    term: int | None = None
    year: int | None = None


class Spare(_Part):
    """Facts that cost nothing, found or not."""

    projects: tuple[str, ...] = ()
    officials: tuple[str, ...] = ()


class GoldBulletin(_Part):
    """One bulletin; `starts` is the first characters of its body, `dates` pairs printed text with EDTF value."""

    title: str | None
    kind: str
    starts: str
    event_date: str | None
    dates: tuple[tuple[str, str], ...]
    reporters: tuple[tuple[str, str], ...]
    officials: tuple[tuple[str, tuple[str, ...], str], ...]
    meetings: tuple[tuple[str, Ordinals], ...]
    named_meetings: tuple[str, ...] = ()
    projects: tuple[str, ...]
    optional: Spare = Spare()


class GoldPage(_Part):
    """A page with its bulletins."""

    page: str
    published: str | None = None
    bulletins: tuple[GoldBulletin, ...]


def read_gold(path: Path) -> list[GoldPage]:
    """The pages of a gold file, at least one. Raises `ExtractError` naming line, field and reason."""
    with reading(str(path)):
        lines = path.read_bytes().removeprefix(BOM_UTF8).splitlines()
    pages = [_page(line, f"{path}:{number}") for number, line in enumerate(lines, start=1) if line.strip()]
    if not pages:
        raise ExtractError("no_gold", str(path))
    return pages


def _page(line: bytes, where: str) -> GoldPage:
    try:
        return GoldPage.model_validate_json(line)
    except ValidationError as error:
        raise ExtractError("bad_gold", where, _fault(error)) from error


def _fault(error: ValidationError) -> str:
    """The fault to be named: a key that there is none of, before the key that is missing for it."""
    found = list(faults(error, "line"))
    return next((fault.replace(_EXTRA, "no such key") for fault in found if fault.endswith(_EXTRA)), found[0])
