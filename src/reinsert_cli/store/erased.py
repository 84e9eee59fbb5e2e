"""Who was erased: whoever else has a code has a row that says who they are, be it empty."""

from __future__ import annotations

from typing import Final

ERASED: Final = """
SELECT code FROM beneficiary
WHERE merged_into IS NULL AND code NOT IN (SELECT beneficiary FROM v_identified) ORDER BY code
"""
"""Their codes. A code that another stands for now has no identity of its own, and is not one of them."""
