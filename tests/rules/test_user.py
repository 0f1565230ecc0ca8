"""Rules files: faults that say what would be right, and the example, which changes a real result."""

import json
import pickle
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from gxq_extract.errors import ExtractError
from gxq_extract.options import Options, UserPattern, UserRules
from gxq_extract.page.decode import page_from_text
from gxq_extract.pipeline import extract_page
from gxq_extract.rules import taught
from gxq_extract.rules.standins import reader
from gxq_extract.rules.user import joined, parse_rules
from gxq_extract.run.inputs import Input
from gxq_extract.run.teaching import load_rules
from gxq_extract.run.work import Settings, extract_shard

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "my-zone.toml"
PAGE = EXAMPLE.with_suffix(".txt").read_text("utf-8")
PATTERN = """[[patterns]]
id = "user.a"
field = "project"
description = "d"
pattern = '{pattern}'
hits = [{{ text = "甲乙", value = "甲" }}]
misses = ["丙丁"]
"""


def extracted(rules: UserRules) -> dict[str, Any]:
    [record] = extract_page(page_from_text(PAGE, page_id="p", path="p"), Options(rules=rules))
    return record


def people(record: dict[str, Any]) -> dict[str, tuple[str, list[tuple[str | None, str]], int]]:
    return {
        row["name"]: (
            row["sector"],
            [(post["organization"], post["role"]) for post in row["posts"]],
            len(row["mentions"]),
        )
        for row in record["officials"]
    }


def test_the_example_is_not_known_without_its_rules() -> None:
    record = extracted(UserRules())
    assert set(people(record)) == {"白云山"}
    assert [row["name"] for row in record["reporters"]] == ["郑小楠"]
    assert (record["meetings"], record["projects"]) == ([], [])


def test_the_example_teaches_posts_names_aliases_and_patterns() -> None:
    record = extracted(load_rules([str(EXAMPLE)]))
    assert people(record) == {
        "沈砚秋": ("public", [("云谷高新区低空经济产业链", "链长")], 3),
        "白露": ("private", [("慧同你我科创中心", "总干事")], 1),
    }
    assert [(row["name"], row["role"]) for row in record["reporters"]] == [
        ("郑小楠", "reporter"),
        ("骆一鸣", "correspondent"),
    ]
    assert [(row["text"], row["number"]) for row in record["meetings"]] == [("第三期链长擂台", 3)]
    assert [(row["name"], row["kind"]) for row in record["projects"]] == [("飞谷一号", "industry")]


def test_an_alias_keeps_the_printed_text() -> None:
    [shen] = [row for row in extracted(load_rules([str(EXAMPLE)]))["officials"] if row["name"] == "沈砚秋"]
    assert [mention["text"] for mention in shen["mentions"]] == ["沈砚秋", "沈砚秋", "沈硯秋"]


def test_the_example_keeps_its_own_examples() -> None:
    words = ["rules", "--check", "--json", "--rules", str(EXAMPLE)]
    command = [sys.executable, "-c", "from gxq_extract.cli import main; main()", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    states = {row["id"]: row["state"] for row in json.loads(done.stdout) if row["id"].startswith("user.")}
    assert states == dict.fromkeys(["user.arena", "user.contact", "user.project"], "validated")


OVERLAPPED = "本报讯（记者 李明达）3月5日上午，区长张建国主持召开2025年第3次党政联席会议，推进“百桥工程”。"
OVERLAPS = [
    ("dates", "(?P<month>3)月(?P<day>5)日", "3月5日"),
    ("reporters", "(?P<name>李明)达", "李明"),
    ("officials", "(?P<post>区长)(?P<name>张建国)", "张建国"),
    ("meetings", "第(?P<number>3)次(?P<series>党政联席会议)", "第3次党政联席会议"),
    ("projects", "(?P<name>百桥工程)", "百桥工程"),
]


@pytest.mark.parametrize(("field", "pattern", "text"), OVERLAPS, ids=[row[0] for row in OVERLAPS])
def test_where_finds_overlap_the_user_s_counts(field: str, pattern: str, text: str) -> None:
    default = {"reporters": "author", "projects": "construction"}.get(field, "")
    rules = UserRules(patterns=(UserPattern("user.a", field[:-1], "d", pattern, default, (), ()),))
    [record] = extract_page(page_from_text(OVERLAPPED, page_id="p", path="p"), Options(rules=rules))
    found = [place for row in record[field] for place in row.get("mentions", [row])]
    assert [(place["text"], place["rule"]) for place in found if place["rule"] != "date.year"] == [(text, "user.a")]


ENDLESS = "(?P<name>(?:甲|甲甲)+)乙"  # two to the power of the length


def test_a_pattern_that_finds_no_end_costs_its_page_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taught, "PATTERN_SECONDS", 0.05)
    rules = parse_rules(PATTERN.format(pattern=ENDLESS), "my.toml")
    pages = [Input(name, name, data=text.encode()) for name, text in (("a", f"本报讯 {'甲' * 99}"), ("b", PAGE))]
    shard = extract_shard(pages, Settings(Options(rules=rules)))
    [error] = shard.manifest.errors
    assert (error["code"], error["page"]) == ("slow_pattern", "a")
    assert "regex timed out in pattern user.a" in error["message"]
    assert shard.manifest.counts["pages"] == 1


