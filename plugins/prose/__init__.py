"""
Prose: the words we use, the titles we write, and how easily a text is read.
"""
