"""The atheris target: `python fuzz/coverage_guided.py fuzz/corpus -max_total_time=600`.

Needs `pip install atheris`. New inputs that reach new code are kept in the corpus folder.
"""

import sys

import atheris

with atheris.instrument_imports(include=["gxq_extract"]):
    from pages import check, corpus


def start() -> None:
    """Try the project's own pages once, so that their code counts as known, then fuzz."""
    for data in corpus():
        check(data)
    atheris.Setup(sys.argv, check_bytes)
    atheris.Fuzz()


def check_bytes(data: bytes) -> None:
    """One input of the fuzzer."""
    check(data)


if __name__ == "__main__":
    start()
