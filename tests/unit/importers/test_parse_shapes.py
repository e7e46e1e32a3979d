"""Whole plans in every marker set, header, foot and layout: what a person reads is what the parser reads."""

import random
from dataclasses import asdict, replace
from typing import Any

import pytest
from made_plans import (
    BLANKS,
    FEET,
    HEADERS,
    ISSUERS,
    LAYOUTS,
    MARKERS,
    READING,
    SITE_AFTER,
    SITE_BEFORE,
    WATER,
    Content,
    Shape,
    Truth,
    header_lines,
    make,
    parsed,
    read_back,
)

CONTENTS = {"water": WATER, "reading": READING}
STYLES: dict[str, dict[str, bool]] = {
    "capitals": {},
    "sentence": {"upper": False},
    "bold": {"upper": False, "bold": True},
}


def check(shape: Shape) -> None:
    made = make(shape)
    plan = parsed(made.text)
    assert plan.verdict.value == "plan", plan.reason
    read, truth = asdict(read_back(plan)), asdict(made.truth)
    assert {name: read[name] for name in read if read[name] != truth[name]} == {
        name: truth[name] for name in read if read[name] != truth[name]
    }
    assert [one.text for one in plan.set_aside if one.reason == "chưa xếp được"] == []


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("markers", MARKERS)
def test_every_marker_set_is_read(markers: str, style: str, content: str) -> None:
    check(Shape(content=CONTENTS[content], markers=markers, **STYLES[style]))


@pytest.mark.parametrize("upper", [True, False], ids=["capitals", "sentence"])
@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("header", [*HEADERS, *BLANKS])
def test_every_header_and_every_blank_is_read(header: str, content: str, upper: bool) -> None:
    build, differs = {**HEADERS, **BLANKS}[header]
    check(Shape(content=CONTENTS[content], upper=upper, header=build, truth=_truth(differs)))


@pytest.mark.parametrize("issuer", ISSUERS)
def test_every_issuing_body_has_its_superior_and_level(issuer: str) -> None:
    lines, superior, name, level = ISSUERS[issuer]
    truth = Truth(superior=superior, issuer=name, level=level)
    check(Shape(header=lambda subject: header_lines(subject, issuer=lines), truth=truth))


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("foot", FEET)
def test_every_foot_is_read(foot: str, content: str) -> None:
    build, differs = FEET[foot]
    check(Shape(content=CONTENTS[content], foot=build, truth=_truth(differs)))


@pytest.mark.parametrize("upper", [True, False], ids=["capitals", "sentence"])
@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("markers", ["1. -", "1. a)", "1. 1.1.", "A. I.", "Phần I"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_is_read(layout: str, markers: str, content: str, upper: bool) -> None:
    check(Shape(content=CONTENTS[content], markers=markers, upper=upper, change=LAYOUTS[layout]))


#: Headers and feet that lose their columns when lines are wrapped, and text without any blank line before site text.
_FRAGILE = {"one line", "columns", "absent", "loose pipes"}


@pytest.mark.parametrize("number", range(120))
def test_shapes_combine(number: int) -> None:
    pick = random.Random(number)
    header = pick.choice([name for name in (*HEADERS, *BLANKS) if name not in _FRAGILE])
    foot = pick.choice(
        [name for name in FEET if name not in ("one line", "signature without recipients", "loose pipe")]
    )
    build, head_differs = {**HEADERS, **BLANKS}[header]
    foot_build, foot_differs = FEET[foot]
    site = pick.random() < 0.3
    check(
        Shape(
            content=pick.choice([WATER, READING]),
            markers=pick.choice(list(MARKERS)),
            upper=pick.random() < 0.5,
            bold=pick.random() < 0.3,
            header=build,
            foot=foot_build,
            change=LAYOUTS[pick.choice(list(LAYOUTS))],
            before=SITE_BEFORE if site else "",
            after=SITE_AFTER if site else "",
            truth=_truth({**head_differs, **foot_differs}),
        )
    )


def test_markers_without_a_space_are_read() -> None:
    check(Shape(space=""))


def _truth(differs: dict[str, Any]) -> Truth:
    return replace(Truth(), **differs)


def test_contents_are_complete() -> None:
    assert all(isinstance(one, Content) and one.sections and one.cited for one in CONTENTS.values())
