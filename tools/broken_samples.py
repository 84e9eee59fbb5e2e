"""The table of broken files: for each problem that an import can tell, the smallest file that raises it.

Everybody in them is invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from broken_bytes import Day, Rows, claiming, named_in_ole, worksheet, xlsx, zipped

Step = tuple[str, ...]
"""A command typed before; ``import`` is followed by a file's name, and options where it goes into no batch; ``{2}`` is
the person of the batch's line 2."""

INTO: Final = ("--batch", "b1", "--envelope", "env")
BATCH_ONLY: Final = ("--batch", "b1")


@dataclass(frozen=True, slots=True)
class Sample:
    """One broken file: the problem it raises, how grave it is and where it stands, its content, how it is brought in.

    ``place`` is a cell (``B3``), a row (``3``) or nothing; ``options`` are those of ``reinsert import``; ``before``
    are commands typed before it, in a ledger with an open batch b1 and an envelope env.
    """

    code: str
    severity: str
    place: str
    content: str | bytes
    options: Sequence[str] = INTO
    before: Sequence[Step] = ()
    suffix: str = ".csv"

    @property
    def file(self) -> str:
        """The name of the file: that of the problem."""
        return self.code + self.suffix

    @property
    def bytes(self) -> bytes:
        """What the file holds."""
        return self.content.encode() if isinstance(self.content, str) else self.content


def table(*rows: str) -> str:
    """Give a text file, a line a row."""
    return "\n".join(rows) + "\n"


def people(heading: str = "", cell: str = "", amount: str = "12500,00", of_amount: str = "Montant") -> str:
    """Give two people's rows; the second has ``cell`` under ``heading`` (column D), and the ``amount`` (column C)."""
    return table(
        f"CIN;Nom et prénom;{of_amount}" + (f";{heading}" if heading else ""),
        "ZZ2001;Amina Benfictif;8000" + (";" if heading else ""),
        f"ZZ2002;Karim El Exemple;{amount}" + (f";{cell}" if heading else ""),
    )


def workbook_of_people(heading: str, cell: str | float | bool) -> bytes:
    """Give the same as a workbook, with a cell of column D that text cannot hold."""
    return xlsx([
        ["CIN", "Nom et prénom", "Montant", heading],
        ["ZZ2001", "Amina Benfictif", 8000],
        ["ZZ2002", "Karim El Exemple", 12500, cell],
    ])  # fmt: skip


def listed(*rows: str) -> str:
    """Give rows of card number, name, item and amount under their headings."""
    return table("CIN;Nom et prénom;Désignation;Montant", *rows)


def budget(**said: str) -> str:
    """Give an envelope's row: code (A), programme, fiscal year (C), funder, amount (E), target (F)."""
    row = {"code": "env-2", "programme": "micro", "year": "2024", "funder": "fund", "amount": "5000", "target": ""}
    return table("Enveloppe;Programme;Exercice;Bailleur;Montant;Cible", ";".join((row | said).values()))


def statement(**said: str) -> str:
    """Give a statement's row: batch (A), envelope, measure (C), value (D), source, date of publication (F)."""
    row = {"batch": "b1", "envelope": "", "measure": "montant", "value": "5000 DH", "source": "Journal", "on": ""}
    return table("Lot;Enveloppe;Mesure;Valeur;Source;Date de publication", ";".join((row | said).values()))


FIRST: Final = "first.csv"
"""A list without a fault, brought in before some of the others."""
AMINA, SALMA, KARIM, OMAR = (
    "ZZ2001;Amina Benfictif;06/12/1984;Machine à coudre;12500,00",
    "ZZ2009;Salma Fictaoui;02/02/1992;Machine à coudre;12500,00",
    "ZZ2002;Karim El Exemple;15/03/1979;Poste à souder;9000,00",
    "ZZ2003;Omar Inventani;01/07/1990;Triporteur;7000,00",
)
BORN: Final = "CIN;Nom et prénom;Date de naissance;Désignation;Montant"
BROUGHT: Final[tuple[Step, ...]] = (("import", FIRST),)
OTHER_PROGRAMME: Final[tuple[Step, ...]] = (
    ("programme", "add", "other", "--name", "Autre"),
    ("budget", "add", "far", "--programme", "other", "--fiscal-year", "2024", "--funder", "fund", "--amount", "9 DH"),
)
OMAR_MENDED: Final[tuple[Step, ...]] = (
    *BROUGHT,
    ("batch", "correct", "b1", "3", "--amount", "7100,00", "--reason", "Faute de frappe"),
)
AMINAS_GIVEN_TO_KARIM: Final[tuple[Step, ...]] = (
    *BROUGHT,
    ("batch", "correct", "b1", "1", "--person", "{2}", "--reason", "Faute de frappe"),
)

