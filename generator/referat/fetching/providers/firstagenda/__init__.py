"""FirstAgenda Publication, on which nine of ten municipalities publish: one list of everything, one call for each."""
