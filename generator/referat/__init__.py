"""Referat: the minutes of Danish municipal meetings as a public website."""
