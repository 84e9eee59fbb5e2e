"""The workbook that goes back to the sender of a file with findings: theirs, marked (design §5).

Bad cells are coloured and say why in a comment and in a last column; a first sheet sums it up, in the language of the
sheet. What is added is known again by :mod:`reinsert_cli.importers.passed_over` and left out when it comes back.
"""
