"""Persons of a text: names, offices and parties, put together over the whole text."""

from __future__ import annotations

import pytest
from tests.reading.reports import fault

import bilateral


def persons(text: str) -> list[tuple[str, str | None, str | None]]:
    """Return name, office and party of each person."""
    return [
        (leader.name, leader.office, leader.party.code if leader.party else None)
        for leader in bilateral.read(text).leaders
    ]


def places(text: str) -> list[list[str]]:
    """Return the words of every mention of each person."""
    return [[span.of(text) for span in leader.mentions] for leader in bilateral.read(text).leaders]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Prime Minister Tove Lund of Norway spoke.", ("Tove Lund", "prime minister", "NOR")),
        ("Norwegian Prime Minister Tove Lund spoke.", ("Tove Lund", "prime minister", "NOR")),
        ("Norway's Prime Minister Tove Lund spoke.", ("Tove Lund", "prime minister", "NOR")),
        ("Norway’s prime minister, Tove Lund, spoke.", ("Tove Lund", "prime minister", "NOR")),
        ("The prime minister of Norway, Tove Lund, spoke.", ("Tove Lund", "prime minister", "NOR")),
        (
            "The Prime Minister of the Kingdom of Norway, Tove Lund, spoke.",
            ("Tove Lund", "prime minister", "NOR"),
        ),
        ("Tove Lund, the Norwegian prime minister, spoke.", ("Tove Lund", "prime minister", "NOR")),
        ("Tove Lund, prime minister of Norway, spoke.", ("Tove Lund", "prime minister", "NOR")),
        ("President Yaw Mensah-Osei of Ghana spoke.", ("Yaw Mensah-Osei", "president", "GHA")),
        ("President José María Ñuñez of Peru spoke.", ("José María Ñuñez", "president", "PER")),
        ("King Olaf Lund of Norway spoke.", ("Olaf Lund", "king", "NOR")),
        (
            "Deputy Prime Minister Tove Lund of Norway spoke.",
            ("Tove Lund", "deputy prime minister", "NOR"),
        ),
        ("Norwegian Foreign Minister Tove Lund spoke.", ("Tove Lund", "foreign minister", "NOR")),
        ("Norway's ambassador, Tove Lund, spoke.", ("Tove Lund", "ambassador", "NOR")),
        ("President Tove van der Lund of Ghana spoke.", ("Tove van der Lund", "president", "GHA")),
        ("President Abdul bin Saleh of Oman spoke.", ("Abdul bin Saleh", "president", "OMN")),
        ("H.E. President Tove Lund of Norway spoke.", ("Tove Lund", "president", "NOR")),
        ("President Dr. Tove Lund of Norway spoke.", ("Tove Lund", "president", "NOR")),
        ("PM Tove Lund of Norway spoke.", ("Tove Lund", "prime minister", "NOR")),
    ],
)
def test_a_name_beside_an_office(text: str, person: tuple[str, str, str]) -> None:
    """Office, name and country come in many orders."""
    assert persons(text) == [person]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "Minister of Foreign Affairs Tove Lund of Norway spoke.",
            ("Tove Lund", "minister of foreign affairs", "NOR"),
        ),
        (
            "Norway's Minister for Trade and Fisheries, Tove Lund, spoke.",
            ("Tove Lund", "minister for trade and fisheries", "NOR"),
        ),
        (
            "The Minister of Transport and Roads of Norway, Tove Lund, spoke.",
            ("Tove Lund", "minister of transport and roads", "NOR"),
        ),
        (
            "State Secretary for Polar and Maritime Questions of Norway H E Tove Lund spoke.",
            ("Tove Lund", "state secretary for polar and maritime questions", "NOR"),
        ),
        (
            "Norway's State Secretary Tove Lund spoke.",
            ("Tove Lund", "state secretary", "NOR"),
        ),
    ],
)
def test_portfolios(text: str, person: tuple[str, str, str]) -> None:
    """The portfolio belongs to the office."""
    assert persons(text) == [person]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "Peruvian Deputy Prime Minister and Minister of Trade Luz Paz spoke.",
            ("Luz Paz", "deputy prime minister and minister of trade", "PER"),
        ),
        (
            "The President of Peru's National Assembly Luz Paz spoke.",
            ("Luz Paz", "president of the national assembly", "PER"),
        ),
        (
            "The Speaker of Peru's Parliament, Luz Paz, spoke.",
            ("Luz Paz", "speaker of the parliament", "PER"),
        ),
        (
            "Peru's Deputy Minister of Agriculture and Rural Development Luz Paz spoke.",
            ("Luz Paz", "deputy minister of agriculture and rural development", "PER"),
        ),
        (
            "The Deputy Speaker of the National Assembly Luz Paz of Peru spoke.",
            ("Luz Paz", "deputy speaker of the national assembly", "PER"),
        ),
    ],
)
def test_offices_that_the_table_has_in_another_form(
    text: str, person: tuple[str, str, str]
) -> None:
    """Two in one hand, the office of a body, that of a deputy."""
    assert persons(text) == [person]


