"""The ledger of a talk: which figures were told in it, which came out, and what is asked of those."""
