"""People's pathways, what projects are made of, papers and officials of handovers, visits after them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def _text(name: str, *, needed: bool = False) -> sa.Column:
    return sa.Column(name, sa.String(), nullable=not needed)


def _code(name: str, reference: str, *, needed: bool = False) -> sa.Column:
    return sa.Column(name, sa.String(length=64), sa.ForeignKey(f"{reference}.code"), nullable=not needed)


def _number(name: str, *, needed: bool = False) -> sa.Column:
    return sa.Column(name, sa.Integer(), nullable=not needed)


def _centimes(name: str, *, needed: bool = False) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=not needed)


def _row_number() -> list[sa.Column | sa.PrimaryKeyConstraint]:
    return [sa.Column("id", sa.Integer(), nullable=False), sa.PrimaryKeyConstraint("id")]


def upgrade() -> None:
    """Add the columns and tables."""
    op.add_column("programme", _centimes("ceiling"))
    op.add_column("beneficiary", _text("registered_on"))
    op.add_column("project", _text("name"))
    op.add_column("project", _centimes("own_contribution"))
    pathways()
    projects()
    handovers()
    index_only_what_is_sought()


def pathways() -> None:
    """Create what comes before the handover and after it."""
    op.create_table(
        "pathway_step",
        *_row_number(),
        _code("beneficiary_code", "beneficiary", needed=True),
        _text("kind", needed=True),
        _text("happened_on", needed=True),
        _code("partner_code", "partner"),
        _text("outcome", needed=True),
        sa.UniqueConstraint("beneficiary_code", "kind", "happened_on", name="pathway_step_once"),
    )
    op.create_table(
        "requirement",
        _code("programme_code", "programme", needed=True),
        _text("subject", needed=True),
        _text("kind", needed=True),
        sa.PrimaryKeyConstraint("programme_code", "subject", "kind"),
    )
    op.create_table(
        "waiver",
        *_row_number(),
        _code("batch_code", "batch", needed=True),
        _code("beneficiary_code", "beneficiary", needed=True),
        *(_text(name, needed=True) for name in ("kind", "written_at", "author", "reason")),
        _number("audit_id", needed=True),
    )
    op.create_index("ix_waiver_batch_code", "waiver", ["batch_code"])
    keep_as_written("waiver")
    op.create_table(
        "followup",
        *_row_number(),
        _code("project_code", "project", needed=True),
        _number("milestone"),
        _text("visited_on", needed=True),
        _text("state", needed=True),
        _text("closed_on"),
        _text("reason"),
        _centimes("income"),
        _number("jobs"),
        sa.UniqueConstraint("project_code", "visited_on", name="followup_once"),
    )
    op.create_table(
        "back_in_prison",
        *_row_number(),
        _code("beneficiary_code", "beneficiary", needed=True),
        _text("definition", needed=True),
        sa.Column("is_back", sa.Boolean(), nullable=False),
        _text("known_on", needed=True),
        sa.UniqueConstraint("beneficiary_code", "definition", "known_on", name="back_in_prison_once"),
    )


def projects() -> None:
    """Create what a project is made of, and who pays for it."""
    op.create_table(
        "cost",
        *_row_number(),
        _code("project_code", "project", needed=True),
        _text("kind", needed=True),
        _text("label"),
        _number("quantity", needed=True),
        _centimes("unit_price", needed=True),
        *(_text(name) for name in ("supplier", "invoice", "serial")),
        sa.CheckConstraint("quantity > 0 AND unit_price > 0", name="cost_positive"),
    )
    op.create_index("ix_cost_project_code", "cost", ["project_code"])
    op.execute("ALTER TABLE batch_line ADD COLUMN cost_id INTEGER REFERENCES cost (id)")
    op.create_table(
        "project_funding",
        _code("project_code", "project", needed=True),
        _code("funder_code", "partner", needed=True),
        _centimes("amount", needed=True),
        sa.PrimaryKeyConstraint("project_code", "funder_code"),
    )
    op.create_table(
        "funder_ceiling",
        _code("programme_code", "programme", needed=True),
        _code("funder_code", "partner", needed=True),
        _number("permille", needed=True),
        sa.PrimaryKeyConstraint("programme_code", "funder_code"),
    )
    op.create_table(
        "quotation",
        *_row_number(),
        _code("project_code", "project", needed=True),
        _text("supplier", needed=True),
        _centimes("amount", needed=True),
        _text("quoted_on"),
        _text("reference"),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        _text("reason"),
    )
    op.create_index("ix_quotation_project_code", "quotation", ["project_code"])


def handovers() -> None:
    """Create the papers of projects and batches, and who was at a handover."""
    op.create_table(
        "document",
        *_row_number(),
        _code("project_code", "project"),
        _code("batch_code", "batch"),
        _text("kind", needed=True),
        _text("reference"),
        _text("dated_on"),
        _text("state", needed=True),
        *(_text(name) for name in ("supplier", "ice", "sha256")),
        sa.CheckConstraint("(project_code IS NULL) <> (batch_code IS NULL)", name="document_one_subject"),
    )
    op.create_index("ix_document_project_code", "document", ["project_code"])
    op.create_index("ix_document_batch_code", "document", ["batch_code"])
    op.create_table(
        "official",
        *_row_number(),
        _code("batch_code", "batch", needed=True),
        _text("name", needed=True),
        _text("role"),
        sa.Column("presided", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_official_batch_code", "official", ["batch_code"])
    op.create_table(
        "remark",
        _code("batch_code", "batch", needed=True),
        _code("beneficiary_code", "beneficiary", needed=True),
        _text("said", needed=True),
        sa.PrimaryKeyConstraint("batch_code", "beneficiary_code"),
    )


def keep_as_written(table: str) -> None:
    """Let the database refuse whatever would change or replace a row of a table."""
    if op.get_bind().dialect.name != "sqlite":
        return  # on a server they are made with the views
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    for action in ("update", "delete"):
        op.execute(f"CREATE TRIGGER {table}_no_{action} BEFORE {action.upper()} ON {table} {refuse}")
    is_taken = f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)"  # noqa: S608  (our own table)
    op.execute(f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {is_taken} {refuse}")


def index_only_what_is_sought() -> None:
    """Drop two indexes that nothing searches by, and that every line and row brought in had to be put into."""
    op.drop_index("ix_batch_line_envelope_code", "batch_line")
    op.drop_index("ix_import_row_fingerprint", "import_row")