def test_two_offices_are_not_always_one_persons() -> None:
    """Behind an article they may be two persons'; with a party of its own the second is another's."""
    text = "The Prime Minister and Trade Minister Luz Paz of Peru spoke."
    assert persons(text) == [("Luz Paz", "trade minister", "PER")]
    text = "Peruvian Foreign Minister and Chilean Trade Minister Luz Paz spoke."
    assert persons(text) == [("Luz Paz", "trade minister", "CHL")]


def test_a_title_of_one_country_can_be_a_name() -> None:
    """Behind an office it is: Shahs were kings of Iran alone."""
    text = "Foreign Minister Shah Luz Paz of Peru spoke."
    assert persons(text) == [("Shah Luz Paz", "foreign minister", "PER")]
    text = "The Shah of Iran, Luz Paz, spoke."
    assert persons(text) == [("Luz Paz", "shah", "IRN")]


def test_ministers_in_small_letters() -> None:
    """Each of several holds the office."""
    text = "She came with ministers Luz Paz, Eva Sol and Juan Rey of Peru."
    assert [name for name, _, _ in persons(text)] == ["Luz Paz", "Eva Sol", "Juan Rey"]


def test_a_surname_of_two_letters() -> None:
    """It ends a sentence without being an abbreviation, and names its owner alone."""
    text = (
        "Vietnam's Foreign Minister Nguyen Minh Vu spoke to Peru's Luis Wu. Vu was glad. He left."
    )
    assert places(text)[0] == ["Nguyen Minh Vu", "Vu"]
    text = "Vietnam's Foreign Minister Ngo So spoke to Peru's Luis Wu. So they parted."
    assert places(text)[0] == ["Ngo So"]


@pytest.mark.parametrize(
    "text",
    [
        "Flowers lay at the President Luz Paz Mausoleum.",
        "They met at King Omar Airport.",
        "She went to the Prime Minister House.",
        "The prime minister of Norway spoke.",
        "Tove Lund spoke.",
        "Tove Lund, an analyst at the Fjord Institute, spoke.",
        "The Prime Minister met The President.",
        "President and Prime Minister Meet in Oslo",
        "the president of the bank spoke",
        "On Monday the Minister said.",
        "",
    ],
)
def test_nobody(text: str) -> None:
    """An office without a name, or a name without an office, is no leader."""
    assert persons(text) == []


def test_a_counterpart_holds_the_office_named_before() -> None:
    """The text does not repeat the office."""
    text = "Norwegian Prime Minister Tove Lund met her Ghanaian counterpart, Yaw Mensah, in Oslo."
    assert persons(text) == [
        ("Tove Lund", "prime minister", "NOR"),
        ("Yaw Mensah", "prime minister", "GHA"),
    ]


def test_a_counterpart_is_that_of_the_subject() -> None:
    """Not of whoever is named last."""
    text = (
        "Norwegian Prime Minister Tove Lund arrived. She met President Luz Paz of Peru. "
        "Prime Minister Lund met President Paz and her Peruvian counterpart Ana Rey."
    )
    assert persons(text)[2] == ("Ana Rey", "prime minister", "PER")


def test_a_counterpart_before_another_name() -> None:
    """A comma alone makes nobody a counterpart."""
    text = "Foreign Minister Tove Lund of Norway came. After talks with her Peruvian counterpart, Lund said no."
    assert persons(text) == [("Tove Lund", "foreign minister", "NOR")]


