"""Finds the passages that a question is about: lexical and vector search, fused by reciprocal rank."""
