"""The collections that answer questions, and the report that holds them."""
