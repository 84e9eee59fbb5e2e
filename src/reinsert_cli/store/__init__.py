"""The ledger's file: tables, engine, transactions, migrations, views and the audit chain."""
