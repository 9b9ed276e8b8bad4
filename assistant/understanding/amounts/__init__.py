"""Figures of a question: sizes, shares, schedules, and what they are told of."""