LIST: Final[Rows] = [["CIN", "Nom et prénom", "Montant"], ["ZZ2001", "Amina Benfictif", 8000]]
OTHER_LIST: Final[Rows] = [["CIN", "Nom et prénom", "Montant"], ["ZZ2002", "Karim El Exemple", 9000]]
FAR_AWAY: Final = '<row r="900000"><c r="A900000" t="inlineStr"><is><t>x</t></is></c></row>'
NO_SHEETS: Final = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>'
MIB: Final = 1 << 20

OF_AMOUNTS: Final = (
    Sample("amount.empty", "error", "C3", people(amount="'")),
    Sample("amount.ambiguous", "error", "C3", people(amount="12,500")),
    Sample("amount.unreadable", "error", "C3", people(amount="à voir")),
    Sample("amount.irregular", "error", "C3", people(amount="1 25 00,00")),
    Sample("amount.precision", "error", "C3", people(amount="12500,1234")),
    Sample("amount.currency", "error", "C3", people(amount="1200 €")),
    Sample("amount.negative", "error", "C3", people(amount="-500")),
    Sample("amount.unit_twice", "error", "C3", people(amount="12 KDH", of_amount="Montant (KDH)")),
    Sample("amount.too_large", "error", "C3", people(amount="999 999 999 999 999,00")),
    Sample("amount.not_a_number", "error", "D2", xlsx([[*LIST[0][:2], "Objet", "Montant"],
        ["ZZ2001", "Amina Benfictif", "Four", True]]), suffix=".xlsx"),
    Sample("amount.qualified", "error", "C3", people(amount="plus de 12000 DH")),
    Sample("amount.zero", "error", "C3", people(amount="0")),
    Sample("count.unreadable", "error", "D2", statement(measure="bénéficiaires", value="beaucoup")),
    Sample("count.not_a_number", "error", "F2", budget(target="beaucoup")),
)  # fmt: skip

OF_DATES: Final = (
    Sample("date.empty", "error", "F2", statement(on="\u0640")),
    Sample("date.unreadable", "error", "F2", statement(on="le jour du marché")),
    Sample("date.impossible", "error", "F2", statement(on="31/02/2024")),
    Sample("date.day_first", "error", "F2", statement(on="09/28/2017")),
    Sample("date.two_digit_year", "error", "F2", statement(on="28/09/17")),
    Sample("date.year_missing", "error", "F2", statement(on="28 septembre")),
    Sample("date.year_range", "error", "F2", statement(on="28/09/2170")),
    Sample("date.hijri", "error", "F2", statement(on="7 محرم 1439")),
    Sample("date.weekday", "error", "F2", statement(on="lundi 28 septembre 2017")),
    Sample("birth_date.unreadable", "error", "D3", people("Date de naissance", "vers 40 ans")),
    Sample("birth_date.hijri", "error", "D3", people("Date de naissance", "12 رجب 1405")),
    Sample("birth_date.two_digit_year", "error", "D3", people("Date de naissance", "06/12/19")),
    Sample("birth_date.day_first", "error", "D3", people("Date de naissance", "12/28/1984")),
    Sample("year.unreadable", "error", "C2", budget(year="cette année")),
)

