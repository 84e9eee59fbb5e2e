"""On a server: what an account that is tied to regions sees of people, and where it writes (docs/roles.md).

The server itself keeps to it, by row-level security. Whoever owns the ledger is above it. What tells of people by
their codes only may be read of the whole country: rules and summaries ask all of it; who people are, and what the law
protects most, is seen of the account's own regions. It writes there only, and is refused loudly elsewhere: a rule of
the server alone would leave out, in silence, the rows that it hides from a change.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reinsert_cli.store.server import SCHEMA

AS_OWNER: Final = f"SECURITY DEFINER SET search_path = {SCHEMA}, pg_temp"
"""What lets a function do what its caller may not; by names that the caller cannot put others before."""

QUESTIONS: Final = {
    "is_regional() RETURNS boolean": "SELECT EXISTS (SELECT FROM region_account WHERE login = session_user)",
    "my_region(region text) RETURNS boolean": """
        SELECT EXISTS (SELECT FROM region_account WHERE login = session_user AND region_code = region)""",
    "my_province(province text) RETURNS boolean": """
        SELECT my_region((SELECT p.region_code FROM province p WHERE p.code = province))""",
    "region_at(province text, centre text) RETURNS text": """
        SELECT COALESCE((SELECT p.region_code FROM province p WHERE p.code = province),
                        (SELECT p.region_code FROM centre c JOIN province p ON p.code = c.province_code
                         WHERE c.code = centre))""",
    "my_home(province text, centre text) RETURNS boolean": """
        SELECT is_regional()
           AND (region_at(province, centre) IS NULL OR my_region(region_at(province, centre)))""",
    "my_batch(batch text) RETURNS boolean": """
        SELECT my_province((SELECT b.province_code FROM batch b WHERE b.code = batch))""",
    "my_line(line integer) RETURNS boolean": """
        SELECT my_batch((SELECT l.batch_code FROM batch_line l WHERE l.id = line))""",
    "my_person(person text) RETURNS boolean": """
        SELECT is_regional() AND (
            EXISTS (SELECT FROM beneficiary b WHERE b.code = person AND (
                my_region(region_at(b.province_code, b.centre_code))
                OR (region_at(b.province_code, b.centre_code) IS NULL
                    AND NOT EXISTS (SELECT FROM batch_line l WHERE l.beneficiary_code = person))))
            OR EXISTS (SELECT FROM batch_line l WHERE l.beneficiary_code = person AND my_batch(l.batch_code)))""",
    "my_project(project text) RETURNS boolean": """
        SELECT is_regional() AND (
            EXISTS (SELECT FROM project_member m WHERE m.project_code = project AND my_person(m.beneficiary_code))
            OR EXISTS (SELECT FROM batch_line l WHERE l.project_code = project AND my_batch(l.batch_code))
            OR NOT EXISTS (SELECT FROM project_member m WHERE m.project_code = project
                           UNION ALL SELECT FROM batch_line l WHERE l.project_code = project))""",
    "my_import(import text) RETURNS boolean": """
        SELECT is_regional() AND EXISTS (
            SELECT FROM import_run r WHERE r.code = import AND (r.batch_code IS NULL OR my_batch(r.batch_code)))""",
    "my_review(import text, people text, person text) RETURNS boolean": """
        SELECT my_person(person) OR EXISTS (SELECT FROM json_each(people) WHERE my_person(value))
            OR EXISTS (SELECT FROM import_run r WHERE r.code = import AND my_batch(r.batch_code))""",
}
"""What the rules ask of a row. A person is of the region of their province, else of their centre; and of the regions
whose batches have a line for them. Whoever has none of these yet is of every region: somebody has to place them."""

SEEN: Final = {
    "identity": "my_person(beneficiary_code)",
    "known_as": "my_person(beneficiary_code)",
    "former_identity": "my_person(beneficiary_code)",
    "sensitive": "my_person(beneficiary_code)",
    "back_in_prison": "my_person(beneficiary_code)",
    "remark": "my_batch(batch_code)",
    "proxy": "my_batch(batch_code)",
    "review": "my_review(import_code, candidates, person)",
}
"""Of each table that says who people are, or what the law protects most, which rows an account of a region has."""

HEALTH: Final = ("sensitive", "back_in_prison")
PAST: Final = """
    table_name NOT IN ('sensitive', 'back_in_prison')
    OR (table_name = 'sensitive' AND my_person(json_extract(key, '$[0]')))"""
"""Which rows of the history: of health what it was is nobody's but the owner's and the person's own region's."""

WRITTEN: Final = {
    "beneficiary": "my_home({row}.province_code, {row}.centre_code)",
    "project": "my_project({row}.code)",
    "project_member": "my_project({row}.project_code) AND my_person({row}.beneficiary_code)",
    "cost": "my_project({row}.project_code)",
    "project_funding": "my_project({row}.project_code)",
    "quotation": "my_project({row}.project_code)",
    "followup": "my_project({row}.project_code)",
    "document": "(my_project({row}.project_code) OR {row}.project_code IS NULL)"
    " AND (my_batch({row}.batch_code) OR {row}.batch_code IS NULL)",
    "pathway_step": "my_person({row}.beneficiary_code)",
    "batch": "my_province({row}.province_code)",
    "batch_line": "my_batch({row}.batch_code) AND my_person({row}.beneficiary_code)",
    "line_share": "my_line({row}.line_id)",
    "official": "my_batch({row}.batch_code)",
    "statement": "my_batch({row}.batch_code)",
    "import_run": "({row}.batch_code IS NULL OR my_batch({row}.batch_code)) AND is_regional()",
    "import_row": "my_import({row}.import_code)",
}
"""Of each table that may be read of the whole country, which rows may be written."""

STANDING: Final = {**WRITTEN, "beneficiary": "my_person({row}.code)"}
"""The same of a row that is there already: somebody of another region may have a line in a batch of one's own."""

