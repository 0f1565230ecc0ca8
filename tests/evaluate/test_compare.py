"""Gold against records, on a page made up for it."""

from collections import Counter
from typing import Any

from gxq_extract.evaluate.compare import Outcome, compare_page, locate
from gxq_extract.evaluate.gold import GoldPage
from gxq_extract.evaluate.tally import by_field, by_rule

PAGE = "县里开会\n本报讯(记者 王伟)5月6日,县长李 强出席。\n又讯 5月7日,局长赵丽到会。\n"
SECOND = PAGE.index("又讯")


def bulletin(starts: str, **facts: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {"title": None, "kind": "news", "starts": starts, "event_date": None, "dates": []}
    return empty | {"reporters": [], "officials": [], "meetings": [], "projects": []} | facts


def person(name: str, start: int, post: str, rule: str = "person.post_before") -> dict[str, Any]:
    mention = {"rule": rule, "start": start, "end": start + len(name), "text": name}
    return {"name": name, "sector": "public", "posts": [{"label": post}], "mentions": [mention]}


def record(start: int, end: int, body: int, *officials: dict[str, Any]) -> dict[str, Any]:
    return {"start": start, "end": end, "body_start": body, "title": None, "officials": list(officials)}


GOLD = GoldPage.model_validate(
    {
        "page": "p",
        "bulletins": [
            bulletin("本报讯(记者王伟)", officials=[["李强", ["县长"], "public"]]),
            bulletin("又讯", officials=[["赵丽", ["局长"], "public"]], optional={"officials": ["到会"]}),
        ],
    }
)
LI, ZHAO = person("李 强", PAGE.index("李"), "县长"), person("赵丽", PAGE.index("赵"), "局长")
BODY = PAGE.index("本报讯")


def states(outcomes: list[Outcome], field: str) -> list[tuple[int | None, str, str]]:
    return [(one.bulletin, one.state, one.fact.shown) for one in outcomes if one.fact.field == field]


def test_white_space_inside_a_name_does_not_count() -> None:
    found = compare_page(GOLD, [record(0, SECOND, BODY, LI), record(SECOND, len(PAGE), SECOND, ZHAO)], PAGE)
    assert {one.state for one in found} == {"right"}


def test_a_fact_in_the_wrong_bulletin_is_missed_and_extra_unless_loose() -> None:
    records = [record(0, SECOND, BODY, ZHAO), record(SECOND, len(PAGE), SECOND, LI)]
    strict = states(compare_page(GOLD, records, PAGE), "officials")
    assert strict == [(1, "missed", "李强"), (1, "extra", "赵丽"), (2, "extra", "李 强"), (2, "missed", "赵丽")]
    loose = states(compare_page(GOLD, records, PAGE, loose=True), "officials")
    assert {state for _, state, _ in loose} == {"right"}


def test_a_bulletin_with_a_wrong_beginning_is_missed_and_one_too_many_is_extra() -> None:
    late = record(0, SECOND - 1, BODY + 9)
    found = states(compare_page(GOLD, [late, record(SECOND - 1, SECOND, SECOND - 1)], PAGE), "bulletins")
    assert [state for _, state, _ in found] == ["missed", "missed", "extra"]


def test_optional_facts_cost_nothing() -> None:
    spare = person("到会", PAGE.index("到会"), "局长")
    found = compare_page(GOLD, [record(0, SECOND, BODY, LI), record(SECOND, len(PAGE), SECOND, ZHAO, spare)], PAGE)
    assert {one.state for one in found} == {"right"}


def test_outcomes_carry_their_rule_and_the_words_around() -> None:
    wrong = person("出席", PAGE.index("出席"), "县长", rule="person.list")
    [extra] = [
        one
        for one in compare_page(GOLD, [record(0, SECOND, BODY, wrong)], PAGE)
        if one.fact.field == "officials" and one.state == "extra"
    ]
    assert extra.rules == ("person.list",)
    assert "县长李 强[出席]。 又讯" in str(extra.context)


def test_rules_are_scored_by_the_facts_they_state() -> None:
    wrong = person("出席", PAGE.index("出席"), "县长", rule="person.list")
    outcomes = compare_page(GOLD, [record(0, SECOND, BODY, LI, wrong)], PAGE)
    scores = by_rule(outcomes, Counter(), [])
    assert scores["person.post_before"].precision == 1
    assert scores["person.list"].precision == 0
    assert by_field(outcomes)["officials"].precision == 0.5


def test_words_are_found_across_a_break() -> None:
    assert locate("施\n\n工现场", "施工") == (0, 4)
    assert locate("施工", "") is None