def test_persons_come_in_the_order_of_the_text() -> None:
    """However they are found."""
    text = "President Abena Sarpong of Ghana, Tove Lund, the Norwegian premier, and King Faris Aziz of Jordan met."
    assert [name for name, _, _ in persons(text)] == ["Abena Sarpong", "Tove Lund", "Faris Aziz"]


def test_forms_of_one_name_are_one_person() -> None:
    """The fullest form is kept, and every other naming is a mention."""
    text = (
        "President Sarpong of Ghana spoke. President Abena Sarpong smiled. Sarpong left. "
        "Later Ms. Sarpong came back, and Sarpong’s staff with her."
    )
    assert persons(text) == [("Abena Sarpong", "president", "GHA")]
    assert places(text) == [["Sarpong", "Abena Sarpong", "Sarpong", "Sarpong", "Sarpong"]]


def test_two_persons_of_one_surname_stay_two() -> None:
    """A surname alone is then nobody's, and a different given name another person."""
    text = "President Abena Sarpong of Ghana met Foreign Minister Kofi Sarpong of Ghana. Sarpong spoke."
    assert [name for name, _, _ in persons(text)] == ["Abena Sarpong", "Kofi Sarpong"]
    assert places(text) == [["Abena Sarpong"], ["Kofi Sarpong"]]


@pytest.mark.parametrize(
    ("name", "surname", "opening"),
    [
        ("Niamh Mac Carthaigh", "Mac Carthaigh", "Mac Carthaigh"),
        ("Salem al-Harbi", "al-Harbi", "Al-Harbi"),
        ("Ines de la Peña", "de la Peña", "De la Peña"),
        ("Ines de la Peña", "Peña", "Peña"),
        ("Jean d'Aubigny", "d'Aubigny", "D'Aubigny"),
    ],
)
def test_surnames_of_several_parts_are_mentions_as_a_whole(
    name: str, surname: str, opening: str
) -> None:
    """With particles and articles, which have a capital letter where a sentence begins."""
    text = f"President {name} of Peru spoke.\n\n{opening} left. A choir met {surname} later."
    assert places(text) == [[name, opening, surname]]


def test_a_place_before_an_office_is_nobody() -> None:
    """The name behind the office is the person's."""
    text = "In Abu Dhabi, the President of Ghana, Abena Sarpong, spoke."
    assert persons(text) == [("Abena Sarpong", "president", "GHA")]


def test_another_given_name_is_another_person() -> None:
    """“Per Lund” is no mention of Tove Lund."""
    text = "Prime Minister Tove Lund of Norway spoke. Per Lund, a fisherman, listened."
    assert places(text) == [["Tove Lund"]]


def test_persons_of_two_countries_with_one_name_stay_two() -> None:
    """The party tells them apart."""
    text = "President Ali Hassan of Oman met President Ali Hassan of Somalia."
    assert [code for _, _, code in persons(text)] == ["OMN", "SOM"]


@pytest.mark.parametrize(
    "text",
    [
        "Chancellor Lena Vogt and Vice Chancellor Max Thoma of Germany spoke.",
        "Chancellor Lena Vogt, Vice Chancellor Max Thoma of Germany, spoke.",
    ],
)
def test_a_country_behind_two_names_is_both_theirs(text: str) -> None:
    """“A and B of Germany” serve one country."""
    assert [code for _, _, code in persons(text)] == ["DEU", "DEU"]


def test_a_known_office_holder_needs_no_office() -> None:
    """A name of the table is found alone, with its party and without an office."""
    text = "Anwar Ibrahim spoke in Lima."
    assert persons(text) == [("Anwar Ibrahim", None, "MYS")]


def test_headlines_do_not_run_into_names() -> None:
    """Capitalised words of a headline are no part of the name beside them."""
    text = "Prime Minister Tove Lund Meets President Abena Sarpong\n\n2031-04-05\n\nThe talks between Norway and Ghana were short."
    assert [name for name, _, _ in persons(text)] == ["Tove Lund", "Abena Sarpong"]


def test_a_name_over_a_line_break() -> None:
    """A name keeps its words and is told on one line."""
    text = "They met Prime Minister Tove\nLund of Norway and spoke\nof ships and of ports."
    (leader,) = bilateral.read(text).leaders
    assert leader.name == "Tove Lund"
    assert leader.span is not None
    assert leader.span.of(text) == "Tove\nLund"


