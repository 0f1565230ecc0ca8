"""Which rules files a command reads: gxq.toml of the working folder, then those that --rules names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gxq_extract.errors import ExtractError
from gxq_extract.options import UserRules

PROJECT_FILE = "gxq.toml"
_TABLE = ("tool", "gxq-extract")


def load_rules(paths: Sequence[str], folder: Path = Path()) -> UserRules:
    """The user's rules of all files together. Raises `ExtractError` where one cannot be read or is wrong."""
    project = folder / PROJECT_FILE
    if not paths and not project.exists():
        return UserRules()
    from gxq_extract.rules.user import joined, parse_rules

    found = [parse_rules(_text(project), str(project), table=_TABLE)] if project.exists() else []
    return joined([*found, *(parse_rules(_text(Path(path)), path) for path in paths)])


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise ExtractError("not_found", str(path)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ExtractError("bad_rules", str(path), str(error)) from error
