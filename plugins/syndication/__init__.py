"""
Syndication: what a text is on other sites: its words in plain HTML, who it is from, and how long it may stand there.
"""
