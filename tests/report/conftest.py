"""A headless Chromium, and reports to open in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from gxq_extract.options import Options
from gxq_extract.report.load import Intake, readings
from gxq_extract.report.payload import Reading, payload

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@pytest.fixture(scope="session")
def seed_readings() -> list[Reading]:
    intake = Intake()
    found = list(readings([str(ROOT / "seeds")], Options(text=True), intake))
    assert not intake.failures
    return found


@pytest.fixture(scope="session")
def report_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[Reading]], Path]:
    """Writes the report of some bulletins and gives its path."""
    pytest.importorskip("jinja2", reason="Jinja2 is not installed: pip install 'gxq-extract[report]'")
    from gxq_extract.report.html import html

    def write(found: list[Reading]) -> Path:
        target = tmp_path_factory.mktemp("report") / "report.html"
        target.write_text(html(payload(found, ["seeds"])), "utf-8")
        return target

    return write


@pytest.fixture(scope="session")
def seed_report(report_file: Callable[[list[Reading]], Path], seed_readings: list[Reading]) -> Path:
    return report_file(seed_readings)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's Chromium; Playwright only drives it."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="Playwright is not installed: pip install playwright"
    )
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: apt-get install chromium fonts-noto-cjk")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS.split())
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Opens a report at an address; at the end, nothing may have been logged or asked of the network."""
    contexts = []
    noise: list[str] = []

    def opened(report: Path, address: str = "", *, width: int = 1280, **settings: Any) -> Any:
        viewport = {"width": width, "height": 844}
        context = chromium.new_context(viewport=viewport, **({"locale": "en-US"} | settings))
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        page.on("console", lambda message: noise.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: noise.append(f"error: {error}"))
        page.on("request", lambda request: request.url == report.as_uri() or noise.append(f"request: {request.url}"))
        page.goto(report.as_uri() + address)
        page.wait_for_selector("main .view")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert noise == []
