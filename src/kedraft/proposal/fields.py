"""Fields of work: which of the office's own bodies has one, and which one words speak of."""

import re

from kedraft.agencies import AGENCIES, Asked, Field, counterpart
from kedraft.clauses import words_of
from kedraft.model.locality import Locality
from kedraft.model.plan import Level, Plan
from kedraft.proposal.wording import capital
from kedraft.vietnamese.text import squeeze

_TOPICS: tuple[tuple[Field, str], ...] = (
    (Field.FINANCE, r"kinh phí|ngân sách|dự toán|quyết toán|nguồn vốn|thanh toán"),
    (Field.POLICE, r"an ninh|trật tự|tội phạm|VNeID|định danh|cư trú|phòng cháy|ma túy|vi phạm pháp luật"),
    (Field.MILITARY, r"dân quân|quân sự|nhập ngũ|nghĩa vụ quân sự|quốc phòng"),
    (Field.CLINIC, r"tiêm chủng|khám|sức khỏe|(?<!bảo hiểm )y tế|cấp cứu|phục hồi chức năng|dịch bệnh truyền nhiễm|ngộ độc"),
    (Field.HEALTH, r"an toàn thực phẩm|dân số|sinh sản|dinh dưỡng|phòng, chống dịch bệnh(?! động vật)"),
    (Field.EDUCATION, r"học sinh|trường học|nhà trường|giáo viên|giáo dục mầm non"),
    (Field.FARMING, r"nông nghiệp|chăn nuôi|gia súc|gia cầm|trồng trọt|thủy lợi|thủy sản|rừng|nông thôn mới|thiên tai|mưa lũ|vật nuôi|thú y|hợp tác xã|trồng cây|cây xanh|lâm nghiệp|dịch tả lợn|đàn lợn|tiêm phòng|nước sạch|tiêu độc|đê điều|khuyến nông|thủy lợi nội đồng"),
    (Field.ENVIRONMENT, r"đất đai|môi trường|rác thải|chất thải|khoáng sản"),
    (Field.CONSTRUCTION, r"trật tự xây dựng|quy hoạch xây dựng|đường giao thông|hạ tầng|công trình"),
    (Field.TRADE, r"chợ|thương mại|kinh doanh|doanh nghiệp"),
    (Field.ONE_STOP, r"thủ tục hành chính|dịch vụ công|một cửa|hồ sơ trực tuyến"),
    (Field.JUSTICE, r"phổ biến, giáo dục pháp luật|hòa giải|hộ tịch|văn bản quy phạm"),
    (Field.LABOUR, r"bảo hiểm (?:y tế|xã hội|thất nghiệp)|BHYT|BHXH|trẻ em|bảo trợ|hộ nghèo|giảm nghèo|việc làm|người có công|bình đẳng giới|bạo lực|khuyết tật"),
    (Field.INTERIOR, r"thi đua|khen thưởng|biên chế|cán bộ, công chức|cải cách hành chính|thanh niên"),
    (Field.INFORMATION, r"tuyên truyền|truyền thông|truyền thanh|chuyển đổi số|công nghệ số|kỹ năng số|mạng xã hội|thông tin"),
    (Field.CULTURE, r"văn hóa|thể thao|du lịch|lễ hội|di tích|nhà văn hóa"),
)  # fmt: skip
#: Words of money, which any task may have.
MONEY = re.compile(_TOPICS[0][1], re.IGNORECASE)


def body_of(field: Field, locality: Locality) -> str | None:
    """The office's own body for a field, as it stands in a heading; a clinic may be that of the whole level."""
    row = counterpart(AGENCIES, (field,), locality.level, locality.on, locality.place.kind)
    if row is None and locality.level is Level.COMMUNE and field in _ECONOMY:
        return words_of(locality)["cơ quan tài chính"]
    if row is None or "{cấp ủy}" in row.name:
        return None
    return capital(row.name.replace("{đv}", locality.place.kind.value))


#: Fields of the one room that looks after a special zone's economy, whatever it is called there.
_ECONOMY = frozenset(
    (Field.FARMING, Field.ENVIRONMENT, Field.CONSTRUCTION, Field.TRANSPORT, Field.TRADE, Field.FINANCE, Field.PLANNING)
)


def lead_for(parent: Plan, subject: str, locality: Locality) -> str:
    """The body that leads a plan on that subject: as the subject says, the ministry that issued it, or what it speaks of most."""
    usual = body_of(Field.CULTURE, locality) or body_of(Field.OFFICE, locality)
    said = by_topic(subject, locality) or _of_ministry(parent, locality)
    return said or by_topic(_all_words(parent), locality) or usual or words_of(locality)["cơ quan tài chính"]


def _of_ministry(parent: Plan, locality: Locality) -> str | None:
    """The counterpart of the ministry that issued the parent or that its reports go to."""
    names = (parent.issuing_body.name, *(one.to or "" for one in parent.reporting))
    for name in names:
        for row in AGENCIES:
            central = row.level is Level.CENTRAL and any(
                squeeze(name).casefold() == one.casefold() for one in row.names
            )
            if central and (body := body_of(row.fields[0], locality)):
                return body
    return None


def _all_words(parent: Plan) -> str:
    return "\n".join(item.words for item in parent.walk())


#: Whom any work may be for: no field.
_ANYBODY = re.compile(r"người dân,? (?:và )?doanh nghiệp|doanh nghiệp,? (?:và )?người dân|trụ sở UBND", re.IGNORECASE)


def by_topic(text: str, locality: Locality) -> str | None:
    text = _ANYBODY.sub("", text)
    scores = [(len(re.findall(pattern, text, re.IGNORECASE)), -at) for at, (_, pattern) in enumerate(_TOPICS)]
    best, at = max(scores)
    return body_of(_TOPICS[-at][0], locality) if best else None


def known_bodies(locality: Locality) -> tuple[str, ...]:
    """Every body of the level that may be given work on that day, as the agency rows know it, longest names first."""
    kind = locality.place.kind
    rows = (row for row in AGENCIES if row.level is locality.level and row.exists(locality.on) and row.serves(kind))
    names = {
        capital(row.name.replace("{đv}", kind.value)) for row in rows if row.asked is Asked.ORDERED and not row.work
    }
    return tuple(sorted(names, key=lambda name: (-len(name), name)))
