"""`gxq-extract eval` and `gxq-extract rules`, as a rule author meets them."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from gxq_extract.errors import ExtractError
from gxq_extract.evaluate.evaluation import read_page
from gxq_extract.evaluate.gold import read_gold
from gxq_extract.rules.catalog import RULES

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "data" / "seeds.jsonl"
PAGES = ROOT / "seeds"
EXAMPLE = ROOT / "examples" / "my-zone.toml"


def call(*arguments: object) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", "from gxq_extract.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def test_scores_are_tab_separated_in_a_pipe() -> None:
    lines = [line.split("\t") for line in call("eval", GOLD, PAGES).stdout.splitlines()]
    assert lines[0] == ["field", "precision", "recall", "F1", "gold", "missed", "extra"]
    assert lines[1][0] == "bulletins"
    assert len(lines) == 12


def test_json_has_fields_rules_and_misses() -> None:
    done = json.loads(call("eval", GOLD, PAGES, "--json", "--by-rule", "--misses").stdout)
    assert set(done) == {"fields", "rules", "misses"}
    assert {rule.id for rule in RULES} <= set(done["rules"])
    assert not [rule for rule in done["rules"] if rule.startswith("user.")]
    missed = sum(row["missed"] + row["extra"] for row in done["fields"].values())
    assert len(done["misses"]) == missed


def test_the_user_s_rules_are_scored_even_if_they_find_nothing() -> None:
    own = ["user.arena", "user.contact", "user.project"]
    done = json.loads(call("eval", GOLD, PAGES, "--json", "--by-rule", "--rules", EXAMPLE).stdout)
    assert [row["hits"] for rule, row in done["rules"].items() if rule in own] == [0, 0, 0]
    table = call("eval", GOLD, PAGES, "--by-rule", "--rules", EXAMPLE).stdout.splitlines()
    assert [line.split("\t")[0] for line in table if line.startswith("user.")] == own


def test_every_rule_is_listed() -> None:
    lines = call("rules").stdout.splitlines()
    assert [line.split("\t")[0] for line in lines[1:]] == [rule.id for rule in RULES]
    assert [row["id"] for row in json.loads(call("rules", "--json").stdout)] == [rule.id for rule in RULES]


def test_a_page_that_is_not_there_is_named() -> None:
    done = call("eval", GOLD, ROOT / "tests")
    assert done.returncode == 1
    assert "000_bc579117b610c081.txt: no such file" in done.stderr


@pytest.mark.parametrize("name", ["p.txt", "p.md", "p.txt.gz", "below/p.txt"])
def test_a_page_is_found_by_its_id(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    data = "本报讯".encode()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    page = read_page(tmp_path, name.partition(".")[0])
    assert (page.text, page.path) == ("本报讯", str(path))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{}", "page: Field required"),
        ('{"page": "p", "buletins": []}', "(buletins: no such key)"),
        ("[", "line: Invalid JSON"),
        ('{"page": "p", "bulletins": 1}', "bulletins: "),
    ],
)
def test_a_fault_in_gold_names_line_and_field(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"\n{line}\n", "utf-8")
    with pytest.raises(ExtractError, match=r"gold\.jsonl:2: the gold line is malformed") as caught:
        read_gold(path)
    assert said in str(caught.value)
