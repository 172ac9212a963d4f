"""Writes the evidence of the Knight Capital example. See ../README.md for what is fact and what is invented."""
