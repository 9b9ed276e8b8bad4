"""Guided troubleshooting: trees of checks as data, walked one question at a time, with a state that is plain data."""
