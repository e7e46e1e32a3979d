"""A small province plan and a ministry's, with draft files for communes: what the tests of batches draft."""

from pathlib import Path

from kedraft.batch import BatchJob, batch_job
from kedraft.model.localities import LocalityRow

_PARENT = """{head}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 07/KH-{symbol}

{place}, ngày 05 tháng 02 năm 2026

KẾ HOẠCH

Phổ cập kỹ năng số cho người dân {where}năm 2026

{issuer} ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Nâng cao nhận thức của cán bộ, công chức và người dân {where}về kỹ năng số.

2. Phấn đấu ít nhất 70% người dân trong độ tuổi lao động có tài khoản định danh điện tử trong năm 2026.

II. NHIỆM VỤ

1. Hướng dẫn người dân sử dụng dịch vụ công trực tuyến, hoàn thành trước ngày 30/9/2026.

2. Ủy ban nhân dân các xã, phường tổ chức lớp học kỹ năng số tại nhà văn hóa.

3. Báo cáo kết quả trước ngày 15/12/2026.

Trên đây là Kế hoạch phổ cập kỹ năng số./.

Nơi nhận:
- Các sở, ban, ngành;
- Lưu: VT.

{signs}

Nguyễn Văn A
"""
_PROVINCE = {
    "head": "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN\n-------\n",
    "symbol": "UBND",
    "place": "Lạng Sơn",
    "where": "trên địa bàn tỉnh ",
    "issuer": "Ủy ban nhân dân tỉnh",
    "signs": "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
}
_MINISTRY = {
    "head": "BỘ KHOA HỌC VÀ CÔNG NGHỆ\n-------\n",
    "symbol": "BKHCN",
    "place": "Hà Nội",
    "where": "",
    "issuer": "Bộ Khoa học và Công nghệ",
    "signs": "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG",
}
#: A draft file for communes, without figures.
DRAFT = """\
parent: ke-hoach-cap-tren.txt
locality: {commune: Ba Sơn, province: Lạng Sơn}
document:
  subject: Phổ cập kỹ năng số cho người dân trên địa bàn {đơn vị} năm 2026
  date: 2026-02
sections:
  - inherit: I
    mode: adapt
  - inherit: II
    mode: adapt
  - heading: TỔ CHỨC THỰC HIỆN
    text: |
      1. Phòng Văn hóa - Xã hội
      - Tham mưu Ủy ban nhân dân {đơn vị} theo dõi, báo cáo Ủy ban nhân dân {tỉnh} trước ngày 10/12/2026.
      2. {xã: Các thôn | phường: Các tổ dân phố | khác: Các thôn, tổ dân phố} của {tên}
      - Lập danh sách người dân cần hướng dẫn trước ngày 15/3/2026.
annexes:
  - heading: DANH MỤC NHIỆM VỤ CỦA {ĐƠN VỊ}
    text: |
      | STT | Nhiệm vụ | Nơi thực hiện |
      | --- | --- | --- |
      | 1 | Mở lớp học kỹ năng số | Nhà văn hóa {đơn vị} |
      | 2 | Tổng kết | {Tên}, {tên tỉnh} |
"""
#: The province's plan.
PARENT = _PARENT.format(**_PROVINCE)


def files(folder: Path, *, ministry: bool = False, draft: str = DRAFT) -> Path:
    """Writes the parent and the draft file; the draft file's path."""
    folder.mkdir(parents=True, exist_ok=True)
    parent = _PARENT.format(**(_MINISTRY if ministry else _PROVINCE))
    (folder / "ke-hoach-cap-tren.txt").write_text(parent, encoding="utf-8")
    path = folder / "draft.yaml"
    path.write_text(draft, encoding="utf-8")
    return path


def job_of(folder: Path, rows: tuple[LocalityRow, ...], *, ministry: bool = False) -> BatchJob:
    """The job of a story in a folder."""
    return batch_job(files(folder, ministry=ministry), rows)
