"""What each template is given: frozen values, and the functions that make them from a Site.

A view holds addresses, never links: a template passes them through the `link` filter, which
knows the page and the base URL.
"""
