"""
What could tell who a person is: personal data in texts, and the guard over real names.
"""
