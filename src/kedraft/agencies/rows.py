"""Agency rows as data: who does what at each level, when, and how we know.

`H` stands only where the project's notes on Nghị định 45/2025 and 150/2025 give the name as read in the text. Every other row
is established practice (`M`): its source says where to verify it, it has not been checked against that text.

The order matters inside one level and period: the first row that has a field is the counterpart for it.
"""

import re

from kedraft.agencies.table import MERGER, TWO_TIER, Agency, Asked, Field, counterpart
from kedraft.model.plan import Level
from kedraft.model.unit import UnitKind

F, A = Field, Asked.REQUESTED
P, D, C, T = Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.CENTRAL

_ND24 = "Nghị định 24/2014/NĐ-CP, 107/2020/NĐ-CP"
_ND45 = "Nghị định 45/2025/NĐ-CP"
_ND37 = "Nghị định 37/2014/NĐ-CP, 108/2020/NĐ-CP"
_ND33 = "Nghị định 92/2009/NĐ-CP, Điều 3; Nghị định 33/2023/NĐ-CP, Điều 5"
_ND150 = "Nghị định 150/2025/NĐ-CP, 370/2025/NĐ-CP"
_NQ176 = "Nghị quyết 176/2025/QH15"
_LAW72 = "Luật 72/2025/QH15"
_LAW77 = "Luật 77/2015/QH13; Luật 72/2025/QH15"
_PARTY = "Điều lệ Đảng; Quy định 137-QĐ/TW năm 2023"
_PARTY25 = "Quy định về đảng bộ xã, phường, đặc khu năm 2025"
_FRONT = "Luật Mặt trận Tổ quốc Việt Nam 75/2015/QH13"
_USE = "cách dùng trong kế hoạch của các xã, phường"

_URBAN = (UnitKind.PHUONG, UnitKind.THI_TRAN)
_RURAL = (UnitKind.XA, UnitKind.DAC_KHU)

_CENTRAL = (
    Agency(
        "bo-tttt", T, ("Bộ Thông tin và Truyền thông", "Bộ TT&TT", "Bộ TTTT"), (F.INFORMATION,), _NQ176, until=MERGER
    ),
    Agency("bo-khcn", T, ("Bộ Khoa học và Công nghệ", "Bộ KH&CN"), (F.SCIENCE, F.INFORMATION), _NQ176),
    Agency("bo-khdt", T, ("Bộ Kế hoạch và Đầu tư", "Bộ KH&ĐT"), (F.PLANNING,), _NQ176, until=MERGER),
    Agency("bo-tai-chinh", T, ("Bộ Tài chính",), (F.FINANCE, F.PLANNING), _NQ176),
    Agency("bo-gtvt", T, ("Bộ Giao thông vận tải", "Bộ GTVT"), (F.TRANSPORT,), _NQ176, until=MERGER),
    Agency("bo-xay-dung", T, ("Bộ Xây dựng",), (F.CONSTRUCTION, F.TRANSPORT), _NQ176),
    Agency("bo-tnmt", T, ("Bộ Tài nguyên và Môi trường", "Bộ TN&MT"), (F.ENVIRONMENT,), _NQ176, until=MERGER),
    Agency(
        "bo-nnptnt", T, ("Bộ Nông nghiệp và Phát triển nông thôn", "Bộ NN&PTNT"), (F.FARMING,), _NQ176, until=MERGER
    ),
    Agency("bo-nnmt", T, ("Bộ Nông nghiệp và Môi trường",), (F.FARMING, F.ENVIRONMENT), _NQ176, since=MERGER),
    Agency(
        "bo-ldtbxh",
        T,
        ("Bộ Lao động - Thương binh và Xã hội", "Bộ LĐTB&XH", "Bộ LĐTBXH"),
        (F.LABOUR,),
        _NQ176,
        until=MERGER,
    ),
    Agency("bo-noi-vu", T, ("Bộ Nội vụ",), (F.INTERIOR, F.LABOUR), _NQ176),
    Agency("ub-dan-toc", T, ("Ủy ban Dân tộc",), (F.ETHNIC,), _NQ176, until=MERGER),
    Agency("bo-dttg", T, ("Bộ Dân tộc và Tôn giáo",), (F.ETHNIC, F.RELIGION), _NQ176, since=MERGER),
    Agency(
        "bo-vhttdl", T, ("Bộ Văn hóa, Thể thao và Du lịch", "Bộ VHTTDL", "Bộ VHTT&DL"), (F.CULTURE, F.TOURISM), _NQ176
    ),
    Agency("bo-gddt", T, ("Bộ Giáo dục và Đào tạo", "Bộ GD&ĐT"), (F.EDUCATION,), _NQ176),
    Agency("bo-y-te", T, ("Bộ Y tế",), (F.HEALTH,), _NQ176),
    Agency("bo-tu-phap", T, ("Bộ Tư pháp",), (F.JUSTICE,), _NQ176),
    Agency("bo-cong-thuong", T, ("Bộ Công Thương",), (F.TRADE,), _NQ176),
    Agency("bo-ngoai-giao", T, ("Bộ Ngoại giao",), (F.FOREIGN,), _NQ176),
    Agency("bo-cong-an", T, ("Bộ Công an",), (F.POLICE,), _NQ176),
    Agency("bo-quoc-phong", T, ("Bộ Quốc phòng",), (F.MILITARY,), _NQ176),
)

