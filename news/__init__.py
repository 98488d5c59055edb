"""Sources to articles to stories."""
