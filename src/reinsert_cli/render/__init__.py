"""Tables for readers and machines: terminal, plain text, JSON, CSV, Markdown, workbook, page; it knows no ledger."""
