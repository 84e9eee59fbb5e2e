"""What was decided of a person before: by what identifies them, so that the same doubt is not raised again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from reinsert_cli.importers.match import Facts

IDENTIFYING = ("cin", "birth_date", "centre_code", "file_number")


def facts_digest(facts: Facts, keys: Iterable[str]) -> str:
    """Give the SHA-256 (hex) of what identifies a person in a row: numbers, birth date, names however spelled."""
    said = [*(facts[key] for key in IDENTIFYING), *sorted(keys)]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
