"""What was decided of a person before: by what identifies them, so that the same doubt is not raised again."""

from __future__ import annotations

import hashlib
import json

from reinsert_cli.importers.match import Facts, name_keys

IDENTIFYING = ("cin", "birth_date", "centre_code", "file_number")


def facts_digest(facts: Facts) -> str:
    """Give the SHA-256 (hex) of what identifies a person in a row: numbers, birth date, names however spelled."""
    said = [*(facts[key] for key in IDENTIFYING), *sorted(name_keys(facts))]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
