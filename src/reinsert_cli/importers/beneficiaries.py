"""A centre's list of people, without amounts; their pathway's steps may stand beside them."""

from __future__ import annotations

from itertools import product
from typing import Final

from reinsert_cli.importers import cells
from reinsert_cli.importers.fields import Field, Kind, spelt
from reinsert_cli.importers.pathway_fields import DAY_OF_ALL, STEP_DAYS, STEP_FIELDS
from reinsert_cli.importers.people_fields import CODE, PEOPLE

FIELDS: Final = (
    CODE,
    *PEOPLE,
    Field(
        "registered_on",
        cells.a_date,
        fr=spelt(
            "Date d'inscription · Inscrit le · Inscrit(e) le · Date d'enregistrement · Date d'adhésion · "
            "Date de prise en charge · Date d'ouverture du dossier · Date d'accueil"
        ),
        en=spelt("Registered on · Registration date · Date of registration"),
        ar=spelt("تاريخ التسجيل · تاريخ الالتحاق · تاريخ فتح الملف · تاريخ الاستقبال"),
    ),
    *STEP_FIELDS,
    *STEP_DAYS,
    DAY_OF_ALL,
)

_NAMED_BY: Final = ("full_name", "cin", "family_name", "name_arabic", "file_number", "beneficiary")
_TOLD: Final = (
    "cin", "birth_date", "sex", "phone", "province", "centre", "file_number", "disabled", "registered_on", "given_name",
    *(field.key for field in (*STEP_FIELDS, *STEP_DAYS)),
)  # fmt: skip

BENEFICIARIES: Final = Kind(
    name="beneficiaries",
    fields=FIELDS,
    signatures=tuple(frozenset({who, told}) for who, told in product(_NAMED_BY, _TOLD) if who != told),
    is_before_handover=True,
    is_without_money=True,
)
