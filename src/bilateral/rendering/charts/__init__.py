"""Pictures of what was promised: bars, timelines and a network, drawn by Vega-Altair (extra ``charts``).

Each function takes a report, several, anything else that has `commitments` or `partnerships`, or a
collection of them, and returns an Altair chart; `save` writes it as SVG, PNG or a page of HTML that
needs no network.  The colours are told apart by people who see red and green alike.

>>> from bilateral import samples
>>> from bilateral.rendering import charts
>>> chart = charts.bars(samples.report("summit-article"), by="top")
>>> chart.title.text
'Commitments by policy field'
"""

from bilateral.rendering.charts.bars import bars
from bilateral.rendering.charts.network import network
from bilateral.rendering.charts.saving import save
from bilateral.rendering.charts.timelines import deadlines, partnerships

__all__ = ["bars", "deadlines", "network", "partnerships", "save"]
