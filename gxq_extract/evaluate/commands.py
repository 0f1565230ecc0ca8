"""The commands `eval` and `rules`: measure, print, and say how it went."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson
from rich.console import Console

from gxq_extract.errors import ExitCode
from gxq_extract.evaluate import printing
from gxq_extract.evaluate.compare import Outcome
from gxq_extract.evaluate.evaluation import Evaluation, evaluate
from gxq_extract.evaluate.examples import finder
from gxq_extract.evaluate.tally import RuleScore, by_field, by_rule
from gxq_extract.options import Options
from gxq_extract.rules.catalog import RULES
from gxq_extract.rules.check import Verdict, check
from gxq_extract.rules.rule import Rule
from gxq_extract.rules.taught import rules_of


def evaluate_pages(
    gold: Path, pages: Path, options: Options, *, loose: bool, misses: bool, rules: bool, as_json: bool
) -> ExitCode:
    """Print how the extractor does on pages with gold."""
    evaluation = evaluate(gold, pages, options, loose=loose)
    scores = _rule_scores(evaluation, options) if rules else {}
    if as_json:
        _print_json(_summary(evaluation, scores, misses=misses))
        return ExitCode.OK
    console = Console()
    if misses:
        printing.print_misses(evaluation.outcomes, console)
        console.print()
    if scores:
        printing.print_rule_scores(scores, console)
        console.print()
    printing.print_scores(by_field(evaluation.outcomes), console)
    return ExitCode.OK


def list_rules(options: Options, *, as_json: bool) -> ExitCode:
    """Print every rule with an example, the user's own behind the others."""
    rules = _all_rules(options)
    if as_json:
        _print_json([_rule_row(rule) for rule in rules])
    else:
        printing.print_rules(rules, Console())
    return ExitCode.OK


def check_rules(options: Options, *, as_json: bool) -> ExitCode:
    """Run every rule's examples; exit code 1 if one fails."""
    verdicts = check(_all_rules(options), finder(options))
    if as_json:
        _print_json([_verdict_row(verdict) for verdict in verdicts])
    else:
        printing.print_verdicts(verdicts, Console())
    return _exit_code(verdicts)


def _all_rules(options: Options) -> list[Rule]:
    return [*RULES, *rules_of(options.rules)]


def _exit_code(verdicts: Sequence[Verdict]) -> ExitCode:
    return ExitCode.OK if all(verdict.state == "validated" for verdict in verdicts) else ExitCode.FAILED


def _rule_scores(evaluation: Evaluation, options: Options) -> dict[str, RuleScore]:
    return by_rule(evaluation.outcomes, evaluation.unscored, (rule.id for rule in _all_rules(options)))


def _summary(evaluation: Evaluation, scores: dict[str, RuleScore], *, misses: bool) -> dict[str, Any]:
    """The figures as JSON has them; those of rules if there are any, misses if they are asked for."""
    summary: dict[str, Any] = {
        "fields": {
            name: {
                "precision": score.precision,
                "recall": score.recall,
                "f1": score.f1,
                "gold": score.gold,
                "right": score.right,
                "missed": score.missed,
                "extra": score.extra,
            }
            for name, score in by_field(evaluation.outcomes).items()
        }
    }
    if scores:
        summary["rules"] = {
            rule: {"hits": score.hits, "right": score.right, "extra": score.extra}
            | {"precision": score.precision, "unscored": score.unscored}
            for rule, score in scores.items()
        }
    if misses:
        summary["misses"] = [_outcome_row(outcome) for outcome in evaluation.outcomes if outcome.state != "right"]
    return summary


def _outcome_row(outcome: Outcome) -> dict[str, Any]:
    return {
        "state": outcome.state,
        "page": outcome.page,
        "bulletin": outcome.bulletin,
        "field": outcome.fact.field,
        "fact": outcome.fact.shown,
        "rules": outcome.rules,
        "context": None if outcome.context is None else str(outcome.context),
    }


def _rule_row(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "field": rule.field,
        "description": rule.description,
        "needs": rule.needs,
        "hits": [{"text": hit.text, "value": hit.value} for hit in rule.hits],
        "misses": rule.misses,
    }


def _verdict_row(verdict: Verdict) -> dict[str, Any]:
    return {
        "id": verdict.rule.id,
        "state": verdict.state,
        "missing": [{"text": hit.text, "value": hit.value} for hit in verdict.missing],
        "noisy": verdict.noisy,
    }


def _print_json(value: Any) -> None:
    """Indented JSON on standard output."""
    sys.stdout.write(orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode())
