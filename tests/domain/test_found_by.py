"""By what somebody is found stays what it was: ledgers keep it."""

from __future__ import annotations

from reinsert_cli.domain.found_by import found_by, marks_of
from reinsert_cli.domain.spellings import block_keys, spelling_key


def test_it_is_what_ledgers_hold() -> None:
    """Where this has to change, a migration has to make anew what ledgers keep."""
    known = found_by("Fatima-Zahra EL EXEMPLE", "فاطمة الزهراء الإكسمبل", None, "1984-12-06")
    assert known == ("4b6d87dcc3a4", "8ac4a6d5ddca", "FTM|KSMBL|ZHR|el-@KSMBL|fatima|zahra")
    assert found_by("EL EXEMPLE Fatima Zahra", None, "ZZ100001", "1984-12-06") == (known.latin_key, None, None)
    assert found_by("Karim Fictif", None, None, "1984") == (None, None, "FKTF|FKTYF|KRM|karim")


def test_whoever_shares_a_key_shares_a_mark() -> None:
    names = ("Karim Fictif", "Fictive Karim", "كريم فيكتيف", "Ben Omar Samir", "بنعمر سمير", "Driss", "Idrissi D.", "—")
    for one in names:
        for other in names:
            if spelling_key(one) == spelling_key(other) or block_keys(one) & block_keys(other):
                assert marks_of([one]) & marks_of([other])
