"""
Feeds: texts as other sites and readers take them. A record becomes an entry, entries become a feed.
"""
