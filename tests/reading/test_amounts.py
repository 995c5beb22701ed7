"""Sums, shares and quantities in running text: exact values, exact places, nothing guessed."""

from __future__ import annotations

import decimal
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bilateral.gazetteer.quantities import currencies
from bilateral.model.commitments import Amount
from bilateral.reading.amounts import find_amounts
from bilateral.reading.folding import plain


def amounts(text: str) -> list[Amount]:
    """Return the amounts of a whole text."""
    folded = plain(text)
    return find_amounts(folded, 0, len(folded))


def words(text: str) -> list[tuple[str, str]]:
    """Return the words and the written form of each amount."""
    return [(a.span.of(text), str(a)) for a in amounts(text) if a.span is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$20 million", "USD 20,000,000"),
        ("US$200 million", "USD 200,000,000"),
        ("U.S.$5 million", "USD 5,000,000"),
        ("$1.2 billion", "USD 1,200,000,000"),
        ("$1,234,567.89", "USD 1,234,567.89"),
        ("$20-million", "USD 20,000,000"),
        ("$2million", "USD 2,000,000"),
        ("$200M", "USD 200,000,000"),
        ("$1.5bn", "USD 1,500,000,000"),
        ("$500K", "USD 500,000"),
        ("€250 million", "EUR 250,000,000"),
        ("EUR 250 million", "EUR 250,000,000"),
        ("EUR 250 000", "EUR 250,000"),
        ("250 million euros", "EUR 250,000,000"),
        ("250 million €", "EUR 250,000,000"),
        ("250-million-euro", "EUR 250,000,000"),
        ("RM5 billion", "MYR 5,000,000,000"),
        ("RM 5 billion", "MYR 5,000,000,000"),
        ("Rs 500 crore", "INR 5,000,000,000"),
        ("Rs. 500 crore", "INR 5,000,000,000"),
        ("₹10,000 crore", "INR 100,000,000,000"),
        ("₹1,00,000 crore", "INR 1,000,000,000,000"),
        ("3 lakh crore rupees", "INR 3,000,000,000,000"),
        ("10 lakh rupees", "INR 1,000,000"),
        ("100 billion yen", "JPY 100,000,000,000"),
        ("¥100 billion", "JPY 100,000,000,000"),
        ("RMB 5 billion", "CNY 5,000,000,000"),
        ("CN¥5 billion", "CNY 5,000,000,000"),
        ("CAD 60 million", "CAD 60,000,000"),
        ("CAD $1.2 billion", "CAD 1,200,000,000"),
        ("$330 million CAD", "CAD 330,000,000"),
        ("$100 billion U.S. dollars", "USD 100,000,000,000"),
        ("20m dollars", "USD 20,000,000"),
        ("30 million Canadian dollars", "CAD 30,000,000"),
        ("A$5 million", "AUD 5,000,000"),
        ("C$5 million", "CAD 5,000,000"),
        ("NZ$5 million", "NZD 5,000,000"),
        ("S$5 million", "SGD 5,000,000"),
        ("HK$5 million", "HKD 5,000,000"),
        ("R$5 million", "BRL 5,000,000"),
        ("£4 billion", "GBP 4,000,000,000"),
        ("300 million pounds", "GBP 300,000,000"),
        ("500 billion won", "KRW 500,000,000,000"),
        ("300 million Danish kroner", "DKK 300,000,000"),
        ("SDR 500 million", "XDR 500,000,000"),
        ("2 billion USD", "USD 2,000,000,000"),
        ("USD1.5 billion", "USD 1,500,000,000"),
        ("two million dollars", "USD 2,000,000"),
        ("twenty-five million yen", "JPY 25,000,000"),
        ("one hundred million euros", "EUR 100,000,000"),
        ("a billion dollars", "USD 1,000,000,000"),
        ("half a million dollars", "USD 500,000"),
        ("20 per cent", "20 per cent"),
        ("20 percent", "20 per cent"),
        ("20%", "20 per cent"),
        ("fifty percent", "50 per cent"),
        ("0.125 per cent", "0.125 per cent"),
        ("1.5 percentage points", "1.5 percentage points"),
        ("500 million vaccine doses", "500,000,000 vaccine doses"),
        ("40 million HPV vaccine doses", "40,000,000 vaccine doses"),
        ("63 million doses of vaccine", "63,000,000 vaccine doses"),
        ("one million American jobs", "1,000,000 jobs"),
        ("170,000 clean energy jobs", "170,000 jobs"),
        ("250 French students", "250 students"),
        ("200 highly skilled engineers", "200 engineers"),
        ("2000 students", "2,000 students"),
        ("10 000 troops", "10,000 troops"),
        ("8,000 metric tons", "8,000 tonnes"),
        ("1.5m tonnes", "1,500,000 tonnes"),
        ("450 GW", "450 gigawatts"),
        ("1GW", "1 gigawatts"),
        ("500-megawatt", "500 megawatts"),
        ("15 bcm", "15,000,000,000 cubic metres"),
        ("50 Quad scholarships", "50 scholarships"),
        ("22,000 additional temporary work visas", "22,000 visas"),
        ("two patrol vessels", "2 patrol vessels"),
    ],
)
def test_an_amount_is_read_with_its_words(text: str, expected: str) -> None:
    """Each form gives the scaled value, its currency or unit, and its exact words."""
    assert words(f"They will give up to {text}, they said.") == [(text, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "1.5bn",
        "20 million",
        "one third",
        "300 million kroner",
        "300 million francs",
        "$10-15 million",
        "$10–15 million",
        "$10 to $15 million",
        "between $10 and $15 million",
        "one or two million dollars",
        "10 to 20 per cent",
        "10-15%",
        "1-2 million doses",
        "1.250 euros",
        "1,5 million euros",
        "10,15 million euros",
        "two and a half billion dollars",
        "300 pounds",
        "300 million pounds of fentanyl",
        "COP 28",
        "COP28 in Dubai",
        "TOP 20",
        "5 m tonnes",
        "Article 5 NATO troops",
        "in 2025 students",
        "in 2025 Japanese students",
        "the Group of Seven engineers",
        "Z$20 million",
        "$5xyz",
        "5G",
        "10 January 2025",
        "F-16 jets",
        "the two leaders",
    ],
)
def test_what_is_open_or_no_amount_is_left_out(text: str) -> None:
    """Ranges under one scale, unclear currencies, dates and bare numbers give nothing."""
    assert words(text) == []


