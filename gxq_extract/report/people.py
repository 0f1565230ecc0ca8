"""People over many bulletins: their posts over time, what they did, and who may be one person spelled two ways."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from gxq_extract.report.sightings import Bulletin, Row, Sightings
from gxq_extract.report.similarity import one_character_apart


@dataclass(slots=True)
class _Post:
    """One post of one person, with the fullest form that a page prints."""

    label: str
    organization: str | None
    role: str | None
    seen: Sightings = field(default_factory=Sightings)


@dataclass(slots=True)
class _Person:
    """What the bulletins read so far say of one name."""

    sectors: set[str] = field(default_factory=set)
    posts: dict[str, _Post] = field(default_factory=dict)
    actions: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    together: Counter[str] = field(default_factory=Counter)
    seen: Sightings = field(default_factory=Sightings)


def people(bulletins: Iterable[Bulletin]) -> list[Row]:
    """One row a name: sectors, posts with first and last day, actions, company, and possible other spellings.

    Rows come by number of bulletins, then by name. Two names are never merged: `possible_same` only points.
    """
    persons: dict[str, _Person] = defaultdict(_Person)
    shared: set[str] = set()
    for bulletin in bulletins:
        _add(bulletin, persons)
        shared |= _posts_of_several(bulletin["officials"])
    rows = {name: _row(name, person) for name, person in persons.items()}
    for one, other in one_character_apart(persons):
        common = _common_posts(persons[one], persons[other], shared)
        if common and not _titled_together(persons[one], persons[other]):
            rows[one]["possible_same"].append({"name": other, "posts": common})
            rows[other]["possible_same"].append({"name": one, "posts": common})
    return sorted(rows.values(), key=lambda row: (-row["count"], row["name"]))


def full_post(post: Mapping[str, Any]) -> str:
    """The post with the organization that its list gives it, where the page prints it without.

    >>> full_post({"label": "管委会主任", "organization": "高新区管委会", "role": "主任"})
    '高新区管委会主任'
    """
    label, organization, role = post["label"], post.get("organization"), post.get("role")
    return f"{organization}{role}" if organization and role and not label.startswith(organization) else str(label)


def _add(bulletin: Bulletin, persons: dict[str, _Person]) -> None:
    """Add one bulletin's officials to what is known of them."""
    names = {official["name"] for official in bulletin["officials"]}
    for official in bulletin["officials"]:
        person = persons[official["name"]]
        person.seen.see(bulletin)
        person.together.update(names - {official["name"]})
        if official.get("sector"):
            person.sectors.add(official["sector"])
        for action in official.get("actions", ()):
            person.actions[action].append(bulletin["id"])
        for post in official["posts"]:
            _add_post(post, bulletin, person)


def _add_post(post: Mapping[str, Any], bulletin: Bulletin, person: _Person) -> None:
    """Note that the person held the post when the bulletin was written."""
    full = full_post(post)
    known = person.posts.setdefault(full, _Post(post["label"], post.get("organization"), post.get("role")))
    known.label = max(known.label, post["label"], key=len)
    known.seen.see(bulletin)


def _posts_of_several(officials: Iterable[Mapping[str, Any]]) -> set[str]:
    """The posts that two people hold in one bulletin (区领导): they tell nothing about who is who."""
    held = Counter(full for official in officials for full in {full_post(post) for post in official["posts"]})
    return {full for full, holders in held.items() if holders > 1}


def _common_posts(one: _Person, other: _Person, shared: set[str]) -> list[str]:
    """The posts that both hold, in their fuller form; 党工委书记 matches 高新区党工委书记 where the roles agree."""
    common = {
        max(first, second, key=len)
        for first in one.posts.keys() - shared
        for second in other.posts.keys() - shared
        if _is_same_post(first, one.posts[first], second, other.posts[second])
    }
    return sorted(common)


def _is_same_post(first: str, first_post: _Post, second: str, second_post: _Post) -> bool:
    """Whether one full post is the other, or its tail with an organization of its own."""
    if first == second:
        return True
    names_body = first_post.organization and second_post.organization and first_post.role == second_post.role
    return bool(names_body) and (first.endswith(second) or second.endswith(first))


def _titled_together(one: _Person, other: _Person) -> bool:
    """Whether one bulletin gives each of the two a post: then they are two."""
    return not _titled_in(one).isdisjoint(_titled_in(other))


def _titled_in(person: _Person) -> set[str]:
    """The bulletins that give the person a post."""
    return {bulletin for post in person.posts.values() for bulletin in post.seen.bulletins}


def _row(name: str, person: _Person) -> Row:
    """The person as plain data; posts in the order in which they were first seen."""
    posts = [
        {"label": post.label, "full": full, "organization": post.organization, "role": post.role} | post.seen.row()
        for full, post in person.posts.items()
    ]
    return {
        "name": name,
        "sectors": sorted(person.sectors),
        "posts": sorted(posts, key=lambda post: (post["first"] or "9", post["label"])),
        "actions": dict(sorted(person.actions.items())),
        "together": [{"name": name, "count": count} for name, count in sorted(person.together.items(), key=_by_count)],
        "possible_same": [],
    } | person.seen.row()


def _by_count(item: tuple[str, int]) -> tuple[int, str]:
    """Sort key: most often first, then by name."""
    return -item[1], item[0]
