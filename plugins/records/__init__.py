"""
Records: front matter with positions, content types, and the reading of one file.
"""
