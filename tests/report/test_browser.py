"""The report in a real browser."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gxq_extract.report.payload import Reading

from .bulletins import bulletin

Open = Callable[..., Any]


def count(page: Any) -> tuple[int, int]:
    shown, _, whole = page.locator(".count").inner_text().partition(" of ")
    return int(shown), int(whole)


def first_row(page: Any) -> str:
    return page.locator(".row-headline").first.inner_text()


def narrowed(page: Any) -> int:
    """How many rows are shown, once fewer than all are."""
    return shown_once(page, lambda shown, whole: shown < whole)


def shown_once(page: Any, holds: Callable[[int, int], bool]) -> int:
    """How many rows are shown, once the two counts are as wanted; the policy forbids Playwright's own waiting."""
    for _ in range(100):
        if holds(*count(page)):
            return count(page)[0]
        page.wait_for_timeout(20)
    raise AssertionError(f"counts stay {count(page)}")


def saved(page: Any, label: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=label, exact=True).click()
    return Path(download.value.path()).read_bytes().decode("utf-8-sig")


def test_all_five_views_are_filled(open_page: Open, seed_report: Path):
    page = open_page(seed_report)
    filled = {
        "Bulletins": "mark",
        "Timeline": ".filled",
        "People": ".tracked",
        "Meetings": ".chip",
        "Projects": ".track-dot",
    }
    for view, content in filled.items():
        page.get_by_role("link", name=view, exact=True).click()
        page.wait_for_selector(f".view-{view.lower()} {content}", state="attached")
        assert page.title().startswith(view)


def test_a_fact_and_its_place_in_the_text_show_each_other(open_page: Open, seed_report: Path):
    page = open_page(seed_report, "#bulletin=001_0eff9afd60443e8e%231")
    fact = page.locator(".fact", has_text="官卫红")
    fact.locator(".fact-button").click()
    assert page.locator("mark.chosen").first.inner_text() == "官卫红"
    mark = page.locator("mark.field-meeting").first
    mark.click()
    assert mark.inner_text() in page.locator(".fact.chosen .fact-name").inner_text()
    assert "meeting." in page.locator(".why code").inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".why").is_hidden()


def test_why_tells_where_the_year_is_from(open_page: Open, seed_report: Path):
    page = open_page(seed_report, "#bulletin=001_0eff9afd60443e8e%231")
    page.locator(".fact", has_text="2026-03-06").locator(".why-button").click()
    assert "year from" in page.locator(".why").inner_text()
    assert "date." in page.locator(".why code").inner_text()


def test_a_switched_off_field_is_not_highlighted(open_page: Open, seed_report: Path):
    page = open_page(seed_report)
    background = "getComputedStyle(document.querySelector('mark.field-official')).backgroundColor"
    before = page.evaluate(background)
    page.get_by_role("checkbox", name="official").uncheck()
    assert page.evaluate(background) != before


def test_search_looks_through_the_text_across_line_breaks(open_page: Open, seed_report: Path):
    page = open_page(seed_report)
    page.keyboard.press("/")
    page.keyboard.type("施工现场 玉溪路小学")
    assert narrowed(page) == 1
    assert "三十工程" in first_row(page)
    found = page.evaluate("[...CSS.highlights.get('found')].map((range) => range.toString().replace(/\\s/g, ''))")
    assert set(found) == {"施工现场", "玉溪路小学"}


def test_a_filter_opens_the_first_row_and_stays_in_its_view(open_page: Open, seed_report: Path):
    page = open_page(seed_report, "#person=吕沛")
    page.locator("[name=find]").fill("宫卫红")
    assert narrowed(page) == 1
    assert page.locator(".detail h2").inner_text() == "宫卫红"
    page.get_by_role("link", name="Projects", exact=True).click()
    page.wait_for_selector(".view-projects")
    shown, whole = count(page)
    assert shown == whole


@pytest.mark.parametrize(
    ("control", "value"),
    [("kind", "photo"), ("has", "project"), ("name", "官卫红"), ("from", "2026-01-01"), ("to", "2023-12-31")],
)
def test_each_filter_narrows_the_list_and_can_be_cleared(open_page: Open, seed_report: Path, control: str, value: str):
    page = open_page(seed_report)
    field = page.locator(f"[name={control}]")
    field.select_option(value) if control in ("kind", "has") else field.fill(value)
    assert narrowed(page) > 0
    page.get_by_role("button", name="Clear").click()
    shown_once(page, lambda shown, whole: shown == whole)


def test_the_filtered_rows_are_saved(open_page: Open, seed_report: Path):
    page = open_page(seed_report, "#view=bulletins&name=宫卫红")
    rows = list(csv.DictReader(io.StringIO(saved(page, "CSV"))))
    records = json.loads(saved(page, "JSON"))
    assert len(rows) == len(records) == count(page)[0] > 0
    assert all("宫卫红" in row["officials"] for row in rows)
    assert any("管委会主任" in row["officials"] for row in rows)
    assert all(fact["rules"][0].count(".") for record in records for fact in record["facts"])


def test_rows_of_the_roll_ups_are_saved(open_page: Open, seed_report: Path):
    for view in ("people", "meetings", "projects"):
        page = open_page(seed_report, f"#view={view}")
        assert len(list(csv.DictReader(io.StringIO(saved(page, "CSV"))))) == count(page)[1]


def test_an_address_that_names_nothing_says_so(open_page: Open, seed_report: Path):
    page = open_page(seed_report, "#person=不知何人")
    assert "不知何人" in page.locator(".detail").inner_text()


