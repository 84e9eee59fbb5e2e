"""The packages that the program and its development need: from pyproject.toml, the lock and what is installed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements-dev.lock"

_PINNED = re.compile(r"^[A-Za-z0-9._-]+==[^\\\n]+", re.MULTILINE)


def asked_for() -> tuple[list[Requirement], list[Requirement]]:
    """Give what pyproject.toml asks for: the program, and its development."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = project["project"]["dependencies"], project["dependency-groups"]["dev"]
    return tuple([Requirement(one) for one in some] for some in named)  # type: ignore[return-value]


def pinned() -> list[Requirement]:
    """Give what the lock names: of some packages more than one version, each for other machines."""
    return [Requirement(one.strip()) for one in _PINNED.findall(LOCK.read_text(encoding="utf-8"))]


def version_of(pin: Requirement) -> str:
    """Give the one version that a line of the lock allows."""
    return next(iter(pin.specifier)).version


def locked() -> dict[str, Version]:
    """Give the version that the lock names of each package here."""
    here = (one for one in pinned() if one.marker is None or one.marker.evaluate({"extra": ""}))
    return {canonicalize_name(one.name): Version(version_of(one)) for one in here}


def needed(wanted: Iterable[Requirement]) -> set[str]:
    """Give the packages that some others need here, themselves among them."""
    found: set[str] = set()
    rest = list(wanted)
    while rest:
        one = rest.pop()
        name = canonicalize_name(one.name)
        if name not in found and (one.marker is None or one.marker.evaluate({"extra": ""})):
            found.add(name)
            rest += _needs(name)
    return found


def _needs(name: str) -> Iterator[Requirement]:
    try:
        yield from map(Requirement, distribution(name).requires or ())
    except PackageNotFoundError:
        return
