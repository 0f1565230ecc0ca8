"""Which headline belongs to which body, by meaning first and by position second.

On scanned pages headlines and bodies come out of order, so the nearest heading above is only a prior. Each pair gets
a fitness: how much of the headline the body says, how near it stands; the best assignment over the page wins, and
headlines and bodies may be left over.
"""

from __future__ import annotations

import math
import re
from itertools import takewhile

from gxq_extract.page.items import Item, Layout, Title
from gxq_extract.page.lines import is_motto
from gxq_extract.page.words import holders
from gxq_extract.patterns import lazy

# Weights beside the share of words, which is at most 1; tuned by hand on the pages of seeds and tests/data.
_ADJACENT = 0.35
_STACKED, _IN_TURN = 0.2, 0.15  # of several headlines above each other: the last, and each for the body in its turn
_SURE = 0.75  # an adjacent headline whose words stand in the body to this share needs no comparison
_LEAD_WEIGHT = 0.5
_SUBJECTLESS = -0.9
_MOTTO = -1.0
_UNHEADED = -1.0  # a picture's text, or an item of a column, has no headline but the one right above it
_RIVAL = 0.05  # a headline that fits as well but for this makes the choice doubtful
_LEAST = 0.42
_MOTTO_LIKE_HEADLINE = 11  # two phrases of five characters may be either
_LEAST_LEFT = 0.25  # for headlines and bodies that are left over
_MOST = 80  # more bulletins than a page of paper holds: each keeps the headline above it
_HAN = lazy(r"[^\W\da-zA-Z_]+|[A-Za-z0-9]+")
# A verb phrase without a subject is a banner more often than a headline.
_BANNER = lazy(
    r"(?:深入)?(?:学习|贯彻|落实|树立|践行|弘扬|坚持|牢记|奋力|聚焦|喜迎|推动|加快)(?!.{0,12}(?:会|座谈|活动|班)$)"
)
# The name of a body alone, as it stands at the head of a site.
_INSTITUTION = lazy(
    r"^[^\W\da-zA-Z_]{2,10}(?:局|委员会|政府|管委会|办公室|集团|公司|法院|检察院|新闻网|报社)$"
    r"|^[^\W\da-zA-Z_]{2,5}(?:经开区|高新区|开发区|政协|人大)$"
)


def match_headlines(layout: Layout) -> dict[int, str]:
    """Give every item its headline in place; returns by item index another headline that fits equally well."""
    items, titles = layout.items, [title for title in layout.titles if _is_possible(title)]
    settled = {item.title for item in items if item.title is not None and _is_settled(item)}
    places = [place for place, item in enumerate(items) if item.title not in settled]
    if not places or len(items) > _MOST or len(titles) > _MOST:
        return {}
    titles = [title for title in titles if title not in settled]
    unsettled = [items[place] for place in places]
    fit = _fitnesses(items, titles, places)
    chosen = _assign_rest(_assign(fit, _LEAST), fit, unsettled, titles)
    doubts = {
        place: titles[j].text
        for place, row, best in zip(places, fit, chosen, strict=True)
        for j in _rivals(row, best, set(chosen))
    }
    taken = {titles[j] for j in chosen if j is not None}
    for item, best in zip(unsettled, chosen, strict=True):
        if best is not None:
            item.title = titles[best]
        elif item.title in taken:
            item.title = None
    _claim_directly_above(layout, settled | taken)
    return doubts


def _is_settled(item: Item) -> bool:
    """Whether the headline above a body is plainly its own, so that it need not be held against others."""
    title = item.title
    if title is not None and title.lines[-1].heads:
        return True
    if title is None or title.motto or _BANNER.match(title.text) or _INSTITUTION.search(title.text):
        return False
    return _share(title, item) >= _SURE


def _is_possible(title: Title) -> bool:
    if len(re.findall(r"[^\W\da-zA-Z_]", title.text)) < 3:
        return False
    return len(title.text.split()) < 3 or not is_motto(title.text)


