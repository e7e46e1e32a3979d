"""Departments and other bodies of a province, before and after the mergers of 1/3/2025.

The order matters inside one level and period: the first row that has a field is the counterpart for it.
"""

from kedraft.agencies.sources import LAW77, ND24, ND45, PARTY, PARTY25, USE
from kedraft.agencies.table import MERGER, TWO_TIER, Agency, Asked, Field
from kedraft.model.plan import Level

F, P = Field, Level.PROVINCE
A = Asked.REQUESTED

PROVINCE = (
    Agency(
        "vp-ubnd-tinh", P, ("Văn phòng Ủy ban nhân dân {đv}", "Văn phòng UBND {đv}", "VP UBND {đv}"), (F.OFFICE,), ND24
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
        LAW77,
    ),
    Agency(
        "so-tttt",
        P,
        ("Sở Thông tin và Truyền thông", "Sở TT&TT", "Sở TTTT", "Sở TT-TT"),
        (F.INFORMATION,),
        ND24,
        until=MERGER,
    ),
    Agency("so-khcn", P, ("Sở Khoa học và Công nghệ", "Sở KH&CN", "Sở KHCN"), (F.SCIENCE,), ND24, until=MERGER),
    Agency(
        "so-khcn-2025",
        P,
        ("Sở Khoa học và Công nghệ", "Sở KH&CN", "Sở KHCN"),
        (F.SCIENCE, F.INFORMATION),
        ND45,
        "H",
        since=MERGER,
    ),
    Agency("so-khdt", P, ("Sở Kế hoạch và Đầu tư", "Sở KH&ĐT", "Sở KHĐT"), (F.PLANNING,), ND24, until=MERGER),
    Agency("so-tai-chinh", P, ("Sở Tài chính", "Sở TC"), (F.FINANCE,), ND24, until=MERGER),
    Agency("so-tai-chinh-2025", P, ("Sở Tài chính",), (F.FINANCE, F.PLANNING), ND45, "H", since=MERGER),
    Agency("so-gtvt", P, ("Sở Giao thông vận tải", "Sở GTVT"), (F.TRANSPORT,), ND24, until=MERGER),
    Agency(
        "so-gtvt-xd", P, ("Sở Giao thông vận tải - Xây dựng",), (F.TRANSPORT, F.CONSTRUCTION), ND24, "M", until=MERGER
    ),
    Agency("so-xay-dung", P, ("Sở Xây dựng", "Sở XD"), (F.CONSTRUCTION,), ND24, until=MERGER),
    Agency("so-xay-dung-2025", P, ("Sở Xây dựng",), (F.CONSTRUCTION, F.TRANSPORT), ND45, "H", since=MERGER),
    Agency("so-tnmt", P, ("Sở Tài nguyên và Môi trường", "Sở TN&MT", "Sở TNMT"), (F.ENVIRONMENT,), ND24, until=MERGER),
    Agency(
        "so-nnptnt",
        P,
        ("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và PTNT", "Sở NN&PTNT", "Sở NNPTNT"),
        (F.FARMING,),
        ND24,
        until=MERGER,
    ),
    Agency(
        "so-nnmt", P, ("Sở Nông nghiệp và Môi trường", "Sở NN&MT"), (F.FARMING, F.ENVIRONMENT), ND45, "H", since=MERGER
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
        ND24,
        until=MERGER,
    ),
    Agency("so-noi-vu", P, ("Sở Nội vụ",), (F.INTERIOR, F.RELIGION), ND24, until=MERGER),
    Agency("so-noi-vu-2025", P, ("Sở Nội vụ",), (F.INTERIOR, F.LABOUR), ND45, "H", since=MERGER),
    Agency("ban-dan-toc", P, ("Ban Dân tộc",), (F.ETHNIC,), ND24, until=MERGER),
    Agency("so-dttg", P, ("Sở Dân tộc và Tôn giáo",), (F.ETHNIC, F.RELIGION), ND45, "M", since=MERGER),
    Agency(
        "so-vhttdl",
        P,
        (
            "Sở Văn hóa, Thể thao và Du lịch",
            "Sở VHTTDL",
            "Sở VHTT&DL",
            "Sở VH,TT&DL",
            "Sở VH, TT&DL",
            "Sở VH, TT và DL",
            "Sở VH-TT&DL",
            "Sở VH-TTDL",
        ),
        (F.CULTURE, F.TOURISM),
        ND24,
    ),
    Agency("so-vhtt", P, ("Sở Văn hóa và Thể thao", "Sở VH&TT"), (F.CULTURE,), ND24, "M"),
    Agency("so-du-lich", P, ("Sở Du lịch",), (F.TOURISM,), ND24, "M"),
    Agency("so-gddt", P, ("Sở Giáo dục và Đào tạo", "Sở GD&ĐT", "Sở GDĐT"), (F.EDUCATION,), ND24),
    Agency("so-y-te", P, ("Sở Y tế",), (F.HEALTH,), ND24),
    Agency("so-tu-phap", P, ("Sở Tư pháp",), (F.JUSTICE,), ND24),
    Agency("so-cong-thuong", P, ("Sở Công Thương", "Sở Công thương"), (F.TRADE,), ND24),
    Agency("so-ngoai-vu", P, ("Sở Ngoại vụ",), (F.FOREIGN,), ND24, "M"),
    Agency("thanh-tra-tinh", P, ("Thanh tra {đv}",), (F.INSPECTION,), ND24),
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
    Agency("thue-tinh", P, ("Cục Thuế {đv}", "Thuế {đv}"), (F.TAX,), USE, "M"),
    Agency("bhxh-tinh", P, ("Bảo hiểm xã hội {đv}", "BHXH {đv}"), (F.INSURANCE,), USE, "M"),
    Agency(
        "thong-ke-tinh", P, ("Cục Thống kê {đv}", "Chi cục Thống kê {đv}", "Thống kê {đv}"), (F.STATISTICS,), USE, "M"
    ),
    Agency("kho-bac-tinh", P, ("Kho bạc Nhà nước {đv}",), (F.TREASURY,), USE, "M"),
    Agency(
        "ngan-hang-tinh",
        P,
        (
            "Ngân hàng Nhà nước Việt Nam chi nhánh {đv}",
            "Ngân hàng Nhà nước chi nhánh {đv}",
            "Ngân hàng Nhà nước {đv}",
            "Ngân hàng Chính sách xã hội chi nhánh {đv}",
            "Chi nhánh Ngân hàng Chính sách xã hội {đv}",
            "Ngân hàng Chính sách xã hội {đv}",
        ),
        (F.BANK,),
        USE,
        "M",
    ),
    Agency("qltt-tinh", P, ("Cục Quản lý thị trường {đv}", "Chi cục Quản lý thị trường {đv}"), (F.MARKET,), USE, "M"),
    Agency("hai-quan-tinh", P, ("Cục Hải quan {đv}",), (F.CUSTOMS,), USE, "M"),
    Agency(
        "cong-tin-tinh",
        P,
        ("Cổng Thông tin điện tử {đv}", "Cổng TTĐT {đv}", "Trang Thông tin điện tử {đv}"),
        (F.PORTAL,),
        USE,
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
    Agency("vp-tinh-uy", P, ("Văn phòng {cấp ủy}",), (F.PARTY_OFFICE,), PARTY, asked=A),
    Agency("btg-tinh", P, ("Ban Tuyên giáo {cấp ủy}", "BTG {cấp ủy}"), (F.PROPAGANDA,), PARTY, until=MERGER, asked=A),
    Agency(
        "btgdv-tinh",
        P,
        ("Ban Tuyên giáo và Dân vận {cấp ủy}",),
        (F.PROPAGANDA, F.MASSES),
        PARTY25,
        since=MERGER,
        asked=A,
    ),
    Agency("btc-tinh", P, ("Ban Tổ chức {cấp ủy}",), (F.ORGANISATION,), PARTY, asked=A),
    Agency("bdv-tinh", P, ("Ban Dân vận {cấp ủy}",), (F.MASSES,), PARTY, until=MERGER, asked=A),
    Agency("bnc-tinh", P, ("Ban Nội chính {cấp ủy}",), (F.INTERNAL,), PARTY, asked=A),
    Agency("ubkt-tinh", P, ("Ủy ban Kiểm tra {cấp ủy}", "UBKT {cấp ủy}"), (F.PARTY_CONTROL,), PARTY, asked=A),
    Agency("ldld-tinh", P, ("Liên đoàn Lao động {đv}", "LĐLĐ {đv}"), (F.UNION,), "Điều lệ Công đoàn Việt Nam", asked=A),
    Agency(
        "dptth-tinh",
        P,
        ("Đài Phát thanh - Truyền hình {đv}", "Đài Phát thanh và Truyền hình {đv}", "Đài PT-TH {đv}", "Đài PTTH {đv}"),
        (F.BROADCAST,),
        USE,
        "M",
        until=TWO_TIER,
    ),
    Agency(
        "bao-ptth-tinh",
        P,
        (
            "Báo và phát thanh, truyền hình {đv}",
            "Báo và Phát thanh, Truyền hình {đv}",
            "Báo và Phát thanh - Truyền hình {đv}",
        ),
        (F.BROADCAST,),
        USE,
        "M",
        since=TWO_TIER,
        work=True,
    ),
)
