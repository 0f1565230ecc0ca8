"""Every error: its code, what it means, what to do about it, and the exit code it leads to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """What the process tells the shell.

    0 all well · 1 some pages (or lines) failed · 2 wrong usage · 3 nothing could be read · 130 interrupted
    """

    OK = 0
    FAILED = 1
    USAGE = 2
    NOTHING_READ = 3
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class ErrorKind:
    """One row of the table: `title` says what is wrong, `remedy` what to do."""

    code: str
    title: str
    remedy: str
    exit_code: ExitCode = ExitCode.FAILED


_TABLE = (
    ErrorKind("not_found", "no such file or folder", "check the path"),
    ErrorKind("is_folder", "is a folder", "name a file; only run, report and the roll-ups take folders, as inputs"),
    ErrorKind("unreadable", "could not be read", "check its permissions, and whether it is whole"),
    ErrorKind(
        "undecodable",
        "is not text in UTF-8, GB18030, Big5 or UTF-16 with BOM",
        "leave it out, or convert it to UTF-8",
    ),
    ErrorKind(
        "compressed",
        "is compressed, and its name does not say so",
        "name it .gz or .zst, or pipe it through gzip -dc or zstd -dc",
    ),
    ErrorKind("not_one_page", "is not one page", "give a single page; report takes folders and .jsonl files"),
    ErrorKind("too_large", "is larger than the limit", "split it, or raise --max-page-bytes of run"),
    ErrorKind("timeout", "took longer than the limit", "raise --page-timeout, and please report the page"),
    ErrorKind("slow_pattern", "a pattern of your own took too long", "correct the pattern named"),
    ErrorKind("bad_line", "the line holds no page", "check --text-field and --id-field against the file"),
    ErrorKind("no_pages", "its lines hold no pages", "name the field of the text with --text-field"),
    ErrorKind("bad_record", "the line is none that run wrote", "gxq-extract validate names all that is wrong"),
    ErrorKind(
        "not_of_run",
        "does not hold lines that run wrote",
        "make them with gxq-extract run INPUT… --text; pages in .txt files can be given as they are",
    ),
    ErrorKind(
        "mention_lines",
        "these are mention lines",
        "give the output of run without --unit mention",
        ExitCode.NOTHING_READ,
    ),
    ErrorKind("bad_gold", "the gold line is malformed", "correct the field named", ExitCode.USAGE),
    ErrorKind("no_gold", "holds no gold", "give a file with a page and its bulletins on each line", ExitCode.USAGE),
    ErrorKind("not_utf8", "is not in UTF-8", "convert it to UTF-8", ExitCode.USAGE),
    ErrorKind("bad_rules", "the rules file is wrong", "correct the place named", ExitCode.USAGE),
    ErrorKind("missing_extra", "needs a package that is not installed", "install it as the message says"),
    ErrorKind("internal", "the extractor failed on this page", "please report it with the page"),
    ErrorKind("invalid_record", "the extractor made a record that its own model rejects", "please report it"),
    ErrorKind("worker_died", "the process that read this page died", "check memory, or try --jobs 1"),
    ErrorKind("no_output", "the output cannot be written", "check the folder and the free space", ExitCode.USAGE),
    ErrorKind("bad_place", "is no place to write to", "choose another", ExitCode.USAGE),
    ErrorKind("cut_short", "could not be written to its end", "check the place and its free space, then run again"),
    ErrorKind(
        "unfinished",
        "could not be written to its end",
        "check the folder and the free space, then run again with --resume",
    ),
    ErrorKind(
        "bad_list",
        "lists its inputs in another way",
        "give --null (-0) for names parted by NUL, leave it out for lines",
        ExitCode.USAGE,
    ),
    ErrorKind("in_use", "another run writes this file", "wait for it, or choose another", ExitCode.USAGE),
    ErrorKind("read_twice", "standard input can be read only once", "give - once", ExitCode.USAGE),
    ErrorKind(
        "nothing_read",
        "nothing could be read",
        "check the inputs; of a folder .txt, .md (.gz, .zst too) and .jsonl are read, .jsonl by run with --text-field",
        ExitCode.NOTHING_READ,
    ),
)

ERRORS = {kind.code: kind for kind in _TABLE}


class ExtractError(Exception):
    """An error of the table, with its place and its reason.

    >>> print(ExtractError("too_large", "a.txt", "2 of 1 bytes"))
    a.txt: is larger than the limit (2 of 1 bytes); split it, or raise --max-page-bytes of run [too_large]
    """

    def __init__(self, code: str, where: str, reason: str = "") -> None:
        self.kind = ERRORS[code]
        self.where = where
        self.reason = reason
        super().__init__(code, where, reason)

    def __str__(self) -> str:
        reason = f" ({self.reason})" if self.reason else ""
        return f"{self.where}: {self.kind.title}{reason}; {self.kind.remedy} [{self.kind.code}]"


class DecodeError(ExtractError):
    """A page whose bytes are no text."""

    def __init__(self, where: str, reason: str = "") -> None:
        super().__init__("undecodable", where, reason)
