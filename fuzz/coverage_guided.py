"""The atheris target: `python fuzz/coverage_guided.py NEW fuzz/corpus -max_total_time=600 -max_len=4000`.

Needs `pip install atheris`. Inputs that reach new code are kept in the folder NEW; `fuzz/corpus` has one input for each
fault that was found and mended, which the tests try again.
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
