"""Which numbers and names of a text are codes, by what they look like and what stands around them."""
