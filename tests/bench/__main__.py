"""Runs every bench: the road, then retrieval."""

from tests.bench import retrieval, road

if __name__ == "__main__":
    road.main()
    retrieval.run(lambda text: print(text, end="\n\n"))  # noqa: T201 - the bench prints
