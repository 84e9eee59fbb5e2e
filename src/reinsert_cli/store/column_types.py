"""The kinds of columns that tables share."""

from typing import Any, Final

from sqlalchemy import BigInteger, Index, text
from sqlmodel import Field

CODE_LENGTH: Final = 64


def code(reference: str | None = None, **settings: Any) -> Any:
    """Declare a short code column, with its foreign key where it refers to another table."""
    return Field(max_length=CODE_LENGTH, foreign_key=reference, **settings)


def centimes(**settings: Any) -> Any:
    """Declare an amount in centimes: 64 bits on every engine."""
    return Field(sa_type=BigInteger, **settings)


def where_known(table: str, column: str, *columns: str, is_unique: bool = False) -> Index:
    """Declare the index of a column of ``table``, or by it of others: rows that name nothing in it are not in there."""
    known = text(f"{column} IS NOT NULL")
    name, of = f"ix_{table}_{column}", columns or (column,)
    return Index(name, *of, unique=is_unique, sqlite_where=known, postgresql_where=known)


def once_where_known(table: str, column: str) -> Index:
    """Declare that no two rows of ``table`` name the same in ``column``."""
    return where_known(table, column, is_unique=True)