def _claim_directly_above(layout: Layout, taken: set[Title]) -> None:
    """A headline that nobody claims goes to the body right below it, unless the body has one."""
    for item in layout.items:
        if item.title is not None and item.title not in taken and not _is_possible(item.title):
            item.title = None
        if item.title is None:
            above = _title_above(layout, item)
            if above is not None and above not in taken:
                item.title = above


def _title_above(layout: Layout, item: Item) -> Title | None:
    top = item.body[0].start
    ends = [other.body[-1].end for other in layout.items if other is not item and other.body[-1].end <= top]
    floor = max(ends, default=0)
    above = [title for title in layout.titles if floor <= title.start < top and _is_possible(title)]
    if item.kind == "photo" or item.marked or not above:
        return None
    return above[-1]


def _grams(text: str) -> list[str]:
    """The different pairs of neighbouring characters in words, in a fixed order: sums of fractions depend on it."""
    return list(dict.fromkeys(run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)))


def _share(title: Title, item: Item) -> float:
    wanted = _grams(title.text)
    text = item.text
    return sum(gram in text for gram in wanted) / len(wanted) if wanted else 0.0


def _fitnesses(items: list[Item], titles: list[Title], places: list[int]) -> list[list[float]]:
    """For each of the items at the places how well each title fits it.

    A pair of characters that every body on the page has tells little: it weighs the less, the more bodies have it.
    """
    texts = [item.text for item in items]
    leads = [item.lead[:120] for item in items]
    near = _nearness(items, titles)
    apart = [_UNHEADED if item.kind == "photo" or item.marked else 0.0 for item in items]
    columns = []
    for title in titles:
        places_say = [near.get((title, item), far) for item, far in zip(items, apart, strict=True)]
        columns.append(_title_fitness(title, texts, leads, places_say))
    return [[column[place] for column in columns] for place in places]


def _nearness(items: list[Item], titles: list[Title]) -> dict[tuple[Title, Item], float]:
    """What position says for a title and an item: right above, or each of several titles in its turn."""
    near = {(item.title, item): _ADJACENT for item in items if item.title is not None}
    news = [item for item in items if item.kind == "news" and not item.marked]
    starts = [item.body[0].start for item in items]
    for at, item in enumerate(news):
        top = item.body[0].start
        floor = max((start for start in starts if start < top), default=-1)
        stack = [title for title in titles if floor < title.start < top and not title.motto]
        bare = list(takewhile(lambda later: later.title is None, news[at + 1 :]))
        if len(stack) < 2 or len(bare) < len(stack) - 1 or stack[-1] is not item.title:
            continue
        near[stack[-1], item] = _STACKED
        for title, body in zip(stack, (item, *bare), strict=False):
            near[title, body] = _IN_TURN
    return near


def _title_fitness(title: Title, texts: list[str], leads: list[str], places_say: list[float]) -> list[float]:
    """The weight of the headline's words that each body and its lead say, and the signs for and against each pair."""
    said, total = [0.0] * len(texts), 0.0
    for gram in _grams(title.text):
        found = holders(gram, texts)
        weight = math.log(1 + len(texts) / (len(found) or len(texts)))
        total += weight
        for index in found:
            said[index] += weight * (1.0 if gram in leads[index] else 1 - _LEAD_WEIGHT)
    bonus = (
        _MOTTO if title.motto else _SUBJECTLESS if _BANNER.match(title.text) or _INSTITUTION.search(title.text) else 0.0
    )
    return [share / (total or 1.0) + bonus + place for share, place in zip(said, places_say, strict=True)]


