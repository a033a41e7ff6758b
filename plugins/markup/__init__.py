"""
Markup: our Markdown, made into safe HTML with open places.
"""
