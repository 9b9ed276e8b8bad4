"""The state of the Azure subscription, in the words people use for it."""
