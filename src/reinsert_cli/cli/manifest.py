"""The manifest of a monthly pack: of which state of the ledger it is, and the digest of each of its files."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import LANGUAGES

NAME: Final = "MANIFEST.json"
KIND: Final = "monthly"

_MONTH: Final = re.compile(r"[12][0-9]{3}-(?:0[1-9]|1[0-2])")
_LARGEST: Final = 2**62
"""What no number of a write comes to, and the database still takes."""
_ONLY: Final = frozenset({"region", "programme"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A pack as another one refers to it: its month (``2024-11``), the last write of the ledger that it knows."""

    month: str
    number: int
    head: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest says. ``files`` gives the SHA-256 of each by its name; ``since`` is the pack before."""

    mark: Mark
    filters: dict[str, str]
    language: str
    as_of: str
    version: str
    since: Mark | None
    files: dict[str, str]
    is_public: bool = False


def write(folder: Path, said: Mapping[str, object]) -> None:
    """Write the manifest of a folder's files, with what else is ``said`` of them."""
    from reinsert_cli.render.files import write_text  # noqa: PLC0415

    whole = {"pack": KIND, **said, "files": list(_described(folder))}
    write_text(folder / NAME, json.dumps(whole, ensure_ascii=False, indent=2) + "\n")


def _described(folder: Path) -> Iterator[dict[str, object]]:
    for file in sorted(folder.iterdir()):
        yield {"name": file.name, "bytes": file.stat().st_size, "sha256": sha256(file)}


def sha256(file: Path) -> str:
    """Give the SHA-256 (hex) of a file's bytes."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def read(folder: Path) -> Manifest:
    """Read a pack's manifest. Raises Refusal ``pack.no_manifest`` (exit 4) where it is missing or no manifest."""
    try:
        return _understood(json.loads((folder / NAME).read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise Refusal(ExitStatus.UNREADABLE, "pack.no_manifest", folder=str(folder)) from error


def is_pack(folder: Path) -> bool:
    """Tell whether a folder is a pack that this program made."""
    try:
        read(folder)
    except Refusal:
        return False
    return True


def _understood(said: Any) -> Manifest:
    """Give what a manifest says; raises ValueError, KeyError or TypeError where it is none, whoever wrote it."""
    files = {str(file["name"]): str(file["sha256"]) for file in said["files"]}
    found = Manifest(
        mark=_mark(said["month"], said["ledger"]),
        filters={str(key): str(value) for key, value in said["filters"].items()},
        language=said["language"],
        as_of=str(said["as_of"]),
        version=str(said["version"]),
        since=_mark(said["since"]["month"], said["since"]) if said["since"] else None,
        files=files,
        is_public=said.get("public") is True,
    )
    is_ours = said["pack"] == KIND and found.language in LANGUAGES and set(found.filters) <= _ONLY
    if not is_ours or any(Path(name).name != name for name in files):
        raise ValueError
    return found


def _mark(month: str, state: Any) -> Mark:
    number = int(state["number"])
    if not _MONTH.fullmatch(month) or not 0 <= number <= _LARGEST:
        raise ValueError
    return Mark(month, number, str(state["head"]))
