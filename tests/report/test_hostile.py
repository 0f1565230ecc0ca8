"""Text of a page never becomes markup."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gxq_extract.report.payload import Reading

from .bulletins import bulletin, meeting, mention, official, project

HOSTILE = (
    "<script>window.hacked = 1</script>",
    '"><img src=x onerror="window.hacked = 1">',
    "</textarea></script><!--<script>",
    "javascript:window.hacked=1",
    "${window.hacked = 1}{{ 7 * 7 }}\u2028",
    "__proto__",
)


def hostile_reading(text: str) -> Reading:
    """A bulletin that says the same thing in its headline, names, meetings, projects, warnings and file name."""
    person = official(text, text, text + "二", organization=text, actions=("inspect",))
    facts = {
        "officials": [person],
        "reporters": [{"name": text, "role": "reporter", "mentions": [mention(text)]}],
        "meetings": [meeting(text, 2024, 3), meeting(text, 2024, 9)],
        "projects": [project(text), project(f"{text}跨河大桥")],
        "warnings": [{"code": text, "message": text, "start": 0, "end": 1}],
    }
    page = {"id": text, "path": f"seeds/{text}.txt", "sha256": "0" * 64, "published": None, "publisher": text}
    title = {"text": text, "start": 0, "end": len(text)}
    return Reading(bulletin(1, id=f"{text}#1", page=page, title=title, parts=[[0, len(text)]], **facts), text)


@pytest.fixture(scope="module")
def hostile_report(report_file: Callable[[list[Reading]], Path]) -> Path:
    return report_file([hostile_reading(text) for text in HOSTILE])


@pytest.mark.parametrize("view", ["bulletins", "timeline&month=2024-01", "people", "meetings", "projects"])
def test_hostile_text_is_shown_as_text(open_page: Callable[..., Any], hostile_report: Path, view: str):
    page = open_page(hostile_report, f"#view={view}")
    shown = page.locator("main").inner_text()
    for row in range(page.locator(".row").count()):
        page.locator(".row").nth(row).click()
        page.wait_for_timeout(30)
        shown += page.locator("main").inner_text()
    assert all(text.strip() in shown for text in HOSTILE)
    assert page.evaluate("window.hacked") is None
    assert (
        page.evaluate("document.querySelectorAll('img, iframe, object, embed, form, textarea, main script').length")
        == 0
    )
    addresses = page.evaluate("[...document.links].map((link) => link.getAttribute('href'))")
    assert all(address.startswith("#") for address in addresses)


def test_a_hostile_address_is_harmless(open_page: Callable[..., Any], hostile_report: Path):
    page = open_page(
        hostile_report, "#person=<img src=x onerror=window.hacked=1>&view=__proto__&q=constructor&kind=toString"
    )
    assert page.evaluate("window.hacked") is None


def test_why_shows_text_only(open_page: Callable[..., Any], hostile_report: Path):
    page = open_page(hostile_report)
    for button in page.locator(".why-button").all():
        button.click()
        assert HOSTILE[0] in page.locator(".why").inner_text()
    assert page.evaluate("window.hacked") is None


def test_a_spreadsheet_gets_no_formula(open_page: Callable[..., Any], report_file: Callable[[list[Reading]], Path]):
    page = open_page(report_file([hostile_reading('=HYPERLINK("http://example.org")')]), "#view=people")
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV", exact=True).click()
    cells = Path(download.value.path()).read_text("utf-8-sig").splitlines()[1]
    assert cells.startswith("\"'=HYPERLINK")


@pytest.mark.parametrize(
    "attempt",
    [
        "const node = document.createElement('script'); node.text = 'window.hacked = 1'; document.body.append(node)",
        "document.body.innerHTML = '<b>x</b>'",
        "document.body.setAttribute('onclick', 'window.hacked = 1'); document.body.click()",
    ],
)
def test_the_policy_forbids_what_the_report_never_does(chromium: Any, hostile_report: Path, attempt: str):
    page = chromium.new_page()
    page.goto(hostile_report.as_uri())
    page.wait_for_selector("main .view")
    page.evaluate(f"(() => {{ try {{ {attempt} }} catch (error) {{ return error.name }} }})()")
    assert page.evaluate("window.hacked ?? document.querySelector('b')?.textContent ?? 'blocked'") == "blocked"
    page.close()


def test_nothing_in_the_data_ends_its_element(hostile_report: Path):
    source = hostile_report.read_text("utf-8")
    data = source.partition('id="data">')[2].partition("</script>")[0]
    assert data.endswith("}")
    assert "unsafe-inline" not in source
    assert "<!--" not in source
