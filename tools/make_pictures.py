"""Follow the coordinator's guides and take the pictures that they show, of what the program really answers.

    python tools/make_pictures.py

A picture under a block of commands is of the last of them, as a terminal shows it; some are of the file that it
made. Needs Chromium, LibreOffice and pdftoppm; ``pngquant`` makes the pictures smaller where it is installed.
"""

from __future__ import annotations

import os
import pty
import secrets
import shutil
import subprocess
import sys
import tempfile
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from typing import Final, NoReturn

import openpyxl  # noqa: F401  (what commands import: read once, for all of them)
import sqlmodel  # noqa: F401
import xlsxwriter  # noqa: F401
from rich.console import Console
from rich.text import Text

ROOT: Final = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from guide import DOCS, LANGUAGES, SURROUNDINGS, Command, commands, prepare, same_bytes  # noqa: E402
from tests.render.browser import Browser, browsing  # noqa: E402

PICTURES: Final = DOCS / "pictures"
COLUMNS: Final = 104
WIDTH: Final = 920

_SCREEN: Final = """<!doctype html><html lang="LANGUAGE"><meta charset="utf-8"><title>terminal</title><style>
body {{ margin: 0; padding: 12px 16px; background: #fcfcfa; }}
pre {{ margin: 0; font: 13px/1.45 "DejaVu Sans Mono", monospace; color: #222;
       font-feature-settings: "rlig" 0; unicode-bidi: plaintext; text-align: start; white-space: pre-wrap; }}
{stylesheet}</style><pre>{code}</pre></html>"""
"""A terminal as a page; braces doubled, for Rich fills it."""


def main() -> int:
    """Take the pictures of every guide."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as profile, browsing(Path(profile)) as browser:
        for language in LANGUAGES:
            with tempfile.TemporaryDirectory() as folder:
                _follow(language, Path(folder), browser)
    _lighten()
    return 0


def _follow(language: str, folder: Path, browser: Browser) -> None:
    for command in commands(language):
        prepare(command, language, folder)
        said, status = _typed(command, language, folder)
        if status != command.status:
            raise SystemExit(f"{command} ended with {status}:\n{said}")
        for picture in command.pictures:
            _take(picture, f"$ {command.typed}\n{said}", folder, browser)


def _typed(command: Command, language: str, folder: Path) -> tuple[str, int]:
    """Run a command whose standard output is a terminal; give what it said, colours and all, and how it ended."""
    ours, its = pty.openpty()
    with tempfile.TemporaryFile() as errors:
        child = os.fork()
        if not child:
            _run(command, language, folder, its, errors.fileno())
        os.close(its)
        said = bytearray()
        while heard := _heard(ours):
            said += heard
        os.close(ours)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        errors.seek(0)
        said += errors.read()
    return said.decode().replace("\r\n", "\n"), status


def _run(command: Command, language: str, folder: Path, terminal: int, errors: int) -> NoReturn:
    """Be the program, in a process of its own that has the libraries already."""
    os.dup2(terminal, 1)
    os.dup2(errors, 2)
    os.chdir(folder)
    os.environ |= SURROUNDINGS | {"REINSERT_LANG": language, "COLUMNS": str(COLUMNS), "TERM": "xterm-256color"}
    secrets.token_bytes = same_bytes()
    status = 70
    try:
        from reinsert_cli.cli import main as program  # noqa: PLC0415

        status = program.run(list(command.words))
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(status)


def _heard(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # how Linux says that the other end is closed
        return b""


def _take(picture: str, screen: str, folder: Path, browser: Browser) -> None:
    subject, language, _suffix = picture.split(".")
    taken = _FILES.get(subject)
    if taken is None:
        _screen(screen, language, folder, PICTURES / picture, browser)
    else:
        taken(folder, PICTURES / picture, browser)


def _screen(said: str, language: str, folder: Path, picture: Path, browser: Browser) -> None:
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=1000, file=nowhere, force_terminal=True)
        console.print(Text.from_ansi(said.rstrip()), soft_wrap=True)
        page = folder / "screen.html"
        look = _SCREEN.replace("LANGUAGE", language)
        page.write_text(console.export_html(code_format=look), encoding="utf-8")
    browser.open(page, WIDTH)
    browser.ask("Emulation.setDeviceMetricsOverride", width=WIDTH, height=1, deviceScaleFactor=1, mobile=False)
    browser.picture(picture)  # as high as what was said


def _page(folder: Path, picture: Path, browser: Browser) -> None:
    """Show the top of the page: its figures and its first map."""
    browser.open(folder / "regions.html", WIDTH)
    top = {"x": 0, "y": 0, "width": WIDTH, "height": 900, "scale": 1}
    picture.write_bytes(b64decode(browser.ask("Page.captureScreenshot", clip=top)["data"]))


def _sign_off(folder: Path, picture: Path, _browser: Browser) -> None:
    _first_page(folder / "papiers" / "sign-off.pdf", picture, WIDTH)


def _return(folder: Path, picture: Path, _browser: Browser) -> None:
    """Show the sheet of a returned workbook, on one landscape page."""
    from openpyxl import load_workbook  # noqa: PLC0415

    book = load_workbook(folder / "a-renvoyer" / "liste-fes.retour.xlsx")
    del book[book.sheetnames[0]]
    sheet = book.worksheets[0]
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.headings = True
    book.save(folder / "return.xlsx")
    office = ["soffice", f"-env:UserInstallation={folder.as_uri()}/office", "--headless", "--convert-to", "pdf"]
    subprocess.run([*office, "return.xlsx"], cwd=folder, check=True, capture_output=True)
    _first_page(folder / "return.pdf", picture, 1400, "-x", "90", "-y", "120", "-W", "1220", "-H", "260")


def _first_page(paper: Path, picture: Path, wide: int, *cut: str) -> None:
    size = ("-scale-to-x", str(wide), "-scale-to-y", "-1")
    command = ["pdftoppm", "-png", "-singlefile", "-l", "1", *size, *cut, paper, picture.with_suffix("")]
    subprocess.run(command, check=True)


def _lighten() -> None:
    """Keep few colours in each picture, where the tool for it is installed."""
    if pngquant := shutil.which("pngquant"):
        for picture in sorted(PICTURES.glob("*.png")):
            subprocess.run([pngquant, "--force", "--ext", ".png", "--strip", "32", picture], check=True)


_FILES: Final[dict[str, Callable[[Path, Path, Browser], None]]] = {
    "return": _return,
    "sign-off": _sign_off,
    "page": _page,
}
"""Pictures of a file and not of the screen, by their names."""


if __name__ == "__main__":
    raise SystemExit(main())
