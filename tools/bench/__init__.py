"""Pairs of commands, ours beside what somebody would pick instead: ``make bench`` writes ``docs/performance.md``."""
