"""Readers: which files there are, and what a file of each format holds, as blocks of a document."""
