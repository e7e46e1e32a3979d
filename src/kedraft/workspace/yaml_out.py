"""Models to YAML that a person reads: plan data, and a first draft file."""

import json
import sys
from collections.abc import Sequence
from enum import Enum
from io import StringIO

from pydantic import BaseModel
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from kedraft.model.inline import Inline
from kedraft.model.plan import Plan
from kedraft.model.proposal import CLOSES, OPENS, Proposal, ProposedNode, ProposedSection
from kedraft.model.unit import UnitKind
from kedraft.vietnamese.letters import lazily


def dump_plan(plan: Plan) -> str:
    """A plan as YAML: fields in the model's order, defaults left out; `load_plan` gives the same plan back."""
    yaml = YAML(typ="rt", pure=True)
    yaml.width = sys.maxsize
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.allow_unicode = True
    out = StringIO()
    yaml.dump(_yaml(plan), out)
    return out.getvalue()


def _yaml(value: object) -> object:
    match value:
        case Inline() if not value.marks:
            return _yaml(value.text)
        case BaseModel():
            pairs = ((name, getattr(value, name), info) for name, info in type(value).model_fields.items())
            return CommentedMap((name, _yaml(v)) for name, v, info in pairs if name == "kind" or v != info.default)
        case Enum():
            return str(value.value)
        case str():
            return _yaml_text(value)
        case tuple() | list():
            return CommentedSeq(_yaml(item) for item in value)
        case _:
            return value


_ONE_LINE = lazily(r"[\x20-\x7e\u00a1-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e₫]*\Z")


def _yaml_text(text: str) -> object:
    """Lines that hold only ordinary characters as a block, everything unusual in double quotes."""
    lines = text.split("\n")
    if not all(_ONE_LINE.match(line) for line in lines):
        return DoubleQuotedScalarString(text)
    if len(lines) == 1:
        return text
    tidy = all(line == line.rstrip() for line in lines) and lines[0] == lines[0].lstrip() and bool(lines[0])
    return LiteralScalarString(text) if tidy and lines[-1] else DoubleQuotedScalarString(text)


def dump_proposal(proposal: Proposal) -> str:
    """The YAML of a proposed draft file, with a comment for the clerk at each entry."""
    place = proposal.locality
    lines = [
        *_headed(proposal),
        "# Mỗi mục dưới đây là một đề xuất: đọc lại, sửa, rồi chạy `kedraft draft`.",
        "# mode: verbatim = giữ nguyên văn; adapt = đổi cấp, địa danh; replace = viết lại. Mã đề mục: `kedraft outline`.",
        "",
        f"parent: {_quoted(proposal.parent)}",
        *([f"units: {_quoted(proposal.units)}"] if proposal.units else []),
        *([f"clauses: {_quoted(proposal.clauses)}"] if proposal.clauses else []),
        "",
        "locality:",
        *(
            f"  {key}: {_quoted(one.name)}"
            for key, one in (("commune", place.commune), ("district", place.district))
            if one
        ),
        f"  province: {_quoted(place.province.name)}",
        "",
        "document:",
        f"  subject: {_quoted(_literal(proposal.subject))}",
        f"  date: {proposal.date}    # chỉ ghi năm-tháng để văn thư điền ngày",
        *_signed(proposal),
        "",
        *_figures(proposal),
        "sections:",
    ]
    for section in proposal.sections:
        lines += _proposed(section)
    if proposal.annexes:
        lines += ["annexes:"]
        for annex in proposal.annexes:
            lines += _proposed(annex)
    return ("\n".join(lines).rstrip() + "\n").replace(OPENS, "{").replace(CLOSES, "}")


def _headed(proposal: Proposal) -> list[str]:
    place = proposal.locality.place
    if not proposal.shared:
        return [f"# Phiếu kế thừa: kế hoạch của {place.full}, soạn từ kế hoạch cấp trên."]
    return [
        "# Phiếu kế thừa dùng chung cho mọi xã, phường, đặc khu, soạn từ kế hoạch cấp trên: kedraft batch.",
        f"# {{đơn vị}}, {{cấp}}, {{khu dân cư}} … mỗi nơi in lời của mình; `locality` ({place.full}) chỉ dùng khi soạn thử một nơi.",
        "# {xã: … | phường: …} là lời theo loại đơn vị; `when: [phường]` là chỗ chỉ dành cho loại ấy.",
    ]


