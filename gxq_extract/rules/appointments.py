"""Appointments: who was made what, removed from a post, elected, or proposed in a notice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxq_extract.lexicon import predicates
from gxq_extract.patterns import HAN, lazy
from gxq_extract.rules.names import is_name_token, name_start
from gxq_extract.rules.posts import head_before, is_post
from gxq_extract.rules.rule import FoundPerson

# 等3名同志, 四位同志
_AND_OTHERS = r"(?:等?[\d一二两三四五六七八九十]{1,3}[名位人]{1,2}|等)?(?:同志)?"
_APPOINT = lazy(
    r"(?:(?P<verb>任命|聘任|聘请|选举|补选|推选|增补|递补|提名):?|^|(?<=[,。;:\n、]))"
    r"(?P<names>(?:(?!任命|聘任|聘请|免去|决定|选举|补选|推选|增补|递补|同意|提名|不再)[\w·、]|\([男女][^()]{0,8}\)){2,100}?)"
    rf"{_AND_OTHERS}(?:为|(?:挂职)?任(?!命|免|务|职)|当选为?|担任)"
    r"(?P<post>(?:(?!、[\w·]{2,4}?(?:同志)?为)[^,。;:!?\n]){2,40})"
)
_REMOVE = lazy(
    r"(?:(?P<verb>免去|免除|撤销|接受|同意)了? ?|(?<=[,。;:\n])|^)(?P<names>(?:(?!决定|接受|同意|免去|免除)[\w·、]){2,16}?)(?:\(女\))?(?:(?:同志)?(?:因\w{2,8},?)?(?:提出的?)?(?:辞去|的|不再(?:担任|兼任))|同志)(?P<post>[^,。;:!?\n的]{2,40}?)(?:职务|一职|的请求|的辞呈)"
)
_APPOINTING = lazy(
    "任命[:\\n]?|免去[:\\n]?|补选[:\\n]?|选举[:\\n]?|任免名单|免除|推选|同志任|增补|递补|聘任|聘请|当选|辞去|提名|不再担任"
)
# What is said on of the person named last.
_HIS = lazy(r"(?:免去其|,不再(?:担任|兼任)|,改任|,另任|,兼任)(?P<post>[^,。;:!?\n]{2,40}?)(?:职务|(?=[,。;\n])|\Z)")
_ELECTS = lazy(r"当选|递补为")
_ELECTED = lazy(
    r"(?P<names>(?:(?:(?![的贺])[\w·]){2,8}[、和])*(?:(?![的贺])[\w·]){2,4})"
    rf"(?:\d+人)?(?:同志)?(?:等\d*{HAN}{{0,3}})?(?:以[^,。;、]{{1,14}}票|全票|高票)?(?:当选|递补)为?"
    r"(?P<post>[^,。;:!?(\n]{2,40})"
)
_LONGEST_LIST, _LONGEST_POST = 160, 44
_BIOGRAPHY = lazy(
    r"(?:^|(?<=[。;\n]))(?:\(?[\d一二三四五六七八九十]{1,2}[.、)] ?)?(?P<name>[\w·]{2,12}),(?:男|女)[,。][^\n]{0,120}?(?:现任|拟任|原任|任)"
)
_BIOGRAPHY_POST = lazy(
    r"(?:现任|拟任|原任|曾任|提名为?|拟提任为?)(?P<post>[^,。;\n]{3,60}(?:,[^,。;\n任]{2,12}(?:调研员|巡视员|主任科员))?)"
)
# 王伟,区消防大队副大队长; one item of a list of people.
_ROLL_ITEM = lazy(
    r"(?:^|(?<=[:;\n])) ?(?P<name>[\w·]{2,8})(?:\([男女][^()]{0,6}\))?,(?P<post>[^,;:。\n]{3,40})(?=[;。\n]|\Z)"
)
# 出席:王伟 区委副书记、区长
_ROLL_ROW = lazy(
    r"(?<![^\n])(?P<label>(?:出席|列席|请假|缺席)(?:人员)?: ?)?"
    rf"(?P<name>{HAN}{{2,4}}) "
    r"(?P<post>[^,。;:\n(]{2,40})(?:\([^()]{1,8}\))?(?=\n|\Z)"
)
# 牵头领导:王伟(县委常委、副县长)
_IN_BRACKETS = lazy(r"\((?P<post>[^()。,;:]{3,40})\)")
_NAME_BEFORE = lazy(rf"(?:\A|[:、,;。\n])(?P<name>{HAN}{{2,4}})\Z")
# 王伟如今已是清溪镇合作社理事长
_HOLDS = lazy(r"(?:是|现任|现为|兼任)(?P<post>[^,。;:!?、“”()的是一]{4,30})(?=[,。;])")
_SINCE = lazy(r"(?:如今|现在)?(?:已经?)?\Z")
_LONGEST_NAME = 4
_ITEM_END = lazy(r"(?:\([^()]{1,8}\)|人选)?(?:[、,兼]|和(?=[省市区县镇乡])|\Z)")
_LISTED_NAME = lazy(r"[\w·]+?(?=、|和(?=..)|\([男女]|\Z)")
_NOT_APPOINTED = frozenset("关于 会上 会议 拟任 现任 大会 决定 全会 同时 本人 全票 高票".split())


def _post_items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The posts of a list that fills a whole stretch, divided at 、, 兼 and commas."""
    items: list[tuple[int, int]] = []
    at = start
    for mark in _ITEM_END.finditer(text[start:end]):
        stop = start + mark.start()
        if head_before(text, stop, at) is not None:
            items.append((at, stop))
            at = start + mark.end()
    return items


