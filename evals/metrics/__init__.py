"""Metrics as pure functions: a case and an answer in, numbers and reasons out."""
