"""The pictures of the documentation, from the seeds: docs/report.png and docs/show.svg.

With a folder as argument, each view of the report goes there too, at two widths and in both themes.
Needs Playwright and Debian's Chromium: apt-get install chromium fonts-noto-cjk.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
COMMAND = [sys.executable, "-c", "from gxq_extract.cli import main; main()"]
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
SHOWN_PAGE = "seeds/001_0eff9afd60443e8e.txt"
SHOWN_LINES = 24
SHOWN_PANELS = 2
COLUMNS = 100
CELL = 0.51  # of the font size: two cells are a Chinese character wide
README_ADDRESS = "#bulletin=001_0eff9afd60443e8e%235"
VIEWS = {
    "bulletins": "#view=bulletins",
    "reader": README_ADDRESS,
    "search": "#view=bulletins&q=大沙河桥",
    "timeline": "#view=timeline",
    "month": "#view=timeline&month=2026-03",
    "people": "#person=官卫红",
    "meetings": "#meeting=党政联席会议",
    "projects": "#project=山阳路大沙河桥",
}
WIDTHS = (1280, 390)
THEMES = ("light", "dark")


def main(folder: str | None = None) -> None:
    """Make the pictures of the documentation, and those of all views if a folder is given."""
    DOCS.mkdir(exist_ok=True)
    picture_terminal(DOCS / "show.svg")
    with tempfile.TemporaryDirectory() as place, sync_playwright() as driver:
        report = Path(place) / "report.html"
        subprocess.run([*COMMAND, "report", "seeds", "-o", str(report)], cwd=ROOT, check=True)
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS.split())
        picture(browser, report.as_uri() + README_ADDRESS, DOCS / "report.png")
        if folder:
            picture_views(browser, report.as_uri(), Path(folder))
        browser.close()


def picture(browser: Any, address: str, target: Path, *, width: int = 1280, theme: str = "light") -> None:
    """One view of the report as a PNG."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=theme, locale="en-US")
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("main .view")
    page.screenshot(path=str(target))
    context.close()


def picture_views(browser: Any, report: str, folder: Path) -> None:
    """Each view at each width in each theme."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, address in VIEWS.items():
        for width in WIDTHS:
            for theme in THEMES:
                target = folder / f"{name}-{width}-{theme}.png"
                picture(browser, report + address, target, width=width, theme=theme)


def picture_terminal(target: Path) -> None:
    """What `show` prints of a page: the beginning of its text and its first panels."""
    colours = {"FORCE_COLOR": "1", "COLORTERM": "truecolor", "COLUMNS": str(COLUMNS)}
    environment = {**os.environ, **colours}
    environment.pop("NO_COLOR", None)
    shown = subprocess.run([*COMMAND, "show", SHOWN_PAGE], cwd=ROOT, env=environment, capture_output=True, check=True)
    lines = shown.stdout.decode().split("\n")
    tops = [number for number, line in enumerate(lines) if "╭" in line]
    excerpt = [*lines[:SHOWN_LINES], "…", *lines[tops[0] : tops[SHOWN_PANELS]]]
    console = Console(record=True, width=COLUMNS, file=open(os.devnull, "w"), force_terminal=True)  # noqa: SIM115, PTH123
    for line in excerpt:
        console.print(Text.from_ansi(line), soft_wrap=True)
    title = f"gxq-extract show {SHOWN_PAGE}"
    svg = console.export_svg(
        title=title, theme=SVG_EXPORT_THEME, code_format=without_web_font(), font_aspect_ratio=CELL
    )
    target.write_text(with_chinese_widths(svg), "utf-8")


def without_web_font() -> str:
    """Rich's frame for SVG, but with the reader's own fonts instead of one from the network."""
    local = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    return local.replace("Fira Code", "Noto Sans Mono CJK SC, Sarasa Mono SC, ui-monospace").replace(
        "font-variant-east-asian: full-width;", ""
    )


def with_chinese_widths(svg: str) -> str:
    """The picture with each text as wide as its cells; Rich counts a Chinese character as one."""

    def widened(match: re.Match[str]) -> str:
        head, length, rest, text = match.groups()
        plain = unescape(text)
        return f'{head}textLength="{float(length) * cell_len(plain) / len(plain):g}"{rest}>{text}</text>'

    return re.sub(r'(<text [^>]*?)textLength="([\d.]+)"([^>]*)>([^<]+)</text>', widened, svg)


if __name__ == "__main__":
    main(*sys.argv[1:2])
