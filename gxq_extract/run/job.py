"""A whole run: inputs to shards to output, with progress, errors and summary."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path

import orjson

import gxq_extract
from gxq_extract.errors import ExitCode, ExtractError
from gxq_extract.run.inputs import Input, Selection, batched, find_inputs, of_shard
from gxq_extract.run.lines import lacks_text
from gxq_extract.run.opening import STDIN
from gxq_extract.run.overwriting import refuse_overwriting, until_written
from gxq_extract.run.probing import told_once
from gxq_extract.run.progress import progress
from gxq_extract.run.summary import Totals
from gxq_extract.run.telling import tell
from gxq_extract.run.work import Manifest, Settings, Shard, extract_shard, note_failure
from gxq_extract.run.writing import Written, is_stream, open_output, open_written


@dataclass(frozen=True, slots=True)
class Job:
    """What to read, what to do with it, and where it goes.

    `output` is a path, or None for standard output; `errors` a file for JSON Lines, or None for standard error;
    `shard` (i, n) keeps the i-th of n parts of the inputs; `jobs` is the number of processes.
    """

    selection: Selection
    settings: Settings
    shard: tuple[int, int] | None = None
    output: str | None = None
    errors: str | None = None
    jobs: int = 1
    resume: bool = False
    quiet: bool = False


def run(job: Job) -> ExitCode:
    """Run the job to its end, or to an interrupt, and say on standard error what was done; an error says it itself."""
    totals = Totals()
    try:
        _extract(job, totals)
        code = totals.exit_code
    except BrokenPipeError:  # the reader has had enough
        return ExitCode.OK
    except ExtractError as error:
        tell(error)
        return error.kind.exit_code
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
        tell("interrupted" + ("" if is_stream(job.output) else "; take it up again with --resume"))
    if not job.quiet:
        print(totals.text(), file=sys.stderr, flush=True)
    return code


def shards(batches: Iterator[list[Input]], settings: Settings, jobs: int) -> Generator[Shard, None, None]:
    """The shards of the batches in order; a single batch is not worth starting processes."""
    work = partial(extract_shard, settings=settings)
    first = list(islice(batches, 2))
    tasks = chain(first, batches)
    if jobs == 1 or len(first) < 2:
        yield from map(work, tasks)
        return
    from gxq_extract.run.pool import ordered

    with closing(ordered(work, tasks, jobs)) as results:
        for batch, shard in results:
            yield shard if shard is not None else _one_by_one(batch, work)


def settings_key(settings: Settings) -> str:
    """A hash of all that the output depends on but the inputs: the settings and this package's own files."""
    digest = hashlib.sha256(repr(settings).encode())
    root = Path(gxq_extract.__file__).parent
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _extract(job: Job, totals: Totals) -> None:
    """Bring every input to the output; where no page came through, what stood there stays."""
    inputs = _inputs(job)
    with ExitStack() as stack:
        errors = None if job.errors in (None, STDIN) else stack.enter_context(_kept(open_written(job.errors)))
        key = settings_key(job.settings) if job.output else ""
        output = open_output(job.output, key, resume=job.resume, limit=job.settings.max_page_bytes)
        stack.enter_context(_kept(output))
        parts = job.shard[1] if job.shard else 1
        update = stack.enter_context(progress(job.selection, parts, hidden=job.quiet or output.on_terminal))

        def report(manifest: Manifest) -> None:
            totals.add(manifest)
            _log(manifest.errors, errors)
            for notice in manifest.notices:
                tell(notice)
            update(totals.counts)

        left = output.take_up(batched(inputs), report, tell)
        for shard in stack.enter_context(closing(shards(left, job.settings, job.jobs))):
            output.add(shard)
            report(shard.manifest)
        if errors is not None:
            errors.finish()
        if totals.exit_code is ExitCode.NOTHING_READ:
            output.abandon(keep=False)
        else:
            output.finish()


def _inputs(job: Job) -> Iterator[Input]:
    """The inputs of the job's shard; raises `nothing_read` if there is none in any, and `bad_place`."""
    refuse_overwriting(job.selection, job.output, job.errors)
    lines = told_once(find_inputs(job.selection), partial(lacks_text, fields=job.settings.lines), "no_pages")
    found = until_written(lines, job.output, job.errors)
    first = next(found, None)
    if first is None:
        raise ExtractError("nothing_read", ", ".join(job.selection.paths) or str(job.selection.listed_in))
    inputs = chain((first,), found)
    return inputs if job.shard is None else of_shard(inputs, *job.shard)


@contextmanager
def _kept(written: Written) -> Iterator[Written]:
    """Keep what is written if the block ends early, but not for what turns out to be wrong usage."""
    try:
        yield written
    except BaseException as error:
        written.abandon(keep=not (isinstance(error, ExtractError) and error.kind.exit_code is ExitCode.USAGE))
        raise


def _one_by_one(batch: list[Input], work: Callable[[list[Input]], Shard]) -> Shard:
    """The shard of a batch that killed its worker: each input in a process of its own, so that one page is lost."""
    from gxq_extract.run.pool import ordered

    whole = Shard(b"", Manifest())
    with closing(ordered(work, ([item] for item in batch), 1)) as results:
        for [item], shard in results:
            part = shard or Shard(b"", _dead(item))
            whole.lines += part.lines
            whole.manifest.add(part.manifest)
    return whole


def _dead(item: Input) -> Manifest:
    """The manifest of an input that killed its worker."""
    manifest = Manifest([(item.where, None)])
    note_failure(manifest, item, ExtractError("worker_died", item.where))
    return manifest


def _log(errors: list[dict[str, str]], written: Written | None) -> None:
    """Write errors as JSON Lines, or as messages to standard error."""
    for error in errors:
        if written is None:
            tell(error["message"])
        else:
            written.write(orjson.dumps(error, option=orjson.OPT_APPEND_NEWLINE))
