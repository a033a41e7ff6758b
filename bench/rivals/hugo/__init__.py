"""
The plain site by Hugo.
"""
