"""From a draft to an answer: a statement is shown only if the evidence it cites supports it."""
