"""Plans that this template must set well: written for the purpose, nothing of them is a real document."""

from kedraft.model.inline import Inline, Mark
from kedraft.model.plan import (
    Annex,
    DocumentNumber,
    IssuingBody,
    Item,
    Level,
    Marker,
    PlaceAndDate,
    Plan,
    Signatory,
    Table,
)
from kedraft.rendering.specimen import cell, heading, paragraph, recipients, specimen, table, tabled, words

_TASKS = (
    ("1", "Rà soát, cập nhật danh mục dịch vụ công trực tuyến thuộc thẩm quyền của xã", "Văn phòng HĐND và UBND xã"),
    ("2", "Tổ chức lớp tập huấn kỹ năng số cho cán bộ thôn và tổ công nghệ số cộng đồng", "Phòng Văn hóa - Xã hội"),
    ("3", "Lắp đặt bảng điện tử tại Trung tâm Phục vụ hành chính công", "Phòng Kinh tế"),
    ("4", "Kiểm tra, đánh giá kết quả thực hiện tại các thôn", "Phòng Văn hóa - Xã hội"),
)

_LONG_SENTENCE = (
    "Tuyên truyền, vận động người dân sử dụng dịch vụ công trực tuyến, thanh toán không dùng tiền mặt, giữ an toàn "
    "thông tin cá nhân trên môi trường mạng; gắn với sinh hoạt của các tổ chức đoàn thể ở thôn"
)


def samples() -> dict[str, Plan]:
    """The plans by name."""
    return {
        "xa-hai-cap": commune(),
        "tat-ca-de-trong": blank(),
        "day-du-ngay-so": complete(),
        "phuong-ten-dai": ward(),
        "so-co-quan-chu-quan": department(),
        "ban-chi-dao-hai-chuc-vu": committee(),
        "phu-luc-trang-ngang": with_annexes(),
        "chia-phan-va-bang": parts_and_table(),
        "nhieu-trang": long(),
        "huyen-ba-cap": district(),
        "phong-thuoc-xa": commune_office(),
        "ban-chi-dao-cap-pho": committee_deputy(),
        "thua-uy-quyen": by_authorisation(),
        "mot-phu-luc-dung": one_annex(),
        "dac-khu": special_zone(),
        "du-cac-vai-tro": specimen(),
    }


def commune() -> Plan:
    """A commune's plan in the two-tier model: number and day blank, signed by a deputy."""
    return Plan(
        issuing_body=IssuingBody(name="ỦY BAN NHÂN DÂN XÃ BA SƠN", level=Level.COMMUNE),
        number=DocumentNumber(symbol="KH-UBND"),
        place_and_date=PlaceAndDate(place="Ba Sơn", date="2026-02"),
        subject="Phổ cập kỹ năng số cho người dân trên địa bàn xã Ba Sơn năm 2026",
        opening=(
            paragraph(
                "Thực hiện Kế hoạch số 21/KH-UBND ngày 20/01/2026 của Ủy ban nhân dân tỉnh Lạng Sơn về phổ cập kỹ năng "
                "số cho người dân trên địa bàn tỉnh năm 2026, Ủy ban nhân dân xã ban hành Kế hoạch thực hiện như sau:"
            ),
        ),
        sections=_sections(),
        closing=(
            paragraph(
                "Trên đây là Kế hoạch phổ cập kỹ năng số cho người dân trên địa bàn xã Ba Sơn năm 2026, yêu cầu các cơ "
                "quan, đơn vị, các thôn nghiêm túc triển khai thực hiện./."
            ),
        ),
        recipients=recipients(
            "UBND tỉnh (b/c)",
            "Sở Khoa học và Công nghệ (b/c)",
            "TT Đảng ủy, TT HĐND xã (b/c)",
            "Chủ tịch, các PCT UBND xã",
            "Ủy ban MTTQ Việt Nam xã",
            "Văn phòng HĐND và UBND xã",
            "Các phòng: Kinh tế, Văn hóa - Xã hội",
            "Trung tâm Phục vụ hành chính công xã",
            "Các thôn",
            "Lưu: VT, VHXH",
        ),
        signatory=Signatory(
            authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), position="PHÓ CHỦ TỊCH", name="Phạm Thị D"
        ),
    )


