"""
The plain site by the least program in Python.
"""
