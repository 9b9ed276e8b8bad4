"""What the HTTP API keeps: owners, corrected answers, API keys, jobs, troubleshooting sessions, quotas."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Adds columns and tables; a place in a conversation becomes unique."""
    op.add_column("conversations", sa.Column("owner", sa.String(32), nullable=False, server_default=""))
    op.create_index("ix_conversations_owner", "conversations", ["owner"])
    op.create_index("ix_messages_place", "messages", ["conversation_id", "position"], unique=True)
    op.add_column("feedback", sa.Column("correction", sa.Text, nullable=False, server_default=""))
    op.create_table(
        "api_keys",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("role", sa.String(8), nullable=False),
        sa.Column("digest", sa.String(200), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True)),
        sa.Column("revoked", sa.DateTime(timezone=True)),
    )
    op.create_table(
        "jobs",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("state", sa.String(12), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("request", "progress", "result", "problem")),
        sa.Column("cancel", sa.Boolean, nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beat", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished", sa.DateTime(timezone=True)),
    )
    op.create_index("ix_jobs_state", "jobs", ["state"])
    op.create_index("ix_jobs_created", "jobs", ["created"])
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("owner", sa.String(32), nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_sessions_updated", "sessions", ["updated"])
    op.create_table(
        "quotas",
        sa.Column("who", sa.String(64), primary_key=True),
        sa.Column("minute", sa.Integer, primary_key=True),
        sa.Column("used", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    """Drops what was added. SQLite can't drop a column that an index uses before the index."""
    for table in ("quotas", "sessions", "jobs", "api_keys"):
        op.drop_table(table)
    op.drop_column("feedback", "correction")
    op.drop_index("ix_messages_place", "messages")
    op.drop_index("ix_conversations_owner", "conversations")
    op.drop_column("conversations", "owner")
