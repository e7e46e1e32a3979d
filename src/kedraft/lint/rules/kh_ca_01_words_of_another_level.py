"""KH-CA-01: words of the level above left in a plan of the level below."""

from collections.abc import Iterator

from kedraft.lint.content import Content
from kedraft.lint.issuer import LEVEL_WORDS
from kedraft.lint.levels import in_subject, leftovers
from kedraft.lint.rule import Hit, Manual, Rule
from kedraft.lint.sample import draft, plan
from kedraft.model.finding import Severity
from kedraft.vietnamese.quoting import around


def _check(content: Content) -> Iterator[Hit]:
    for words, beside in in_subject(content):
        yield content.spots[0].hit(
            f'Trích yếu ghi "{words}" trong khi đây là kế hoạch {LEVEL_WORDS[content.level]}; hãy ghi tên địa phương của mình.',
            Severity.WARNING if beside else Severity.ERROR,
        )
    for left in leftovers(content):
        if not left.figure:
            yield left.spot.hit(
                f'"{left.words}" trong "{around(left.spot.text, left.start, left.end, 25)}" là từ ngữ của cấp trên còn sót trong '
                f"kế hoạch {LEVEL_WORDS[content.level]}; hãy sửa cho đúng cấp, hoặc bỏ."
                + (" Nếu giữ có chủ ý, hãy ghi cụm từ này vào adapt.keep." if content.draft else "")
            )


RULE = Rule(
    id="KH-CA-01",
    name="từ ngữ của cấp trên còn sót",
    severity=Severity.WARNING,
    manual=Manual(
        what='Kế hoạch cấp xã không nói "trên địa bàn tỉnh", "các sở, ban, ngành", "từng xã, phường" như thể đó là cấp mình; '
        "trích yếu cũng vậy.",
        why="Từ ngữ còn sót cho thấy văn bản chép của cấp trên mà chưa cụ thể hóa; nhiệm vụ thành ra giao sai chỗ.",
        instead="Đổi sang cấp mình, hoặc bỏ. Viện dẫn, trích dẫn, nơi nhận và cấp trên trong vai cấp trên thì giữ.",
    ),
    subject=Content,
    check=_check,
    bad=(
        plan(sections="I. MỤC ĐÍCH\n- Nâng cao nhận thức của người dân trên địa bàn tỉnh."),
        plan(sections="I. MỤC ĐÍCH\n- 70% cán bộ chủ chốt của các tổ chức chính trị - xã hội cấp tỉnh được tập huấn."),
        plan(sections="I. KINH PHÍ\n- Từ dự toán chi ngân sách Nhà nước hằng năm của các sở, ban, ngành, địa phương."),
        plan(subject="Chuyển đổi số trên địa bàn tỉnh Lạng Sơn năm 2026"),
        plan(subject="CHUYỂN ĐỔI SỐ TỈNH LẠNG SƠN NĂM 2026"),
        plan(sections="I. MỤC ĐÍCH\n- Giao chỉ tiêu cụ thể cho từng xã, phường."),
        plan(sections="I. PHẠM VI\n- Thí điểm tại 20 xã, phường của tỉnh trong quý II."),
        draft(
            sections="I. MỤC ĐÍCH\n- Phát huy tiềm năng, thế mạnh của tỉnh trong chuyển đổi số.",
            inherited=("I.1",),
        ),
        draft(
            sections="I. MỤC ĐÍCH\n- Đăng tải tin, bài trên Cổng Thông tin điện tử tỉnh hằng tuần.",
            inherited=("I.1",),
        ),
    ),
    good=(
        plan(
            sections="I. MỤC ĐÍCH\n- Thực hiện theo hướng dẫn của các sở, ban, ngành; phối hợp với cơ quan cấp tỉnh trên địa bàn xã."
        ),
        plan(
            sections="I. MỤC ĐÍCH\n- Thực hiện “Tháng hành động trên địa bàn tỉnh”; ngân sách cấp tỉnh hỗ trợ một phần."
        ),
        plan(recipients=("UBND tỉnh (b/c)", "Các sở, ban, ngành", "Các thôn", "Lưu: VT, VHXH")),
        plan(subject="Thực hiện Đề án của Ủy ban nhân dân tỉnh Lạng Sơn trên địa bàn xã Ba Sơn năm 2026"),
        plan(
            sections="I. MỤC ĐÍCH\n- Học tập kinh nghiệm của các xã, phường; đăng tin trên Cổng Thông tin điện tử tỉnh."
        ),
        draft(
            sections="I. MỤC ĐÍCH\n- Thực hiện tốt chủ trương của Trung ương và chỉ đạo của tỉnh về chuyển đổi số.",
            inherited=("I.1",),
        ),
    ),
)
