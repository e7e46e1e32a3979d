"""Ministries and bodies of their rank, before and after the mergers of 1/3/2025.

The order matters inside one level and period: the first row that has a field is the counterpart for it.
"""

from kedraft.agencies.sources import NQ176
from kedraft.agencies.table import MERGER, Agency, Field
from kedraft.model.plan import Level

F, T = Field, Level.CENTRAL

CENTRAL = (
    Agency(
        "bo-tttt", T, ("Bộ Thông tin và Truyền thông", "Bộ TT&TT", "Bộ TTTT"), (F.INFORMATION,), NQ176, until=MERGER
    ),
    Agency("bo-khcn", T, ("Bộ Khoa học và Công nghệ", "Bộ KH&CN"), (F.SCIENCE, F.INFORMATION), NQ176),
    Agency("bo-khdt", T, ("Bộ Kế hoạch và Đầu tư", "Bộ KH&ĐT"), (F.PLANNING,), NQ176, until=MERGER),
    Agency("bo-tai-chinh", T, ("Bộ Tài chính",), (F.FINANCE, F.PLANNING), NQ176),
    Agency("bo-gtvt", T, ("Bộ Giao thông vận tải", "Bộ GTVT"), (F.TRANSPORT,), NQ176, until=MERGER),
    Agency("bo-xay-dung", T, ("Bộ Xây dựng",), (F.CONSTRUCTION, F.TRANSPORT), NQ176),
    Agency("bo-tnmt", T, ("Bộ Tài nguyên và Môi trường", "Bộ TN&MT"), (F.ENVIRONMENT,), NQ176, until=MERGER),
    Agency("bo-nnptnt", T, ("Bộ Nông nghiệp và Phát triển nông thôn", "Bộ NN&PTNT"), (F.FARMING,), NQ176, until=MERGER),
    Agency("bo-nnmt", T, ("Bộ Nông nghiệp và Môi trường",), (F.FARMING, F.ENVIRONMENT), NQ176, since=MERGER),
    Agency(
        "bo-ldtbxh",
        T,
        ("Bộ Lao động - Thương binh và Xã hội", "Bộ LĐTB&XH", "Bộ LĐTBXH"),
        (F.LABOUR,),
        NQ176,
        until=MERGER,
    ),
    Agency("bo-noi-vu", T, ("Bộ Nội vụ",), (F.INTERIOR, F.LABOUR), NQ176),
    Agency("ub-dan-toc", T, ("Ủy ban Dân tộc",), (F.ETHNIC,), NQ176, until=MERGER),
    Agency("bo-dttg", T, ("Bộ Dân tộc và Tôn giáo",), (F.ETHNIC, F.RELIGION), NQ176, since=MERGER),
    Agency(
        "bo-vhttdl", T, ("Bộ Văn hóa, Thể thao và Du lịch", "Bộ VHTTDL", "Bộ VHTT&DL"), (F.CULTURE, F.TOURISM), NQ176
    ),
    Agency("bo-gddt", T, ("Bộ Giáo dục và Đào tạo", "Bộ GD&ĐT"), (F.EDUCATION,), NQ176),
    Agency("bo-y-te", T, ("Bộ Y tế",), (F.HEALTH,), NQ176),
    Agency("bo-tu-phap", T, ("Bộ Tư pháp",), (F.JUSTICE,), NQ176),
    Agency("bo-cong-thuong", T, ("Bộ Công Thương",), (F.TRADE,), NQ176),
    Agency("bo-ngoai-giao", T, ("Bộ Ngoại giao",), (F.FOREIGN,), NQ176),
    Agency("bo-cong-an", T, ("Bộ Công an",), (F.POLICE,), NQ176),
    Agency("bo-quoc-phong", T, ("Bộ Quốc phòng",), (F.MILITARY,), NQ176),
)
