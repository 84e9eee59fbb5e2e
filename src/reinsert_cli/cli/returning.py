"""Where the marked copies of files go: beside nobody else's file, and over nothing that stands there."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.file_names import safe_stem

if TYPE_CHECKING:
    from reinsert_cli.importers.options import Options
    from reinsert_cli.importers.run import Prepared

SUFFIX: Final = ".retour"


def open_folder(folder: Path) -> None:
    """Make the folder, mode 0700, where there is none. Raises Refusal (exit 2) when it cannot be one."""
    from reinsert_cli.store.drafts import make_private_folder  # noqa: PLC0415

    try:
        make_private_folder(folder)
        folder.mkdir(exist_ok=True)  # not a folder: the error says so
    except OSError as error:
        raise Refusal(ExitStatus.USAGE, "output.unwritable", file=str(folder)) from error


def give_back(folder: Path, path: Path, prepared: Prepared, options: Options) -> Path:
    """Write the marked copy of the file at ``path`` into ``folder``, mode 0600, and give where it stands.

    Raises OSError when it cannot be written or the file cannot be read any more.
    """
    from reinsert_cli.importers.returns.workbook import returned  # noqa: PLC0415
    from reinsert_cli.render.files import replacing, temporaries_beside  # noqa: PLC0415
    from reinsert_cli.store.clock import today  # noqa: PLC0415

    with temporaries_beside(folder / f"{_stem(path)}{SUFFIX}.xlsx"):
        content = returned(prepared, path, options, today())
    target = _free(folder, path, content)
    if not target.exists():
        with replacing(target) as stream:
            stream.write(content)
    return target


def _free(folder: Path, path: Path, content: bytes) -> Path:
    """Give the first name of ``name.retour.xlsx``, ``name.retour-2.xlsx`` … that nothing has, or this very content.

    A copy that came back mended may bear the name under which it went out: nothing is ever replaced.
    """
    stem = _stem(path)
    for number in chain([""], (f"-{number}" for number in count(2))):
        target = folder / f"{stem}{SUFFIX}{number}.xlsx"
        if not target.exists() and not target.is_symlink():
            return target
        if target.is_file() and target.read_bytes() == content:
            return target
    raise AssertionError


def _stem(path: Path) -> str:
    return safe_stem(path.stem.split(SUFFIX)[0] or path.stem)
