"""
The plain site by Pelican alone.
"""
