"""
Sparing: our Markdown converter without the work that cannot change anything.
"""
