"""What rule authors look at: scores, misses and rules as tables on a terminal, as tab-separated lines in a pipe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from gxq_extract.evaluate.compare import Outcome
from gxq_extract.evaluate.tally import RuleScore, Score
from gxq_extract.rules.check import Verdict
from gxq_extract.rules.rule import Rule

_STATES = {
    "right": "green",
    "missed": "yellow",
    "extra": "red",
    "validated": "green",
    "missing": "red",
    "noisy": "yellow",
}
Row = Sequence[str | Text]


def print_scores(scores: dict[str, Score], console: Console) -> None:
    """Precision, recall and F1 by field."""
    rows: list[Row] = [(name, *_figures(score), *_counts(score)) for name, score in scores.items()]
    print_rows(("field", "precision", "recall", "F1", "gold", "missed", "extra"), rows, console, numbers=6)


def print_rule_scores(scores: dict[str, RuleScore], console: Console) -> None:
    """Hits and precision by rule."""
    rows = [
        (
            rule,
            str(score.hits),
            _figure(score.precision),
            str(score.extra),
            str(score.unscored),
        )
        for rule, score in scores.items()
    ]
    print_rows(("rule", "hits", "precision", "extra", "unscored"), rows, console, numbers=4)


def print_misses(outcomes: Iterable[Outcome], console: Console) -> None:
    """Each missed and extra fact with the text around it, and for an extra one the rule."""
    wrong = [outcome for outcome in outcomes if outcome.state != "right"]
    if console.is_terminal:
        _print_blocks(wrong, console)
        return
    rows = [
        (one.state, _bulletin(one), one.fact.field, one.fact.shown, _culprits(one), str(one.context or ""))
        for one in wrong
    ]
    print_rows(("state", "bulletin", "field", "fact", "rule", "context"), rows, console)


def _print_blocks(outcomes: Iterable[Outcome], console: Console) -> None:
    """Two lines a fact under a line for its bulletin."""
    for bulletin, group in groupby(outcomes, _bulletin):
        console.print(Text(bulletin, "bold"))
        for one in group:
            style = _STATES[one.state]
            fact = Text.assemble((f"  {one.state:<7}", style), f"{one.fact.field:<13}", (one.fact.shown, "bold"))
            console.print(fact.append(f"  {_culprits(one)}", "dim"))
            if one.context is not None:
                words = one.context
                console.print(Text.assemble(" " * 9, words.before, (words.words, f"{style} underline"), words.after))


def _bulletin(outcome: Outcome) -> str:
    return f"{outcome.page}#{outcome.bulletin or '?'}"


def _culprits(outcome: Outcome) -> str:
    """The rules behind an extra fact."""
    return " ".join(outcome.rules) if outcome.state == "extra" else ""


def print_rules(rules: Iterable[Rule], console: Console) -> None:
    """Every rule with what it finds and an example."""
    rows = [(rule.id, rule.field, rule.description, f"{rule.hits[0].text} → {rule.hits[0].value}") for rule in rules]
    print_rows(("rule", "field", "finds", "example"), rows, console)


def print_verdicts(verdicts: Iterable[Verdict], console: Console) -> None:
    """Every rule with its state and the examples that failed."""
    rows = [
        (verdict.rule.id, Text(verdict.state, _STATES[verdict.state]), " | ".join(verdict.faults))
        for verdict in verdicts
    ]
    print_rows(("rule", "state", "faults"), rows, console)


def print_rows(heads: Sequence[str], rows: Iterable[Row], console: Console, *, numbers: int = 0) -> None:
    """A table, its last `numbers` columns set right; in a pipe one tab-separated line a row under a line of heads."""
    if not console.is_terminal:
        for row in (heads, *rows):
            console.file.write("\t".join(re.sub(r"[\t\n]", " ", str(cell)) for cell in row) + "\n")
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for place, head in enumerate(heads):
        right = place >= len(heads) - numbers
        table.add_column(head, justify="right" if right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(cell if isinstance(cell, Text) else Text(cell) for cell in row))
    console.print(table)


def _figures(score: Score) -> list[Text]:
    return [_figure(value) for value in (score.precision, score.recall, score.f1)]


def _counts(score: Score) -> list[str]:
    return [str(count) for count in (score.gold, score.missed, score.extra)]


def _figure(value: float | None) -> Text:
    """Three digits: green where next to nothing is left to gain, red where much is."""
    if value is None:
        return Text("-")
    return Text(f"{value:.3f}", "green" if value >= 0.98 else "red" if value < 0.9 else "")
