"""
Facts: what is known, for when and where, from which source, and the day by which it must be checked again.
"""
