from ingest.fusion import distinct, fuse


def test_a_passage_in_both_rankings_comes_first() -> None:
    """Agreement beats a single high place."""
    fused = fuse([("a", 10.0), ("b", 9.0)], [("c", 0.9), ("b", 0.8)])
    assert [identity for identity, _ in fused] == ["b", "a", "c"]


def test_scales_do_not_matter() -> None:
    """Each ranking counts relative to its best, whatever its unit."""
    small = fuse([("a", 1.0), ("b", 0.5)], [("b", 0.9)])
    large = fuse([("a", 100.0), ("b", 50.0)], [("b", 0.09)])
    assert [(i, round(s, 6)) for i, s in small] == [(i, round(s, 6)) for i, s in large]


def test_an_empty_ranking_leaves_the_other() -> None:
    """A question without known words is answered by vectors, and the reverse."""
    assert [i for i, _ in fuse([], [("a", 0.5)])] == ["a"]
    assert [i for i, _ in fuse([("a", 3.0)], [])] == ["a"]
    assert fuse([], []) == []


def test_equal_scores_have_a_stable_order() -> None:
    """The same search gives the same order."""
    assert fuse([("b", 1.0), ("a", 1.0)], []) == fuse([("a", 1.0), ("b", 1.0)], [])


def test_repetitions_go_to_the_end() -> None:
    """A passage that says again what a better one says leaves its place to another."""
    texts = [
        "Le chatbot répond aux questions simples des clients",
        "Le chatbot répond aux questions simples des clients.",
        "Les techniciens portent des lunettes connectées",
    ]
    assert distinct(texts, str) == [texts[0], texts[2], texts[1]]
