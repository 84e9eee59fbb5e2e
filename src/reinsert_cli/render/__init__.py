"""Tables for readers and machines: terminal, plain text, JSON, CSV, Markdown, workbook; it knows no ledger."""
