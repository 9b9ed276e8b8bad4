"""Answers from the table of connectivity and subscription states."""
