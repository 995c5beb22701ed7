"""Units → hits: where a sentence makes a commitment, by whom, and how firmly.

An agent that a verb follows becomes the subject; a cue makes a hit when its subject is an agent and its
complement is one that the table allows.  Each class of cue has one rule; which words belong to a class
stands in ``cues.csv``.
"""