def _figures(proposal: Proposal) -> list[str]:
    """The locality's own word for what its people live in, where the parent has one of its own."""
    said = proposal.locality.residential
    if proposal.shared or not said:
        return []
    return ["figures:", f"  khu dân cư: {_quoted(said)}    # theo lời kế hoạch cấp trên; sửa nếu xã gọi khác", ""]


def _signed(proposal: Proposal) -> list[str]:
    """Who issues and who signs: the People's Committee, or its steering committee with both positions (PL1-II.7c)."""
    place = proposal.locality.place
    own, kind = (f"{OPENS}ĐƠN VỊ{CLOSES}", f"{OPENS}CẤP{CLOSES}") if proposal.shared else (place.full, place.kind.value)
    if proposal.committee is None:
        return [
            "  signatory:",
            "    authority: [TM. ỦY BAN NHÂN DÂN]    # phó ký thay: thêm KT. CHỦ TỊCH",
            "    position: CHỦ TỊCH                  # phó ký thay: PHÓ CHỦ TỊCH",
            "    # name: họ tên người ký",
        ]
    return [
        "  issuer:                               # Ban Chỉ đạo của địa phương; xem lại tên",
        f"    name: {_quoted(proposal.committee)}",
        f"    superior: {_quoted('UBND ' + own.upper())}",
        "  signatory:",
        "    authority: [TM. BAN CHỈ ĐẠO]",
        "    position: TRƯỞNG BAN",
        f"    second_position: {_quoted('CHỦ TỊCH UBND ' + kind.upper())}",
        "    # name: họ tên người ký",
    ]


def _proposed(section: ProposedSection) -> list[str]:
    about = f"{section.title}: {section.why}" if section.title else section.why
    lines = [f"  # {' '.join(about.split())}", *(f"  #   {' '.join(note.split())}" for note in section.notes)]
    if section.drop is not None:
        reason = f"    reason: {_quoted(_literal(section.drop))}"
        return [*lines, f"  - drop: {section.node}", reason, *_when(section.when, "    "), ""]
    if section.node is not None:
        lines += [f"  - inherit: {section.node}", f"    mode: {section.mode}"]
    if section.heading is not None:
        lines += [f"  {'  ' if section.node else '- '}heading: {_quoted(_literal(section.heading))}"]
    if section.clause is not None:
        lines += [f"    clause: {section.clause}    # xem: kedraft clauses {section.clause}"]
    if section.text is not None:
        lines += ["    text: |", *(f"      {line}" for line in _literal(section.text).split("\n"))]
    lines += _when(section.when, "    ")
    if section.drops:
        lines += ["    drop:"]
        lines += [
            f"      - {{node: {node}, reason: {_quoted(_literal(reason))}{_for(section.dropped_for.get(node, ()))}}}"
            for node, reason in section.drops
        ]
    if section.nodes:
        lines += ["    nodes:", *(line for node in section.nodes for line in _node(node))]
    return [*lines, ""]


def _node(node: ProposedNode) -> list[str]:
    if node.text is None and node.heading is None:
        return [f"      - {{node: {node.node}, mode: {node.mode}{_for(node.when)}}}    # {node.why}"]
    lines = [f"      - node: {node.node}    # {node.why}", f"        mode: {node.mode}"]
    lines += [f"        heading: {_quoted(_literal(node.heading))}"] if node.heading is not None else []
    lines += [f"        text: {_quoted(_literal(node.text))}"] if node.text is not None else []
    return [*lines, *_when(node.when, "        "), f"        reason: {_quoted(_literal(node.why))}"]


def _when(kinds: Sequence[UnitKind], indent: str) -> list[str]:
    return [f"{indent}when: [{', '.join(kinds)}]"] if kinds else []


def _for(kinds: Sequence[UnitKind]) -> str:
    return f", when: [{', '.join(kinds)}]" if kinds else ""


def _literal(text: str) -> str:
    """Own text whose braces are braces, not fields."""
    return text.replace("{", "{{").replace("}", "}}")


def _quoted(text: str) -> str:
    """A YAML scalar that reads back as `text`."""
    return json.dumps(text, ensure_ascii=False)
