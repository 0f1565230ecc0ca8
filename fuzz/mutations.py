"""Extract many mutated pages: `python fuzz/mutations.py [COUNT] [SEED]`; exit code 1 and a report if any goes wrong."""

import random
import sys
from collections import Counter

from pages import check, corpus, worse


def main(count: int = 10_000, seed: int = 0) -> int:
    """Check so many pages; each failure is printed with the seed that makes its page again."""
    pages = corpus()
    outcomes: Counter[str] = Counter()
    for number in range(seed, seed + count):
        try:
            outcomes[check(worse(random.Random(number), pages))] += 1
        except AssertionError as error:
            outcomes["wrong"] += 1
            print(f"seed {number}: {error}")
    print(", ".join(f"{outcome} {times}" for outcome, times in sorted(outcomes.items())))
    return 1 if outcomes["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