def test_two_amounts_beside_each_other_stay_two() -> None:
    """A sum in brackets keeps its own currency, and each sum of a full range is as written."""
    assert words("C$93 billion (US$69 billion)") == [
        ("C$93 billion", "CAD 93,000,000,000"),
        ("US$69 billion", "USD 69,000,000,000"),
    ]
    assert words("C$4 billion (USD 3 billion)") == [
        ("C$4 billion", "CAD 4,000,000,000"),
        ("USD 3 billion", "USD 3,000,000,000"),
    ]
    assert [w for w, _ in words("from $10 million to $15 million")] == [
        "$10 million",
        "$15 million",
    ]


def test_the_yen_sign_is_the_yuan_where_the_passage_says_so() -> None:
    """¥ is read by the words of its passage, and as the yen without any."""
    assert words("¥5 billion, in yuan") == [("¥5 billion", "CNY 5,000,000,000")]
    assert words("¥5 billion, not in yuan but in yen") == [("¥5 billion", "JPY 5,000,000,000")]
    assert words("¥5 billion for Yuanmingyuan") == [("¥5 billion", "JPY 5,000,000,000")]


def test_white_space_and_line_ends_stand_inside_an_amount() -> None:
    """An amount that a line end and an indent divide is one, with the words of the text."""
    text = "give\n  $20\n    million and 20\u00a0per\n cent"
    assert words(text) == [
        ("$20\n    million", "USD 20,000,000"),
        ("20\u00a0per\n cent", "20 per cent"),
    ]


def test_only_the_passage_is_read() -> None:
    """Offsets count from the text's beginning, and nothing outside the passage is found."""
    text = "Give $1. Give $2. Give $3."
    (amount,) = find_amounts(text, 9, 17)
    assert amount.value == 2
    assert amount.span is not None
    assert (amount.span.start, amount.span.end) == (14, 16)


