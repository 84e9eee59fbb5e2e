"""The ledger's rules, one module a noun. Functions take a unit of work, may flush, never commit."""
