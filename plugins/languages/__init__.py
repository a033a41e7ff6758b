"""
Languages: codes, own names, directions, the words of the interface, dates and numbers.
"""