def appointed(text: str) -> Iterator[FoundPerson]:
    """甲为…局长 after an appointing verb or at the head of a clause, 甲的…职务, 甲、乙当选…委员."""
    last: FoundPerson | None = None
    matches = [
        match
        for start, end in _appointing(text)
        for pattern in (_REMOVE, _APPOINT, _HIS)
        for match in pattern.finditer(text, start, end)
    ] + list(_elections(text))
    for match in sorted(matches, key=lambda match: match.start("post")):
        posts = _post_items(text, *match.span("post"))
        if not posts:
            continue
        if "names" not in match.groupdict():
            if last is not None:
                last.posts.extend(posts)
            continue
        for start, end in _name_spans(match):
            last = FoundPerson("person.appointment", start, end, list(posts))
            yield last


def _elections(text: str) -> Iterator[re.Match[str]]:
    """甲、乙等当选会长: looked for around the verb alone, so that a long list costs no more than a short one."""
    done = 0
    for verb in _ELECTS.finditer(text):
        at = verb.start()
        if at < done or text[at - 1 : at] == "新":  # 发给新当选的县长
            continue
        match = _ELECTED.search(text, max(done, at - _LONGEST_LIST), at + _LONGEST_POST)
        if match is not None and match.start("post") > at:
            yield match
            done = match.end()


def _appointing(text: str) -> Iterator[tuple[int, int]]:
    """The stretches that appoint: sentences with an appointing word, or all behind 任命: at the head of a list."""
    words = list(_APPOINTING.finditer(text))
    if len(words) > 1 and "免去" in text:  # a list, of which not every line has a verb
        yield 0, len(text)
        return
    done = 0
    for word in words:
        if word.start() < done:
            continue
        start = max(text.rfind("。", done, word.start()), text.rfind("\n", done, word.start())) + 1
        ends = [at for at in (text.find("。", word.end()), text.find("\n", word.end())) if at >= 0]
        done = len(text) if word[0].endswith((":", "\n", "单")) else min(ends, default=len(text))
        yield max(start, 0), done


