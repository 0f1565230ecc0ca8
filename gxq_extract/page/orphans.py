"""Orphan paragraphs: what columns scattered goes back to the bulletin it continues, where the text tells."""

from __future__ import annotations

import re

from gxq_extract.page.items import Item, Layout
from gxq_extract.page.lines import Line
from gxq_extract.page.words import holders
from gxq_extract.patterns import lazy

# A paragraph that speaks of an event as known: its bulletin must have one. `speaker` is empty where a name begins that
# is said to speak.
_EVENT_CUE = lazy(
    r"(?P<event>(?:[^\W\da-zA-Z_]{0,6}?会议?|培训|活动|座谈|会谈))(?:中|上|前|后|期间|还|并|由|最后)?[,还指强要认决传听研审表通讨]"
    r"|(?P<visit>调研|检查|督导|走访|考察|慰问|暗访|视察|观摩)(?:途中|中|时|期间|结束后|后),"
    r"|(?:与会|参会)(?:人员|代表|同志|领导)|[^,。]{4,24}在(?:座谈|培训)?会上"
    r"|[^。]{4,90}?(?:出席|列席|参加)(?P<met>会议|会谈)"
    r"|(?P<speaker>)(?=[^\W\da-zA-Z_]{3}(?:说|表示|指出|强调|要求|介绍))"
)
_SHORTEST_COPY = 30  # characters; a shorter sentence may stand in two bulletins
_MEETING = "会议"
_ANY_EVENT = frozenset([_MEETING, "会", "活动", "培训"])  # said of any meeting
_EVENTS = lazy(r"会议|大会|全会|[^\W\da-zA-Z_]会(?:[,。在]|召开|举行|$)|座谈|会谈|培训|活动|研讨|仪式|论坛|讲座|赛")
_CLEAR_FACTOR = 2.0
_LEAST_SHARED = 1.0
_MOST = 80  # more bulletins than a page of paper holds
_MOST_JUDGED = 40  # paragraphs of a bulletin; more than columns ever scatter


def settle_orphans(layout: Layout) -> None:
    """Move every paragraph that plainly continues another bulletin to that bulletin's strays."""
    items = [item for item in layout.items if item.kind == "news"]
    if not 2 <= len(items) <= _MOST:
        return
    bodies, leads = [item.text for item in items], [item.lead for item in items]
    for host in items:
        cues = [(line, cue) for line in _movable(host) if (cue := _EVENT_CUE.match(line.text)) is not None]
        homes = {line: _home(line, cue, host, items, bodies) for line, cue in cues[:_MOST_JUDGED]}
        copies = {line: _opened_with(line, host, items, leads) for line in _movable(host)[:_MOST_JUDGED]}
        _move(host, {line: home for line, home in (*homes.items(), *copies.items()) if home is not None})


def _opened_with(line: Line, host: Item, items: list[Item], leads: list[str]) -> Item | None:
    """The other bulletin that begins with a paragraph, which columns printed twice."""
    if len(line.text) < _SHORTEST_COPY:
        return None
    pairs = zip(items, leads, strict=True)
    return next((item for item, lead in pairs if item is not host and line.text in lead), None)


def _move(host: Item, homes: dict[Line, Item]) -> None:
    """Give the orphans away, each with what it goes on in; what stands behind the first becomes a part of its own."""
    first = next((index for index, line in enumerate(host.body) if line in homes), len(host.body))
    rest, host.body = host.body[first:], host.body[:first]
    home, cut = host, False
    for line in rest:
        home = home if cut else homes.get(line, host)
        home.strays.append(line)
        cut = not line.ends_sentence


def _movable(host: Item) -> list[Line]:
    """Paragraphs below the second that begin a sentence: what follows the lead directly belongs to it."""
    pairs = zip(host.body[1:], host.body[2:], strict=False)
    return [line for above, line in pairs if above.ends_sentence]


def _home(line: Line, cue: re.Match[str], host: Item, items: list[Item], bodies: list[str]) -> Item | None:
    named = _told_by_name(line, cue.end(), host, items, bodies)
    if named is not None or cue["speaker"] is not None:
        return named
    event = cue["event"] or cue["met"] or _MEETING
    lacking = cue["met"] not in host.lead if cue["met"] else not _has_event(host.lead, event)
    if cue["visit"] is None and lacking:
        return _nearest_with_event(line, event, host, items, bodies)
    better = _better_by_words(line, host, items, bodies)
    if better is None or cue["visit"] is not None or _has_event(better.lead, event):
        return better
    return None


def _told_by_name(line: Line, at: int, host: Item, items: list[Item], bodies: list[str]) -> Item | None:
    """The one other bulletin that has the three characters behind the cue, a name as a rule: 调研中,|张洪涛察看了.

    A paragraph that opens with a speaker (张洪涛说) has its cue before the name.
    """
    name = line.text[at : at + 3]
    if len(name) < 3 or not name.isalpha():
        return None
    # Copies of the paragraph say nothing elsewhere; in its own bulletin a second one does.
    holding = [
        item
        for item, body in zip(items, bodies, strict=True)
        if name in body and name in body.replace(line.text, "", 1 if item is host else -1)
    ]
    return holding[0] if len(holding) == 1 and holding[0] is not host else None


def _has_event(lead: str, event: str) -> bool:
    """Whether the lead tells of the event; a bare 会议 or 会 fits any."""
    return _EVENTS.search(lead) is not None if event in _ANY_EVENT else event[-3:] in lead


def _nearest_with_event(line: Line, event: str, host: Item, items: list[Item], bodies: list[str]) -> Item | None:
    fitting = [item for item in items if item is not host and _has_event(item.lead, event)]
    if not fitting:
        return None
    by_words = _better_by_words(line, host, items, bodies)
    if by_words in fitting:
        return by_words
    before = [item for item in fitting if item.body[0].start < line.start]
    return before[-1] if before else fitting[0]


def _better_by_words(line: Line, host: Item, items: list[Item], bodies: list[str]) -> Item | None:
    """The bulletin that shares clearly more of the paragraph's telling words than the one it stands in."""
    grams = list(dict.fromkeys(line.text[at : at + 3] for at in range(0, len(line.text) - 2, 3)))
    shares = [(gram, holders(gram, bodies)) for gram in grams]
    scores = [0.0] * len(items)
    for _, found in shares:
        for index in found:
            scores[index] += 1 / len(found)
    at = items.index(host)
    own = bodies[at].replace(line.text, "", 1)
    scores[at] = 0.0
    best = max(range(len(items)), key=scores.__getitem__)
    host_score = sum(1 / len(found) for gram, found in shares if gram in own)
    return items[best] if scores[best] >= _LEAST_SHARED and scores[best] > _CLEAR_FACTOR * host_score else None