_PROVINCE = (
    Agency(
        "vp-ubnd-tinh", P, ("Văn phòng Ủy ban nhân dân {đv}", "Văn phòng UBND {đv}", "VP UBND {đv}"), (F.OFFICE,), _ND24
    ),
    Agency(
        "vp-doan-dbqh",
        P,
        (
            "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân {đv}",
            "Văn phòng Đoàn ĐBQH và HĐND {đv}",
            "Văn phòng Hội đồng nhân dân {đv}",
            "Văn phòng HĐND {đv}",
        ),
        (F.OFFICE,),
        _LAW77,
    ),
    Agency(
        "so-tttt",
        P,
        ("Sở Thông tin và Truyền thông", "Sở TT&TT", "Sở TTTT", "Sở TT-TT"),
        (F.INFORMATION,),
        _ND24,
        until=MERGER,
    ),
    Agency("so-khcn", P, ("Sở Khoa học và Công nghệ", "Sở KH&CN", "Sở KHCN"), (F.SCIENCE,), _ND24, until=MERGER),
    Agency(
        "so-khcn-2025",
        P,
        ("Sở Khoa học và Công nghệ", "Sở KH&CN", "Sở KHCN"),
        (F.SCIENCE, F.INFORMATION),
        _ND45,
        "H",
        since=MERGER,
    ),
    Agency("so-khdt", P, ("Sở Kế hoạch và Đầu tư", "Sở KH&ĐT", "Sở KHĐT"), (F.PLANNING,), _ND24, until=MERGER),
    Agency("so-tai-chinh", P, ("Sở Tài chính", "Sở TC"), (F.FINANCE,), _ND24, until=MERGER),
    Agency("so-tai-chinh-2025", P, ("Sở Tài chính",), (F.FINANCE, F.PLANNING), _ND45, "H", since=MERGER),
    Agency("so-gtvt", P, ("Sở Giao thông vận tải", "Sở GTVT"), (F.TRANSPORT,), _ND24, until=MERGER),
    Agency(
        "so-gtvt-xd", P, ("Sở Giao thông vận tải - Xây dựng",), (F.TRANSPORT, F.CONSTRUCTION), _ND24, "M", until=MERGER
    ),
    Agency("so-xay-dung", P, ("Sở Xây dựng", "Sở XD"), (F.CONSTRUCTION,), _ND24, until=MERGER),
    Agency("so-xay-dung-2025", P, ("Sở Xây dựng",), (F.CONSTRUCTION, F.TRANSPORT), _ND45, "H", since=MERGER),
    Agency("so-tnmt", P, ("Sở Tài nguyên và Môi trường", "Sở TN&MT", "Sở TNMT"), (F.ENVIRONMENT,), _ND24, until=MERGER),
    Agency(
        "so-nnptnt",
        P,
        ("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và PTNT", "Sở NN&PTNT", "Sở NNPTNT"),
        (F.FARMING,),
        _ND24,
        until=MERGER,
    ),
    Agency(
        "so-nnmt", P, ("Sở Nông nghiệp và Môi trường", "Sở NN&MT"), (F.FARMING, F.ENVIRONMENT), _ND45, "H", since=MERGER
    ),
    Agency(
        "so-ldtbxh",
        P,
        (
            "Sở Lao động - Thương binh và Xã hội",
            "Sở Lao động, Thương binh và Xã hội",
            "Sở LĐTB&XH",
            "Sở LĐ-TB&XH",
            "Sở LĐTBXH",
        ),
        (F.LABOUR,),
        _ND24,
        until=MERGER,
    ),
    Agency("so-noi-vu", P, ("Sở Nội vụ",), (F.INTERIOR, F.RELIGION), _ND24, until=MERGER),
    Agency("so-noi-vu-2025", P, ("Sở Nội vụ",), (F.INTERIOR, F.LABOUR), _ND45, "H", since=MERGER),
    Agency("ban-dan-toc", P, ("Ban Dân tộc",), (F.ETHNIC,), _ND24, until=MERGER),
    Agency("so-dttg", P, ("Sở Dân tộc và Tôn giáo",), (F.ETHNIC, F.RELIGION), _ND45, "M", since=MERGER),
    Agency(
        "so-vhttdl",
        P,
        ("Sở Văn hóa, Thể thao và Du lịch", "Sở VHTTDL", "Sở VHTT&DL", "Sở VH,TT&DL"),
        (F.CULTURE, F.TOURISM),
        _ND24,
    ),
    Agency("so-vhtt", P, ("Sở Văn hóa và Thể thao", "Sở VH&TT"), (F.CULTURE,), _ND24, "M"),
    Agency("so-du-lich", P, ("Sở Du lịch",), (F.TOURISM,), _ND24, "M"),
    Agency("so-gddt", P, ("Sở Giáo dục và Đào tạo", "Sở GD&ĐT", "Sở GDĐT"), (F.EDUCATION,), _ND24),
    Agency("so-y-te", P, ("Sở Y tế",), (F.HEALTH,), _ND24),
    Agency("so-tu-phap", P, ("Sở Tư pháp",), (F.JUSTICE,), _ND24),
    Agency("so-cong-thuong", P, ("Sở Công Thương", "Sở Công thương"), (F.TRADE,), _ND24),
    Agency("so-ngoai-vu", P, ("Sở Ngoại vụ",), (F.FOREIGN,), _ND24, "M"),
    Agency("thanh-tra-tinh", P, ("Thanh tra {đv}",), (F.INSPECTION,), _ND24),
    Agency("cong-an-tinh", P, ("Công an {đv}", "CA {đv}"), (F.POLICE,), "Luật Công an nhân dân 37/2018/QH14"),
    Agency(
        "bchqs-tinh",
        P,
        ("Bộ Chỉ huy Quân sự {đv}", "Bộ CHQS {đv}", "BCHQS {đv}"),
        (F.MILITARY,),
        "Luật Dân quân tự vệ 48/2019/QH14",
    ),
    Agency(
        "bdbp-tinh",
        P,
        (
            "Bộ Chỉ huy Bộ đội Biên phòng {đv}",
            "Ban Chỉ huy Bộ đội Biên phòng {đv}",
            "Bộ đội Biên phòng {đv}",
            "BCH BĐBP {đv}",
            "BĐBP {đv}",
        ),
        (F.BORDER,),
        "Luật Biên phòng Việt Nam 66/2020/QH14",
    ),
    Agency("toa-an-tinh", P, ("Tòa án nhân dân {đv}", "TAND {đv}"), (F.COURT,), "Luật Tổ chức Tòa án nhân dân"),
    Agency(
        "vks-tinh",
        P,
        ("Viện kiểm sát nhân dân {đv}", "VKSND {đv}"),
        (F.PROSECUTION,),
        "Luật Tổ chức Viện kiểm sát nhân dân",
    ),
    Agency("thue-tinh", P, ("Cục Thuế {đv}", "Thuế {đv}"), (F.TAX,), _USE, "M"),
    Agency("bhxh-tinh", P, ("Bảo hiểm xã hội {đv}", "BHXH {đv}"), (F.INSURANCE,), _USE, "M"),
    Agency(
        "thong-ke-tinh", P, ("Cục Thống kê {đv}", "Chi cục Thống kê {đv}", "Thống kê {đv}"), (F.STATISTICS,), _USE, "M"
    ),
    Agency("kho-bac-tinh", P, ("Kho bạc Nhà nước {đv}",), (F.TREASURY,), _USE, "M"),
    Agency(
        "ngan-hang-tinh",
        P,
        (
            "Ngân hàng Nhà nước Việt Nam chi nhánh {đv}",
            "Ngân hàng Nhà nước chi nhánh {đv}",
            "Ngân hàng Nhà nước {đv}",
            "Ngân hàng Chính sách xã hội {đv}",
        ),
        (F.BANK,),
        _USE,
        "M",
    ),
    Agency("qltt-tinh", P, ("Cục Quản lý thị trường {đv}", "Chi cục Quản lý thị trường {đv}"), (F.MARKET,), _USE, "M"),
    Agency("hai-quan-tinh", P, ("Cục Hải quan {đv}",), (F.CUSTOMS,), _USE, "M"),
    Agency(
        "cong-tin-tinh",
        P,
        ("Cổng Thông tin điện tử {đv}", "Cổng TTĐT {đv}", "Trang Thông tin điện tử {đv}"),
        (F.PORTAL,),
        _USE,
        "M",
        work=True,
    ),
    Agency(
        "hanh-chinh-cong-tinh",
        P,
        ("Trung tâm Phục vụ hành chính công {đv}", "Trung tâm Hành chính công {đv}"),
        (F.ONE_STOP,),
        "Nghị định 61/2018/NĐ-CP",
    ),
    Agency("vp-tinh-uy", P, ("Văn phòng {cấp ủy}",), (F.PARTY_OFFICE,), _PARTY, asked=A),
    Agency("btg-tinh", P, ("Ban Tuyên giáo {cấp ủy}", "BTG {cấp ủy}"), (F.PROPAGANDA,), _PARTY, until=MERGER, asked=A),
    Agency(
        "btgdv-tinh",
        P,
        ("Ban Tuyên giáo và Dân vận {cấp ủy}",),
        (F.PROPAGANDA, F.MASSES),
        _PARTY25,
        since=MERGER,
        asked=A,
    ),
    Agency("btc-tinh", P, ("Ban Tổ chức {cấp ủy}",), (F.ORGANISATION,), _PARTY, asked=A),
    Agency("bdv-tinh", P, ("Ban Dân vận {cấp ủy}",), (F.MASSES,), _PARTY, until=MERGER, asked=A),
    Agency("bnc-tinh", P, ("Ban Nội chính {cấp ủy}",), (F.INTERNAL,), _PARTY, asked=A),
    Agency("ubkt-tinh", P, ("Ủy ban Kiểm tra {cấp ủy}", "UBKT {cấp ủy}"), (F.PARTY_CONTROL,), _PARTY, asked=A),
    Agency("ldld-tinh", P, ("Liên đoàn Lao động {đv}", "LĐLĐ {đv}"), (F.UNION,), "Điều lệ Công đoàn Việt Nam", asked=A),
    Agency(
        "dptth-tinh",
        P,
        ("Đài Phát thanh - Truyền hình {đv}", "Đài Phát thanh và Truyền hình {đv}", "Đài PT-TH {đv}", "Đài PTTH {đv}"),
        (F.BROADCAST,),
        _USE,
        "M",
    ),
)

