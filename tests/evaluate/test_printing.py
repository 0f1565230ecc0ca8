"""Tables on a terminal, tab-separated lines in a pipe."""

import io

from rich.console import Console

from gxq_extract.evaluate.compare import Context, Outcome
from gxq_extract.evaluate.facts import Fact, Spot
from gxq_extract.evaluate.printing import print_misses, print_scores, print_verdicts
from gxq_extract.evaluate.tally import Score
from gxq_extract.rules.check import check
from gxq_extract.rules.rule import Hit, Rule

EXTRA = Outcome(
    "p1",
    2,
    "extra",
    Fact("officials", ("高度",), "高度", "高度", (Spot("person.post_before", 3, 5),)),
    Context("局长", "高度", "重视"),
)
MISSED = Outcome("p1", None, "missed", Fact("dates", ("2024-05-06",), "2024-05-06 5月6日", "5月6日"), None)


def console(*, terminal: bool) -> Console:
    return Console(file=io.StringIO(), force_terminal=terminal, color_system=None, width=100)


def printed(target: Console) -> str:
    assert isinstance(target.file, io.StringIO)
    return target.file.getvalue()


def test_misses_in_a_pipe_are_rows() -> None:
    target = console(terminal=False)
    print_misses([EXTRA, MISSED], target)
    assert printed(target).splitlines() == [
        "state\tbulletin\tfield\tfact\trule\tcontext",
        "extra\tp1#2\tofficials\t高度\tperson.post_before\t局长[高度]重视",
        "missed\tp1#?\tdates\t2024-05-06 5月6日\t\t",
    ]


def test_misses_on_a_terminal_stand_under_their_bulletin() -> None:
    target = console(terminal=True)
    print_misses([EXTRA, MISSED], target)
    lines = [line.rstrip() for line in printed(target).splitlines()]
    assert lines[:2] == ["p1#2", "  extra  officials    高度  person.post_before"]
    assert lines[2].strip() == "局长高度重视"
    assert lines[3] == "p1#?"


def test_scores_on_a_terminal_are_a_table() -> None:
    target = console(terminal=True)
    print_scores({"dates": Score(right=1, missed=1, extra=0)}, target)
    heads, row = (line.split() for line in printed(target).splitlines())
    assert heads == ["field", "precision", "recall", "F1", "gold", "missed", "extra"]
    assert row == ["dates", "1.000", "0.500", "0.667", "2", "1", "0"]


def test_a_verdict_names_the_examples_that_failed() -> None:
    rules = [
        Rule("a.good", "date", "d", "n", (Hit("5月6日", "x"),), ("六日",)),
        Rule("a.deaf", "date", "d", "n", (Hit("六日", "y"),), ()),
        Rule("a.noisy", "date", "d", "n", (Hit("5月6日", "x"),), ("5月6日",)),
    ]
    found = {"5月6日": frozenset({("a.good", "x"), ("a.noisy", "x")})}
    verdicts = check(rules, lambda _, text: found.get(text, frozenset()))
    target = console(terminal=False)
    print_verdicts(verdicts, target)
    assert printed(target).splitlines()[1:] == [
        "a.good\tvalidated\t",
        "a.deaf\tmissing\tmissing: 六日 → y",
        "a.noisy\tnoisy\tnoisy: 5月6日",
    ]
