"""Uncertainty of evaluation results: intervals, paired tests, and what a set of cases can see."""
