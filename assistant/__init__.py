"""The road from a question to a sourced answer, the scoring tools, the chat, the command line."""