OF_CELLS: Final = (
    Sample("cell.error", "error", "D3", workbook_of_people("Activité", "#REF!"), suffix=".xlsx"),
    Sample("cell.formula", "error", "D3", workbook_of_people("Activité", "=A3&B3"), suffix=".xlsx"),
    Sample("cell.required", "error", "C3", people(amount="")),
    Sample("cell.too_long", "error", "D3", people("Activité", "couture " * 300)),
    Sample("cin.unreadable", "error", "A2", listed("20-01;Amina Benfictif;Four;8000")),
    Sample("name.holds_number", "error", "B2", listed(";Amina Benfictif ZZ2001;Four;8000")),
    Sample("name.not_text", "error", "B2", xlsx([LIST[0], ["ZZ2001", 2001, 8000]]), suffix=".xlsx"),
    Sample("file_number.date", "error", "D3", workbook_of_people("N° dossier", Day(45632)), suffix=".xlsx"),
    Sample("sex.unreadable", "error", "D3", people("Sexe", "X")),
    Sample(
        "sex.both",
        "error",
        "D3",
        table(
            "CIN;Nom et prénom;Sexe H;Sexe F;Montant",
            "ZZ2001;Amina Benfictif;;x;8000",
            "ZZ2002;Karim El Exemple;x;x;9000",
        ),
    ),
    Sample("flag.unreadable", "error", "D3", people("Handicap", "peut-être")),
    Sample("kind.unreadable", "error", "D3", people("Nature de l’appui", "surprise")),
    Sample("measure.unreadable", "error", "C2", statement(measure="humeur")),
    Sample("sector.unknown", "error", "D3", people("Secteur", "astrologie")),
    Sample("centre.unread", "error", "D3", people("Centre", "Atlantide")),
    Sample("territory.unread", "error", "D3", people("Province", "Meknas")),
)

OF_ROWS: Final = (
    Sample("person.missing", "error", "3", listed("ZZ2001;Amina Benfictif;Four;8000", ";;Machine à coudre;9000")),
    Sample("person.possible", "warning", "2", table("Nom et prénom;Désignation;Montant",
        "Amina Benfictif;Four;8000"), before=BROUGHT),
    Sample("person.likely", "warning", "2", table("Nom et prénom;Date de naissance;Désignation;Montant",
        "Amena Benfictife;06/12/1984;Four;8000"), before=BROUGHT),
    Sample("person.contradiction", "warning", "3", table("CIN;Nom et prénom;Sexe;Désignation;Montant",
        "ZZ2001;Amina Benfictif;F;Four;8000", "ZZ2001;Amina Benfictif;H;Table;900")),
    Sample("person.conflict", "warning", "2", listed("ZZ2001;Youssef Imaginari;Four;8000"), before=BROUGHT),
    Sample("envelope.missing", "error", "2", listed("ZZ2001;Amina Benfictif;Four;8000"), BATCH_ONLY),
    Sample("envelope.unread", "error", "D3", people("Enveloppe", "envelope-9")),
    Sample("envelope.not_of_batch", "error", "D3", people("Enveloppe", "far"), before=OTHER_PROGRAMME),
    Sample("budget.twice", "error", "A2", budget() + "env-2;micro;2024;fund;6000;\n"),
    Sample("budget.nothing_named", "error", "2", budget(code="")),
    Sample("budget.incomplete", "error", "D2", budget(funder="")),
    Sample("statement.chosen_twice", "error", "E2", table("Lot;Mesure;Valeur;Source;Retenu;Motif",
        "b1;montant;5000 DH;Journal;oui;Première parution", "b1;montant;6000 DH;Gazette;oui;Plus récent")),
    Sample("statement.one_subject", "error", "2", statement(envelope="env")),
    Sample("batch.other", "error", "D3", people("Lot", "b2")),
    Sample("row.twice", "warning", "3", listed(*["ZZ2001;Amina Benfictif;Four;8000"] * 2)),
    Sample("line.possible", "warning", "2", listed("ZZ2001;Amina Benfictif;Machine à coudre;13000"), before=BROUGHT),
    Sample("line.other_person", "warning", "2",
        table(BORN, SALMA, KARIM, OMAR), before=BROUGHT),
    Sample("line.by_hand", "notice", "4", table(BORN, AMINA, KARIM, OMAR), before=OMAR_MENDED),
    Sample("line.moved_by_hand", "warning", "2", table(BORN, AMINA.replace("12500", "12600"), KARIM, OMAR),
        before=AMINAS_GIVEN_TO_KARIM),
    Sample("line.amount_changed", "notice", "E2", table(BORN, AMINA.replace("12500", "12600"), KARIM, OMAR),
        before=BROUGHT),
    Sample("lines.not_in_file", "warning", "", table(BORN, AMINA, KARIM), before=BROUGHT),
)  # fmt: skip

