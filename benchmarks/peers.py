"""Other tools on the same text in the same run: what they can, and their MB a second.

None of them does what the extractor does: they tag words, or find times. Those of the extra `bench` are skipped where
they are not installed.
"""

from __future__ import annotations

import importlib
import io
import logging
import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from typing import Any

import orjson

from benchmarks.corpora import Corpus, sample
from benchmarks.stages import cpu_seconds
from benchmarks.table import rate
from gxq_extract.options import Options
from gxq_extract.page.decode import page_from_text
from gxq_extract.pipeline import extract_page

Tool = Callable[[list[str]], object]

TRIGGERS = """
    记者 通讯员 摄影 本报讯 书记 主任 副主任 区长 县长 市长 部长 局长 主席 总经理 董事长 校长 院长 领导 同志 主持
    出席 调研 督导 讲话 会见 座谈 会议 全会 大会 常委会 联席会 推进会 动员会 研讨会 报告会 第一次 第二次 项目 工程 行动
    计划 专项 生产线 产业园 小学 中学 大桥 道路 改造 月1 月2 日上午 日下午 日至 去年 今年 昨日 近日 2023年 2024年
"""
REPEATS = 3


def side_by_side(corpora: list[Corpus], size: int) -> tuple[list[str], list[list[str]]]:
    """A row a tool: MB/s for each corpus, and how many times as fast the extractor is."""
    samples = [sample(corpus, size) for corpus in corpora]
    ours = [cpu_seconds(corpus) for corpus in samples]
    header = ["tool, one core"]
    rows = [["**gxq-extract, file to checked line**"]]
    for corpus, seconds in zip(samples, ours, strict=True):
        header += [f"{corpus.name} ({corpus.size / 1e6:.2g} MB)", "gxq-extract is"]
        rows[0] += [f"**{rate(corpus.size, seconds)}**", ""]
    for name, make in TOOLS:
        cells = _row(make, samples, ours)
        rows.append([name, *cells])
    return header, rows


def _row(make: Callable[[], Tool], samples: list[Corpus], ours: list[float]) -> list[str]:
    with _silence():
        try:
            tool = make()
        except ImportError:
            return ["not installed", ""] * len(samples)
        cells = []
        for corpus, own in zip(samples, ours, strict=True):
            seconds = _seconds(tool, list(corpus.texts()))
            cells += [rate(corpus.size, seconds), f"{seconds / own:.2g} ×"]
    return cells


def _seconds(tool: Tool, texts: list[str]) -> float:
    """The least CPU seconds of a few tries."""
    tries = []
    for _ in range(REPEATS):
        start = time.process_time()
        tool(texts)
        tries.append(time.process_time() - start)
    return min(tries)


@contextmanager
def _silence() -> Iterator[None]:
    """Keep what tools say of themselves out of the tables."""
    logging.disable(logging.CRITICAL)
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        yield
    logging.disable(logging.NOTSET)


def _scan() -> Tool:
    found = re.compile("|".join(map(re.escape, TRIGGERS.split())))
    return lambda texts: [found.findall(text) for text in texts]


def _dump() -> Tool:
    return lambda texts: [orjson.dumps(record) for record in _records(tuple(texts))]


@cache
def _records(texts: tuple[str, ...]) -> list[dict[str, Any]]:
    """The texts' records, made on the first try, so that later ones only write."""
    pages = (page_from_text(text, page_id="-", path="-") for text in texts)
    return [record for page in pages for record in extract_page(page, Options())]


def _jieba() -> Tool:
    posseg = importlib.import_module("jieba.posseg")
    posseg.initialize()
    return _lines(lambda line: [word for word, tag in posseg.cut(line) if tag == "nr"])


def _rjieba() -> Tool:
    tagger = importlib.import_module("rjieba").Jieba()
    return _lines(lambda line: [word for word, tag in tagger.tag(line) if tag == "nr"])


def _jionlp() -> Tool:
    extract_time = importlib.import_module("jionlp").ner.extract_time
    return _lines(lambda line: extract_time(line, time_base=time.time()))


def _lines(function: Callable[[str], object]) -> Tool:
    """A tool that is given line after line."""

    def call(texts: Iterable[str]) -> None:
        for text in texts:
            for line in text.splitlines():
                function(line)

    return call


TOOLS: tuple[tuple[str, Callable[[], Tool]], ...] = (
    (f"`re`: scan for {len(TRIGGERS.split())} trigger words", _scan),
    ("`orjson`: write the same records, no more", _dump),
    ("`rjieba`: tag words, pick persons", _rjieba),
    ("`jieba.posseg`: tag words, pick persons", _jieba),
    ("`jionlp`: find times", _jionlp),
)
