"""Servers and machines: names, sizes and facts that are told of them."""
