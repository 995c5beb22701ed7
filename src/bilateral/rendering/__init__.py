"""Reports to look at: the annotated page, what notebooks show, and charts."""
