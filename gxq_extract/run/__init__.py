"""A run over many pages: inputs, workers, writing, resuming."""
