"""reinsert: a ledger for the small trades of people leaving prison."""

__version__ = "0.1.0"
