"""A made-up country: as many municipalities, meetings, items and cases as a real one, and not a word of it true.

The same numbers give the same words, on every machine: each municipality has a generator of random numbers of its own.
"""
