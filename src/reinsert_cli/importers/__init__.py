"""Spreadsheets into the ledger: reader, header, columns, match, outcome, apply. One declarative file a kind."""
