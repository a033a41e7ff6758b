"""
The plain site by Welcome Stories.
"""