def test_a_name_does_not_reach_over_a_paragraph() -> None:
    """What stands in another block is no part of a name."""
    text = "They met Prime Minister Tove\n\nLund of Norway spoke."
    assert all("Lund" not in name for name, _, _ in persons(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "U.S. Secretary of State Dana Kirk met Omani Foreign Minister Badr Saleh.",
            [("Dana Kirk", "secretary of state", "USA"), ("Badr Saleh", "foreign minister", "OMN")],
        ),
        (
            "National Security Advisor Dana Kirk of the United States spoke.",
            [("Dana Kirk", "national security advisor", "USA")],
        ),
        ("Dana Kirk, the U.S. ambassador to Oman, spoke.", [("Dana Kirk", "ambassador", "USA")]),
        ("Norwegian Foreign minister Tove Lund spoke.", [("Tove Lund", "foreign minister", "NOR")]),
        (
            "Foreign Affairs Minister (FAM) T.K Lund of Norway spoke.",
            [("T.K Lund", "foreign affairs minister", "NOR")],
        ),
        (
            "Norwegian Foreign Minister A.H. Lund and A K Omar of Chad met.",
            [("A.H. Lund", "foreign minister", "NOR")],
        ),
        (
            "Norwegian Foreign Minister Dr. A K Omar spoke.",
            [("A K Omar", "foreign minister", "NOR")],
        ),
        (
            "Bangladesh Prime Minister Sheikh Hasina spoke.",
            [("Sheikh Hasina", "prime minister", "BGD")],
        ),
        (
            "EU High Representative for Foreign Affairs Josep Borrell spoke.",
            [("Josep Borrell", "eu high representative for foreign affairs", "EU")],
        ),
        ("President Luz Paz (Peru) spoke.", [("Luz Paz", "president", "PER")]),
        ("Peruvian President-elect Luz Paz spoke.", [("Luz Paz", "president-elect", "PER")]),
        ("Then-President Luz Paz of Peru signed it.", [("Luz Paz", "then president", "PER")]),
        (
            "Crown Prince Faisal bin Sultan of Oman spoke.",
            [("Faisal bin Sultan", "crown prince", "OMN")],
        ),
        (
            "The meeting was attended by Tariq Sultan Saif Al Amri, Omani Ambassador to Peru.",
            [("Tariq Sultan Saif Al Amri", "ambassador", "OMN")],
        ),
        (
            "He received the Omani Ambassador to Peru, Sheikh Sultan bin Saif Al-Amri, at noon.",
            [("Sultan bin Saif Al-Amri", "ambassador", "OMN")],
        ),
        (
            "He met Badr Hamad al-Amri, Minister of Foreign Affairs of Oman.",
            [("Badr Hamad al-Amri", "minister of foreign affairs", "OMN")],
        ),
        (
            "Minister of Foreign Affairs Prince Tariq bin Saif represented Oman.",
            [("Tariq bin Saif", "minister of foreign affairs", "OMN")],
        ),
        (
            "He thanked Sultan Tariq bin Saif Al Said, Sultan of Oman.",
            [("Tariq bin Saif Al Said", "sultan", "OMN")],
        ),
        ("Nobody mourned Queen Tove Lund II. Norway did.", [("Tove Lund II", "queen", None)]),
        (
            "The Secretary-General of the Andean Community (CAN) Luz Paz spoke.",
            [("Luz Paz", "secretary-general", "ANDEAN COMMUNITY")],
        ),
        ("On the Middle East, the Prime Minister of Norway was silent.", []),
        (
            "Ana Rey, spokesperson of Peru MoFA, said so.",
            [("Ana Rey", "spokesperson", "PER")],
        ),
        (
            "He paid a visit to Peru, where he met with President Luz Paz.",
            [("Luz Paz", "president", "PER")],
        ),
        (
            "President Luz Paz of Peru came accompanied by Mr. Nils Brand, Minister of Transport; Ms. Ana Rey, Minister of Mines.",
            [
                ("Luz Paz", "president", "PER"),
                ("Nils Brand", "minister of transport", "PER"),
                ("Ana Rey", "minister of mines", "PER"),
            ],
        ),
        ("Sultan Faisal bin Tariq of Oman spoke.", [("Faisal bin Tariq", "sultan", "OMN")]),
        ("His Majesty King Olav of Norway spoke.", [("Olav", "king", "NOR")]),
        ("Emir Faisal of Qatar spoke.", [("Faisal", "emir", "QAT")]),
        ("Chancellor Lena Vogt of Germany spoke.", [("Lena Vogt", "chancellor", "DEU")]),
        ("German Chancellor Lena Vogt's visit was short.", [("Lena Vogt", "chancellor", "DEU")]),
        ("Taoiseach Liam Byrne of Ireland spoke.", [("Liam Byrne", "taoiseach", "IRL")]),
        ("former President Luz Paz of Peru spoke.", [("Luz Paz", "former president", "PER")]),
        ("Acting President Luz Paz of Peru spoke.", [("Luz Paz", "acting president", "PER")]),
        ("Vice President Luz Paz of Peru spoke.", [("Luz Paz", "vice president", "PER")]),
        ("Peru's president-elect, Luz Paz, spoke.", [("Luz Paz", "president-elect", "PER")]),
        (
            "Luz Paz, Peru's minister of defence, spoke.",
            [("Luz Paz", "minister of defence", "PER")],
        ),
        ("Defence Minister Luz Paz of Peru spoke.", [("Luz Paz", "defence minister", "PER")]),
        (
            "Peru's Defense Minister, General Luz Paz, spoke.",
            [("Luz Paz", "defense minister", "PER")],
        ),
        ("Peruvian Defence Minister Gen. Luz Paz spoke.", [("Luz Paz", "defence minister", "PER")]),
        (
            "Minister for Foreign Affairs of Peru Luz Paz spoke.",
            [("Luz Paz", "minister for foreign affairs", "PER")],
        ),
        (
            "The Minister for Foreign Affairs of Peru, H.E. Ms. Luz Paz, spoke.",
            [("Luz Paz", "minister for foreign affairs", "PER")],
        ),
        (
            "H.E. Mr. Luz Paz, President of the Republic of Peru, spoke.",
            [("Luz Paz", "president", "PER")],
        ),
        ("President of the Republic of Peru Luz Paz spoke.", [("Luz Paz", "president", "PER")]),
        (
            "Peru's President Luz Paz and Norway's Prime Minister Tove Lund met.",
            [("Luz Paz", "president", "PER"), ("Tove Lund", "prime minister", "NOR")],
        ),
        (
            "Luz Paz, a spokeswoman for the Peruvian foreign ministry, said so.",
            [("Luz Paz", "spokeswoman", "PER")],
        ),
        (
            "Deputy Foreign Minister Luz Paz of Peru spoke.",
            [("Luz Paz", "deputy foreign minister", "PER")],
        ),
        (
            "First Deputy Prime Minister Luz Paz of Peru spoke.",
            [("Luz Paz", "first deputy prime minister", "PER")],
        ),
        ("Trade Minister Luz Paz of Peru spoke.", [("Luz Paz", "trade minister", "PER")]),
        ("Peru's trade minister Luz Paz spoke.", [("Luz Paz", "trade minister", "PER")]),
        ("Premier Li Wei of China spoke.", [("Li Wei", "premier", "CHN")]),
        ("Chinese President Li Wei spoke.", [("Li Wei", "president", "CHN")]),
        ("Special Envoy Luz Paz of Peru spoke.", [("Luz Paz", "special envoy", "PER")]),
        ("Ambassador Luz Paz of Peru spoke.", [("Luz Paz", "ambassador", "PER")]),
        ("Speaker Luz Paz of the Peruvian Congress spoke.", [("Luz Paz", "speaker", "PER")]),
        ("Governor Luz Paz spoke in Peru.", [("Luz Paz", "governor", None)]),
        ("Ambassador of Peru to Kenya Luz Paz spoke.", [("Luz Paz", "ambassador", "PER")]),
        (
            "In talks with President Ana Rey of Chile, Ambassador of Peru to Kenya Luz Paz was frank.",
            [("Ana Rey", "president", "CHL"), ("Luz Paz", "ambassador", "PER")],
        ),
        (
            "In talks with President Ana Rey, Ambassador of Peru to Kenya Luz Paz was frank.",
            [("Ana Rey", "president", None), ("Luz Paz", "ambassador", "PER")],
        ),
        ("Sultan Omar bin Saif, Sultan of Oman, spoke.", [("Omar bin Saif", "sultan", "OMN")]),
        ("Peru's Foreign Minister Luz Paz MP spoke.", [("Luz Paz", "foreign minister", "PER")]),
        (
            "The Minister for Trade of Peru, Senator the Hon Luz Paz, spoke.",
            [("Luz Paz", "minister for trade", "PER")],
        ),
        ("They praised the region's premier Leaders-led forum.", []),
        (
            "Prince Omar bin Saif, Minister of Trade of Oman, spoke.",
            [("Omar bin Saif", "minister of trade", "OMN")],
        ),
        (
            "Crown Prince Omar bin Saif, Prime Minister of Oman, spoke.",
            [("Omar bin Saif", "crown prince", "OMN")],
        ),
        ("Prince Omar bin Saif of Oman spoke.", [("Omar bin Saif", "prince", "OMN")]),
    ],
)
def test_offices_of_the_genre(text: str, found: list[tuple[str, str, str | None]]) -> None:
    """Offices of many lands, in the turns that communiqués and the press give them."""
    assert persons(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Presidents Luz Paz of Peru and Ana Rey of Chile met.",
        "Prime Ministers Luz Paz of Peru and Ana Rey of Chile met.",
        "Foreign Ministers Luz Paz (Peru) and Ana Rey (Chile) met.",
        "The Presidents of Peru and Chile, Luz Paz and Ana Rey, met.",
        "Presidents of Peru and Chile Luz Paz and Ana Rey met.",
        "The Peruvian and Chilean Presidents, Luz Paz and Ana Rey, met.",
        "The Peruvian and the Chilean foreign ministers Luz Paz and Ana Rey met.",
        "The foreign ministers of Peru and the Republic of Chile, Luz Paz and Ana Rey, met.",
    ],
)
def test_an_office_of_two(text: str) -> None:
    """Both names hold it, each for its country."""
    assert [(name, code) for name, _, code in persons(text)] == [
        ("Luz Paz", "PER"),
        ("Ana Rey", "CHL"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Presidents of Peru, Chile and Norway, Luz Paz, Ana Rey and Nils Brandvik, met.",
            [
                ("Luz Paz", "president", "PER"),
                ("Ana Rey", "president", "CHL"),
                ("Nils Brandvik", "president", "NOR"),
            ],
        ),
        # three names for two countries: who serves which cannot be told
        ("The Presidents of Peru and Chile, Luz Paz, Ana Rey and Nils Brandvik, met.", []),
        ("The Presidents of Peru and Chile, Luz Paz, met.", []),
        ("The Presidents of Peru and Chile met.", []),
    ],
)
def test_as_many_names_as_countries(text: str, found: list[tuple[str, str, str | None]]) -> None:
    """Each serves the country that is named in their place."""
    assert persons(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "The bank's president, Luz Paz, spoke.",
            [],
            marks=fault("the president of a bank is taken for one of a country"),
        ),
    ],
)
def test_names_that_are_read_wrong(text: str, found: list[tuple[str, str, str | None]]) -> None:
    """Forms that the reader misses."""
    assert persons(text) == found


def test_a_minister_of_one_name_has_the_first_or_the_last_of_it() -> None:
    """No "Foreign Minister Son" is Choe Son Hui, whose name stands in the table."""
    assert persons("Foreign Minister Son spoke.") == [("Son", "foreign minister", None)]
    assert persons("Foreign Minister Choe spoke.") == [("Choe", "foreign minister", "PRK")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norwegian FM visits Kenya\n\nForeign Minister Lund praised the port.", "NOR"),
        ("Norwegian FM visits Kenya\n\nPresident Lund praised the port.", None),
        ("Kenya greets Norwegian FM\n\nForeign Minister Lund praised the port.", None),
        (
            "Norwegian FM visits Kenya\n\nForeign Minister Paz of Norway met Foreign Minister Lund.",
            "KEN",
        ),
        (
            "Norwegian FM visits Kenya\n\nForeign Minister Lund met Foreign Minister Otieno.",
            None,
        ),
    ],
)
def test_the_office_that_opens_the_title(text: str, found: str | None) -> None:
    """Its only holder in the text serves the party that the title names."""
    code = next(
        code for name, office, code in persons(text) if name == "Lund" and office is not None
    )
    assert code == found
