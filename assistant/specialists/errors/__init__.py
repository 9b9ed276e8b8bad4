"""Answers on errors and faults told with a code, in part, or by their symptoms."""