def blank() -> Plan:
    """Nothing known but the body, the subject and the text."""
    return commune().evolve(
        number=DocumentNumber(),
        place_and_date=PlaceAndDate(),
        recipients=(),
        signatory=Signatory(),
        closing=(),
        opening=(),
    )


def complete() -> Plan:
    """A province's plan with bases, number and full date, signed by the chairman."""
    return commune().evolve(
        issuing_body=IssuingBody(name="ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", level=Level.PROVINCE),
        number=DocumentNumber(number="7", symbol="KH-UBND"),
        place_and_date=PlaceAndDate(place="Lạng Sơn", date="2026-03-05"),
        subject="Chuyển đổi số năm 2026",
        legal_bases=(
            paragraph("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"),
            paragraph("Căn cứ Quyết định số 12/QĐ-TTg ngày 06/01/2026 của Thủ tướng Chính phủ phê duyệt đề án;"),
            paragraph("Theo đề nghị của Sở Khoa học và Công nghệ tại Tờ trình số 31/TTr-SKHCN ngày 02/3/2026."),
        ),
        signatory=Signatory(authority=("TM. ỦY BAN NHÂN DÂN",), position="CHỦ TỊCH", name="Nguyễn Văn A"),
    )


def ward() -> Plan:
    """A ward named after a person: long place line, long subject, one line of office."""
    return commune().evolve(
        issuing_body=IssuingBody(name="ỦY BAN NHÂN DÂN PHƯỜNG LƯƠNG VĂN TRI", level=Level.COMMUNE),
        place_and_date=PlaceAndDate(place="Phường Lương Văn Tri", date="2026"),
        subject=(
            "Triển khai thực hiện Đề án nâng cao chất lượng hoạt động của các thiết chế văn hóa, thể thao ở cơ sở gắn "
            "với xây dựng đời sống văn hóa khu dân cư trên địa bàn phường Lương Văn Tri giai đoạn 2026 - 2030, định "
            "hướng đến năm 2035"
        ),
        signatory=Signatory(position="CHỦ TỊCH", name="Hoàng Thị Minh Nguyệt"),
    )


def department() -> Plan:
    """A department with the superior's line and a name of several lines."""
    return commune().evolve(
        issuing_body=IssuingBody(
            superior="UBND THÀNH PHỐ HỒ CHÍ MINH",
            name="TRUNG TÂM CHUYỂN ĐỔI SỐ VÀ HỖ TRỢ DOANH NGHIỆP NHỎ VÀ VỪA KHU CÔNG NGHỆ CAO",
            level=Level.OTHER,
        ),
        number=DocumentNumber(number="125", symbol="KH-TTCĐS"),
        place_and_date=PlaceAndDate(place="Thành phố Hồ Chí Minh", date="2026-11-22"),
        signatory=Signatory(authority=("KT. GIÁM ĐỐC",), position="PHÓ GIÁM ĐỐC", name="Lê Văn C"),
    )


def committee() -> Plan:
    """A steering committee that uses the host's seal: both positions."""
    return commune().evolve(
        issuing_body=IssuingBody(superior="UBND TỈNH LẠNG SƠN", name="BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", level=Level.PROVINCE),
        number=DocumentNumber(symbol="KH-BCĐ"),
        place_and_date=PlaceAndDate(place="Lạng Sơn", date="2026-01"),
        subject="Hoạt động của Ban Chỉ đạo chuyển đổi số tỉnh Lạng Sơn năm 2026",
        signatory=Signatory(
            authority=("TM. BAN CHỈ ĐẠO",),
            position="TRƯỞNG BAN",
            second_position="CHỦ TỊCH UBND TỈNH",
            name="Nguyễn Văn A",
        ),
    )


def committee_deputy() -> Plan:
    """A deputy signs for a committee with a long name: three lines of office and a second position."""
    return committee().evolve(
        issuing_body=IssuingBody(
            superior="UBND TỈNH LẠNG SƠN",
            name="BAN CHỈ ĐẠO THỰC HIỆN CÁC CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA GIAI ĐOẠN 2021 - 2025",
            level=Level.PROVINCE,
        ),
        signatory=Signatory(
            authority=("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN"),
            position="PHÓ TRƯỞNG BAN",
            second_position="PHÓ CHỦ TỊCH UBND TỈNH",
            name="Trần Thị Thu Hương",
        ),
    )


