"""Pictures, spreadsheets and papers: words and numbers in, files out. Slow: run in a worker."""