_DISTRICT = (
    Agency(
        "vp-huyen",
        D,
        (
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {đv}",
            "Văn phòng HĐND và UBND {đv}",
            "Văn phòng HĐND&UBND {đv}",
            "Văn phòng HĐND - UBND {đv}",
            "Văn phòng UBND {đv}",
        ),
        (F.OFFICE, F.FOREIGN),
        _ND37,
        until=TWO_TIER,
    ),
    Agency(
        "phong-vhtt",
        D,
        ("Phòng Văn hóa và Thông tin", "Phòng Văn hóa - Thông tin", "Phòng VH&TT", "Phòng VHTT"),
        (F.INFORMATION, F.CULTURE, F.TOURISM),
        _ND37,
        until=MERGER,
    ),
    Agency(
        "phong-vhkhtt",
        D,
        ("Phòng Văn hóa, Khoa học và Thông tin",),
        (F.INFORMATION, F.CULTURE, F.TOURISM, F.SCIENCE),
        _ND45,
        since=MERGER,
        until=TWO_TIER,
    ),
    Agency(
        "phong-tckh",
        D,
        ("Phòng Tài chính - Kế hoạch", "Phòng TC-KH", "Phòng TCKH"),
        (F.FINANCE, F.PLANNING),
        _ND37,
        until=TWO_TIER,
    ),
    Agency("phong-noi-vu", D, ("Phòng Nội vụ",), (F.INTERIOR, F.RELIGION), _ND37, until=MERGER),
    Agency("phong-noi-vu-2025", D, ("Phòng Nội vụ",), (F.INTERIOR, F.LABOUR), _ND45, since=MERGER, until=TWO_TIER),
    Agency(
        "phong-ldtbxh",
        D,
        (
            "Phòng Lao động - Thương binh và Xã hội",
            "Phòng Lao động, Thương binh và Xã hội",
            "Phòng LĐTB&XH",
            "Phòng LĐ-TB&XH",
            "Phòng LĐTBXH",
        ),
        (F.LABOUR,),
        _ND37,
        until=MERGER,
    ),
    Agency("phong-tu-phap", D, ("Phòng Tư pháp",), (F.JUSTICE,), _ND37, until=TWO_TIER),
    Agency(
        "phong-gddt",
        D,
        ("Phòng Giáo dục và Đào tạo", "Phòng GD&ĐT", "Phòng GDĐT"),
        (F.EDUCATION,),
        _ND37,
        until=TWO_TIER,
    ),
    Agency("phong-y-te", D, ("Phòng Y tế",), (F.HEALTH,), _ND37, "M", until=TWO_TIER),
    Agency(
        "phong-tnmt",
        D,
        ("Phòng Tài nguyên và Môi trường", "Phòng TN&MT", "Phòng TNMT"),
        (F.ENVIRONMENT,),
        _ND37,
        until=MERGER,
    ),
    Agency(
        "phong-nnptnt",
        D,
        ("Phòng Nông nghiệp và Phát triển nông thôn", "Phòng Nông nghiệp và PTNT", "Phòng NN&PTNT"),
        (F.FARMING,),
        _ND37,
        until=MERGER,
        kinds=(UnitKind.HUYEN,),
    ),
    Agency(
        "phong-nnmt",
        D,
        ("Phòng Nông nghiệp và Môi trường",),
        (F.FARMING, F.ENVIRONMENT),
        _ND45,
        since=MERGER,
        until=TWO_TIER,
    ),
    Agency(
        "phong-ktht",
        D,
        ("Phòng Kinh tế và Hạ tầng", "Phòng Kinh tế - Hạ tầng", "Phòng KT&HT"),
        (F.TRADE, F.CONSTRUCTION, F.TRANSPORT, F.SCIENCE),
        _ND37,
        until=MERGER,
        kinds=(UnitKind.HUYEN,),
    ),
    Agency(
        "phong-kthtdt",
        D,
        ("Phòng Kinh tế, Hạ tầng và Đô thị",),
        (F.TRADE, F.CONSTRUCTION, F.TRANSPORT),
        _ND45,
        "M",
        since=MERGER,
        until=TWO_TIER,
    ),
    Agency(
        "phong-kinh-te",
        D,
        ("Phòng Kinh tế",),
        (F.TRADE, F.FARMING, F.SCIENCE),
        _ND37,
        until=MERGER,
        kinds=(UnitKind.THI_XA, UnitKind.THANH_PHO, UnitKind.QUAN),
    ),
    Agency(
        "phong-qldt",
        D,
        ("Phòng Quản lý đô thị",),
        (F.CONSTRUCTION, F.TRANSPORT),
        _ND37,
        until=MERGER,
        kinds=(UnitKind.THI_XA, UnitKind.THANH_PHO, UnitKind.QUAN),
    ),
    Agency("phong-dan-toc", D, ("Phòng Dân tộc",), (F.ETHNIC,), _ND37, "M", until=MERGER),
    Agency(
        "phong-dttg",
        D,
        ("Phòng Dân tộc và Tôn giáo",),
        (F.ETHNIC, F.RELIGION),
        _ND45,
        "M",
        since=MERGER,
        until=TWO_TIER,
    ),
    Agency("thanh-tra-huyen", D, ("Thanh tra {đv}",), (F.INSPECTION,), _ND37, until=TWO_TIER),
    Agency(
        "cong-an-huyen", D, ("Công an {đv}", "CA {đv}"), (F.POLICE,), "Luật Công an nhân dân 37/2018/QH14", until=MERGER
    ),
    Agency(
        "bchqs-huyen",
        D,
        ("Ban Chỉ huy Quân sự {đv}", "Ban CHQS {đv}", "BCHQS {đv}"),
        (F.MILITARY,),
        "Luật Dân quân tự vệ 48/2019/QH14",
        until=TWO_TIER,
    ),
    Agency(
        "toa-an-huyen",
        D,
        ("Tòa án nhân dân {đv}", "TAND {đv}"),
        (F.COURT,),
        "Luật Tổ chức Tòa án nhân dân",
        until=TWO_TIER,
    ),
    Agency(
        "vks-huyen",
        D,
        ("Viện kiểm sát nhân dân {đv}", "VKSND {đv}"),
        (F.PROSECUTION,),
        "Luật Tổ chức Viện kiểm sát nhân dân",
        until=TWO_TIER,
    ),
    Agency("thue-huyen", D, ("Chi cục Thuế {đv}",), (F.TAX,), _USE, "M", until=MERGER),
    Agency("bhxh-huyen", D, ("Bảo hiểm xã hội {đv}", "BHXH {đv}"), (F.INSURANCE,), _USE, "M", until=TWO_TIER),
    Agency("thong-ke-huyen", D, ("Chi cục Thống kê {đv}",), (F.STATISTICS,), _USE, "M", until=TWO_TIER),
    Agency("kho-bac-huyen", D, ("Kho bạc Nhà nước {đv}",), (F.TREASURY,), _USE, "M", until=TWO_TIER),
    Agency(
        "cong-tin-huyen",
        D,
        ("Cổng Thông tin điện tử {đv}", "Cổng TTĐT {đv}", "Trang Thông tin điện tử {đv}"),
        (F.PORTAL,),
        _USE,
        "M",
        until=TWO_TIER,
        work=True,
    ),
    Agency(
        "tt-y-te-huyen", D, ("Trung tâm Y tế {đv}", "TTYT {đv}"), (F.CLINIC,), "Thông tư 37/2016/TT-BYT", until=TWO_TIER
    ),
    Agency(
        "mot-cua-huyen",
        D,
        ("Bộ phận Tiếp nhận và Trả kết quả {đv}", "Bộ phận Một cửa {đv}"),
        (F.ONE_STOP,),
        "Nghị định 61/2018/NĐ-CP",
        until=TWO_TIER,
    ),
    Agency("vp-huyen-uy", D, ("Văn phòng {cấp ủy}",), (F.PARTY_OFFICE,), _PARTY, until=TWO_TIER, asked=A),
    Agency("btg-huyen", D, ("Ban Tuyên giáo {cấp ủy}", "BTG {cấp ủy}"), (F.PROPAGANDA,), _PARTY, until=MERGER, asked=A),
    Agency(
        "btgdv-huyen",
        D,
        ("Ban Tuyên giáo và Dân vận {cấp ủy}",),
        (F.PROPAGANDA, F.MASSES),
        _PARTY25,
        since=MERGER,
        until=TWO_TIER,
        asked=A,
    ),
    Agency("btc-huyen", D, ("Ban Tổ chức {cấp ủy}",), (F.ORGANISATION,), _PARTY, until=TWO_TIER, asked=A),
    Agency("bdv-huyen", D, ("Ban Dân vận {cấp ủy}",), (F.MASSES,), _PARTY, until=MERGER, asked=A),
    Agency(
        "ubkt-huyen",
        D,
        ("Ủy ban Kiểm tra {cấp ủy}", "UBKT {cấp ủy}"),
        (F.PARTY_CONTROL,),
        _PARTY,
        until=TWO_TIER,
        asked=A,
    ),
    Agency(
        "ldld-huyen",
        D,
        ("Liên đoàn Lao động {đv}", "LĐLĐ {đv}"),
        (F.UNION,),
        "Điều lệ Công đoàn Việt Nam",
        until=TWO_TIER,
        asked=A,
    ),
    Agency(
        "ttvh-huyen",
        D,
        (
            "Trung tâm Văn hóa, Thông tin và Truyền thông {đv}",
            "Trung tâm Văn hóa - Thông tin và Truyền thông {đv}",
            "Trung tâm Truyền thông - Văn hóa {đv}",
            "Đài Truyền thanh - Truyền hình {đv}",
        ),
        (F.BROADCAST,),
        _USE,
        "M",
        until=TWO_TIER,
    ),
)

