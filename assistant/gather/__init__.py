"""From a request to evidence: results of the scoring tools, and passages of the studies."""
