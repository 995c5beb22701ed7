"""The collections that answer questions.

>>> from bilateral import Commitments, Issues, Leaders, Partnerships
>>> Commitments(), Issues(), Leaders(), Partnerships()
(Commitments(0 records), Issues(0 records), Leaders(0 records), Partnerships(0 records))
"""

from __future__ import annotations

from bilateral.query.commitments import Commitments
from bilateral.query.matters import Issues
from bilateral.query.records import Records
from bilateral.query.relations import Leaders, Partnerships

__all__ = ["Commitments", "Issues", "Leaders", "Partnerships", "Records"]
