"""Rules files: what a user may teach in TOML, checked so that every fault names file, key and what would be right."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from typing import Annotated, Any, Literal, Self

import regex
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator
from pydantic_core import ErrorDetails

from gxq_extract.errors import ExtractError
from gxq_extract.options import Pairs, UserPattern, UserRules
from gxq_extract.page.view import fold
from gxq_extract.rules.taught import compiled, of_pattern
from gxq_extract.terms import FactField, ProjectKind, Role

_GROUPS = {
    "date": ("month", "day"),
    "reporter": ("name",),
    "official": ("name", "post"),
    "meeting": ("number",),
    "project": ("name",),
}
_DEFAULTS = {"reporter": "reporter", "project": "programme"}


def _unspaced(word: str) -> str:
    if re.search(r"\s", word):
        raise ValueError("a word has no white space in it")
    return word


def _pattern(text: str) -> str:
    try:
        compiled(text)
    except regex.error as error:
        raise ValueError(f"no regular expression: {error}") from error
    return text


# A name as printed, and a word as rules see it.
Name = Annotated[str, StringConstraints(min_length=2, max_length=40), AfterValidator(_unspaced)]
Word = Annotated[Name, AfterValidator(fold)]
Sector = Literal["public", "private", "any"]


class _Table(BaseModel):
    """The base of the models: a misspelt key is a fault."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class _Hit(_Table):
    """A text, and the value that the pattern gives there."""

    text: str
    value: str


