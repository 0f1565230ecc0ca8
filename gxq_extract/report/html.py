"""The report as one HTML file: data, style and scripts inline, and a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from importlib.resources import files
from typing import Final

import orjson

from gxq_extract import __version__
from gxq_extract.errors import ExtractError
from gxq_extract.report.sightings import Row

# In the order in which they build on one another.
SCRIPTS: Final = (
    "strings",
    "dom",
    "state",
    "data",
    "list",
    "export",
    "controls",
    "panes",
    "why",
    "reader",
    "found",
    "bulletins",
    "timeline",
    "people",
    "meetings",
    "projects",
    "main",
)
# Within JSON these characters only stand in strings, so their escapes change nothing but cannot end the element.
_ESCAPES: Final = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


def html(data: Row) -> str:
    """The whole report for the data of `payload`. Raises `missing_extra` without Jinja2."""
    try:
        from jinja2 import Environment, StrictUndefined
        from markupsafe import Markup
    except ImportError as error:
        raise ExtractError("missing_extra", "report", "jinja2: pip install 'gxq-extract[report]'") from error
    style = _static("report.css")
    scripts = [_static(f"{name}.js") for name in SCRIPTS]
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(_static("report.html.j2"))
    return template.render(
        title=f"gxq-extract · {', '.join(data['sources'])}",
        version=__version__,
        policy=policy(style, scripts),
        style=Markup(style),
        scripts=[Markup(script) for script in scripts],
        data=Markup(embeddable(data)),
    )


def embeddable(data: Row) -> str:
    """The data as JSON that no text in it can end, open as a comment, or turn into markup.

    >>> embeddable({"title": "</script><!--"})
    '{"title":"\\\\u003c/script\\\\u003e\\\\u003c!--"}'
    """
    text = orjson.dumps(data).decode()
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text


def policy(style: str, scripts: Iterable[str]) -> str:
    """The Content-Security-Policy: these scripts and this style by hash, no network, no markup made from strings."""
    directives = (
        "default-src 'none'",
        "script-src " + " ".join(_hash(script) for script in scripts),
        f"style-src {_hash(style)}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
    return "; ".join(directives)


def _hash(source: str) -> str:
    """The source expression that allows exactly this inline text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def _static(name: str) -> str:
    """A file of `static/`, as text."""
    return files("gxq_extract.report").joinpath("static", name).read_text("utf-8")
