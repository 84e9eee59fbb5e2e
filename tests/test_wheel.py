"""The built wheel alone, in an empty folder: the same program, its migrations and its sample data."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel holds, and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_does_the_main_job(site: Path, tmp_path: Path) -> None:
    """``reinsert demo`` from an empty folder, the package found in the wheel and not in the checkout."""
    code = "import sys, reinsert_cli.cli.main as m; print(m.__file__); sys.exit(m.run(['demo', '--keep', 'demo.db']))"
    surroundings = {**os.environ, "PYTHONPATH": str(site), "REINSERT_LANG": "fr"}
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=surroundings, capture_output=True, text=True, check=True
    )
    assert answer.stdout.startswith(str(site))
    assert "899 944,00" in answer.stdout
    assert {path.name for path in tmp_path.iterdir()} == {"demo.db", "demo.xlsx"}


def test_what_the_wheel_carries(site: Path) -> None:
    """Catalogues compiled, migrations, sample data, views and territories; no test and no tool."""
    package = site / "reinsert_cli"
    for name in (
        "locale/fr/LC_MESSAGES/reinsert.mo", "locale/ar/LC_MESSAGES/reinsert.mo", "migrations/env.py",
        "migrations/versions/0001_first_schema.py", "sample_data/fes-2019.xlsx", "store/views.sql",
        "domain/data/provinces.csv", "documents/pages/common.typ", "documents/pages/receipts.typ",
        "render/page/page.html", "render/page/pictures.html", "render/page/page.css", "render/page/sort.js",
        "render/page/morocco.csv", "render/page/morocco.LICENSE",
    ):  # fmt: skip
        assert (package / name).is_file(), name
    assert {path.name for path in site.iterdir() if path.is_dir()} == {
        "reinsert_cli",
        next(site.glob("*.dist-info")).name,
    }
