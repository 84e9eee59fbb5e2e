from __future__ import annotations

import pytest

from reinsert_cli.domain.file_names import LONGEST, safe_stem


@pytest.mark.parametrize(
    ("stem", "safe"),
    [
        ("liste de Fès 2024", "liste de Fès 2024"),
        ("لائحة فاس", "لائحة فاس"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("..\\..\\x", "-..-x"),
        ("C:\\x", "C--x"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("a\x1b[2Jb\nc\x00", "a[2Jb c"),
        ("CON", "CON_"),
        ("nul.2024", "nul_.2024"),
        ("Consul", "Consul"),
        ("...", "-"),
        ("\x07", "-"),
        ("é" * 300, "é" * (LONGEST // 2)),
    ],
)
def test_a_name_that_any_system_can_keep(stem: str, safe: str) -> None:
    assert safe_stem(stem) == safe
