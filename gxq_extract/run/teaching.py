"""Which rules files a command reads: gxq.toml of the working folder, then those that --rules names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gxq_extract.errors import ExtractError
from gxq_extract.options import UserRules
from gxq_extract.run.opening import reading

PROJECT_FILE = "gxq.toml"
_TABLE = ("tool", "gxq-extract")


def load_rules(paths: str | Path | Iterable[str | Path], folder: Path = Path()) -> UserRules:
    """The user's rules of one file or of several. Raises `ExtractError` where one cannot be read or is wrong."""
    project = folder / PROJECT_FILE
    named = [paths] if isinstance(paths, str | Path) else list(paths)
    if not named and not project.exists():
        return UserRules()
    from gxq_extract.rules.user import joined, parse_rules

    found = [parse_rules(_text(project), str(project), table=_TABLE)] if project.exists() else []
    return joined([*found, *(parse_rules(_text(Path(path)), str(path)) for path in named)])


def _text(path: Path) -> str:
    with reading(str(path)):
        data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ExtractError("not_utf8", str(path), f"line {line} is not") from error
