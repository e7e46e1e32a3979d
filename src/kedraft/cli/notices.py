"""What the stages themselves say, by id: what it means and what to do. Rules of `kedraft.lint.rules` carry their own manuals."""

from typing import NamedTuple


class Notice(NamedTuple):
    """Một loại ghi nhận - `meaning` in one sentence, `remedy` in another."""

    meaning: str
    remedy: str


READING = {
    "KH-ND-01": Notice(
        "Văn bản không cho thấy một phần thể thức (số, ngày, người ký …); phần ấy được để trống, không đoán.",
        "Đối chiếu với bản gốc; nếu bản gốc có mà kedraft không thấy, dùng tệp Word thay cho bản chép.",
    ),
    "KH-ND-02": Notice(
        "Văn bản được nhận dạng chữ (OCR) sai ngôn ngữ, chữ tiếng Việt đã hỏng hàng loạt.",
        "Xin tệp Word, hoặc quét lại và nhận dạng với dữ liệu tiếng Việt.",
    ),
    "KH-ND-03": Notice(
        "Một số thứ tự hoặc một dòng in khác thường được đọc theo vị trí của nó; lời in vẫn được giữ.",
        "Đối chiếu dòng ấy với bản gốc.",
    ),
    "KH-ND-04": Notice(
        "Thiếu một phần mà kế hoạch cấp trên nào cũng phải có (cơ quan ban hành, trích yếu, đề mục), nên chưa dùng làm nguồn được.",
        "Xuất ra tệp dữ liệu bằng `kedraft import … -o ke-hoach.yaml`, điền phần ấy rồi dùng tệp ấy.",
    ),
}
DRAFTING = {
    "KH-CH-01": Notice(
        "Một cơ quan hoặc cách gọi của cấp trên không có tương ứng chắc chắn ở cấp soạn thảo; lời văn được giữ nguyên.",
        "Ghi từ thay thế vào adapt.replace, hoặc ghi cụm từ vào adapt.keep nếu giữ nguyên là đúng.",
    ),
    "KH-CH-02": Notice(
        "Cả đề mục là việc của cơ quan không có ở cấp soạn thảo.", "Bỏ đề mục bằng drop, kèm lý do; hoặc viết lại."
    ),
    "KH-CH-03": Notice(
        "Hai đề mục thành cùng một cơ quan sau khi quy đổi.", "Gộp nhiệm vụ về một mục, bỏ mục kia bằng drop."
    ),
    "KH-CH-05": Notice(
        "Một cụm từ ghi ở adapt.keep, adapt.replace hoặc keep không có trong phần được lấy, nên không có tác dụng.",
        "Chép đúng cụm từ như cấp trên viết, hoặc bỏ dòng ấy.",
    ),
    "KH-TC-01": Notice(
        "Một câu nhắc đến đề mục của cấp trên mà kế hoạch này không có.",
        "Viết lại câu bằng mode: replace, hoặc lấy đề mục ấy vào phiếu.",
    ),
    "KH-TC-02": Notice(
        "Lời tự viết nhắc đến một chỗ không có trong kế hoạch này.", "Sửa theo số thứ tự của kế hoạch này."
    ),
    "KH-TC-03": Notice(
        "Một câu nhắc nhiều chỗ cùng lúc, nhắc một dãy mục không còn liền nhau, hoặc nhắc một chỗ không rõ là chỗ nào, nên số mới không tự ghi được.",
        "Viết lại câu bằng mode: replace, nêu từng chỗ.",
    ),
    "KH-TC-04": Notice(
        "Lời tự viết chép câu của cấp trên cùng số khoản, mục của cấp trên; ở kế hoạch này nội dung ấy mang số khác hoặc không có.",
        "Sửa số ấy theo kế hoạch này, hoặc viết lại câu.",
    ),
    "KH-RS-01": Notice(
        "Một quy tắc dừng giữa chừng trên văn bản này; các quy tắc khác vẫn rà soát.", "Báo cho người quản trị kedraft."
    ),
    "KH-RS-02": Notice(
        "Một dòng overrides không có tác dụng: quy tắc ấy không phát hiện gì, hoặc không có mã ấy.", "Bỏ dòng ấy."
    ),
}
DRAFT_FILE = {
    "PK-01": Notice("Phiếu nêu đề mục mà kế hoạch cấp trên không có.", "Xem mã bằng `kedraft outline` rồi sửa."),
    "PK-02": Notice("Đề mục có thật nhưng không nằm ở mục đang kế thừa.", "Chuyển sang đúng mục của nó."),
    "PK-03": Notice("Một đề mục được lấy hai lần.", "Giữ một chỗ, chỗ kia thêm vào drop."),
    "PK-04": Notice("Phiếu nói hai điều trái nhau về một đề mục.", "Giữ một điều."),
    "PK-05": Notice("Một mục hoặc một lời tự viết không còn nội dung.", "Thêm nội dung, hoặc bỏ cả mục kèm lý do."),
    "PK-06": Notice(
        "Phiếu không nhắc đến một đề mục của cấp trên.", "Thêm inherit nếu lấy, hoặc drop kèm lý do nếu bỏ."
    ),
    "PK-07": Notice("Kế hoạch cấp trên chưa có đủ số, ngày nên chỗ viện dẫn còn trống.", "Điền khi có."),
    "PK-08": Notice(
        "Thư viện không có mẫu câu ấy, hoặc mẫu câu không dùng cho cấp này.", "Xem danh sách bằng `kedraft clauses`."
    ),
    "PK-09": Notice("Một mục chưa có tiêu đề.", "Thêm heading cho mục."),
    "PK-11": Notice(
        "Dấu ngoặc nhọn trong lời tự viết chưa đúng dạng.", "Viết {tên trường}, hoặc {{ và }} nếu là ngoặc."
    ),
    "PK-12": Notice("Không có trường mang tên ấy.", "Chọn tên gần giống, hoặc thêm cột vào bảng địa phương."),
    "PK-13": Notice("Một trường chưa có số liệu cho địa phương; chỗ ấy in [điền …].", "Điền ô của bảng, hoặc figures."),
    "PK-14": Notice("Một chỗ chọn lời theo loại đơn vị không nói đến loại này.", "Thêm phần cho loại đơn vị ấy."),
    "PK-15": Notice("Sau khi điền các trường, phiếu không còn đúng.", "Sửa chỗ được nêu."),
    "PK-16": Notice("Số liệu mang tên một trường mà kedraft tự điền.", "Đặt tên khác cho số liệu ấy."),
    "PK-20": Notice("Một mẫu câu của cơ quan được dùng thay mẫu cùng mã của kedraft.", "Không phải làm gì nếu đúng ý."),
    "PK-21": Notice("Một mẫu câu còn chỗ trống.", "Thêm with: với giá trị của chỗ trống."),
    "PK-22": Notice(
        "Một thời hạn không được lùi sớm: đã qua, không tính được, hoặc cách ghi chưa rõ.",
        "Tự đặt hạn bằng mode: replace, nếu cần.",
    ),
}
BATCH = {
    "HL-01": Notice(
        "Một địa phương chưa soạn được; các địa phương khác không bị ảnh hưởng.", "Sửa theo lời nhắn, chạy lại."
    ),
    "HL-02": Notice(
        "Tệp đã được sửa tay sau khi kedraft ghi, nên được giữ nguyên.", "Chuyển tệp đi nơi khác, hoặc thêm --force."
    ),
    "HL-03": Notice("Chưa có tên người ký của địa phương.", "Điền cột “Họ tên người ký” của bảng địa phương."),
    "HL-04": Notice("Lời của phiếu ghi thẳng tên một xã.", "Viết {đơn vị} thay cho tên ấy."),
    "HL-05": Notice("Không xuất được bản PDF.", "Xem lời nhắn; bản Word không bị ảnh hưởng."),
}
GROUPS = (
    ("Ghi nhận khi nhận dạng kế hoạch:", READING),
    ("Ghi nhận khi soạn:", DRAFTING),
    ("Lỗi của phiếu kế thừa:", DRAFT_FILE),
    ("Ghi nhận khi soạn hàng loạt:", BATCH),
)


def notice(key: str) -> Notice | None:
    """What is said under that id, or None."""
    return next((notices[key] for _, notices in GROUPS if key in notices), None)
