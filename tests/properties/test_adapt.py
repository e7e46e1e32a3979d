"""Laws of adaptation: twice = once; citations and quotations stay; spans reproduce the result; nothing to do changes nothing."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kedraft.adaptation import Adaptation, SourceBody, adapt_text
from kedraft.adaptation.edits import Edit, composed
from kedraft.model.inline import Inline, Mark
from kedraft.model.locality import Locality, Place
from kedraft.model.plan import Level
from kedraft.model.unit import UnitKind

PHRASES = [
    "tỉnh", "Tỉnh", "tỉnh Lạng Sơn", "Lạng Sơn", "cấp tỉnh", "cấp huyện", "cấp xã", "trên địa bàn tỉnh", "toàn tỉnh", "của tỉnh",
    "huyện", "huyện Cao Lộc", "Cao Lộc", "các huyện, thị xã, thành phố", "UBND các huyện, thành phố", "các xã, phường, thị trấn",
    "Ủy ban nhân dân", "UBND tỉnh", "UBND huyện", "UBND cấp xã", "HĐND", "Chủ tịch", "Tỉnh ủy", "Huyện ủy", "Đảng ủy xã", "Ban Tuyên giáo",
    "Sở Y tế", "Sở Thông tin và Truyền thông", "Sở Tài chính", "Sở Kế hoạch và Đầu tư", "các Sở: Y tế, Tài chính", "Phòng Kinh tế",
    "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa và Thông tin", "Phòng Văn hóa - Xã hội", "Công an tỉnh", "Công an",
    "các sở, ban, ngành", "các phòng, ban, ngành, đoàn thể", "và các địa phương", "địa phương", "các thôn", "các phòng, ban, đơn vị thuộc xã",
    "theo chỉ đạo của", "chịu trách nhiệm trước", "chủ trì", "được", "ủy quyền", "65", "thôn, khối phố", "toàn tỉnh có", "năm 2022", "khoảng 5%",
    "nền tảng số", "Cổng Thông tin điện tử tỉnh", "100%", "phấn đấu", "báo cáo", "tham mưu", "phối hợp với", "do", "tổ chức", "giao", "về", "Bộ Y tế", "Trung ương", "thuộc", "tại",
    "Giám đốc", "Ban Chỉ đạo", "Hội Nông dân", "xã hội", "thành phố", "phường", "Báo", "TRÊN ĐỊA BÀN TỈNH", "số", "ngày 01/02/2023",
    "Kế hoạch số 12/KH-UBND ngày 01/02/2023", "“", "”", "thực hiện", "Đoàn", "Tỉnh đoàn", "1.", "-", "người dân",
    "TP.HCM", "TP. Hồ Chí Minh", "TP", "xã Cao Lộc", "các xã Cao Lộc, Đồng Đăng", "Mới", "Đại biểu Quốc hội", "Trường Chính trị", "PCI",
    "chỉ số", "khóa XVII", "Kính gửi:", '"', "Sở Giao thông vận tải", "Bộ Kế hoạch và Đầu tư", "chuyển đổi số", "hướng dẫn của",
    "ngân sách", "ngân sách tỉnh", "ngân sách cấp xã", "Bằng khen của", "Hiệp hội Du lịch", "Quỹ", "Giám đốc các Sở: Tư pháp, Y tế", "Trưởng ban",
    "Ban Dân tộc tỉnh", "các ban Đảng", "các cấp trong", "chính quyền", "CÁC SỞ, BAN, NGÀNH", "SỞ Y TẾ", "UBND CÁC XÃ, PHƯỜNG", "(UBND)", "Đảng ủy",
    "Kế hoạch này của", "và các văn bản khác có liên quan", "ban hành kèm theo Quyết định số 5/QĐ-UBND", "đơn vị sự nghiệp", "50% đơn vị cấp xã",
]  # fmt: skip
GLUE = [" ", ", ", " và ", ". ", "; ", ": ", " (", ") ", "\n", "/"]
texts = st.lists(st.tuples(st.sampled_from(PHRASES), st.sampled_from(GLUE)), max_size=10).map(
    lambda parts: "".join(word + glue for word, glue in parts)
)

LANG_SON = Place(kind=UnitKind.TINH, name="Lạng Sơn")
CAO_LOC = Place(kind=UnitKind.HUYEN, name="Cao Lộc")


def _commune(kind: UnitKind, name: str, year: int, eponymous: bool = False) -> Locality:
    place = Place(kind=kind, name=name, eponymous=eponymous)
    return Locality(
        level=Level.COMMUNE,
        province=LANG_SON,
        district=CAO_LOC if year < 2025 else None,
        commune=place,
        on=date(year, 9, 1),
    )


localities = st.sampled_from(
    [
        _commune(UnitKind.XA, "Mẫu Sơn", 2023),
        _commune(UnitKind.THI_TRAN, "Cao Lộc", 2023),
        _commune(UnitKind.XA, "Cao Lộc", 2026),
        _commune(UnitKind.PHUONG, "Lương Văn Tri", 2026, eponymous=True),
        _commune(UnitKind.DAC_KHU, "Phú Quý", 2026),
        Locality(level=Level.DISTRICT, province=LANG_SON, district=CAO_LOC, on=date(2023, 9, 1)),
        Locality(
            level=Level.DISTRICT,
            province=LANG_SON,
            district=Place(kind=UnitKind.THANH_PHO, name="Lạng Sơn"),
            on=date(2024, 9, 1),
        ),
    ]
)
provinces = st.sampled_from(["tỉnh Lạng Sơn", "thành phố Hà Nội", "TP.HCM", "tỉnh Lạng Sơn", "Trung ương"])
communes = localities.filter(lambda locality: locality.level is Level.COMMUNE)


def _reproduced(text: str, done: Adaptation) -> str:
    for change in reversed(done.changes):
        assert text[change.start : change.end] == change.change.before
        text = text[: change.start] + change.change.after + text[change.end :]
    return text


@given(texts, provinces, localities)
def test_adapting_a_line_in_capitals_twice_is_adapting_it_once(text: str, source: str, locality: Locality) -> None:
    once = adapt_text(Inline(text=text.upper()), source=SourceBody.parse(source), locality=locality)
    twice = adapt_text(once.text, source=SourceBody.parse(source), locality=locality)
    assert twice.text == once.text


@given(texts, provinces, localities)
def test_adapting_a_province_text_twice_is_adapting_it_once(text: str, source: str, locality: Locality) -> None:
    once = adapt_text(Inline(text=text), source=SourceBody.parse(source), locality=locality)
    twice = adapt_text(once.text, source=SourceBody.parse(source), locality=locality)
    assert twice.text == once.text
    assert not twice.changes


@given(texts, communes)
def test_adapting_a_district_text_twice_is_adapting_it_once(text: str, locality: Locality) -> None:
    source = SourceBody.parse("huyện Cao Lộc")
    once = adapt_text(Inline(text=text), source=source, locality=locality)
    assert adapt_text(once.text, source=source, locality=locality).text == once.text


@given(texts, localities)
def test_the_spans_of_the_changes_make_the_result(text: str, locality: Locality) -> None:
    done = adapt_text(Inline(text=text), source=SourceBody.parse("tỉnh Lạng Sơn"), locality=locality)
    assert _reproduced(text, done) == done.text.text
    for ask in done.asks:
        assert text[ask.start : ask.end] == ask.span


@given(texts, localities, st.integers(0, 40), st.integers(1, 40))
def test_marks_do_not_change_the_words(text: str, locality: Locality, start: int, size: int) -> None:
    source = SourceBody.parse("tỉnh Lạng Sơn")
    end = min(start + size, len(text))
    marks = (Mark(start=start, end=end, bold=True),) if start < end else ()
    bare = adapt_text(Inline(text=text), source=source, locality=locality)
    marked = adapt_text(Inline(text=text, marks=marks), source=source, locality=locality)
    assert marked.text.text == bare.text.text


@given(texts.filter(lambda text: not set('“”"\n') & set(text)), texts, localities)
def test_a_quotation_stays_byte_for_byte(quoted: str, around: str, locality: Locality) -> None:
    around = around.replace("“", "").replace("”", "")
    text = f"{around}. Hưởng ứng “{quoted}” {around}"
    done = adapt_text(Inline(text=text), source=SourceBody.parse("tỉnh Lạng Sơn"), locality=locality)
    assert f"“{quoted}”" in done.text.text


numbers = st.builds(
    lambda n, s: f"{n}/{s}", st.integers(1, 9999), st.sampled_from(["KH-UBND", "QĐ-UBND", "2023/NQ-HĐND", "CTr-UBND"])
)
issuers = st.sampled_from(
    [
        "UBND tỉnh",
        "Ủy ban nhân dân tỉnh Lạng Sơn",
        "Chủ tịch UBND tỉnh",
        "Hội đồng nhân dân tỉnh",
        "Sở Y tế",
        "UBND huyện Cao Lộc",
    ]
)
subjects = st.sampled_from(
    ["về giảm nghèo trên địa bàn tỉnh", "về việc giao nhiệm vụ cho các sở, ban, ngành, địa phương", "phê duyệt Đề án chuyển đổi số tỉnh Lạng Sơn",
     "ban hành quy chế phối hợp giữa Sở Y tế, Công an tỉnh và UBND các huyện, thành phố", "quy định mức chi ngân sách cấp tỉnh", ""]
)  # fmt: skip


@given(numbers, issuers, subjects, st.sampled_from(["Kế hoạch", "Quyết định", "Nghị quyết"]), texts, localities)
def test_a_citation_stays_byte_for_byte(
    number: str, issuer: str, subject: str, kind: str, after: str, locality: Locality
) -> None:
    citation = f"{kind} số {number} ngày 05/6/2023 của {issuer} {subject}".rstrip()
    done = adapt_text(
        Inline(text=f"Thực hiện {citation}; {after}"), source=SourceBody.parse("tỉnh Lạng Sơn"), locality=locality
    )
    assert citation in done.text.text


@given(numbers, st.lists(issuers, min_size=2, max_size=3, unique=True), subjects.filter(bool), localities)
def test_a_citation_with_several_issuers_stays_byte_for_byte(
    number: str, signed: list[str], subject: str, locality: Locality
) -> None:
    citation = f"Kế hoạch số {number} ngày 05/6/2023 của {', '.join(signed)} {subject}"
    done = adapt_text(
        Inline(text=f"Thực hiện {citation};"), source=SourceBody.parse("tỉnh Lạng Sơn"), locality=locality
    )
    assert citation in done.text.text


@given(st.text(st.sampled_from("abcđêô ,.;-1/\n“”()"), max_size=80), localities)
def test_text_without_level_words_is_left_alone(text: str, locality: Locality) -> None:
    done = adapt_text(Inline(text=text), source=SourceBody.parse("tỉnh Lạng Sơn"), locality=locality)
    assert done.text.text == text
    assert not done.changes


@given(st.text(max_size=60).filter(lambda text: text.isprintable()), localities)
def test_any_text_can_be_adapted(text: str, locality: Locality) -> None:
    inline = Inline(text=text)
    done = adapt_text(inline, source=SourceBody.parse("tỉnh Lạng Sơn"), locality=locality)
    assert _reproduced(inline.text, done) == done.text.text


def _edits(text: str, cuts: list[int], news: list[str]) -> tuple[Edit, ...]:
    """Edits of `text` between pairs of cut points; empty ones are left out."""
    at = sorted({min(cut, len(text)) for cut in cuts})
    pairs = list(zip(at[::2], at[1::2], strict=False))
    return tuple(Edit(a, b, new, "r", a) for (a, b), new in zip(pairs, news, strict=False))


def _applied(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


cut_points = st.lists(st.integers(0, 30), max_size=8)
new_words = st.lists(st.text("xyz", max_size=4), min_size=4, max_size=4)


@given(st.text("abcdefgh", max_size=30), cut_points, new_words, cut_points, new_words)
def test_two_rounds_of_edits_are_one(
    text: str, cuts: list[int], news: list[str], cuts2: list[int], news2: list[str]
) -> None:
    first = _edits(text, cuts, news)
    between = _applied(text, first)
    second = _edits(between, cuts2, news2)
    assert _applied(text, composed(first, second, between)) == _applied(between, second)
