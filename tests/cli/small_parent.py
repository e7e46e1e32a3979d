"""A parent plan small enough to read inside a test."""

PARENT = """\
ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
-------
Số: 12/KH-UBND
Lạng Sơn, ngày 15 tháng 01 năm 2026

KẾ HOẠCH
Công tác văn thư trên địa bàn tỉnh Lạng Sơn năm 2026

Ủy ban nhân dân tỉnh ban hành Kế hoạch công tác văn thư năm 2026 như sau:

I. MỤC ĐÍCH

1. Thống nhất công tác văn thư trên địa bàn tỉnh.

II. TỔ CHỨC THỰC HIỆN

1. Văn phòng Ủy ban nhân dân tỉnh theo dõi, đôn đốc thực hiện./.

Nơi nhận:
- Các sở, ban, ngành;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn A
"""
