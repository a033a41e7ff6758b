"""
The sitemap and the file for robots: which pages there are, for those that search.
"""
