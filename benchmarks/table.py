"""Markdown tables."""

from __future__ import annotations


def table(header: list[str], rows: list[list[str]]) -> str:
    """The rows below the header; every column but the first is set right where it holds figures."""
    figures = [
        all(row[column].strip("*")[:1].isdigit() or row[column] in ("", "–") for row in rows)
        for column in range(len(header))
    ]
    marks = ["---:" if right and index else "---" for index, right in enumerate(figures)]
    lines = [header, *rows]
    body = [f"| {' | '.join(line)} |" for line in lines]
    body.insert(1, f"|{'|'.join(marks)}|")
    return "\n".join(body)


def rate(size: int, seconds: float) -> str:
    """Bytes in seconds as MB (10⁶ bytes) a second, to three figures."""
    if not seconds:
        return "–"
    value = size / 1e6 / seconds
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"
