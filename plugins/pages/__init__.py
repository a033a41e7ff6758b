"""
Pages: what a reader sees in a browser. Views of the library, drawn by the theme's templates.
"""
