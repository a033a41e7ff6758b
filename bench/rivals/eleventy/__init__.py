"""
The plain site by Eleventy.
"""
