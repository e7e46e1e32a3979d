"""The decree as data holds together."""

import pytest

from kedraft.decree import ND30_2020, Component, edition, half_points, mm, pt


def test_every_component_has_one_typography_inside_its_own_range() -> None:
    assert [look.component for look in ND30_2020.typography] == list(Component)
    for look in ND30_2020.typography:
        assert look.size.allowed.holds(look.size.default), look.title


def test_every_value_says_where_it_stands() -> None:
    cites = [look.size.cite for look in ND30_2020.typography]
    cites += [rule.share.cite for rule in ND30_2020.rules]
    cites += [kind.cite for kind in (*ND30_2020.document_types, *ND30_2020.copy_types)]
    assert all(cite.startswith(("PL1-", "PL3-", "Đ.")) for cite in cites)


def test_the_page_defaults_are_what_the_decree_allows() -> None:
    page = ND30_2020.page
    for choice in (page.top, page.bottom, page.left, page.right):
        assert choice.allowed.holds(choice.default)


def test_the_officials_own_sample_passes_with_the_tolerance() -> None:
    page = ND30_2020.page
    assert abs(1985 - mm(page.left.allowed.high)) <= page.tolerance
    assert abs(1418 - mm(page.top.allowed.high)) <= page.tolerance


def test_kinds_of_documents_and_their_abbreviations() -> None:
    assert len(ND30_2020.document_types) == 29
    assert ND30_2020.abbreviation("KẾ HOẠCH") == "KH"
    assert ND30_2020.abbreviation("Quy định") == "QyĐ"
    assert ND30_2020.abbreviation("Công văn") is None
    abbreviations = [kind.abbreviation for kind in ND30_2020.document_types if kind.abbreviation]
    assert len(set(abbreviations)) == len(abbreviations) == 27


def test_points_follow_the_vietnamese_alphabet() -> None:
    assert ND30_2020.point_letters[:9] == "abcdđeghi"
    assert not set("fjwz") & set(ND30_2020.point_letters)


@pytest.mark.parametrize(("length", "twips"), [(10, 567), (12.7, 720), (15, 850), (20, 1134), (30, 1701), (35, 1984)])
def test_millimetres_become_twips(length: float, twips: int) -> None:
    assert mm(length) == twips


def test_points_become_twips_and_half_points() -> None:
    assert (pt(6), half_points(13)) == (120, 26)


def test_an_edition_is_found_by_its_id() -> None:
    assert edition("ND30_2020") is ND30_2020
    with pytest.raises(KeyError):
        edition("ND99_1999")
