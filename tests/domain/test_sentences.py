"""Every fault has its two sentences in one place."""

from __future__ import annotations

import pkgutil
from collections import Counter
from importlib import import_module

from reinsert_cli import domain
from reinsert_cli.domain.sentences import SENTENCES


def test_a_fault_is_put_into_words_once() -> None:
    """No code stands in two modules of sentences, and none is left out of those that are joined."""
    names = [one.name for one in pkgutil.iter_modules(domain.__path__) if one.name.startswith("sentences_of_")]
    modules = [import_module(f"reinsert_cli.domain.{name}") for name in names]
    said = Counter(code for module in modules for code in module.SENTENCES)
    assert [code for code, times in said.items() if times > 1] == []
    assert set(said) == set(SENTENCES)
