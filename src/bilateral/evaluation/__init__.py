"""Check the package, or a second coder, against a hand coding.

>>> import bilateral
>>> from bilateral.evaluation import CodedCommitment, Codes, codes_of, compare
>>> report = bilateral.read("Japan agreed to train engineers. Malaysia hopes to buy gas.")
>>> by_hand = Codes(
...     id="readout",
...     commitments=(
...         CodedCommitment(1, actors=("JPN",), force=bilateral.Force.PLEDGE),
...         CodedCommitment(2, actors=("MYS",), force=bilateral.Force.ASPIRATION),
...     ),
... )
>>> compare(by_hand, codes_of(report))["commitments"].f1
1.0
"""

from bilateral.evaluation.agreement import FieldAgreement as FieldAgreement
from bilateral.evaluation.agreement import alpha as alpha
from bilateral.evaluation.agreement import kappa as kappa
from bilateral.evaluation.agreement import measure_agreement as measure_agreement
from bilateral.evaluation.codes import CodedCommitment as CodedCommitment
from bilateral.evaluation.codes import CodedIssue as CodedIssue
from bilateral.evaluation.codes import CodedLeader as CodedLeader
from bilateral.evaluation.codes import CodedPartnership as CodedPartnership
from bilateral.evaluation.codes import Codes as Codes
from bilateral.evaluation.differences import Difference as Difference
from bilateral.evaluation.differences import list_differences as list_differences
from bilateral.evaluation.files import read_codes as read_codes
from bilateral.evaluation.files import read_sentences as read_sentences
from bilateral.evaluation.files import write_codes as write_codes
from bilateral.evaluation.files import write_sentences as write_sentences
from bilateral.evaluation.measures import Comparison as Comparison
from bilateral.evaluation.measures import Interval as Interval
from bilateral.evaluation.measures import Rate as Rate
from bilateral.evaluation.measures import Share as Share
from bilateral.evaluation.measures import compare as compare
from bilateral.evaluation.numbering import Sentence as Sentence
from bilateral.evaluation.numbering import codes_of as codes_of
from bilateral.evaluation.numbering import sentences as sentences

__all__ = [
    "CodedCommitment",
    "CodedIssue",
    "CodedLeader",
    "CodedPartnership",
    "Codes",
    "Comparison",
    "Difference",
    "FieldAgreement",
    "Interval",
    "Rate",
    "Sentence",
    "Share",
    "alpha",
    "codes_of",
    "compare",
    "kappa",
    "list_differences",
    "measure_agreement",
    "read_codes",
    "read_sentences",
    "sentences",
    "write_codes",
    "write_sentences",
]
