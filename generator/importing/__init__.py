"""Articles and events from elsewhere, as the files that a site is made from."""