def test_a_possible_double_is_shown_side_by_side(open_page: Open, seed_report: Path):
    page = open_page(seed_report, "#person=官卫红")
    assert page.locator(".doubles .card-name").all_inner_texts() == ["官卫红", "宫卫红"]
    assert page.locator(".doubles em").all_inner_texts() == ["官", "宫"]
    page.get_by_label("Possible doubles only").check()
    assert narrowed(page) >= 2


def test_missing_numbers_of_a_series_are_shown(open_page: Open, seed_report: Path):
    page = open_page(seed_report, "#view=meetings&find=党政联席会")
    assert page.locator(".run h4").all_inner_texts() == ["2023", "2024", "2026"]
    assert page.locator(".run").last.locator(".chip").nth(1).inner_text() == "no. 5–6 not seen"
    page.locator(".chip", has_text="no. 7").click()
    page.wait_for_selector(".view-bulletins")
    assert page.locator(".detail h2").inner_text() == "高新区党政联席会议召开"


def test_a_project_names_its_inspectors_and_its_double(open_page: Open, seed_report: Path):
    page = open_page(seed_report, "#project=山阳路跨大沙河桥")
    assert "山阳路大沙河桥" in page.locator(".doubles").inner_text()
    assert "宫卫红" in page.locator(".inspections").inner_text()


def test_the_timeline_zooms_and_shows_gaps(open_page: Open, seed_report: Path):
    page = open_page(seed_report, "#view=timeline")
    page.get_by_role("link", name="Apr (").click()
    page.wait_for_selector(".agenda-day")
    assert page.locator(".agenda-day").count() > 1
    assert "days without bulletins" in page.locator(".timeline").inner_text()
    page.get_by_role("link", name="All years").click()
    page.locator("a.cell").first.click()
    assert narrowed(page) > 0


def test_years_without_bulletins_are_one_line(open_page: Open, report_file: Any):
    days = ["2019-03-04", "2023-12-25", None, "XXXX-05-01"]
    found = [Reading(bulletin(number, day)) for number, day in enumerate(days, 1)]
    page = open_page(report_file(found), "#view=timeline")
    assert page.locator(".gap").all_inner_texts() == ["2020–2022: no bulletins", "2 bulletins have no full date"]
    page.get_by_role("link", name="2 bulletins have no full date").click()
    assert narrowed(page) == 2


def test_it_works_by_keyboard_alone(open_page: Open, seed_report: Path):
    page = open_page(seed_report)
    title = page.locator(".detail h2").inner_text()
    page.keyboard.press("j")
    assert page.locator(".detail h2").inner_text() != title
    page.keyboard.press("k")
    assert page.locator(".detail h2").inner_text() == title
    page.locator("mark[tabindex='0']").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".why").is_visible()
    page.keyboard.press("3")
    page.wait_for_selector(".view-people")
    page.locator(".list").focus()
    page.keyboard.press("End")
    assert page.locator(".row[aria-selected=true]").get_attribute("aria-posinset") == str(count(page)[1])
    page.keyboard.press("?")
    assert page.locator("dialog").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("dialog").is_hidden()


def test_the_interface_speaks_both_languages_and_keeps_the_theme(open_page: Open, seed_report: Path):
    page = open_page(seed_report, locale="zh-CN", color_scheme="dark")
    assert page.evaluate("document.documentElement.lang + document.documentElement.dataset.theme") == "zhdark"
    page.get_by_role("button", name="English").click()
    page.get_by_title("Light or dark").click()
    page.reload()
    page.wait_for_selector("main .view")
    assert page.evaluate("document.documentElement.lang + document.documentElement.dataset.theme") == "enlight"


def test_dark_pages_are_printed_light(open_page: Open, seed_report: Path):
    page = open_page(seed_report, color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_a_phone_shows_list_or_reader(open_page: Open, seed_report: Path):
    page = open_page(seed_report, width=390)
    assert page.locator(".detail").is_hidden()
    page.locator(".row").first.click()
    page.wait_for_selector(".list", state="hidden")
    page.get_by_role("button", name="Back to the list").click()
    page.wait_for_selector(".list", state="visible")
    for view in ("timeline", "people", "meetings", "projects"):
        page.goto(page.url.partition("#")[0] + f"#view={view}")
        page.wait_for_selector(f".view-{view}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_two_thousand_bulletins_are_quick(open_page: Open, report_file: Any, seed_readings: list[Reading]):
    many = report_file(copies(seed_readings, 2000))
    assert many.stat().st_size < 15_000_000
    page = open_page(many)
    assert page.evaluate("performance.timing.domComplete - performance.timing.navigationStart") < 2000
    assert page.locator(".row").count() < 60
    started = page.evaluate("performance.now()")
    page.locator("[name=q]").fill("大沙河桥")
    assert narrowed(page) > 0
    assert page.evaluate("performance.now()") - started < 1000


def copies(found: list[Reading], wanted: int) -> list[Reading]:
    """The bulletins again and again under new names, a year apart."""
    made = []
    for number in range(-(-wanted // len(found))):
        for reading in found:
            record = json.loads(json.dumps(reading.bulletin))
            record["id"] = f"{number}/{record['id']}"
            record["page"] |= {"id": f"{number}/{record['page']['id']}", "path": f"{number}/{record['page']['path']}"}
            if record["event_date"]:
                record["event_date"] = f"{2000 + number % 27}{record['event_date'][4:]}"
            for official in record["officials"]:
                official["name"] += "·" + chr(0x4E00 + number)
            made.append(Reading(record, reading.page_text))
    return made
