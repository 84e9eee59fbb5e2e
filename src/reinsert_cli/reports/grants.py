"""What was handed over, as grants of the 360Giving data standard 1.4, so that funders can lay it beside their own.

One grant a line and envelope: what the books hold as delivered, corrections and returns counted. People are codes and
places are regions; why somebody was helped is left out, for the standard's reason would tell of a conviction. Batches
that are only declared name nobody, and are not grants.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from reinsert_cli.domain.language import _, month
from reinsert_cli.domain.text import clean
from reinsert_cli.domain.vocabulary import label
from reinsert_cli.reports.names import names
from reinsert_cli.store.reading import Reader

STANDARD: Final = "1.4"
PURPOSE: Final = "GTIP140"
"""Employment and work, with the costs of starting a business (codelist grantToIndividualsPurpose)."""

LONGEST_TITLE: Final = 140

HANDED_OVER: Final = """
SELECT d.batch, d.line, d.envelope, d.funder, d.programme, d.fiscal_year, d.region,
       MIN(d.event_on) AS day, MIN(d.event_first) AS first, SUM(d.amount) AS amount, l.beneficiary, l.kind, l.activity
FROM v_delivery d
JOIN v_line l ON l.line = d.line
WHERE :fiscal_year IS NULL OR d.fiscal_year = :fiscal_year
GROUP BY d.batch, d.line, d.envelope, d.funder, d.programme, d.fiscal_year, d.region, l.beneficiary, l.kind, l.activity
HAVING SUM(d.amount) > 0
ORDER BY MIN(d.event_first), d.batch, d.line, d.envelope
"""


def package(reader: Reader) -> dict[str, str]:
    """Give what is said of the package, whose ``grants`` are yet to come."""
    return {"version": STANDARD, "title": _("Support handed over to start small trades"), "issued": reader.as_of}


def grants(reader: Reader, fiscal_year: int | None, prefix: str) -> Iterator[dict[str, Any]]:
    """Give the grants as they are read, each known by ``prefix``, batch, line and envelope."""
    programmes, funders, regions = (names(reader, named) for named in ("programme", "partner", "region"))
    for row in reader.stream(HANDED_OVER, fiscal_year=fiscal_year):
        programme = clean(programmes[row["programme"]])
        title = f"{label(row['kind']).capitalize()} — {programme}"
        yield {
            "id": f"{prefix}:{row['batch']}:{row['line']}:{row['envelope']}",
            "title": title[:LONGEST_TITLE],
            "description": _description(row),
            "currency": "MAD",
            "amountAwarded": row["amount"]
            / 100,  # the standard asks for a number; its digits are those of the centimes
            "awardDate": row["first"],
            "recipientIndividual": {"id": row["beneficiary"], "name": _("A beneficiary")},
            "toIndividualsDetails": {"grantPurpose": [PURPOSE]},
            "beneficiaryLocation": [{"id": row["region"], "name": regions[row["region"]], "countryCode": "MA"}],
            "fundingOrganization": [{"id": row["funder"], "name": clean(funders[row["funder"]])}],
            "grantProgramme": [
                {"code": f"{row['programme']}-{row['fiscal_year']}", "title": f"{programme} {row['fiscal_year']}"}
            ],
        }


def _description(row: dict[str, Any]) -> str:
    """Say what the support is for; and where only month or year is known, that it is so: the standard has days."""
    told = _("Support to start a small trade: {activity}.").format(activity=clean(row["activity"] or _("not recorded")))
    if row["day"] == row["first"]:
        return told
    return f"{told} " + _("The day of the handover is known only as {day}.").format(day=month(row["day"]))
