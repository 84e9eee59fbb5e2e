"""What Office Open XML workbooks (.xlsx, .xlsm, .xlsb) have in common: their parts, sheets, notices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reinsert_cli.importers.reading.limits import Unreadable
from reinsert_cli.importers.reading.markup import LOCAL, Attributes, elements
from reinsert_cli.importers.reading.package import Package, target
from reinsert_cli.importers.reading.serials import Shown, shown_as

MAX_SHEETS: Final = 500


@dataclass(frozen=True, slots=True)
class Entry:
    """A worksheet as the workbook lists it: its title, its part, and whether it is shown."""

    title: str
    part: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: its worksheets (no charts, no macro sheets), its date system, its other parts."""

    package: Package
    entries: tuple[Entry, ...]
    is_1904: bool
    parts: dict[str, str]
    """By kind (``styles``, ``sharedStrings``), the names of the parts that the workbook has one of."""
    lacks_a_sheet: bool = False

    @property
    def notices(self) -> tuple[str, ...]:
        """What is in the workbook and was not made use of."""
        names = self.package.names
        has_macros = any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names)
        has_links = any("/externallinks/" in name and name.endswith((".xml", ".bin")) for name in names)
        found = {"file.macros": has_macros, "file.external_links": has_links, "file.sheet_missing": self.lacks_a_sheet}
        return tuple(code for code, is_there in found.items() if is_there)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship: its kind (the last word of its type) and the part it points to."""

    kind: str
    part: str


def relations(package: Package, owner: str) -> dict[str, Relation]:
    """Give the relationships of a part by their id; those to other files are left out."""
    folder, _slash, name = owner.rpartition("/")
    part = package.read_if_there(f"{folder}/_rels/{name}.rels")
    found = {}
    for kind, attributes in elements(part) if part else ():
        if kind == "Relationship" and attributes.get("TargetMode") != "External":
            relation = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = Relation(relation, target(owner, attributes.get("Target", "")))
    return found


def main_part(package: Package) -> str | None:
    """Give the name of the part that the package is about: ``xl/workbook.xml``, ``word/document.xml``."""
    listed = [one.part for one in relations(package, "").values() if one.kind == "officeDocument"]
    usual = ["xl/workbook.xml", "xl/workbook.bin"]
    return next((name for name in listed + usual if name in package), None)


def workbook(package: Package, main: str) -> Book:
    """Read the list of sheets of a workbook whose main part is XML. Raises Unreadable when it has none."""
    related = relations(package, main)
    entries, is_1904 = [], False
    for kind, attributes in elements(package.read(main)):
        if kind == "workbookPr" and "date1904" in attributes:  # extensions have an element of that name, too
            is_1904 = attributes["date1904"].strip().lower() in {"1", "true", "on"}
        elif kind == "sheet":
            entries.append((attributes.get("name", ""), _id_of(attributes), attributes.get("state", "visible")))
    return book_of(
        package, related, [(title, one, state != "visible") for title, one, state in entries], is_1904=is_1904
    )


def book_of(
    package: Package, related: dict[str, Relation], listed: list[tuple[str, str, bool]], *, is_1904: bool
) -> Book:
    """Put a workbook together from the title, relationship and visibility of each sheet it lists."""
    linked = [(title, related.get(relation_id), is_hidden) for title, relation_id, is_hidden in listed]
    entries = tuple(
        Entry(title, relation.part, is_hidden)
        for title, relation, is_hidden in linked
        if relation and relation.kind == "worksheet" and relation.part in package
    )
    if not entries or len(entries) > MAX_SHEETS:
        raise Unreadable("file.too_large" if entries else "file.no_sheet")
    lacks_a_sheet = any(relation is None or relation.part not in package for _title, relation, _is_hidden in linked)
    parts = {relation.kind: relation.part for relation in related.values()}
    return Book(package, entries, is_1904, parts, lacks_a_sheet)


def _id_of(attributes: Attributes) -> str:
    """Give the relationship id of a sheet, ``r:id`` under whatever prefix."""
    return next((value for name, value in attributes.items() if ":" in name and LOCAL[name] == "id"), "")


def styles_of(book: Book) -> list[Shown]:
    """Tell of each cell style as what it shows a number."""
    name = book.parts.get("styles")
    part = book.package.read_if_there(name) if name else None
    codes: dict[int, str] = {}
    styles: list[Shown] = []
    section = ""
    for kind, attributes in elements(part) if part else ():
        if kind in {"cellStyleXfs", "cellXfs", "cellStyles", "dxfs"}:
            section = kind
        elif kind == "numFmt" and section == "":
            codes[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif kind == "xf" and section == "cellXfs":
            number = _whole(attributes.get("numFmtId"))
            styles.append(shown_as(number, codes.get(number)))
    return styles


def _whole(printed: str | None) -> int:
    return int(printed) if printed and printed.strip().isdecimal() else 0
