"""What is not answered, and what no document can tell."""
