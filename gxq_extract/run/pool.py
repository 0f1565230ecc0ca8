"""Worker processes: tasks out, results back in order, memory bounded, and a worker's death noticed.

The standard pools either hang (multiprocessing.Pool) or give up (ProcessPoolExecutor) when a worker is killed, and
the second cannot be stopped at once; here each worker has a pipe of its own, so its end tells which task it had.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

WAITING = 4  # results that may wait, for each worker, until an earlier one is done


class Worker(Generic[Task, Result]):
    """A process that answers one task at a time."""

    def __init__(self, work: Callable[[Task], Result]) -> None:
        self._connection, other = multiprocessing.Pipe()
        ends = self._connection, other
        self._process: BaseProcess = multiprocessing.Process(target=_serve, args=(*ends, work), daemon=True)
        self._process.start()
        other.close()  # so that the worker's death ends the pipe
        self.number = -1

    def fileno(self) -> int:
        """The descriptor that becomes readable with the answer, so that `wait` takes a worker."""
        return self._connection.fileno()

    def send(self, number: int, task: Task) -> None:
        """Give the worker a task under a number; if it is dead, `receive` will tell."""
        self.number = number
        with suppress(BrokenPipeError, ConnectionResetError):
            self._connection.send(task)

    def receive(self) -> Result | None:
        """The answer, or None if the worker died."""
        try:
            result: Result = self._connection.recv()
        except (EOFError, ConnectionResetError):
            return None
        return result

    def stop(self) -> None:
        """End the process at once."""
        self._process.terminate()
        self._connection.close()
        self._process.join()


def ordered(
    work: Callable[[Task], Result], tasks: Iterable[Task], jobs: int
) -> Generator[tuple[Task, Result | None], None, None]:
    """Each task with its result, in the order of the tasks, made by so many processes; None if its process died.

    `work` and the tasks must be picklable. Not more than `WAITING` tasks for each process are under way. Closing the
    iterator ends the processes.
    """
    source = enumerate(tasks)
    free: list[Worker[Task, Result]] = [Worker(work) for _ in range(jobs)]
    busy: list[Worker[Task, Result]] = []
    under_way: dict[int, Task] = {}
    done: dict[int, Result | None] = {}
    following = 0
    try:
        while True:
            _hand_out(source, free, busy, under_way, jobs * WAITING)
            if not under_way:
                return
            for worker in _answered(busy):
                done[worker.number] = result = worker.receive()
                busy.remove(worker)
                free.append(worker if result is not None else _replaced(worker, work))
            while following in done:
                yield under_way.pop(following), done.pop(following)
                following += 1
    finally:
        for worker in free + busy:
            worker.stop()


def _hand_out(
    source: Iterator[tuple[int, Task]],
    free: list[Worker[Task, Result]],
    busy: list[Worker[Task, Result]],
    under_way: dict[int, Task],
    most: int,
) -> None:
    """Give tasks to free workers as long as there are both, and not too many results wait."""
    while free and len(under_way) < most:
        numbered = next(source, None)
        if numbered is None:
            return
        worker = free.pop()
        worker.send(*numbered)
        under_way[numbered[0]] = numbered[1]
        busy.append(worker)


def _answered(busy: list[Worker[Task, Result]]) -> list[Worker[Task, Result]]:
    """The workers that have answered or died, at least one."""
    ready: list[Any] = wait(busy)  # type: ignore[arg-type]  # wait takes any object with fileno()
    return ready


def _replaced(dead: Worker[Task, Result], work: Callable[[Task], Result]) -> Worker[Task, Result]:
    """A new worker for a dead one."""
    dead.stop()
    return Worker(work)


def _serve(parents: Connection, own: Connection, work: Callable[[Any], Any]) -> None:
    """The worker's life: answer until the other end closes; interrupts are for the parent to handle."""
    parents.close()  # so that the parent's death ends the pipe
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(EOFError, OSError):
        while True:
            own.send(work(own.recv()))
