"""The site for other programs than browsers: feeds (Atom), calendars (iCalendar), open data (CSV, JSON Lines, DCAT).

Each format is one module of pure functions: values in, the text of a file out. What a file holds is decided by the
views (`referat.site.views.feeds`, `.calendars`, `.tables`): exports are planned, cached and screened like every page.
"""
