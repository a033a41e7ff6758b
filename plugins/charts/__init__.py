"""
Charts: a few figures drawn as bars, a line or shares, with the same figures as a table.
"""
