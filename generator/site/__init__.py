"""From entries, topics and articles to the list of pages of a site."""