_COMMUNE_STAFF = (
    Agency(
        "cc-vhxh",
        C,
        ("công chức Văn hóa - Xã hội",),
        (F.INFORMATION, F.CULTURE, F.TOURISM, F.LABOUR, F.EDUCATION, F.SCIENCE, F.ETHNIC, F.RELIGION),
        _ND33,
        until=TWO_TIER,
    ),
    Agency(
        "cc-vptk",
        C,
        ("công chức Văn phòng - Thống kê",),
        (F.OFFICE, F.INTERIOR, F.FOREIGN, F.STATISTICS),
        _ND33,
        until=TWO_TIER,
    ),
    Agency("cc-tckt", C, ("công chức Tài chính - Kế toán",), (F.FINANCE, F.PLANNING), _ND33, until=TWO_TIER),
    Agency("cc-tpht", C, ("công chức Tư pháp - Hộ tịch",), (F.JUSTICE,), _ND33, until=TWO_TIER),
    Agency(
        "cc-dcnn",
        C,
        ("công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường",),
        (F.FARMING, F.ENVIRONMENT, F.CONSTRUCTION, F.TRANSPORT, F.TRADE),
        _ND33,
        until=TWO_TIER,
        kinds=_RURAL,
    ),
    Agency(
        "cc-dcxd",
        C,
        ("công chức Địa chính - Xây dựng - Đô thị và Môi trường",),
        (F.FARMING, F.ENVIRONMENT, F.CONSTRUCTION, F.TRANSPORT, F.TRADE),
        _ND33,
        until=TWO_TIER,
        kinds=_URBAN,
    ),
    Agency(
        "tram-y-te",
        C,
        ("Trạm Y tế {đv}",),
        (F.HEALTH, F.CLINIC),
        "Thông tư 33/2015/TT-BYT; " + _USE,
        "M",
        until=TWO_TIER,
    ),
    Agency(
        "mot-cua-xa",
        C,
        ("Bộ phận Tiếp nhận và Trả kết quả {đv}", "Bộ phận Một cửa {đv}"),
        (F.ONE_STOP,),
        "Nghị định 61/2018/NĐ-CP",
        until=TWO_TIER,
    ),
    Agency("btg-xa", C, ("Ban Tuyên giáo Đảng ủy {đv}",), (F.PROPAGANDA,), _USE, "M", until=TWO_TIER, asked=A),
    Agency("kdv-xa", C, ("Khối Dân vận Đảng ủy {đv}",), (F.MASSES,), _USE, "M", until=TWO_TIER, asked=A),
    Agency("vp-dang-uy-xa-cu", C, ("Văn phòng Đảng ủy {đv}",), (F.PARTY_OFFICE,), _USE, "M", until=TWO_TIER, asked=A),
)

