"""A run over many pages: inputs, workers, writing, resuming. Only this package and the CLI know of files."""
