"""The first tables: keys, conversations and their turns, the audit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make them. A migration keeps its own description of the tables: the models move on, it does not."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "keys",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False, unique=True),
        sa.Column("created", moment, nullable=False),
        sa.Column("revoked", moment, nullable=True),
    )
    op.create_table(
        "conversations",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("owner", sa.String(32), sa.ForeignKey("keys.id"), nullable=True),
        sa.Column("created", moment, nullable=False),
        sa.Column("updated", moment, nullable=False),
    )
    op.create_index("conversations_by_owner", "conversations", ["owner", "updated"])
    op.create_table(
        "turns",
        sa.Column(
            "conversation", sa.String(40), sa.ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("standalone_question", sa.Text, nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("edition", sa.String(100), nullable=True),
        sa.Column("created", moment, nullable=False),
    )
    op.create_index("ix_turns_edition", "turns", ["edition"])
    op.create_table(
        "audit",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=True),
        sa.Column("at", moment, nullable=False),
        sa.Column("key", sa.String(32), nullable=True),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("object", sa.String(200), nullable=True),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("edition", sa.String(100), nullable=True),
    )
    op.create_index("ix_audit_at", "audit", ["at"])
