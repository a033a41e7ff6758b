"""
Republish: whole texts for other sites to copy, each with its source, how long it may stand and where to look again.
"""