def _name_spans(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The names of an appointment: one, or a list."""
    # A list, or an item of one: 从容的县人民检察院副检察长职务
    listed = "、" in match["names"] or match.string.startswith("职务", match.end("post"))
    for token in _LISTED_NAME.finditer(match["names"]):
        end = match.start("names") + token.end()
        name = _behind_post(match.string, end, token[0].lstrip("和") if token.start() else token[0])
        named = listed or match.groupdict().get("verb") or name not in predicates()
        titled = head_before(match.string, end, end - len(name)) is not None  # 甲总书记全票当选
        if is_name_token(name) and named and not titled and name not in _NOT_APPOINTED:
            yield end - len(name), end


def _behind_post(text: str, end: int, token: str) -> str:
    """The token that ends at `end` without the end of a post before the name: 长|胥华强."""
    for size in (3, 2):
        at = end - size
        if len(token) > size and head_before(text, at, 0) is not None and is_post(text, at):
            return token[-size:]
    return token


def enrolled(text: str) -> Iterator[FoundPerson]:
    """王伟,区消防大队副大队长;李明,镇武装部部长: people of a list, of which two at least follow one another."""
    if ";" not in text:
        return
    last: FoundPerson | None = None
    for item in _ROLL_ITEM.finditer(text):
        posts = _post_items(text, *item.span("post"))
        if not posts or posts[-1][1] != item.end("post") or not is_name_token(item["name"]):
            continue
        here = FoundPerson("person.appointment", item.start("name"), item.end("name"), posts)
        if last is not None and item.start() - last.posts[-1][1] <= 2:
            yield last
            yield here
        last = here


def attending(text: str) -> Iterator[FoundPerson]:
    """出席:王伟 区委副书记、区长: the rows of the roll below minutes, the first of them behind its label."""
    if "席:" not in text:
        return
    end = -1
    for row in _ROLL_ROW.finditer(text):
        posts = _post_items(text, *row.span("post"))
        whole = bool(posts) and posts[-1][1] == row.end("post") and is_name_token(row["name"])
        if whole and (row["label"] or row.start() - end <= 1):
            yield FoundPerson("person.appointment", row.start("name"), row.end("name"), posts)
            end = row.end()


def holders(text: str) -> Iterator[FoundPerson]:
    """王伟是清溪镇合作社理事长: a name at a boundary, and a whole post with the body it is of."""
    for match in _HOLDS.finditer(text):
        posts = _post_items(text, *match.span("post"))
        if len(posts) != 1 or posts[0] != match.span("post") or not is_post(text, match.end("post")):
            continue
        since = _SINCE.search(text, max(0, match.start() - _LONGEST_NAME), match.start())
        end = match.start() if since is None else since.start()
        start = name_start(text, end, max(0, end - _LONGEST_NAME))
        if start is not None:
            yield FoundPerson("person.appointment", start, end, posts)


def noted(text: str) -> Iterator[FoundPerson]:
    """牵头领导:王伟(县委常委、副县长): the posts in brackets behind a name."""
    for match in _IN_BRACKETS.finditer(text):
        named = _NAME_BEFORE.search(text, max(0, match.start() - _LONGEST_NAME - 1), match.start())
        if named is None or not is_name_token(named["name"]):
            continue
        posts = _post_items(text, *match.span("post"))
        if posts and posts[-1][1] == match.end("post") and is_post(text, match.end("post")):
            yield FoundPerson("person.appointment", *named.span("name"), posts)


def biographies(text: str) -> Iterator[FoundPerson]:
    """宿遥,女,…现任…拟任…: a curriculum in a notice."""
    if ",男," not in text and ",女," not in text:
        return
    for match in _BIOGRAPHY.finditer(text):
        if not is_name_token(match["name"]):
            continue
        stop = text.find("\n", match.start())
        posts = [
            item
            for post in _BIOGRAPHY_POST.finditer(text, match.end("name"), stop if stop >= 0 else len(text))
            for item in _post_items(text, *post.span("post"))
        ]
        if posts:
            yield FoundPerson("person.appointment", match.start("name"), match.end("name"), posts)