def test_a_pattern_that_finds_no_end_in_its_own_example_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taught, "PATTERN_SECONDS", 0.05)
    with pytest.raises(ExtractError, match="it takes too long on '甲甲"):
        parse_rules(PATTERN.format(pattern=ENDLESS).replace("丙丁", "甲" * 99), "my.toml")


def test_rules_go_to_other_processes() -> None:
    rules = load_rules([str(EXAMPLE)])
    assert pickle.loads(pickle.dumps(rules)) == rules


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("链长 = 1", "no TOML: Invalid statement (at line 1, column 1); words in Chinese need quotation marks"),
        ("[post]", "post: no such key; there are posts, organizations, projects, aliases, not_names, patterns"),
        (PATTERN.format(pattern="甲") + "page = 1", "user.a.page: no such key; there are id, field, description"),
        ('a = "\\d"', "patterns go in single quotes, where a backslash is one: '\\d+'"),
        ('[posts]\nnot_names = ["高新"]', "posts.not_names: it must stand above all tables"),
        (PATTERN.format(pattern="甲") + 'not_names = ["高新"]', "user.a.not_names: it must stand above all tables"),
        ('[posts]\n"链长" = "state"', "posts.链长: Input should be 'public', 'private' or 'any'"),
        ('[posts]\n"长" = "any"', "posts.长: String should have at least 2 characters"),
        ('[aliases]\n"沈 砚" = "沈砚"', "aliases.沈 砚: a word has no white space in it"),
        ('not_names = "高新"', "not_names: it must be a list"),
        ('posts = "链长"', "posts: it must be a table"),
        (PATTERN.format(pattern="甲").replace('["丙丁"]', "[]"), "user.a.misses: the list must not be empty"),
        (
            PATTERN.format(pattern="甲").replace('{ text = "甲乙", value = "甲" }', '"甲"'),
            "user.a.hits.0: it must be a table with",
        ),
        ('patterns = ["甲"]', "patterns.0: it must be a table with the keys id, field, description"),
        (PATTERN.format(pattern="(甲"), "user.a.pattern: no regular expression: missing )"),
        (PATTERN.format(pattern="甲"), "user.a: a pattern for a project needs (?P<name>…)"),
        (PATTERN.format(pattern="(?P<name>乙)"), "user.a: in '甲乙' it finds ['乙'], not '甲'"),
        (PATTERN.format(pattern="(?P<name>[甲丙])"), "user.a: it finds ['丙'] in the miss '丙丁'"),
        (PATTERN.format(pattern="(?P<name>甲)") + 'role = "author"', "user.a: role says nothing of a project"),
        (PATTERN.format(pattern="甲").replace("user.a", "a"), "patterns.0.id: String should match pattern '^user"),
    ],
)
def test_a_fault_names_file_key_and_what_would_be_right(text: str, said: str) -> None:
    with pytest.raises(ExtractError) as caught:
        parse_rules(text, "my.toml")
    assert str(caught.value).startswith("my.toml: the rules file is wrong (")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('not_names = ["高新"]', "(not_names: no such key; rules stand under [tool.gxq-extract])"),
        ("[tool.gxq_extract]", "(tool.gxq_extract: no such key; rules stand under [tool.gxq-extract])"),
        ("tool = 3", "(tool: it must be a table)"),
        ("[tool]\ngxq-extract = 3", "(tool.gxq-extract: it must be a table)"),
        ("[tool.gxq-extract]\nposts = 3", "(posts: it must be a table)"),
    ],
)
def test_a_fault_in_the_folder_s_own_file_is_told(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "gxq.toml").write_text(text, "utf-8")
    with pytest.raises(ExtractError) as caught:
        load_rules([], tmp_path)
    assert said in str(caught.value)


@pytest.mark.parametrize("text", ["", "# none yet", "[tool]", "[tool.gxq-extract]"])
def test_the_folder_s_own_file_may_be_empty(tmp_path: Path, text: str) -> None:
    (tmp_path / "gxq.toml").write_text(text, "utf-8")
    assert load_rules([], tmp_path) == UserRules()


def test_the_folder_s_own_file_comes_first_and_later_files_win(tmp_path: Path) -> None:
    (tmp_path / "gxq.toml").write_text('[tool.gxq-extract.posts]\n"链长" = "public"\n"片长" = "any"\n', "utf-8")
    more = tmp_path / "more.toml"
    more.write_text('[posts]\n"链长" = "private"\n', "utf-8")
    assert load_rules([str(more)], tmp_path).posts == (("片长", "any"), ("链长", "private"))
    assert load_rules([], tmp_path / "elsewhere") == UserRules()


@pytest.mark.parametrize("paths", [str(EXAMPLE), EXAMPLE, [EXAMPLE], (str(EXAMPLE), EXAMPLE)], ids=repr)
def test_one_path_will_do_and_several(paths: str | Path | Sequence[str | Path]) -> None:
    assert load_rules(paths) == load_rules([str(EXAMPLE)])


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExtractError, match=r"none\.toml: no such file"):
        load_rules([str(tmp_path / "none.toml")])


def test_rules_without_words_change_nothing() -> None:
    assert reader(joined([UserRules(), UserRules()]))("链长") == "链长"


def test_stand_ins_are_as_long_as_the_words() -> None:
    rules = UserRules(posts=(("片长", "any"), ("大片区总网格长", "public")), organizations=(("对你好", "private"),))
    for text in ("片长甲", "大片区总网格长甲", "对你好经理"):
        assert len(reader(rules)(text)) == len(text)
