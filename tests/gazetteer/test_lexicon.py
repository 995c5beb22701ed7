"""A user's own words: added, in place of the package's, and refused where they are faulty."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral
from bilateral import BilateralError, Lexicon, LexiconError, LoadError

SEEDS = """
# what our project follows
[vocabulary]
domain,term,weight
economy.agriculture,seed bank,3

[cues]
forms,class,force,continues,follows,example,counterexample
moot|moots|mooted,plan,intent,,noun,,
"""
TREE = """
[domains only]
name,label,covers,cap,plover,g20rg
ocean,Oceans,,7,,
ocean.whales,Whales,,,,

[vocabulary]
domain,term,weight
ocean.whales,whale,3
ocean,sea,1
"""


def test_words_are_added_to_the_tables() -> None:
    """A term and a cue of the user's are read beside the package's own."""
    text = "Kenya mooted a seed bank in Mombasa. Norway agreed to lower its tariffs."
    report = bilateral.read(text, lexicon=Lexicon.parse(SEEDS))
    first, second = report.commitments
    assert (str(first.force), [str(d) for d in first.domains]) == (
        "intent",
        ["economy.agriculture"],
    )
    assert [str(d) for d in second.domains] == ["economy.trade"]


def test_a_lexicon_leaves_no_trace() -> None:
    """A text that is read without it afterwards, or before, reads as if it had never been."""
    text = "Kenya and Norway agreed to open a seed bank."
    plain = bilateral.read(text)
    with_words = bilateral.read(text, lexicon=Lexicon.parse(SEEDS))
    assert with_words.commitments[0].domains != plain.commitments[0].domains
    assert bilateral.read(text) == plain


def test_a_tree_of_ones_own_takes_the_place_of_the_package_s() -> None:
    """No domain of the package's tree is left, and queries follow the new one."""
    text = "Kenya and Norway agreed to protect the whales. They agreed to lower tariffs."
    report = bilateral.read(text, lexicon=Lexicon.parse(TREE))
    names = {str(domain) for c in report.commitments for domain in c.domains}
    assert names == {"ocean.whales"}
    assert len(report.commitments.by_domain("ocean")) == len(report.commitments)
    parent = report.commitments[0].domains[0].parent
    assert parent is not None
    assert parent.name == "ocean"


def test_idioms_of_ones_own() -> None:
    """A term of the vocabulary within them is passed over; a term like the idiom goes before it."""
    text = "Kenya and Norway agreed to fish for compliments."
    assert bilateral.read(text).commitments.one().domains
    rows = "[idioms]\nidiom,means\nfish for,seek\n"
    report = bilateral.read(text, lexicon=Lexicon.parse(rows))
    assert "economy.agriculture" not in map(str, report.commitments.one().domains)
    rows += "[vocabulary]\ndomain,term,weight\nsociety.culture,fish for,3\n"
    report = bilateral.read(text, lexicon=Lexicon.parse(rows))
    assert [str(domain) for domain in report.commitments.one().domains] == ["society.culture"]
    with pytest.raises(LexiconError, match="idiom must be in lower case"):
        Lexicon.parse("[idioms]\nidiom,means\nFish for,seek\n")


def test_more_names_for_a_country() -> None:
    """A row for a country that the package knows adds its names."""
    rows = (
        "[countries]\n"
        "alpha_3,alpha_2,numeric,name,official,aliases,demonyms,capital,metonyms\n"
        "NOR,NO,578,Norway,,Land of Fjords,,,\n"
    )
    text = "The Land of Fjords agreed to open a port."
    assert not bilateral.read(text).commitments
    report = bilateral.read(text, lexicon=Lexicon.parse(rows))
    assert [party.code for party in report.commitments.one().actors] == ["NOR"]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("[vocabulary]\ndomain,term,weight\neconomy.fish,cod,3\n", 3, "no domain is called"),
        ("[vocabulary]\ndomain,term,weight\nenergy,coal,9\n", 3, "weight must be 1, 2 or 3"),
        ("[vocabulary]\ndomain,term,weight\nenergy,Coal,3\n", 3, "lower case"),
        ("# mine\n\n[vocabulary]\ndomain,term\nenergy,coal\n", 4, "heading differs in weight"),
        ("[vocabulary]\ndomain,term,weight\n\nenergy,coal\n", 4, "has 2 cells"),
        ("[fish]\nname\ncod\n", 1, "no table is called 'fish'"),
        ("cod\n[verbs]\nforms,class\n", 1, "before the first"),
        ("[verbs]\nforms,class\nfish|fishes,swim\n", 3, "class must be one of"),
        ("[levels]\nlabel,rank,variants,note\nbest friends,high,,\n", 3, "rank must be"),
        (
            "[domains]\nname,label,covers,cap,plover,g20rg\nocean.whales,Whales,,,,\n",
            3,
            "its parent 'ocean' is in no row",
        ),
    ],
)
def test_a_fault_is_told_with_line_and_reason(text: str, line: int, reason: str) -> None:
    """The error names the line of the file and what would be right."""
    with pytest.raises(LexiconError) as caught:
        Lexicon.parse(text, "mine.txt")
    assert caught.value.line == line
    assert reason in str(caught.value)
    assert str(caught.value).startswith(f"mine.txt:{line}: ")


def test_all_faults_are_told() -> None:
    """Faults of several tables stand in one error, in the order of the lines."""
    text = "[vocabulary]\ndomain,term,weight\nfish,cod,7\n[verbs]\nforms,class\nswim,wet\n[boats]\na\nb\n"
    with pytest.raises(LexiconError) as caught:
        Lexicon.parse(text)
    assert [fault.line for fault in caught.value.faults] == [3, 3, 6, 7]


def test_a_file_is_loaded(tmp_path: Path) -> None:
    """A file in UTF-8 reads as its text does, with or without a byte order mark."""
    path = tmp_path / "mine.txt"
    path.write_text("\ufeff" + SEEDS, encoding="utf-8")
    text = "Kenya and Norway agreed to open a seed bank."
    assert bilateral.read(text, lexicon=Lexicon.load(path)) == bilateral.read(
        text, lexicon=Lexicon.parse(SEEDS)
    )


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file, a directory and bytes that are no UTF-8 are load errors."""
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\xff")
    for path in (tmp_path / "none", tmp_path, tmp_path / "bytes"):
        with pytest.raises(LoadError):
            Lexicon.load(path)


@given(
    st.text(max_size=200) | st.text(alphabet='[]vocabulry,\n"domainterwgh123 only', max_size=200)
)
def test_any_text_is_a_lexicon_or_an_error(text: str) -> None:
    """No text raises anything but the package's own errors."""
    with suppress(BilateralError):
        Lexicon.parse(text)