def _assign(fit: list[list[float]], asked: float) -> list[int | None]:
    """For each row the column of the assignment with the greatest sum; pairs below the fitness asked stay apart.

    Kuhn and Munkres' method in its shortest form, over costs padded so that every row may stay alone.
    """
    undisputed = _undisputed(fit, asked)
    if undisputed is not None:
        return undisputed
    rows = len(fit)
    real = len(fit[0]) if fit else 0
    cost = [[-max(value, 0.0) if value >= asked else 0.0 for value in row] + [0.0] * rows for row in fit]
    columns = real + rows
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        _augment(cost, row_price, column_price, owner)
    chosen: list[int | None] = [None] * rows
    for column in range(1, real + 1):
        if owner[column] and fit[owner[column] - 1][column - 1] >= asked:
            chosen[owner[column] - 1] = column - 1
    return chosen


def _undisputed(fit: list[list[float]], asked: float) -> list[int | None] | None:
    """Each row's own best column, if no two rows have the same one and none has two; then there is nothing to weigh."""
    chosen: list[int | None] = []
    for row in fit:
        best = max(row, default=0.0)
        column = row.index(best) if best >= asked else None
        if column is not None and (column in chosen or row.count(best) > 1):
            return None
        chosen.append(column)
    return chosen


def _assign_rest(
    chosen: list[int | None], fit: list[list[float]], items: list[Item], titles: list[Title]
) -> list[int | None]:
    """The assignment, and with it that of the headlines and bodies left over, of which less is asked."""
    rows = [i for i, item in enumerate(items) if chosen[i] is None and item.kind == "news"]
    columns = [j for j, title in enumerate(titles) if j not in chosen and not title.motto]
    if not rows:
        return chosen
    rest = _assign([[fit[i][j] for j in columns] for i in rows], _LEAST_LEFT)
    for i, column in zip(rows, rest, strict=True):
        if column is not None:
            chosen[i] = columns[column]
    _assign_last(chosen, fit, items, titles)
    bodies = [i for i in rows if chosen[i] is None]
    mottos = [j for j, title in enumerate(titles) if title.motto and len(title.text) >= _MOTTO_LIKE_HEADLINE]
    if len(bodies) == len(mottos) == 1 and not columns:
        chosen[bodies[0]] = mottos[0]  # 板凳围成圈 话从心里掏
    return chosen


def _assign_last(chosen: list[int | None], fit: list[list[float]], items: list[Item], titles: list[Title]) -> None:
    """The one headline left over goes to the one body left over, whatever its words.

    The body has run on from another, or the headline is marked as one and stands above it.
    """
    left = [i for i, column in enumerate(chosen) if column is None]
    above = [items[i].title for i in left]
    free = [j for j, title in enumerate(titles) if j not in chosen and title not in above and not title.motto]
    parted = [i for i in left if items[i].parted]
    bodies = parted or [i for i in left if items[i].kind == "news" and not items[i].marked]
    if len(bodies) != 1 or len(free) != 1 or fit[bodies[0]][free[0]] < 0:
        return
    body, title = items[bodies[0]], titles[free[0]]
    if parted or (title.lines[0].level and title.start < body.body[0].start):
        chosen[bodies[0]] = free[0]


def _augment(cost: list[list[float]], row_price: list[float], column_price: list[float], owner: list[int]) -> None:
    columns = len(owner) - 1
    least = [math.inf] * (columns + 1)
    came_from = [0] * (columns + 1)
    done = [False] * (columns + 1)
    at = 0
    while True:
        done[at] = True
        row, step, following = owner[at], math.inf, 0
        for column in range(1, columns + 1):
            if done[column]:
                continue
            slack = cost[row - 1][column - 1] - row_price[row] - column_price[column]
            if slack < least[column]:
                least[column], came_from[column] = slack, at
            if least[column] < step:
                step, following = least[column], column
        for column in range(columns + 1):
            if done[column]:
                row_price[owner[column]] += step
                column_price[column] -= step
            else:
                least[column] -= step
        at = following
        if owner[at] == 0:
            break
    while at:
        previous = came_from[at]
        owner[at] = owner[previous]
        at = previous


def _rivals(row: list[float], chosen: int | None, taken: set[int | None]) -> list[int]:
    if chosen is None:
        return []
    return [j for j, value in enumerate(row) if j != chosen and j not in taken and value >= row[chosen] - _RIVAL]