OF_HEADINGS: Final = (
    Sample("header.not_found", "error", "", table("Amina Benfictif;8000", "Karim El Exemple;9000")),
    Sample("header.ambiguous", "error", "", table(
        "Enveloppe;Programme;Exercice;Convention;Bailleur;Montant;Montant de la convention;Mesure;Valeur;Source",
        "env-2;micro;2024;;fund;5000;;montant;5000 DH;Journal")),
    Sample("header.incomplete", "error", "", table("CIN;Nom et prénom;Désignation", "ZZ2001;Amina Benfictif;Four")),
    Sample("header.amount_asked", "error", "", table("CIN;Nom et prénom;Montant demandé",
        "ZZ2001;Amina Benfictif;8000")),
    Sample("header.several", "error", "", xlsx(LIST, OTHER_LIST), suffix=".xlsx"),
    Sample("header.currency", "error", "C1", people(of_amount="Montant (€)")),
    Sample("header.blank", "notice", "D1", table("CIN;Nom et prénom;Montant;", "ZZ2001;Amina Benfictif;8000;reçu",
        "ZZ2002;Karim El Exemple;9000;reçu")),
    Sample("header.not_kept", "notice", "D1", people("Adresse", "12, rue Inventée")),
    Sample("header.twice", "error", "D1", people("Montant accordé", "12500")),
    Sample("header.unknown", "notice", "D1", people("Zodiaque", "Balance")),
    Sample("header.unknown_near", "notice", "D1", people("Désignatoin", "Four")),
    Sample("unit.scaled", "notice", "C1", people(of_amount="Montant (KDH)", amount="12,5")),
    Sample("unit.contradiction", "error", "C2",
        "Montants en milliers de dirhams;;\n" + people(of_amount="Montant (DH)")),
    Sample("map.field", "error", "", people(), (*INTO, "--map", "Montant=somme")),
    Sample("map.missing", "error", "", people(), (*INTO, "--map", "Coût=amount")),
    Sample("sheet.missing", "error", "", xlsx(LIST), (*INTO, "--sheet", "Liste finale"), suffix=".xlsx"),
    Sample("sheet.hidden_only", "error", "", xlsx([["Voir la liste"]], LIST, hidden=[2]), suffix=".xlsx"),
    Sample("sheet.no_rows", "error", "1", table("CIN;Nom et prénom;Montant")),
    Sample("import.batch_missing", "error", "", people(), ()),
)  # fmt: skip

OF_TOTALS: Final = (
    Sample("total.differs", "error", "C4", people() + ";Total;30000\n"),
    Sample("total.agrees", "notice", "C4", people() + ";Total;20500\n"),
    Sample("total.empty", "notice", "C4", people() + ";Total;\n"),
    Sample("total.unchecked", "notice", "C4", people(amount="à voir") + ";Total;20500\n"),
    Sample("total.unreadable", "warning", "C4", people() + ";Total;20 5 00\n"),
    Sample("total.heads_differ", "warning", "C4", people() + ";Total : 3 bénéficiaires;20500\n"),
    Sample("rows.hidden", "notice", "", xlsx([*LIST, *OTHER_LIST[1:]], hidden_rows=[3]), suffix=".xlsx"),
    Sample("rows.headings", "notice", "4", people() + table("CIN;Nom et prénom;Montant", "ZZ2003;Omar Inventani;7000")),
    Sample("rows.place", "notice", "2", table("CIN;Nom et prénom;Montant", "Fès;;", "ZZ2001;Amina Benfictif;8000")),
    Sample("rows.footer", "notice", "4", people() + "Fait à Fès, le 3 mars 2024;;\n"),
)

