"""Ten years of the whole country's activity, once, ten times and a hundred times as large as it is: ``make scale``."""