_COMMUNE_OFFICES = (
    Agency(
        "vp-xa",
        C,
        ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {đv}",),
        (F.OFFICE, F.JUSTICE, F.FOREIGN),
        _ND150,
        "H",
        since=TWO_TIER,
    ),
    Agency(
        "phong-vhxh",
        C,
        ("Phòng Văn hóa - Xã hội",),
        (
            F.INFORMATION,
            F.CULTURE,
            F.TOURISM,
            F.LABOUR,
            F.EDUCATION,
            F.SCIENCE,
            F.HEALTH,
            F.INTERIOR,
            F.ETHNIC,
            F.RELIGION,
        ),
        _ND150,
        "H",
        since=TWO_TIER,
    ),
    Agency(
        "phong-kt",
        C,
        ("Phòng Kinh tế",),
        (F.FINANCE, F.PLANNING, F.TRADE, F.FARMING, F.ENVIRONMENT, F.CONSTRUCTION, F.TRANSPORT),
        _ND150,
        "H",
        since=TWO_TIER,
        kinds=(UnitKind.XA,),
    ),
    Agency(
        "phong-kthtdt-xa",
        C,
        ("Phòng Kinh tế, Hạ tầng và Đô thị",),
        (F.FINANCE, F.PLANNING, F.TRADE, F.FARMING, F.ENVIRONMENT, F.CONSTRUCTION, F.TRANSPORT),
        _ND150,
        "H",
        since=TWO_TIER,
        kinds=(UnitKind.PHUONG,),
    ),
    Agency("ttpvhcc", C, ("Trung tâm Phục vụ hành chính công {đv}",), (F.ONE_STOP,), _ND150, "H", since=TWO_TIER),
    Agency("tram-y-te-2025", C, ("Trạm Y tế {đv}",), (F.CLINIC,), _USE, "M", since=TWO_TIER),
    Agency(
        "ban-xdd",
        C,
        ("Ban Xây dựng Đảng Đảng ủy {đv}",),
        (F.PROPAGANDA, F.ORGANISATION, F.MASSES),
        _PARTY25,
        since=TWO_TIER,
        asked=A,
    ),
    Agency("vp-dang-uy-xa", C, ("Văn phòng Đảng ủy {đv}",), (F.PARTY_OFFICE,), _PARTY25, since=TWO_TIER, asked=A),
    Agency("cong-doan-xa", C, ("Công đoàn {đv}",), (F.UNION,), _USE, "M", since=TWO_TIER, asked=A),
)