OF_FILES: Final = (
    Sample("file.empty", "error", "", "\n"),
    Sample("file.too_large", "error", "", ";".join(["CIN", "Montant", *["Note"] * 300]) + "\n"),
    Sample("file.bomb", "error", "", claiming(xlsx(LIST), 1024 * MIB), suffix=".xlsx"),
    Sample("file.entities", "error", "", xlsx(LIST, more={"xl/worksheets/sheet1.xml": table(
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>', worksheet(LIST))}), suffix=".xlsx"),
    Sample("file.encrypted", "error", "", named_in_ole("EncryptedPackage"), suffix=".xlsx"),
    Sample("file.web_page", "error", "", table("<html><body><table>", "<tr><th>CIN</th><th>Montant</th></tr>",
        "<tr><td>ZZ2001</td><td>8000</td></tr>", "</table></body></html>"), suffix=".xls"),
    Sample("file.xml_table", "error", "", table('<?xml version="1.0"?>', "<liste><cin>ZZ2001</cin></liste>"),
        suffix=".xls"),
    Sample("file.document", "error", "", r"{\rtf1 CIN ZZ2001, 8000 DH}" + "\n", suffix=".xls"),
    Sample("file.pdf", "error", "", "%PDF-1.4\n%%EOF\n", suffix=".xlsx"),
    Sample("file.picture", "error", "", b"\x89PNG\r\n\x1a\n" + bytes(16), suffix=".xlsx"),
    Sample("file.numbers", "error", "", zipped({"Index/Document.iwa": b"\0"}), suffix=".xlsx"),
    Sample("file.archive", "error", "", zipped({"liste.csv": people()}), suffix=".xlsx"),
    Sample("file.not_a_workbook", "error", "", b"SQLite format 3\0" + bytes(16), suffix=".xlsx"),
    Sample("file.no_sheet", "error", "", xlsx(more={"xl/workbook.xml": NO_SHEETS}), suffix=".xlsx"),
    Sample("file.broken", "error", "", xlsx(LIST)[:700], suffix=".xlsx"),
    Sample("file.encoding", "error", "", people("Activité", "Épicerie, prêt-à-porter, récupération").encode()
        .replace("é".encode(), b"\xc3", 1)),
    Sample("file.one_column", "error", "", table("Nom et montant", "Amina Benfictif 8000")),
    Sample("file.bare_commas", "error", "", table("CIN,Nom et prénom,Montant", "ZZ2001,Amina Benfictif,8000",
        "ZZ2002,Karim El Exemple,12500,50")),
    Sample("file.open_quote", "error", "", table("CIN;Nom et prénom;Montant", 'ZZ2001;"Amina Benfictif;8000',
        "ZZ2002;Karim El Exemple;9000")),
    Sample("file.macros", "notice", "", xlsx(LIST, more={"xl/vbaProject.bin": b"\0"}), suffix=".xlsx"),
    Sample("file.external_links", "notice", "", xlsx(LIST, more={"xl/externalLinks/externalLink1.xml":
        "<externalLink/>"}), suffix=".xlsx"),
    Sample("file.far_cells", "warning", "", xlsx(LIST, more={"xl/worksheets/sheet1.xml":
        worksheet(LIST, further=FAR_AWAY)}), suffix=".xlsx"),
    Sample("file.sheet_missing", "warning", "", xlsx(LIST, OTHER_LIST, left_out=[2]), suffix=".xlsx"),
)  # fmt: skip

LISTED: Final = "projects.csv"
"""A list of projects without a fault, brought in before some of the others."""
AS_PEOPLE: Final = ("--as", "beneficiaries")
AS_PROJECTS: Final = ("--as", "projects")
LISTED_BEFORE: Final[tuple[Step, ...]] = (("import", LISTED, *AS_PROJECTS),)
TWO_PROGRAMMES: Final[tuple[Step, ...]] = (("programme", "add", "other", "--name", "Autre"),)


def pathway(training: str) -> str:
    """Give two people's rows; the second has ``training`` in column C."""
    return table("CIN;Nom et prénom;Formation", "ZZ2001;Amina Benfictif;12/05/2024",
                 f"ZZ2002;Karim El Exemple;{training}")  # fmt: skip


def project(**said: str) -> str:
    """Give a project's row: card, name, programme (C), code (D), form (E), name (F), activity (G), own contribution,
    item (I), quantity (J), unit price (K), amount (L)."""  # noqa: D205, D209
    row = {"cin": "ZZ2001", "who": "Amina Benfictif", "programme": "micro", "code": "", "form": "", "name": "",
           "activity": "Couture", "own": "1500", "item": "Machine à coudre", "quantity": "2", "price": "4000",
           "amount": ""}  # fmt: skip
    return table(
        "CIN;Nom et prénom;Programme;Code du projet;Forme du projet;Raison sociale;Activité;Apport personnel;"
        "Désignation;Quantité;Prix unitaire;Montant",
        ";".join((row | said).values()),
    )


OF_LISTS: Final = (
    Sample("person.unread", "error", "A2", table("Code de la personne;Nom et prénom;Sexe",
        "B-000000000;Amina Benfictif;F"), AS_PEOPLE),
    Sample("pathway.unreadable", "error", "C3", pathway("Électricité"), AS_PEOPLE),
    Sample("step.undated", "error", "C3", pathway("oui"), AS_PEOPLE),
    Sample("steps.to_come", "notice", "", pathway("en cours"), AS_PEOPLE),
    Sample("project_kind.unreadable", "error", "E2", project(form="surprise"), AS_PROJECTS),
    Sample("programme.missing", "error", "C2", project(programme=""), AS_PROJECTS, TWO_PROGRAMMES),
    Sample("programme.unread", "error", "C2", project(programme="macro"), AS_PROJECTS),
    Sample("project.unread", "error", "D2", project(code="P-000000000"), AS_PROJECTS),
    Sample("project.nameless", "error", "E2", project(form="coopérative"), AS_PROJECTS),
    Sample("project.unnamed", "error", "G2", project(activity=""), AS_PROJECTS),
    Sample("project.rows_differ", "error", "H3", project() + project(own="2000", item="Table").splitlines()[1] + "\n",
        AS_PROJECTS),
    Sample("cost.unpriced", "error", "K2", project(price=""), AS_PROJECTS),
    Sample("cost.no_quantity", "error", "J2", project(quantity="0"), AS_PROJECTS),
    Sample("cost.amount_differs", "error", "L2", project(amount="9000"), AS_PROJECTS),
    Sample("cost.indivisible", "error", "L2", project(quantity="3", price="", amount="100"), AS_PROJECTS),
    Sample("cost.possible", "warning", "2", project(price="4100"), AS_PROJECTS, LISTED_BEFORE),
    Sample("cost.amount_changed", "notice", "L2", project(price="4100"), (*AS_PROJECTS, "--corrects"), LISTED_BEFORE),
)  # fmt: skip

SAMPLES: Final = (*OF_AMOUNTS, *OF_DATES, *OF_CELLS, *OF_ROWS, *OF_HEADINGS, *OF_TOTALS, *OF_FILES, *OF_LISTS)

FILES: Final = {
    FIRST: table(BORN, AMINA, KARIM, OMAR).encode(),
    LISTED: project().encode(),
    **{one.file: one.bytes for one in SAMPLES},
}
"""The bytes of every file, by name."""

WITHOUT: Final = {
    "territory.unknown": "Said of what is typed (--province); of a cell it is territory.unread, which repeats no word.",
    "person.paid_twice": "Said by “reinsert check” and when a batch is locked, of what is in the ledger.",
    "map.form": "Said of what is typed after --map, before any file is opened.",
    "file.missing": "There is no file.",
    "file.unopenable": "Depends on who may read the file, not on what it holds.",
    "file.hung": "A file that takes seventeen seconds to be refused.",
    "file.memory": "A file that takes 1,5 GiB to be refused.",
    "person.by_hand": "Said where somebody was corrected by hand since; tests/cli/test_importing_people.py does it.",
    "row.by_hand": "Said where a project was changed since; tests/cli/test_importing_projects.py does it.",
    "programme.not_of_project": "Takes the code of a project, which is random.",
    "project.not_of_person": "Takes the code of a project, which is random.",
    "return.unmade": "Said of the marked copy that could not be made.",
}
"""Why a problem has no file."""
