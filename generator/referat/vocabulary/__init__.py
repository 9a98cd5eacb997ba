"""Danish practice in words: one small module a subject, each a pure function of text.

Everything that a Danish clerk knows and a programmer does not lives here, and nowhere else: the code that reads, builds
and searches asks these modules.
"""
