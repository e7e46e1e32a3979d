"""Clerks of a commune until 30/6/2025, its offices since 1/7/2025, and what it always had.

The order matters inside one level and period: the first row that has a field is the counterpart for it.
"""

from kedraft.agencies.sources import ND33, ND150, PARTY, PARTY25, RURAL, URBAN, USE
from kedraft.agencies.table import TWO_TIER, Agency, Asked, Field
from kedraft.model.plan import Level
from kedraft.model.unit import UnitKind

F, C = Field, Level.COMMUNE
A = Asked.REQUESTED

COMMUNE_STAFF = (
    Agency(
        "cc-vhxh",
        C,
        ("công chức Văn hóa - Xã hội", "Công chức Văn hóa - Xã hội"),
        (F.INFORMATION, F.CULTURE, F.TOURISM, F.LABOUR, F.EDUCATION, F.SCIENCE, F.ETHNIC, F.RELIGION),
        ND33,
        until=TWO_TIER,
    ),
    Agency(
        "cc-vptk",
        C,
        ("công chức Văn phòng - Thống kê", "Công chức Văn phòng - Thống kê"),
        (F.OFFICE, F.INTERIOR, F.FOREIGN, F.STATISTICS),
        ND33,
        until=TWO_TIER,
    ),
    Agency(
        "cc-tckt",
        C,
        ("công chức Tài chính - Kế toán", "Công chức Tài chính - Kế toán"),
        (F.FINANCE, F.PLANNING),
        ND33,
        until=TWO_TIER,
    ),
    Agency(
        "cc-tpht", C, ("công chức Tư pháp - Hộ tịch", "Công chức Tư pháp - Hộ tịch"), (F.JUSTICE,), ND33, until=TWO_TIER
    ),
    Agency(
        "cc-dcnn",
        C,
        (
            "công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường",
            "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường",
        ),
        (F.FARMING, F.ENVIRONMENT, F.CONSTRUCTION, F.TRANSPORT, F.TRADE),
        ND33,
        until=TWO_TIER,
        kinds=RURAL,
    ),
    Agency(
        "cc-dcxd",
        C,
        (
            "công chức Địa chính - Xây dựng - Đô thị và Môi trường",
            "Công chức Địa chính - Xây dựng - Đô thị và Môi trường",
        ),
        (F.FARMING, F.ENVIRONMENT, F.CONSTRUCTION, F.TRANSPORT, F.TRADE),
        ND33,
        until=TWO_TIER,
        kinds=URBAN,
    ),
    Agency(
        "tram-y-te",
        C,
        ("Trạm Y tế {đv}",),
        (F.HEALTH, F.CLINIC),
        "Thông tư 33/2015/TT-BYT; " + USE,
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
    Agency("btg-xa", C, ("Ban Tuyên giáo Đảng ủy {đv}",), (F.PROPAGANDA,), USE, "M", until=TWO_TIER, asked=A),
    Agency("kdv-xa", C, ("Khối Dân vận Đảng ủy {đv}",), (F.MASSES,), USE, "M", until=TWO_TIER, asked=A),
    Agency("vp-dang-uy-xa-cu", C, ("Văn phòng Đảng ủy {đv}",), (F.PARTY_OFFICE,), USE, "M", until=TWO_TIER, asked=A),
)

COMMUNE_OFFICES = (
    Agency(
        "vp-xa",
        C,
        ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {đv}",),
        (F.OFFICE, F.JUSTICE, F.FOREIGN),
        ND150,
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
        ND150,
        "H",
        since=TWO_TIER,
    ),
    Agency(
        "phong-kt",
        C,
        ("Phòng Kinh tế",),
        (F.FINANCE, F.PLANNING, F.TRADE, F.FARMING, F.ENVIRONMENT, F.CONSTRUCTION, F.TRANSPORT),
        ND150,
        "H",
        since=TWO_TIER,
        kinds=(UnitKind.XA,),
    ),
    Agency(
        "phong-kthtdt-xa",
        C,
        ("Phòng Kinh tế, Hạ tầng và Đô thị",),
        (F.FINANCE, F.PLANNING, F.TRADE, F.FARMING, F.ENVIRONMENT, F.CONSTRUCTION, F.TRANSPORT),
        ND150,
        "H",
        since=TWO_TIER,
        kinds=(UnitKind.PHUONG,),
    ),
    Agency("ttpvhcc", C, ("Trung tâm Phục vụ hành chính công {đv}",), (F.ONE_STOP,), ND150, "H", since=TWO_TIER),
    Agency("tram-y-te-2025", C, ("Trạm Y tế {đv}",), (F.CLINIC,), USE, "M", since=TWO_TIER),
    Agency(
        "ban-xdd",
        C,
        ("Ban Xây dựng Đảng Đảng ủy {đv}",),
        (F.PROPAGANDA, F.ORGANISATION, F.MASSES),
        PARTY25,
        since=TWO_TIER,
        asked=A,
    ),
    Agency("vp-dang-uy-xa", C, ("Văn phòng Đảng ủy {đv}",), (F.PARTY_OFFICE,), PARTY25, since=TWO_TIER, asked=A),
    Agency("cong-doan-xa", C, ("Công đoàn {đv}",), (F.UNION,), USE, "M", since=TWO_TIER, asked=A),
)

COMMUNE_ALWAYS = (
    Agency("cong-an-xa", C, ("Công an {đv}",), (F.POLICE,), "Nghị định 42/2021/NĐ-CP"),
    Agency("bchqs-xa", C, ("Ban Chỉ huy Quân sự {đv}",), (F.MILITARY,), "Luật Dân quân tự vệ 48/2019/QH14, Điều 21"),
    Agency("trang-tin-xa", C, ("Trang thông tin điện tử {đv}",), (F.PORTAL,), USE, "M"),
    Agency("ubkt-xa", C, ("Ủy ban Kiểm tra Đảng ủy {đv}",), (F.PARTY_CONTROL,), PARTY, asked=A),
)
