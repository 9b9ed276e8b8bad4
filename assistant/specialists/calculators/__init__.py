"""The calculators: each reads the figures of a question into typed inputs, and reckons with them."""
