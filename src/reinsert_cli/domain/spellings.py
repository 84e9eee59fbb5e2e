"""Stub."""

from reinsert_cli.domain.people import name_key


def spelling_key(name: str) -> str:
    """Stub."""
    return name_key(name)


def block_keys(name: str) -> frozenset[str]:
    """Stub."""
    return frozenset(part[:4] for part in name_key(name).split())


def likeness(one: str, other: str) -> float:
    """Stub."""
    return 1.0 if name_key(one) == name_key(other) else 0.0
