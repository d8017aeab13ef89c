"""One folder per study (its card, digest and tables) and the typed loaders that read them."""