class _Pattern(_Table):
    """A pattern of the user's own, with examples that are tried when the file is read."""

    id: str = Field(pattern=r"^user\.[a-z0-9_]+$")
    field: FactField
    description: str = Field(min_length=1)
    pattern: Annotated[str, AfterValidator(_pattern)]
    role: Role | None = None
    kind: ProjectKind | None = None
    hits: tuple[_Hit, ...] = Field(min_length=1)
    misses: tuple[str, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _groups_and_examples(self) -> Self:
        have = compiled(self.pattern).groupindex
        lacking = [name for name in _GROUPS[self.field] if name not in have]
        if lacking:
            raise ValueError(f"a pattern for a {self.field} needs {', '.join(f'(?P<{name}>…)' for name in lacking)}")
        if wrong := [name for name in ("role", "kind") if getattr(self, name) and name != _EXTRA.get(self.field)]:
            raise ValueError(f"{wrong[0]} says nothing of a {self.field}; leave it out")
        for hit in self.hits:
            values = self._values(hit.text)
            if hit.value not in values:
                raise ValueError(f"in {hit.text!r} it finds {values or 'nothing'}, not {hit.value!r}")
        for text in self.misses:
            if found := self._values(text):
                raise ValueError(f"it finds {found} in the miss {text!r}")
        return self

    def _values(self, text: str) -> list[str]:
        try:
            return [mention.value for mention in of_pattern(self.made(), fold(text))]
        except TimeoutError as error:
            raise ValueError(f"it takes too long on {text!r}") from error

    def made(self) -> UserPattern:
        """The pattern as the rules take it."""
        default = self.role or self.kind or _DEFAULTS.get(self.field, "")
        hits = tuple((hit.text, hit.value) for hit in self.hits)
        return UserPattern(self.id, self.field, self.description, self.pattern, default, hits, self.misses)


_EXTRA = {"reporter": "role", "project": "kind"}


class _File(_Table):
    """One rules file."""

    posts: dict[Word, Sector] = Field(default_factory=dict)
    organizations: dict[Word, Sector] = Field(default_factory=dict)
    projects: dict[Word, ProjectKind] = Field(default_factory=dict)
    aliases: dict[Name, Name] = Field(default_factory=dict)
    not_names: tuple[Word, ...] = ()
    patterns: tuple[_Pattern, ...] = ()

    def made(self) -> UserRules:
        """The file's rules as a frozen value."""
        return UserRules(
            _pairs(self.posts),
            _pairs(self.organizations),
            _pairs(self.projects),
            _pairs(self.aliases),
            tuple(sorted(set(self.not_names))),
            tuple(pattern.made() for pattern in self.patterns),
        )


def parse_rules(text: str, where: str, *, table: tuple[str, ...] = ()) -> UserRules:
    """The rules of a TOML text, or of a table that stands in it alone.

    Raises `ExtractError` naming `where`, key and reason.
    """
    try:
        value: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ExtractError("bad_rules", where, f"no TOML: {error}; {_toml_hint(str(error))}") from error
    inside = _inside(value, table, where)
    try:
        return _File.model_validate(inside).made()
    except ValidationError as error:
        raise ExtractError("bad_rules", where, "; ".join(_faults(error, inside))) from error


def _toml_hint(message: str) -> str:
    """What is most often behind what the parser says."""
    if "\\" in message:
        return "patterns go in single quotes, where a backslash is one: '\\d+'"
    return "words in Chinese need quotation marks"


def _inside(value: Any, table: tuple[str, ...], where: str) -> Any:
    """What stands in the table, nothing if the file is empty. Raises `bad_rules` for what stands beside it."""
    above = ""
    for key in table:
        if others := [other for other in value if other != key]:
            reason = f"{above}{others[0]}: no such key; rules stand under [{'.'.join(table)}]"
            raise ExtractError("bad_rules", where, reason)
        value = value.get(key, {})
        if not isinstance(value, dict):
            raise ExtractError("bad_rules", where, f"{above}{key}: it must be a table")
        above += f"{key}."
    return value


def joined(several: Iterable[UserRules]) -> UserRules:
    """Rules of several files as one; what stands twice counts as the later file has it."""
    rules = list(several)
    patterns = {pattern.id: pattern for one in rules for pattern in one.patterns}
    return UserRules(
        _merged(one.posts for one in rules),
        _merged(one.organizations for one in rules),
        _merged(one.projects for one in rules),
        _merged(one.aliases for one in rules),
        tuple(sorted({word for one in rules for word in one.not_names})),
        tuple(patterns.values()),
    )


def _merged(several: Iterable[Pairs]) -> Pairs:
    return _pairs({word: value for pairs in several for word, value in pairs})


def _pairs(words: dict[str, str] | dict[str, Any]) -> Pairs:
    return tuple(sorted(words.items()))


def _faults(error: ValidationError, value: dict[str, Any]) -> list[str]:
    """Each fault as `key: reason`, the key written as in the file and a pattern called by its id."""
    return [f"{_key(fault, value) or 'file'}: {_reason(fault)}" for fault in error.errors(include_url=False)]


def _key(fault: ErrorDetails, value: dict[str, Any]) -> str:
    """Where the fault is: `posts.链长`, `user.arena.hits.0`, and `patterns.0.id` where the id itself is at fault."""
    steps = [step for step in fault["loc"] if step != "[key]"]
    if steps[0] == "patterns" and len(steps) > 1 and steps[2:] != ["id"]:
        pattern = value["patterns"][steps[1]]
        name = pattern.get("id") if isinstance(pattern, dict) else None
        steps[:2] = [name] if isinstance(name, str) else steps[:2]
    return ".".join(map(str, steps))


def _reason(fault: ErrorDetails) -> str:
    depth = len(fault["loc"])
    if depth > 1 and fault["loc"][-1] == "not_names":
        return "it must stand above all tables: [posts], [[patterns]] and the others"
    if fault["type"] == "extra_forbidden":
        return f"no such key; there are {', '.join(_KEYS[depth].model_fields)}"
    if fault["type"] == "model_type":
        return f"it must be a table with the keys {', '.join(_KEYS[depth + 1].model_fields)}"
    return _WANTED.get(fault["type"]) or fault["msg"].removeprefix("Value error, ")


# What TOML calls the types of Python.
_WANTED = {
    "tuple_type": "it must be a list",
    "too_short": "the list must not be empty",
    "dict_type": "it must be a table",
}

# Which model a key belongs to, by how deep it stands: posts, patterns.0.id, patterns.0.hits.0.text.
_KEYS: dict[int, type[_Table]] = {1: _File, 3: _Pattern, 5: _Hit}