@given(
    st.sampled_from(sorted(currencies("code")) + sorted(currencies("code-scaled"))),
    st.decimals(min_value=1, max_value=999, places=2),
    st.sampled_from([("million", 6), ("billion", 9), ("trillion", 12), ("crore", 7)]),
    st.sampled_from(["before", "behind"]),
)
def test_a_code_stands_before_or_behind(
    code: str, number: Decimal, scale: tuple[str, int], place: str
) -> None:
    """A sum in any currency of ISO 4217 is read back exactly, wherever its code stands."""
    name, power = scale
    figures = f"{number} {name}"
    text = f"give {code} {figures} soon" if place == "before" else f"give {figures} {code} soon"
    (amount,) = amounts(text)
    assert amount.value == number * 10**power
    listed = {**currencies("code"), **currencies("code-scaled")}
    assert amount.currency == listed[code]
    assert amount.span is not None
    assert amount.span.of(text) == (
        f"{code} {figures}" if place == "before" else f"{figures} {code}"
    )


@given(st.integers(0, 10**15 - 1), st.integers(0, 99))
def test_a_value_is_exact_in_any_arithmetic(whole: int, cents: int) -> None:
    """The value is put together from its digits, whatever precision the caller works with."""
    with decimal.localcontext() as context:
        context.prec = 3
        (amount,) = amounts(f"${whole:,}.{cents:02} million")
    assert amount.value == Decimal(f"{whole}.{cents:02}").scaleb(6)
    assert amount.value.as_tuple().exponent == 0


WORDS = """
    $ US$ € ¥ USD EUR ALL RM Rs 20 1.5 10,000 1,00,000 250 000 2025 million billion crore
    lakh bn m k per cent % percent euros dollars yen won pounds of jobs students vaccine
    doses GW - – , . ( ) to and between one two twenty five a half French ſ K ı İ dolları
    percenT jobſ
    """
PIECES = st.sampled_from(WORDS.split())
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES, max_size=14).map("".join),
)


@given(TEXTS)
@example("5 jobſ and 5 million dollarſ")
@example("5 Kroner, 20 K euros")
def test_any_text_is_read_without_error(text: str) -> None:
    """Amounts are ordered, do not overlap, and their words hold a figure or a number word."""
    folded = plain(text)
    last = 0
    for amount in find_amounts(folded, 0, len(folded)):
        assert amount.span is not None
        assert last <= amount.span.start < amount.span.end <= len(text)
        found = amount.span.of(folded)
        assert found == found.strip()
        assert amount.value >= 0
        last = amount.span.end


@pytest.mark.parametrize(
    "piece",
    ["1", "1,", "1,000", "1 000 ", "$ ", "USD ", "1 New ", "1 million ", "between 1 and ", " "],
)
def test_a_hostile_text_takes_linear_time(piece: str) -> None:
    """A text that nearly matches everywhere is read at once; a slower reader would hang."""
    text = piece * (100_000 // len(piece))
    find_amounts(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They agreed to double trade.", ["2 times"]),
        ("doubling trade and halving tariffs", ["2 times", "0.5 times"]),
        ("triple output to 20 million tonnes", ["3 times", "20,000,000 tonnes"]),
        ("an accord against double taxation", []),
        ("no double standards", []),
    ],
)
def test_what_multiplies(text: str, told: list[str]) -> None:
    """What multiplies is told in times; where it is part of a name it tells nothing."""
    found = amounts(text)
    assert [str(amount) for amount in found] == told
    for amount in found:
        assert amount.span is not None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In 2030 the two leaders will push ahead on all of it.", []),
        ("In 2030 they will spend ALL 20 million.", ["ALL 20,000,000"]),
        ("a million of them, and 5 million more", []),
        ("a 5MW plant", ["5 megawatts"]),
        ("a million dollars", ["USD 1,000,000"]),
        ("two vaccine doses", ["2 vaccine doses"]),
    ],
)
def test_a_number_needs_something_that_makes_it_an_amount(text: str, told: list[str]) -> None:
    """Years, and words that are codes only in capitals, are none."""
    assert [str(amount) for amount in amounts(text)] == told
