"""The lock file pins all that development needs, by hash, and says nothing of where it was made."""

import re
import tomllib
from itertools import chain
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements-dev.lock").read_text("utf-8")
PINS = {canonicalize_name(name): Version(version) for name, version in re.findall(r"^([\w.-]+)==(\S+)", LOCK, re.M)}


def test_every_dependency_is_pinned_to_a_version_it_allows() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = (extra for name, extra in project["optional-dependencies"].items() if name != "bench")
    wanted = [*project["dependencies"], *chain.from_iterable(extras)]
    for requirement in map(Requirement, wanted):
        assert PINS[canonicalize_name(requirement.name)] in requirement.specifier


def test_every_pin_has_hashes_and_no_address() -> None:
    pins = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.M)[1:]
    assert all("--hash=sha256:" in pin for pin in pins)
    assert "://" not in LOCK
    assert "--index-url" not in LOCK
