"""The command line with the real extractor: exit codes, pipes, equal bytes, and lines that others can check."""

import gzip
import json
import os
import shutil
import subprocess
import sys
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import gxq_extract
from gxq_extract import Bulletin, extract, load_rules

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
FOLDERS = [SEEDS, ROOT / "tests" / "data" / "dev"]
COMMAND = [sys.executable, "-c", "from gxq_extract.cli import main; main()"]


def call(*arguments: object, stdin: bytes = b"", cwd: Path | None = None) -> "subprocess.CompletedProcess[bytes]":
    words = COMMAND + [str(argument) for argument in arguments]
    return subprocess.run(words, input=stdin, capture_output=True, check=False, timeout=120, cwd=cwd)


def schema(unit: str) -> Any:
    return json.loads((ROOT / "schemas" / f"{unit}.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("unit", ["bulletin", "mention"])
def test_every_line_is_valid(folder: Path, unit: str) -> None:
    done = call("run", folder, "--unit", unit, "--text" if unit == "bulletin" else "-q")
    assert done.returncode == 0, done.stderr.decode()
    validator = jsonschema.Draft202012Validator(schema(unit))
    for line in done.stdout.splitlines():
        validator.validate(json.loads(line))
    assert call("validate", "-", stdin=done.stdout).returncode == 0


def test_output_is_the_same_from_run_to_run_and_for_any_number_of_jobs(tmp_path: Path) -> None:
    for copy in range(20):  # more than one batch, so that processes are used
        shutil.copytree(SEEDS, tmp_path / "pages" / str(copy))
    first, *others = [call("run", tmp_path / "pages", "-q", "-j", jobs).stdout for jobs in (1, 1, 2, 3)]
    assert all(other == first for other in others)


def test_shards_together_are_the_whole(tmp_path: Path) -> None:
    whole = call("run", SEEDS).stdout.splitlines()
    parts = [call("run", SEEDS, "--shard", f"{part}/3", "-q").stdout.splitlines() for part in (1, 2, 3)]
    assert sorted(chain(*parts)) == sorted(whole)


ENDLESS = """[[patterns]]
id = "user.endless"
field = "project"
description = "Takes two to the power of the length"
pattern = '(?P<name>(?:甲|甲甲)+)乙'
hits = [{ text = "甲乙", value = "甲" }]
misses = ["丙"]
"""
FILES = {
    "not.gz": b"no gzip",
    "cut.gz": gzip.compress(b"x" * 1000)[:-9],
    "bad.jsonl.gz": gzip.compress(b"")[:10] + b"\xff" * 9,  # no block begins so
    "gbk.jsonl": '{"page": "甲"}\n'.encode("gbk"),
    "one.jsonl": b'{"page": "p", "bulletins": []}\n',
    "lines/a.jsonl": b'{"text": "x"}\n',
    "pages/p.txt": f"本报讯 {'甲' * 99}".encode(),
    "empty.jsonl": b"",
    "endless.toml": ENDLESS.encode(),
    "list": b"pages/p.txt\n",
    "web/a.html": b"<p>",
    "json/a.json": b'{"body": "x"}',
    "zip/a.md": gzip.compress(b"x"),
    "gbk.toml": '"链长" = 1'.encode("gbk"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files that cannot be read, or not as what they are given as."""
    base = tmp_path_factory.mktemp("files")
    for name, content in FILES.items():
        (base / name).parent.mkdir(exist_ok=True)
        (base / name).write_bytes(content)
    return base


@pytest.mark.parametrize(
    ("arguments", "stdin", "code", "said"),
    [
        (["run", "-"], b"", 0, b"1 page "),
        (["run", "-"], b"\x00\x01\x02\x03", 3, b"-: is not text"),
        (["run", "nowhere"], b"", 3, b"nowhere: no such file or folder"),
        (["run", SEEDS, "nowhere"], b"", 1, b"[not_found]"),
        (["run", SEEDS, "--max-page-bytes", "100"], b"", 3, b"[too_large]"),
        (["run"], b"", 2, b"--files-from"),
        (["run", SEEDS, "--resume"], b"", 2, b"-o FILE"),
        (["run", SEEDS, "--shard", "0/3"], b"", 2, b"1/4"),
        (["run", SEEDS, "--published", "2024-02-30"], b"", 2, b"published: there is no day 2024-02-30"),
        (["people", SEEDS, "--published", "24"], b"", 2, b"no date"),
        (["run", SEEDS, "--year", "24"], b"", 2, b"year"),
        (["run", "--files-from", "nowhere"], b"", 1, b"gxq-extract: nowhere: no such file or folder"),
        (["run", "--files-from", "lines"], b"", 1, b"lines: is a folder; name a file"),
        (["run", "--files-from", "not.gz"], b"", 1, b"not.gz: could not be read (Not a gzipped file"),
        (["run", "--files-from", "cut.gz"], b"", 1, b"cut.gz: could not be read (Compressed file ended"),
        (["run", "--files-from", "bad.jsonl.gz"], b"", 1, b"bad.jsonl.gz: could not be read (Error -3"),
        (["run", "--files-from", "-"], b"pages/p.txt\0list\0", 2, b"(there is a NUL in it); give --null (-0) for"),
        (["run", "--files-from", "-", "-0"], b"pages/p.txt\nlist\n", 2, b"(there is no NUL in it); give --null (-0)"),
        (["run", "-"], gzip.compress(b"x"), 3, b"-: is compressed, and its name does not say so (gzip); name it .gz"),
        (["run", "zip"], b"", 3, b"zip/a.md: is compressed, and its name does not say so (gzip)"),
        (["run", "-", "--text-field", "text"], gzip.compress(b"{}"), 3, b"or pipe it through gzip -dc"),
        (["run", "--files-from", "-"], b"\x28\xb5\x2f\xfdxx", 1, b"(zstandard); name it .gz or .zst"),
        (["validate", "-"], gzip.compress(b"{}"), 3, b"-: is compressed"),
        (["run", "json/a.json", "--text-field", "body"], b"", 2, b"--text-field: it is for .jsonl and .ndjson files;"),
        (["run", "-", "--id-field", "id"], b"x", 2, b"--id-field: it is for .jsonl and .ndjson files;"),
        (["run", "pages", "list", "--keep"], b"", 2, b"--keep: it is for .jsonl and .ndjson files; none is given"),
        (
            ["run", "lines/a.jsonl", "--text-field", "body"],
            b"",
            3,
            b"lines/a.jsonl: its lines hold no pages (field 'body' is missing; its keys are 'text'); name the field",
        ),
        (["run", "-", "--text-field", "body"], b"{}", 3, b"-: its lines hold no pages (field 'body' is missing; its"),
        (["run", "no\nwhere"], b"", 3, b"gxq-extract: no\nwhere: no such file"),
        (["run", "lines"], b"", 3, b".jsonl by run with --text-field [nothing_read]"),
        (["run", "web"], b"", 3, b"of a folder .txt, .md (.gz, .zst too) and .jsonl are read"),
        (["run", SEEDS, "--rules", "nowhere"], b"", 1, b"gxq-extract: nowhere: no such file or folder"),
        (["run", SEEDS, "--rules", "lines"], b"", 1, b"gxq-extract: lines: is a folder; name a file"),
        (
            ["run", SEEDS, "--rules", "gbk.toml"],
            b"",
            2,
            b"gbk.toml: is not in UTF-8 (line 1 is not); convert it to UTF-8 [not_utf8]",
        ),
        (["run", SEEDS, "--page-timeout", "inf"], b"", 2, b"--page-timeout"),
        (["run", SEEDS, "--page-timeout", "1e300"], b"", 2, b"--page-timeout"),
        (["run", "-", "-"], b"x", 2, b"standard input can be read only once"),
        (["run", "-", "--files-from", "-", "-o", "z"], b"pages/p.txt", 2, b"[read_twice]"),
        (["people", "-", "-"], b"", 2, b"[read_twice]"),
        (["run", "nowhere", "--errors", "-"], b"", 3, b"gxq-extract: nowhere: no such file or folder"),
        (["run", "nowhere", "-o", "one.jsonl"], b"", 3, b"nowhere: no such file or folder"),
        (["run", "nowhere", "-o", "z"], b"", 3, b"nowhere: no such file or folder"),
        (["run", "web", "-o", "one.jsonl", "--errors", "list"], b"", 3, b"[nothing_read]"),
        (["run", "web", "--shard", "1/2"], b"", 3, b"[nothing_read]"),
        (["report", "nowhere", "-o", "one.jsonl"], b"", 3, b"nowhere: no such file or folder"),
        (["run", SEEDS, "-o", ""], b"", 2, b"'': is no place to write to (the name is empty)"),
        (["run", SEEDS, "--errors", ""], b"", 2, b"(the name is empty)"),
        (["report", SEEDS, "-o", ""], b"", 2, b"(the name is empty)"),
        (["run", SEEDS, "-o", "/dev/null", "--resume"], b"", 2, b"-o FILE"),
        (["run", SEEDS, "-o", "nowhere/out"], b"", 2, b"[no_output]"),
        (["run", SEEDS, "-o", "x" * 300], b"", 2, b"[no_output]"),
        (
            ["run", "pages/p.txt", "-o", "pages/../pages/p.txt"],
            b"",
            2,
            b"p.txt: is no place to write to (it is an input)",
        ),
        (["run", "lines/a.jsonl", "--text-field", "text", "-o", "lines/a.jsonl"], b"", 2, b"(it is an input); choose"),
        (["run", "pages/p.txt", "--errors", "pages/p.txt", "-o", "z"], b"", 2, b"(it is an input)"),
        (["run", "pages/p.txt", "-o", "z", "--errors", "./z"], b"", 2, b"(-o and --errors are the same file)"),
        (["run", "--files-from", "list", "-o", "list"], b"", 2, b"(it is the list of inputs)"),
        (
            ["run", "--files-from", "list", "-o", "pages/p.txt"],
            b"",
            2,
            b"p.txt: is no place to write to (it is an input)",
        ),
        (["run", "--files-from", "-", "-o", "pages/p.txt"], b"pages/p.txt", 2, b"(it is an input)"),
        (["run", "--files-from", "-", "--errors", "list", "-o", "z"], b"nowhere\nlist", 2, b"(it is an input)"),
        (["run", "--files-from", "list", "--shard", "1/2", "-o", "pages/p.txt"], b"", 2, b"(it is an input)"),
        (["run", "--files-from", "list", "--shard", "2/2", "-o", "pages/p.txt"], b"", 2, b"(it is an input)"),
        (["run", ".", "-o", "all.txt"], b"", 2, b"(in the folder . it would be read as a page)"),
        (
            ["run", "pages", "--errors", "pages/new/e.md.gz"],
            b"",
            2,
            b"(in the folder pages it would be read as a page)",
        ),
        (["run", "lines", "--text-field", "text", "-o", "lines/o.jsonl"], b"", 2, b"(in the folder lines it would"),
        (["run", "pages", "-o", "/dev/null", "--errors", "/dev/null"], b"", 0, b"1 page "),
        (["report", "pages/p.txt", "-o", "pages/p.txt"], b"", 2, b"(it is an input)"),
        (["run", SEEDS, "-o", "/dev/full"], b"", 1, b"[cut_short]"),
        (["run", "nowhere", "--errors", "/dev/full"], b"", 1, b"/dev/full: could not be written to its end"),
        (["frobnicate"], b"", 2, b"frobnicate"),
        (["validate", "nowhere"], b"", 3, b"gxq-extract: nowhere: no such file or folder"),
        (["validate", "bad.jsonl.gz", "lines"], b"", 3, b"bad.jsonl.gz: could not be read (Error -3"),
        (["validate", "nowhere", "empty.jsonl"], b"", 1, b"empty.jsonl: 0 lines, 0 faults"),
        (["validate", "-"], b"", 0, b"-: 0 lines, 0 faults"),
        (["eval", "nowhere", "pages"], b"", 1, b"gxq-extract: nowhere: no such file or folder"),
        (["eval", "gbk.jsonl", "pages"], b"", 2, b"gbk.jsonl:1: the gold line is malformed (line: Invalid JSON"),
        (
            ["eval", "one.jsonl", "pages", "--rules", "endless.toml"],
            b"",
            1,
            b"p.txt: a pattern of your own",
        ),
        (["schema", "-o", "not.gz"], b"", 2, b"not.gz: is no place to write to (it is a file, and a folder is wanted)"),
        (["validate", "-"], '{"a": "甲'.encode()[:-1], 1, b"-: 1 line, 1 fault"),
        (["eval", "empty.jsonl", "pages"], b"", 2, b"empty.jsonl: holds no gold; give a file with a page"),
        (["schema", "-o", "not.gz/x"], b"", 2, b"gxq-extract: not.gz/x: the output cannot be written"),
        (["show", "nowhere"], b"", 3, b"gxq-extract: nowhere: no such file or folder"),
        (
            ["show", "pages/p.txt", "--rules", "endless.toml"],
            b"",
            1,
            b"pattern user.endless); correct the pattern named",
        ),
        (["show", "pages/p.txt", "list"], b"", 2, b"give one page; `gxq-extract report` shows several"),
        (["run", SEEDS, "--unit", "page"], b"", 2, b"'--unit': 'page' is not one of bulletin, mention"),
        (["schema", "--unit", "page"], b"", 2, b"'--unit': 'page' is not one of bulletin, mention"),
        (["show", SEEDS], b"", 3, b"is not one page; give a single page; report takes folders"),
        (["show", "lines/a.jsonl"], b"", 3, b"is not one page"),
        (["people", "nowhere"], b"", 3, b"gxq-extract: nowhere: no such file or folder"),
        (["people"], "本报讯\n消息".encode() * 99, 3, b"-: does not hold lines that run wrote (no JSON"),
        (["report", "lines/a.jsonl", "-o", "z"], b"", 3, b"lines/a.jsonl: does not hold lines that run wrote (no bul"),
        (["report", "nowhere", "-o", "-"], b"", 3, b"gxq-extract: nowhere: no such file or folder"),
    ],
    ids=lambda value: " ".join(map(str, value))[:40] if isinstance(value, list) else None,
)
def test_exit_codes(folder: Path, arguments: list[object], stdin: bytes, code: int, said: bytes) -> None:
    done = call(*arguments, stdin=stdin, cwd=folder)
    assert done.returncode == code, done.stderr.decode()
    assert said in done.stderr
    assert b"Traceback" not in done.stderr
    files = (path for path in folder.rglob("*") if path.is_file())
    assert {path.relative_to(folder).as_posix(): path.read_bytes() for path in files} == FILES


def test_a_closed_standard_input_is_told() -> None:
    for words in (["run", "-"], ["run", "--files-from", "-"], ["people"], ["validate", "-"], ["show", "-"]):
        done = subprocess.run(["bash", "-c", '"$@" <&-', "-", *COMMAND, *words], capture_output=True, check=False)
        assert done.stderr.startswith(b"gxq-extract: -: could not be read (standard input is closed)"), words


FULL: list[list[object]] = [
    ["--help"],
    ["--version"],
    ["schema"],
    ["rules", "--json"],
    ["rules"],
    ["validate", "lines/a.jsonl"],
    ["eval", "one.jsonl", "pages"],
    ["show", "pages/p.txt"],
    ["people", SEEDS],
    ["report", "pages/p.txt", "-o", "-"],
    ["run", SEEDS, "-q"],
]


@pytest.mark.parametrize("arguments", FULL, ids=lambda arguments: arguments[0])
@pytest.mark.parametrize(("stream", "reason"), [(">/dev/full", "No space left"), (">&-", "Bad file descriptor")])
def test_a_full_or_closed_standard_output_is_told(
    folder: Path, arguments: list[object], stream: str, reason: str
) -> None:
    words = ["bash", "-c", f'"$@" {stream}', "-", *COMMAND, *map(str, arguments)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=folder)
    told = done.stderr.splitlines()[-1]
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert told.startswith(f"gxq-extract: standard output: could not be written to its end ({reason}")
    assert "--resume" not in told


@pytest.mark.parametrize("arguments", FULL, ids=lambda arguments: arguments[0])
def test_a_reader_that_has_had_enough_is_no_error(folder: Path, arguments: list[object]) -> None:
    theirs, ours = os.pipe()
    os.close(theirs)
    words = COMMAND + [str(argument) for argument in arguments]
    done = subprocess.run(words, stdout=ours, stderr=subprocess.PIPE, check=False, cwd=folder)
    os.close(ours)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("command", ["run", "show", "people", "rules", "schema", "eval", "report", "validate", ""])
def test_help_has_a_short_option_too(command: str) -> None:
    words = [command] if command else []
    done = call(*words, "-h")
    assert (done.returncode, done.stdout) == (0, call(*words, "--help").stdout)


def test_a_run_that_breaks_off_sums_up_nothing(folder: Path) -> None:
    done = call("run", "pages", "-o", "/dev/full", cwd=folder)
    assert done.stderr.decode().splitlines() == [
        "gxq-extract: /dev/full: could not be written to its end (No space left on device); "
        "check the place and its free space, then run again [cut_short]"
    ]


def test_an_empty_folder_is_nothing_read_and_an_empty_file_no_line(tmp_path: Path) -> None:
    shards: list[list[object]] = [[], ["--shard", "1/2"], ["--shard", "2/2"]]
    assert [call("run", tmp_path, *shard).returncode for shard in shards] == [3, 3, 3]
    (tmp_path / "empty.txt").write_bytes(b"")
    assert [(done.returncode, done.stdout) for done in (call("run", tmp_path, *shard) for shard in shards)] == [
        (0, b"")
    ] * 3


def test_validate_names_file_line_field_and_reason(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text('{"bulletin": 1}\nno json\n', "utf-8")
    done = call("validate", path)
    assert done.returncode == 1
    assert f"{path}:1: bulletin: Input should be a valid string" in done.stdout.decode()
    assert f"{path}:2: line: no JSON" in done.stdout.decode()
    done = call("validate", "-", stdin='{"a": "甲'.encode()[:-1])
    assert done.stdout.decode() == "-:1: line: no UTF-8 at byte 8 of 9: cut off, or damaged\n"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_closed_pipe_ends_silently(tmp_path: Path, jobs: int) -> None:
    for copy in range(40):
        shutil.copytree(SEEDS, tmp_path / str(copy))
    with subprocess.Popen(
        [*COMMAND, "run", str(tmp_path), "-j", str(jobs)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_an_output_is_whole_and_errors_go_to_their_file(tmp_path: Path) -> None:
    out, errors = tmp_path / "out.jsonl", tmp_path / "errors.jsonl"
    done = call("run", SEEDS, "nowhere", "-o", out, "--errors", errors)
    assert (done.returncode, done.stdout) == (1, b"")
    assert out.read_bytes() == call("run", SEEDS).stdout
    [error] = [json.loads(line) for line in errors.read_text("utf-8").splitlines()]
    assert (error["code"], error["path"]) == ("not_found", "nowhere")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["errors.jsonl", "out.jsonl"]
    assert call("run", "nothing", "-o", out, "--errors", errors).returncode == 3
    assert (out.stat().st_size, b"nothing" in errors.read_bytes()) == (len(call("run", SEEDS).stdout), True)


@pytest.mark.parametrize("command", [["run", "-q"], ["people"]], ids=["run", "people"])
@pytest.mark.parametrize(("stream", "name"), [(">", "standard output"), ("2>", "standard error")])
def test_a_file_that_the_shell_writes_is_no_page(tmp_path: Path, command: list[str], stream: str, name: str) -> None:
    shutil.copytree(SEEDS, tmp_path / "pages")
    words = ["bash", "-c", f'"$@" {stream} pages/out.txt', "-", *COMMAND, *command, "pages"]
    done = subprocess.run(words, capture_output=True, check=False, cwd=tmp_path)
    written = (tmp_path / "pages" / "out.txt").read_bytes()
    lines, told = (written, done.stderr) if stream == ">" else (done.stdout, written)
    (tmp_path / "pages" / "out.txt").unlink()
    assert told.decode() == f"gxq-extract: pages/out.txt: not read, since {name} goes there\n"
    assert (done.returncode, lines) == (0, call(*command, "pages", cwd=tmp_path).stdout)


def test_a_report_goes_where_a_link_leads(tmp_path: Path) -> None:
    link, report = tmp_path / "link.html", tmp_path / "report.html"
    link.symlink_to(report)
    assert call("report", SEEDS, "-o", link).returncode == 0
    assert link.is_symlink()
    assert report.read_bytes() == call("report", SEEDS, "-o", "-").stdout


def test_pages_are_named_as_the_record_says() -> None:
    def pages(*arguments: object) -> set[tuple[str, str]]:
        lines = call("run", *arguments).stdout.splitlines()
        return {(record["page"]["id"], record["page"]["path"]) for record in map(json.loads, lines)}

    seed = sorted(SEEDS.glob("*.txt"))[0]
    assert (seed.stem, f"{SEEDS}/{seed.name}") in pages(f"{SEEDS}/")
    assert pages(seed) == {(seed.stem, str(seed))}


def test_a_very_long_line_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("高" * 2_000_000, "utf-8")
    assert call("run", path).returncode == 0


PRINT_LOADED = """
import sys
from gxq_extract.cli import app
try:
    app()
except SystemExit:
    print(*sys.modules)
"""


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_neither_rules_nor_models(option: str) -> None:
    done = subprocess.run([sys.executable, "-c", PRINT_LOADED, option], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "gxq_extract.cli" in loaded
    assert not loaded & {"gxq_extract.record", "gxq_extract.pipeline", "gxq_extract.rules.catalog", "pydantic.main"}


def test_the_schema_command_writes_what_is_stored(tmp_path: Path) -> None:
    assert call("schema", "-o", tmp_path).returncode == 0
    for unit in ("bulletin", "mention"):
        stored = (ROOT / "schemas" / f"{unit}.schema.json").read_bytes()
        assert (tmp_path / f"{unit}.schema.json").read_bytes() == stored
        assert call("schema", "--unit", unit).stdout == stored


def test_the_api_gives_what_the_command_writes() -> None:
    seed = sorted(SEEDS.glob("*.txt"))[0]
    bulletins = extract(seed.read_text("utf-8"), page_id=seed.stem, path=str(seed))
    assert all(isinstance(bulletin, Bulletin) for bulletin in bulletins)
    lines = [json.loads(line) for line in call("run", seed).stdout.splitlines()]
    assert [bulletin.model_dump(mode="json", exclude_unset=True) for bulletin in bulletins] == lines


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"year": 24}, "year: 24 is not from 1000 to 9999"),
        ({"year": 10000}, "year: 10000 is not"),
        ({"published": "24"}, "published: '24' is no date like 2024-03-01"),
        ({"published": "20240301"}, "no date like"),
        ({"published": "2024-02-30"}, "published: there is no day 2024-02-30"),
        ({"published": "0024-03-01"}, "no date like"),
    ],
)
def test_the_api_checks_what_the_command_checks(settings: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        extract("本报讯 3月5日,区长到企业调研。", **settings)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"year": "2024"}, "year: '2024' is no whole number like 2024"),
        ({"published": date(2024, 3, 1)}, r"published: datetime.date\(2024, 3, 1\) is no text like '2024-03-01'"),
        ({"rules": "a.toml"}, "rules: 'a.toml' is not what load_rules gives"),
        ({"rules": ["a.toml"]}, "is not what load_rules gives"),
    ],
)
def test_the_api_says_which_type_it_wants(settings: dict[str, Any], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        extract("本报讯 3月5日,区长到企业调研。", **settings)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_offsets_hold_for_the_bytes_decoded_as_the_readme_says(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "p.txt"
    path.write_bytes(
        "区政府会议召开\r\n\r\n本报讯(记者 周晓禾)2024年3月5日,区长陈志远到企业调研。\r\n".encode(encoding)
    )
    [record] = map(json.loads, call("run", path).stdout.splitlines())
    page = path.read_bytes().decode(encoding)
    [date] = record["dates"]
    assert page[date["start"] : date["end"]] == date["text"]
    [bulletin] = extract(page, page_id="p", path=str(path))
    assert bulletin.model_dump(mode="json", include={"parts", "dates"}) == {
        key: record[key] for key in ("parts", "dates")
    }


def test_the_api_takes_rules_of_one_s_own() -> None:
    page = (ROOT / "examples" / "my-zone.txt").read_text("utf-8")
    [bulletin] = extract(page, rules=load_rules([str(ROOT / "examples" / "my-zone.toml")]))
    assert [meeting.text for meeting in bulletin.meetings] == ["第三期链长擂台"]
    [bulletin] = extract(page)
    assert bulletin.meetings == []


def test_the_version_is_that_of_the_project() -> None:
    assert f'version = "{gxq_extract.__version__}"' in (ROOT / "pyproject.toml").read_text("utf-8")
    assert call("--version").stdout.decode().strip() == gxq_extract.__version__
