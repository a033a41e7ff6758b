"""
Hosting: what hosts must be told so that an address that is gone answers so.
"""
