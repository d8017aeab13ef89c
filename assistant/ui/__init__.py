"""The web app: one file per page, over the same road as the command line."""