def district() -> Plan:
    """A district's plan of 2023, in the three-tier model."""
    return commune().evolve(
        issuing_body=IssuingBody(name="ỦY BAN NHÂN DÂN HUYỆN CAO LỘC", level=Level.DISTRICT),
        number=DocumentNumber(number="08", symbol="KH-UBND"),
        place_and_date=PlaceAndDate(place="Cao Lộc", date="2023-02-08"),
        subject="Phổ cập kỹ năng số cho người dân trên địa bàn huyện Cao Lộc năm 2023",
        signatory=Signatory(authority=("TM. ỦY BAN NHÂN DÂN",), position="CHỦ TỊCH", name="Trần Văn B"),
    )


def commune_office() -> Plan:
    """An office of a commune, with the commune above it."""
    return commune().evolve(
        issuing_body=IssuingBody(superior="UBND XÃ BA SƠN", name="PHÒNG VĂN HÓA - XÃ HỘI", level=Level.OTHER),
        number=DocumentNumber(symbol="KH-VHXH"),
        subject="Tuyên truyền",
        recipients=recipients("UBND xã (b/c)", "Lưu: VT"),
        signatory=Signatory(position="TRƯỞNG PHÒNG", name="Lý A"),
    )


def by_authorisation() -> Plan:
    """A director signs by authorisation: a long line of office, many recipients."""
    return complete().evolve(
        recipients=recipients(*(f"Đơn vị nhận thứ {number} của Kế hoạch này" for number in range(1, 17)), "Lưu: VT"),
        signatory=Signatory(
            authority=("TM. ỦY BAN NHÂN DÂN", "TUQ. CHỦ TỊCH"),
            position="GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH KIÊM TRƯỞNG BAN TỔ CHỨC",
            name="Nguyễn Hoàng Phương Thảo",
        ),
    )


def one_annex() -> Plan:
    """One annex on a portrait page: it has no number."""
    rows = tuple((number, task, lead) for number, task, lead in _TASKS)
    task_table = table(("STT", "Nội dung", "Cơ quan chủ trì"), *rows)
    children = (tabled("PL.t", task_table),)
    return commune().evolve(annexes=(Annex(id="PL", heading="DANH MỤC NHIỆM VỤ", children=children),))


def special_zone() -> Plan:
    """The shortest names there are."""
    return commune().evolve(
        issuing_body=IssuingBody(name="ỦY BAN NHÂN DÂN ĐẶC KHU LÝ SƠN", level=Level.COMMUNE),
        place_and_date=PlaceAndDate(place="Lý Sơn"),
        subject="Thi đua",
    )


def with_annexes() -> Plan:
    """Two annexes: a task table on a landscape page, and text on a portrait page."""
    heads = ("STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm")
    rows = tuple(
        (number, task, lead, "Các phòng, đơn vị, các thôn", "Quý II năm 2026", "Báo cáo kết quả")
        for number, task, lead in _TASKS * 6
    )
    return commune().evolve(
        annexes=(
            Annex(
                id="PL1",
                label="Phụ lục I",
                heading="DANH MỤC NHIỆM VỤ PHỔ CẬP KỸ NĂNG SỐ NĂM 2026",
                children=(tabled("PL1.t", table(heads, *rows)),),
                landscape=True,
            ),
            Annex(
                id="PL2",
                label="Phụ lục II",
                heading="ĐỀ CƯƠNG BÁO CÁO KẾT QUẢ THỰC HIỆN",
                note="(Kèm theo Kế hoạch số        /KH-UBND ngày      tháng 02 năm 2026 của Ủy ban nhân dân xã Ba Sơn)",
                children=(
                    heading("PL2.I", Marker.ROMAN, "I.", "CÔNG TÁC CHỈ ĐẠO"),
                    words("PL2.1", Marker.ARABIC, "1.", "Văn bản đã ban hành, hình thức tổ chức thực hiện."),
                    words("PL2.2", Marker.ARABIC, "2.", "Thuận lợi, khó khăn, đề xuất, kiến nghị."),
                ),
            ),
        )
    )