ADDED: Final = {
    "journal": "my_batch({row}.batch_code)",
    "overcommitment": "my_batch({row}.batch_code)",
    "waiver": "my_batch({row}.batch_code)",
}
"""Of each of the books, which rows may be added; and, of the audit, any."""

REFUSE: Final = """
CREATE OR REPLACE FUNCTION not_of_region() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a row of another region' USING ERRCODE = 'insufficient_privilege'; END $$"""

IS_PARTIAL: Final = f"""
SELECT row_security_active('{SCHEMA}.identity') AND has_table_privilege('{SCHEMA}.batch_line', 'INSERT')
"""
"""Whether the account sees a part only of what a proof, or a former day, is made of."""


def definitions() -> Iterator[str]:
    """Give the statements that make the rules, anew: the functions, the policies, the triggers that refuse."""
    for name, body in QUESTIONS.items():
        yield f"CREATE OR REPLACE FUNCTION {name} LANGUAGE sql STABLE {AS_OWNER} AS $${body}$$"
    yield REFUSE
    for table, policy, rule in _policies():
        yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
        yield f"DROP POLICY IF EXISTS {policy} ON {table}"
        yield f"CREATE POLICY {policy} ON {table} {rule}"
    for table in WRITTEN:
        yield (
            f"CREATE OR REPLACE TRIGGER regional_{table} BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW "
            f"WHEN (row_security_active('{SCHEMA}.{table}') AND NOT ({STANDING[table].format(row='OLD')})) "
            "EXECUTE FUNCTION not_of_region()"
        )


def policies() -> Iterator[tuple[str, str]]:
    """Give the policies by their tables and names."""
    return ((table, name) for table, name, _rule in _policies())


def _policies() -> Iterator[tuple[str, str, str]]:
    yield "history", "seen", f"FOR SELECT USING ({PAST})"
    for table, mine in SEEN.items():
        yield table, "seen", f"USING ({mine}) WITH CHECK ({mine})"
    for table, mine in {**WRITTEN, **ADDED}.items():
        yield table, "read", "FOR SELECT USING (true)"
        yield table, "added", f"FOR INSERT WITH CHECK ({mine.format(row=table)})"
    for table, mine in WRITTEN.items():
        yield table, "changed", f"FOR UPDATE USING (true) WITH CHECK ({mine.format(row=table)})"
        yield table, "removed", "FOR DELETE USING (true)"
