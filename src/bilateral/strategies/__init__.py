"""Hypothesis strategies that draw valid records, collections, whole reports, and texts to read.

They draw nothing in vain, are bounded, and shrink to the plainest value.  With Hypothesis and this
package installed, `st.from_type` knows every public class of the package without this module.

>>> from hypothesis import given
>>> from bilateral.strategies import commitments, countries
>>> @given(commitments(parties=countries(among=["Peru", "Chile"])))
... def test_written_form_is_one_line(promise):
...     assert str(promise) == " ".join(promise.text.split())
>>> test_written_form_is_one_line()
"""

from bilateral.errors import MissingExtraError

try:
    import hypothesis as _hypothesis
except ModuleNotFoundError as error:
    if error.name != "hypothesis":
        raise
    raise MissingExtraError("hypothesis", "bilateral.strategies") from error

from bilateral.strategies.collections import assessment_collections as assessment_collections
from bilateral.strategies.collections import commitment_collections as commitment_collections
from bilateral.strategies.collections import issue_collections as issue_collections
from bilateral.strategies.collections import leader_collections as leader_collections
from bilateral.strategies.collections import partnership_collections as partnership_collections
from bilateral.strategies.dates import partial_dates as partial_dates
from bilateral.strategies.dossiers import archives as archives
from bilateral.strategies.dossiers import dossiers as dossiers
from bilateral.strategies.gazetted import countries as countries
from bilateral.strategies.gazetted import domains as domains
from bilateral.strategies.gazetted import organizations as organizations
from bilateral.strategies.gazetted import parties as parties
from bilateral.strategies.places import sources as sources
from bilateral.strategies.places import spans as spans
from bilateral.strategies.prose import report_texts as report_texts
from bilateral.strategies.records import assessments as assessments
from bilateral.strategies.records import commitments as commitments
from bilateral.strategies.records import issues as issues
from bilateral.strategies.records import leaders as leaders
from bilateral.strategies.records import meetings as meetings
from bilateral.strategies.records import partnerships as partnerships
from bilateral.strategies.whole_reports import reports as reports

del _hypothesis

__all__ = [
    "archives",
    "assessment_collections",
    "assessments",
    "commitment_collections",
    "commitments",
    "countries",
    "domains",
    "dossiers",
    "issue_collections",
    "issues",
    "leader_collections",
    "leaders",
    "meetings",
    "organizations",
    "partial_dates",
    "parties",
    "partnership_collections",
    "partnerships",
    "report_texts",
    "reports",
    "sources",
    "spans",
]