_COMMUNE_ALWAYS = (
    Agency("cong-an-xa", C, ("Công an {đv}",), (F.POLICE,), "Nghị định 42/2021/NĐ-CP"),
    Agency("bchqs-xa", C, ("Ban Chỉ huy Quân sự {đv}",), (F.MILITARY,), "Luật Dân quân tự vệ 48/2019/QH14, Điều 21"),
    Agency("trang-tin-xa", C, ("Trang thông tin điện tử {đv}",), (F.PORTAL,), _USE, "M"),
    Agency("ubkt-xa", C, ("Ủy ban Kiểm tra Đảng ủy {đv}",), (F.PARTY_CONTROL,), _PARTY, asked=A),
)

AGENCIES: tuple[Agency, ...] = (
    *_CENTRAL,
    *_PROVINCE,
    *_DISTRICT,
    *_COMMUNE_STAFF,
    *_COMMUNE_OFFICES,
    *_COMMUNE_ALWAYS,
)

#: Many successors: which one depends on what the sentence is about. The first entry is the one named in a question.
SPLIT: dict[str, tuple[str, ...]] = {
    "so-tttt": ("Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch"),
    "bo-tttt": ("Bộ Khoa học và Công nghệ", "Bộ Văn hóa, Thể thao và Du lịch"),
    "so-ldtbxh": ("Sở Nội vụ", "Sở Y tế"),
    "bo-ldtbxh": ("Bộ Nội vụ", "Bộ Y tế"),
    "ban-dan-toc": ("Sở Dân tộc và Tôn giáo",),
}

