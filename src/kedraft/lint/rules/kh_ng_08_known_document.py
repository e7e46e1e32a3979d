"""KH-NG-08: a document that everybody cites, with another day than its own."""

import re
from collections.abc import Iterator
from datetime import date

from kedraft.lint.content import Content, vietnamese_day
from kedraft.lint.known_documents import KNOWN
from kedraft.lint.law_days import wrong_law_days
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, plan
from kedraft.model.finding import Severity

#: Documents that set law carry the year of issue in their number.
_YEAR = re.compile(r"\d+[a-z]?/(20\d\d)/")


def _check(content: Content) -> Iterator[Hit]:
    for spot, cited in content.citations:
        for known in KNOWN:
            same = cited.number.casefold() == known.number.casefold() and known.is_meant_by(cited.subject or "")
            if same and cited.day and cited.day != known.day:
                yield spot.hit(
                    f'"{cited.type} số {cited.number}" ghi ngày {cited.printed}; văn bản ấy ban hành ngày {vietnamese_day(known.day)}. '
                    "Hãy tra bản gốc và sửa."
                )

        year = _YEAR.match(cited.number)
        if year and cited.day and cited.day.year != int(year[1]) and cited.day <= (content.latest or date.max):
            yield spot.hit(
                f'"{cited.type} số {cited.number}" ghi ngày {cited.printed}; số, ký hiệu cho biết văn bản ban hành năm {year[1]}. '
                "Hãy tra bản gốc và sửa số hoặc ngày."
            )
    for spot in content.prose:
        for found, editions in wrong_law_days(spot.unquoted):
            days = ", ".join(map(vietnamese_day, editions))
            yield spot.hit(
                f'"{found.group()}": {found["name"]} được Quốc hội thông qua ngày {days}. Hãy tra bản gốc và sửa.'
            )


RULE = Rule(
    id="KH-NG-08",
    name="ngày của văn bản trung ương khác với bản gốc",
    severity=Severity.WARNING,
    manual=Manual(
        what="Văn bản viện dẫn phải đúng ngày ban hành của nó.",
        why="Sai ngày thì người đọc không tra được văn bản; lỗi này thường do chép lại từ văn bản khác.",
        instead="Tra bản gốc, ghi đúng ngày. kedraft biết ngày của một số văn bản trung ương hay được viện dẫn; văn bản khác thì không rà được.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(
            bases=(
                "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2021 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi số quốc gia.",
            ),
        ),
        plan(
            opening="Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2025 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng "
            "tạo và chuyển đổi số quốc gia, Ủy ban nhân dân xã ban hành Kế hoạch như sau:"
        ),
        plan(bases=("Căn cứ Luật Người cao tuổi ngày 13/11/2009.",)),
        plan(
            bases=(
                "Căn cứ Nghị định số 42/2022/NĐ-CP ngày 24/6/2021 của Chính phủ quy định về dịch vụ công trực tuyến.",
            )
        ),
    ),
    good=(
        plan(bases=("Căn cứ Luật Người cao tuổi ngày 23 tháng 11 năm 2009.",)),
        plan(
            bases=(
                "Căn cứ Nghị định số 42/2022/NĐ-CP ngày 24/6/2022 của Chính phủ quy định về dịch vụ công trực tuyến.",
            )
        ),
        plan(bases=("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai ngày 17/6/2020.",)),
        draft(),
        plan(
            bases=(
                "Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi số quốc gia.",
            ),
        ),
        plan(
            bases=("Căn cứ Quyết định số 749/QĐ-TTg ngày 11/6/2024 của Thủ tướng Chính phủ về đầu tư nhà máy điện.",),
        ),
    ),
)
