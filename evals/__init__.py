"""Knows whether an answer is right, and whether it got worse: cases, metrics, statistics, runs, reports."""
