"""All French wording: sentences shown to a user, answer templates and model prompts."""
