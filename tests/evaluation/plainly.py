"""The codebook's measures once more, written as plainly as can be, on JSON: what the tests trust."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

Json = dict[str, Any]
LITTLE = (
    "the a an of in on and or to for with by from at its their his her our between over into as"
    " regarding including situation issue issues matter matters"
)


def ascii_words(text: str | None, pattern: str) -> list[str]:
    """Return the words of a text without accents."""
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode()
    return re.findall(pattern, plain.lower())


def telling(text: str | None) -> set[str]:
    """Return the words that tell, in a rough singular."""
    found = set()
    for word in ascii_words(text, "[a-z0-9]+"):
        if len(word) == 1 or word in LITTLE.split():
            continue
        for ending in ("ies", "es", "s"):
            if word.endswith(ending):
                word = word[: len(word) - len(ending)]
                break
        found.add(word)
    return found


def common(one: str | None, other: str | None) -> float:
    """Return the share of the shorter."""
    a, b = telling(one), telling(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0


def leader(g: Json, p: Json) -> float:
    """Say how alike two leaders are."""
    a = set(ascii_words(g["name"], "[a-z]+")) - {"jr", "sr"}
    b = set(ascii_words(p["name"], "[a-z]+")) - {"jr", "sr"}
    if not a or not b or not (a <= b or b <= a) or g["country"] != p["country"]:
        return 0
    return 1 + len(a & b)


def partnership(g: Json, p: Json) -> float:
    """Say how alike two partnerships are."""
    same = sorted(g["parties"]) == sorted(p["parties"])
    return common(g["level"], p["level"]) if same and common(g["level"], p["level"]) >= 0.5 else 0


def issue(g: Json, p: Json) -> float:
    """Say how alike two issues are."""
    shared = common(g["name"], p["name"])
    if g["s"] is not None and g["s"] == p["s"]:
        return shared + 0.25 if shared >= 0.34 else 0
    return shared if shared >= 0.5 else 0


def pairs(gold: list[Json], predicted: list[Json], alike: Any) -> list[tuple[Json, Json]]:  # noqa: ANN401
    """Take the best pair out again and again."""
    left, right = list(range(len(gold))), list(range(len(predicted)))
    found: list[tuple[Json, Json]] = []
    while True:
        best, at = 0, None
        for i in left:
            for j in right:
                if alike(gold[i], predicted[j]) > best:
                    best, at = alike(gold[i], predicted[j]), (i, j)
        if at is None:
            return found
        left.remove(at[0])
        right.remove(at[1])
        found.append((gold[at[0]], predicted[at[1]]))


def top(domains: set[str]) -> set[str]:
    """Return the fields above."""
    return {name.split(".")[0] for name in domains}


def tally(golds: list[Json], predictions: list[Json]) -> dict[str, list[int]]:
    """Return found, spurious and missed, or equal and among, of every measure."""
    made: dict[str, list[int]] = {}

    def add(name: str, *counts: int) -> None:
        made[name] = [a + b for a, b in zip(made.get(name, [0] * len(counts)), counts, strict=True)]

    def compare_sets(name: str, g: set[str], p: set[str]) -> None:
        add(name, len(g & p), len(p - g), len(g - p))

    by_id = {p["id"]: p for p in predictions}
    kinds = {"leaders": leader, "partnerships": partnership, "issues": issue}
    for gold in golds:
        empty: Json = {name: [] for name in (*kinds, "commitments")}
        predicted = by_id.get(gold["id"], empty)
        for name, alike in kinds.items():
            found = pairs(gold[name], predicted[name], alike)
            n = len(found)
            add(name, n, len(predicted[name]) - n, len(gold[name]) - n)
            for g, p in found:
                if name == "leaders":
                    add("leader office", int(common(g["office"], p["office"]) >= 0.5), 1)
                if name == "partnerships":
                    years = [(x["since"] or "")[:4] for x in (g, p)]
                    add("partnership since", int(years[0] == years[1]), 1)
                if name == "issues":
                    fields = [top(set(x["domains"])) for x in (g, p)]
                    compare_sets("issue domains (top)", *fields)
        for asked in (False, True):
            entries = [
                [c for c in coding["commitments"] if (c["force"] == "request") == asked]
                for coding in (gold, predicted)
            ]
            numbers = [{str(c["s"]) for c in side} for side in entries]
            compare_sets("requests" if asked else "commitments", numbers[0], numbers[1])
            if asked:
                continue
            for s in numbers[0] & numbers[1]:
                here = [[c for c in side if str(c["s"]) == s] for side in entries]
                actors = [{a for c in side for a in c["actors"]} for side in here]
                domains = [{d for c in side for d in c["domains"]} for side in here]
                compare_sets("commitment actors", *actors)
                compare_sets("commitment domains (leaf)", *domains)
                compare_sets("commitment domains (top)", top(domains[0]), top(domains[1]))
                scale = ["aspiration", "intent", "pledge"]
                force = [max(scale.index(c["force"]) for c in side) for side in here]
                add("commitment force", int(force[0] == force[1]), 1)
                again = [any(c["reaffirmed"] for c in side) for side in here]
                add("commitment reaffirmed", int(again[0] == again[1]), 1)
    return made
