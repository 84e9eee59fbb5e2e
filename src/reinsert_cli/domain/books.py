"""The words of the books: which movements there are, between which accounts, and how a date counts."""

from __future__ import annotations

from typing import Final, Literal

Kind = Literal["allocate", "transfer", "commit", "release", "deliver", "return", "correct"]
Account = Literal["funder", "available", "committed", "delivered"]

FLOWS: Final[dict[Kind, tuple[Account, Account]]] = {
    "allocate": ("funder", "available"),
    "commit": ("available", "committed"),
    "release": ("committed", "available"),
    "deliver": ("committed", "delivered"),
    "return": ("delivered", "available"),
}
"""From which account to which account each plain movement carries its amount."""

LEGS: Final[dict[str, int]] = {"transfer": 2}
"""How often an entry of a kind moves its amount; once where nothing is said."""
