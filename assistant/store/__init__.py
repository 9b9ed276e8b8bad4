"""Keeps conversations, feedback, API keys and jobs through SQLAlchemy, in SQLite or PostgreSQL.

What is written has its secrets masked first. Imported by `chat` and the API, never by `mabs ask`.
"""

from assistant.store.conversations import (
    ConversationStore,
    Rating,
    StoredConversation,
    StoredFeedback,
    StoredMessage,
)
from assistant.store.database import Database, sqlite_url, store_url
from assistant.store.faults import HistoryMoved, NotFound
from assistant.store.jobs import Job, JobStore
from assistant.store.keys import ApiKey, KeyStore, Role
from assistant.store.quotas import QuotaStore
from assistant.store.sessions import SessionStore

__all__ = [
    "ApiKey",
    "ConversationStore",
    "Database",
    "HistoryMoved",
    "Job",
    "JobStore",
    "KeyStore",
    "NotFound",
    "QuotaStore",
    "Rating",
    "Role",
    "SessionStore",
    "StoredConversation",
    "StoredFeedback",
    "StoredMessage",
    "sqlite_url",
    "store_url",
]
