"""From a question to an answer: understanding, decision tables, retrieval, composing, verifying."""
