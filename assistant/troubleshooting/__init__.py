"""Guided troubleshooting: trees of checks as data, walked a question at a time, with plain data as state."""