#: Which of the successors in SPLIT, by what a sentence or a plan is about; None: a third body, which no row names, or
#: one whose name differs from province to province.
_TOPICS: dict[str, tuple[tuple[str, str | None], ...]] = {
    "tttt": (
        (
            r"chuyển đổi số|công nghệ thông tin|công nghệ số|kinh tế số|xã hội số|chính quyền (?:số|điện tử)|bưu chính|viễn thông"
            r"|chữ ký số|hạ tầng số|nền tảng số|kỹ năng số|dữ liệu số|ứng dụng CNTT",
            "Khoa học và Công nghệ",
        ),
        (
            r"báo chí|xuất bản|thông tin cơ sở|truyền thanh|thông tin đối ngoại|tuyên truyền",
            "Văn hóa, Thể thao và Du lịch",
        ),
        (r"an toàn thông tin|an ninh mạng", None),
    ),
    "ldtbxh": (
        (r"việc làm|người có công|tiền lương|vệ sinh lao động|bình đẳng giới|xuất khẩu lao động", "Nội vụ"),
        (r"trẻ em|bảo trợ xã hội|trợ giúp xã hội|người cao tuổi|người khuyết tật", "Y tế"),
        (r"giảm nghèo|hộ nghèo|giáo dục nghề nghiệp|đào tạo nghề|cai nghiện|ma túy", None),
    ),
}


def heir(row: Agency, *topics: str) -> str | None:
    """The one body that took over from a row's that is gone; `topics`: what to tell by, the nearest words first.

    None where the work went to several and the words do not show to which.
    """
    several = SPLIT.get(row.id, ())
    if len(several) == 1:
        return several[0]
    if not several:
        other = counterpart(AGENCIES, row.fields, row.level, MERGER)
        return other.name if other else None
    head, _, field = row.id.partition("-")
    for words in topics:
        told = {name for pattern, name in _TOPICS.get(field, ()) if re.search(pattern, words, re.IGNORECASE)}
        if told:
            name = told.pop() if len(told) == 1 else None
            # The department for culture bears other names in some provinces and cities.
            sure = name and not (head == "so" and name.startswith("Văn hóa"))
            return f"{'Sở' if head == 'so' else 'Bộ'} {name}" if sure else None
    return None
