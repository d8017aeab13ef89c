"""From evidence to a draft: French templates of ``prompts/answers``."""
