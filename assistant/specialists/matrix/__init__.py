"""Answers from the protection matrix."""