def parts_and_table() -> Plan:
    """Parts, run-in headings, every marker, marked words, and a table with spans."""
    spans = Table(
        rows=(
            (cell("TT", down=2), cell("Chỉ tiêu", down=2), cell("Kết quả", across=2), cell("Ghi chú", down=2)),
            (cell("Năm 2025"), cell("Năm 2026")),
            (cell("1"), cell("Hộ dân có tài khoản dịch vụ công"), cell("45%"), cell("70%"), cell("")),
            (cell("2", down=2), cell("Thôn có tổ số", down=2), cell("80%"), cell("100%"), cell("Cả năm")),
            (cell("8/10"), cell("10/10"), cell("Số thôn")),
        ),
        header=2,
    )
    marked = Inline(text="Bảo đảm đúng hạn, đúng người.", marks=(Mark(start=8, end=16, bold=True, italic=True),))
    return commune().evolve(
        sections=(
            Item(
                id="P1",
                marker=Marker.PART,
                label="Phần I",
                heading=Inline(text="KẾT QUẢ NĂM 2025"),
                children=(
                    heading("P1.I", Marker.ROMAN, "I.", "KẾT QUẢ ĐẠT ĐƯỢC"),
                    words("P1.1", Marker.ARABIC, "1.", "Từ tháng 01 đến tháng 12.", "Thời gian:"),
                    words("P1.a", Marker.LETTER, "a)", "Điểm thứ nhất: nội dung của điểm."),
                    words("P1.d", Marker.DASH, None, "Gạch đầu dòng thứ nhất của điểm."),
                    words("P1.p", Marker.PLUS, None, "Dấu cộng dưới gạch đầu dòng."),
                    words("P1.n", Marker.PAREN, "(1)", "Mục nhỏ trong ngoặc."),
                    Item(id="P1.m", marker=Marker.NONE, text=marked),
                    tabled("P1.t", spans),
                    words("P1.e", Marker.NONE, None, f"Đoạn văn sau bảng, dài hơn một dòng. {_LONG_SENTENCE}."),
                ),
            ),
            Item(
                id="P2",
                marker=Marker.PART,
                label="Phần II",
                heading=Inline(text="NHIỆM VỤ NĂM 2026"),
                children=_sections(),
            ),
        )
    )


def long() -> Plan:
    """Several pages, so that page numbers, page ends and the signature's company can be seen."""
    tasks = tuple(
        words(f"II.{number}", Marker.ARABIC, f"{number}.", f"{_LONG_SENTENCE} ({number}).") for number in range(1, 31)
    )
    first, second, *rest = _sections()
    return commune().evolve(sections=(first, second.evolve(children=tasks), *rest))


def _sections() -> tuple[Item, ...]:
    return (
        heading(
            "I",
            Marker.ROMAN,
            "I.",
            "MỤC ĐÍCH, YÊU CẦU",
            heading(
                "I.1",
                Marker.ARABIC,
                "1.",
                "Mục đích",
                words("I.1.1", Marker.DASH, "-", "Giúp người dân biết dùng các nền tảng số thiết yếu trong đời sống."),
                words("I.1.2", Marker.DASH, "-", "Tăng tỷ lệ hồ sơ nộp trực tuyến toàn trình trên địa bàn xã."),
            ),
            heading(
                "I.2",
                Marker.ARABIC,
                "2.",
                "Yêu cầu",
                words("I.2.a", Marker.LETTER, "a)", "Phân công rõ người, rõ việc, rõ thời hạn, rõ kết quả."),
                words("I.2.b", Marker.LETTER, "b)", "Lồng ghép với hoạt động của các đoàn thể; tiết kiệm, hiệu quả."),
            ),
        ),
        heading(
            "II",
            Marker.ROMAN,
            "II.",
            "NHIỆM VỤ",
            words("II.1", Marker.ARABIC, "1.", "Từ tháng 3 đến tháng 11 năm 2026.", "Thời gian thực hiện:"),
            words("II.2", Marker.ARABIC, "2.", "Mỗi thôn có một tổ công nghệ số cộng đồng hoạt động thường xuyên."),
        ),
        heading(
            "III",
            Marker.ROMAN,
            "III.",
            "TỔ CHỨC THỰC HIỆN",
            words("III.1", Marker.ARABIC, "1.", "Chủ trì, tham mưu thực hiện Kế hoạch.", "Phòng Văn hóa - Xã hội:"),
            words("III.2", Marker.ARABIC, "2.", "Phối hợp; báo cáo kết quả trước ngày 05/12/2026.", "Các thôn:"),
        ),
    )
