"""
Audio: the recordings of those who agreed that their voice is heard, with what is said, and the feed of them.
"""
