"""What the readers may say of a file: each kind of finding once, with its id and its meaning."""

from enum import StrEnum
from typing import Final

from kedraft.model.finding import Finding, Severity
from kedraft.model.place import Location


class Reading(StrEnum):
    """Ids of the findings that come with reading a file."""

    TRACES = "KH-TM-02"  # the content rule of the same id says it of the file that is to be issued
    PICTURES_ONLY = "KH-TM-05"
    OLD_FONT = "KH-TM-06"
    OTHER_KIND = "KH-TM-07"
    OLD_ENCODING = "KH-TM-08"
    CONVERTED = "KH-TM-09"
    OCR = "KH-TM-10"
    OCR_DOUBTFUL = "KH-TM-11"
    PAGES_UNREAD = "KH-TM-12"
    OCR_LAYER = "KH-TM-13"
    LETTERS_LOST = "KH-TM-14"
    OCR_TABLE = "KH-TM-15"
    OCR_NUMBER = "KH-TM-16"


MEANINGS: Final = {
    Reading.TRACES: "Tệp nguồn còn theo dõi sửa đổi, lời bình hoặc chữ ẩn",
    Reading.PICTURES_ONLY: "Tệp Word hầu như chỉ có hình ảnh, có thể là bản chụp",
    Reading.OLD_FONT: "Tệp Word dùng phông chữ cũ ngoài Unicode",
    Reading.OTHER_KIND: "Đuôi tên tệp không khớp nội dung",
    Reading.OLD_ENCODING: "Chữ ở bảng mã hoặc phông cũ, đã chuyển sang Unicode",
    Reading.CONVERTED: "Tệp được LibreOffice chuyển sang .docx trước khi đọc",
    Reading.OCR: "Chữ nhận dạng từ ảnh quét (OCR), cần đối chiếu với bản quét",
    Reading.OCR_DOUBTFUL: "Trang quét quá mờ hoặc nghiêng, chữ nhận dạng không đáng tin",
    Reading.PAGES_UNREAD: "Có trang là ảnh chụp chưa đọc được chữ",
    Reading.OCR_LAYER: "Chữ của tệp PDF là lớp chữ nhận dạng nằm dưới ảnh chụp",
    Reading.LETTERS_LOST: "Có chữ bị hỏng, không đọc được",
    Reading.OCR_TABLE: "Bảng trong bản quét không thấy rõ đường kẻ, được đọc thành từng dòng",
    Reading.OCR_NUMBER: "Số, ký hiệu văn bản viện dẫn bị nhận dạng sai, để trống",
}


def note(kind: Reading, severity: Severity, message: str, name: str, page: int | None = None) -> Finding:
    """A finding about the file called `name`, or one of its pages."""
    return Finding(rule=kind.value, severity=severity, message=message, where=Location(file=name, page=page))
