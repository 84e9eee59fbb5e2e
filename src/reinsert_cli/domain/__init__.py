"""Pure values and rules: money, dates, names, territories, vocabulary, tables. No database, no printing."""
