"""The command line: parse, open, call, show. One module a noun; the only place that commits."""
