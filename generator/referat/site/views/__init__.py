"""What each kind of page shows: one frozen value a page kind, made by a pure function from the corpus.

A template sees its view and nothing else of the corpus. Texts are `LinkedText`: nothing is rendered here, so that an
unchanged view is known to be unchanged without rendering it.
"""
