"""How fast the extractor is, where the time goes, and how others do on the same text: `python -m benchmarks`."""
