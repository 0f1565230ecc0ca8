"""README.md says what the program does: commands, options, exit codes, output, accuracy; its links lead somewhere."""

import re
import tomllib
from pathlib import Path
from typing import get_args

import pytest
import readme
import typer.main

from gxq_extract.cli import app
from gxq_extract.errors import ExitCode
from gxq_extract.evaluate.gold import GoldBulletin, GoldPage
from gxq_extract.terms import WarningCode

TEXT = readme.README.read_text("utf-8")
FIGURES = readme.FIGURES.read_text("utf-8")
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
FLOORS = tomllib.loads((readme.ROOT / "tests" / "accuracy.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there(name: str) -> None:
    assert re.search(rf"`(?:gxq-extract )?{name}\b", TEXT)


def test_every_option_named_exists() -> None:
    known = {option for command in COMMANDS.values() for one in command.params for option in one.opts}
    lines = [line for line in TEXT.splitlines() if "pip " not in line]
    named = {option for line in lines for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", line)}
    assert named <= known | {"--help"}


def test_every_option_of_run_is_there() -> None:
    options = [one.opts for one in COMMANDS["run"].params if one.opts[0].startswith("-")]
    words = set(re.findall(r"(?<![\w-])--?[\w-]+", TEXT))
    assert [names for names in options if words.isdisjoint(names)] == []


def test_exit_codes() -> None:
    rows = {int(code): meaning for code, meaning in re.findall(r"^\| (\d+) \| (.+) \|$", TEXT, re.MULTILINE)}
    assert list(rows) == list(ExitCode)
    said = re.findall(r"(\d+) ([a-z ]+)", app.info.epilog or "")
    assert {int(code) for code, _ in said} == set(ExitCode)
    assert all(rows[int(code)].startswith(meaning) for code, meaning in said)


def test_every_code_of_a_warning_is_there() -> None:
    table = TEXT.partition("| Code | What is doubtful |")[2].partition("\n\n")[0]
    assert sorted(re.findall(r"^\| `(.+?)` \|", table, re.MULTILINE)) == sorted(get_args(WarningCode))


def test_no_code_of_a_warning_is_used_that_is_not_listed() -> None:
    sources = "".join(path.read_text("utf-8") for path in (readme.ROOT / "gxq_extract").rglob("*.py"))
    used = re.findall(r"""(?:\bwarning\(\s*|WarningCode = )"([\w.]+)\"""", sources)
    assert sorted(set(used)) == sorted(get_args(WarningCode))


@pytest.fixture(scope="module")
def blocks() -> list[readme.Block]:
    return list(readme.blocks(TEXT))


@pytest.mark.parametrize("number", range(len(readme.BLOCK.findall(TEXT))))
def test_output_is_real(blocks: list[readme.Block], number: int) -> None:
    block = blocks[number]
    if block.missing:
        pytest.skip(f"{', '.join(block.missing)} not installed")
    assert block.now == block.shown, "run python scripts/readme.py"


def test_no_figure_is_above_what_is_reached() -> None:
    header, _, *rows = readme.table(readme.ACCURACY, FIGURES)
    assert {name for name, *_ in rows} == FLOORS.keys()
    for name, *figures in rows:
        for field, figure in zip(header[1:], figures, strict=True):
            assert float(figure) <= FLOORS[name][field] + 0.0005, f"{name} {field}"


def test_the_sample_of_gold_is_gold_and_every_key_is_told() -> None:
    [sample] = re.findall(r"```json\n(.*?)```", FIGURES, re.DOTALL)
    [bulletin] = GoldPage.model_validate_json(sample).bulletins
    told = re.findall(
        r"^\| `(\w+)` \|", FIGURES.partition("## Gold of your own")[2].partition("\n## ")[0], re.MULTILINE
    )
    assert set(told) == GoldPage.model_fields.keys() | GoldBulletin.model_fields.keys()
    assert bulletin.model_fields_set == GoldBulletin.model_fields.keys()


def test_what_to_expect_is_from_the_table() -> None:
    assert readme.ACCURACY.findall(TEXT) == [readme.expected(FIGURES)], "run python scripts/readme.py"


def test_the_number_of_unseen_pages_is_from_the_table() -> None:
    pages = {name: int(count) for name, count in re.findall(r"^\| `(\w+)` \| (\d+) \|", FIGURES, re.MULTILINE)}
    _, _, *rows = readme.table(readme.FIRST_SIGHT, FIGURES)
    assert len(rows) == 57, "README.md and docs/accuracy.md say fifty-seven"
    assert f"{sum(pages[row[0]] for row in rows)} pages in all" in TEXT


def test_speed_is_what_was_measured() -> None:
    assert readme.SPEED.findall(TEXT) == [readme.speed()], "run python scripts/readme.py"


def test_every_room_is_in_the_layout() -> None:
    layout = TEXT.partition("## How it is laid out")[2].partition("\n## ")[0]
    rooms = [path for path in (readme.ROOT / "gxq_extract").iterdir() if path.name != "__pycache__"]
    assert [path.name for path in rooms if path.name + "/" * path.is_dir() not in layout.split()] == []


def test_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", TEXT)
    assert targets
    assert [target for target in targets if not Path(readme.ROOT, target).exists()] == []
