"""Blocks printed once for many documents: the same bytes as a document printed as a whole, and the same proof."""

import pytest

from kedraft.model.document import Block, Flow, Role
from kedraft.model.inline import Inline, Run
from kedraft.model.plan import Item, Marker, Plan
from kedraft.rendering import Template, compile_template, flow
from kedraft.rendering.document import printed
from kedraft.rendering.preprinted import Preprinted
from kedraft.rendering.program import separate
from kedraft.rendering.proof import WordsLost

from .conftest import sample_plans
from .test_contract import edited

_WORDS = ("Công an xã Nà Sầm", "Công an & dân quân <xã>", "hai\ndòng", "\t", "“ngoặc” và 'nháy'")


def _with(view: Flow, at: int, words: str) -> Flow:
    """The pages with other words in one block."""
    block = view.blocks[at]
    changed = Block(block.role, block.label, (Run(words, False, True),), block.inset, block.table, block.signature)
    return view._replace(blocks=(*view.blocks[:at], changed, *view.blocks[at + 1 :]))


def _paragraphs(view: Flow) -> list[int]:
    return [at for at, block in enumerate(view.blocks) if block.runs]


@pytest.mark.parametrize("name", sorted(sample_plans()))
def test_every_sample_is_printed_as_it_is_as_a_whole(name: str, plans: dict[str, Plan], template: Template) -> None:
    view = flow(plans[name], template.page)
    whole = printed(view, template)
    places = range(len(view.blocks))
    for varying in ((), places[:1], places[-1:], places[::3], tuple(places)):
        once = Preprinted.of(view, tuple(varying), template)
        assert once is not None
        assert once.printed(view) == whole


@pytest.mark.parametrize("words", _WORDS)
def test_other_words_in_a_block_that_varies(words: str, plans: dict[str, Plan], template: Template) -> None:
    view = flow(plans["xa-hai-cap"], template.page)
    middle = _paragraphs(view)[2]
    once = Preprinted.of(view, (middle,), template)
    assert once is not None
    other = _with(view, middle, words)._replace(subject="Chuyển đổi số", title="a & b", author="c")
    data = once.printed(other)
    assert data == (None if "\n" in words or "\t" in words else printed(other, template))
    assert printed(other, template) != printed(view, template)


def test_blocks_with_line_ends_are_not_printed_once(plans: dict[str, Plan], template: Template) -> None:
    item = Item(id="I", marker=Marker.ARABIC, label="1.", heading=Inline(text="Việc:"), text=Inline(text="hai\ndòng"))
    view = flow(plans["xa-hai-cap"].evolve(sections=(item,)), template.page)
    place = next(at for at, block in enumerate(view.blocks) if "\n" in block.text)
    assert Preprinted.of(view, (), template) is None
    assert Preprinted.of(view, (place,), template) is not None


def test_a_template_that_loses_words_is_found_out_once_and_in_each_document(
    template_bytes: bytes, plans: dict[str, Plan], template: Template
) -> None:
    loses = compile_template(edited(template_bytes, ("{{ subject }}", "{{ subject|upper }}")))
    view = flow(plans["xa-hai-cap"], template.page)
    once = Preprinted.of(view, (), loses)
    assert once is not None
    with pytest.raises(WordsLost):
        once.printed(view)
    blind = compile_template(edited(template_bytes, ("{{ block.signature.name }}", "{{ block.signature.name|lower }}")))
    signed = view.blocks.index(next(block for block in view.blocks if block.role is Role.SIGNATURE))
    with pytest.raises(WordsLost):
        Preprinted.of(view, (), blind)
    varying = Preprinted.of(view, (signed,), blind)
    assert varying is not None
    with pytest.raises(WordsLost):
        varying.printed(view)


_BLOCK = ["print", ["block", "label"], [], True]


@pytest.mark.parametrize(
    "program",
    [
        ["<w:p/>"],
        [["for", "block", ["blocks"], [_BLOCK]], ["for", "block", ["blocks"], [_BLOCK]]],
        [["for", "block", ["blocks"], [_BLOCK, ["print", ["subject"], [], True]]]],
        [["for", "block", ["blocks"], [["if", [[["path", ["loop", "last"]], [_BLOCK]]], []]]]],
        [["if", [[["path", ["blocks"]], ["a"]]], []], ["for", "block", ["blocks"], [_BLOCK]]],
        [["if", [[["path", ["subject"]], [["for", "block", ["blocks"], [_BLOCK]]]]], []]],
    ],
)
def test_programs_whose_blocks_are_not_printed_each_by_itself(program: list[object]) -> None:
    assert separate(program) is None  # type: ignore[arg-type]


def test_a_program_as_three() -> None:
    inner = ["for", "run", ["block", "runs"], [["if", [[["path", ["loop", "first"]], ["-"]]], []]]]
    loop = ["for", "block", ["blocks"], [_BLOCK, inner]]
    found = separate(["<a>", loop, ["print", ["subject"], [], True]])  # type: ignore[list-item]
    assert found is not None
    assert found == (["<a>"], [loop], [["print", ["subject"], [], True]])
