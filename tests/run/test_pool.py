"""The pool: order, bounds, and the death of a worker."""

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from itertools import islice
from multiprocessing.connection import Connection

import pytest

from gxq_extract.run.pool import WAITING, ordered


def answer(task: tuple[int, float]) -> int:
    """The task's number after so many seconds; a negative number kills the process."""
    number, seconds = task
    time.sleep(seconds)
    if number < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    tasks = [(number, 0.02 if number % 3 == 0 else 0.0) for number in range(20)]
    assert list(ordered(answer, tasks, jobs)) == [(task, task[0]) for task in tasks]


def test_a_task_that_kills_its_worker_gives_none_and_the_others_go_on() -> None:
    tasks = [(1, 0.0), (-2, 0.0), (3, 0.0), (-4, 0.0), (5, 0.0)]
    assert [result for _, result in ordered(answer, tasks, 2)] == [1, None, 3, None, 5]


def test_tasks_are_taken_only_as_results_are() -> None:
    taken = 0

    def tasks() -> Iterator[tuple[int, float]]:
        nonlocal taken
        while True:
            taken += 1
            yield taken, 0.0

    results = ordered(answer, tasks(), 2)
    assert len(list(islice(results, 10))) == 10
    assert taken <= 10 + 2 * WAITING
    results.close()


def test_closing_ends_workers_at_once() -> None:
    results = ordered(answer, [(0, 0.0), (1, 60.0), (2, 60.0)], 2)
    assert next(results) == ((0, 0.0), 0)
    started = time.monotonic()
    results.close()
    assert time.monotonic() - started < 5


def killed_at_work(_held: Connection) -> None:
    """Start three workers, and be killed before they are stopped."""
    results = ordered(answer, [(number, 0.0) for number in range(9)], 3)
    next(results)
    os.kill(os.getpid(), signal.SIGKILL)


def test_workers_end_with_a_parent_that_is_killed() -> None:
    reader, held = multiprocessing.Pipe(duplex=False)
    parent = multiprocessing.Process(target=killed_at_work, args=(held,))
    parent.start()
    held.close()
    parent.join()
    assert reader.poll(20)  # readable as ended, when no process is left that holds the other end
