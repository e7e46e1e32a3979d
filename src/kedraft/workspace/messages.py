"""What is wrong with a YAML file, in Vietnamese: a syntax error, or data that does not fit its model.

Every sentence names the thing, the rule and the remedy; the place is the finding's.
"""

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from enum import EnumType
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

_KINDS: Mapping[str, str] = {
    "string_type": "phải là chữ",
    "string_unicode": "phải là chữ đúng mã UTF-8",
    "list_type": "phải là danh sách, mỗi dòng mở đầu bằng `- `",
    "tuple_type": "phải là danh sách, mỗi dòng mở đầu bằng `- `",
    "dict_type": "phải gồm các dòng `khóa: giá trị` thụt vào bên trong",
    "model_type": "phải gồm các dòng `khóa: giá trị` thụt vào bên trong",
    "model_attributes_type": "phải gồm các dòng `khóa: giá trị` thụt vào bên trong",
    "int_type": "phải là số nguyên",
    "int_parsing": "phải là số nguyên",
    "bool_type": "phải là true hoặc false",
    "bool_parsing": "phải là true hoặc false",
    "string_too_short": "không được để trống",
    "too_short": "phải có ít nhất một dòng",
}


#: Said of a text that begins with a field: YAML takes the brace for a mapping.
QUOTE_BRACE = 'câu mở đầu bằng dấu { phải đặt trong dấu ngoặc kép, ví dụ "{Đơn vị} tổ chức …"'


def data_message(error: ErrorDetails, path: Sequence[int | str], root: type[BaseModel]) -> str:
    """One pydantic error as a sentence. `path` is the place in the data, without the names of union members."""
    kind, loc = error["type"], error["loc"]
    name = _shown(path)
    match kind:
        case "extra_forbidden":
            return _unknown_key(error, root)
        case "missing":
            return f"Thiếu `{loc[-1]}`{_title(root, loc)}; thêm dòng `{loc[-1]}: …` vào đây."
        case "enum" | "literal_error":
            return f"`{name}`{_title(root, loc)} là {_what(error['input'])}; chỉ nhận {_choices(error)}."
        case "union_tag_invalid" | "union_tag_not_found":
            return f"`{name}`: không rõ đây là loại nào; xem mẫu bằng lệnh `kedraft schema`."
        case "greater_than_equal":
            return f"`{name}` quá nhỏ: ít nhất là {error.get('ctx', {}).get('ge')}."
    if error["input"] is None and kind.endswith("_type"):
        return f"`{name}`{_title(root, loc)} chưa có giá trị; điền vào, hoặc bỏ dòng này nếu không cần."
    if kind == "string_type" and isinstance(error["input"], dict):
        return f"`{name}`{_title(root, loc)} phải là chữ; {QUOTE_BRACE}."
    if kind in _KINDS:
        return f"`{name}`{_title(root, loc)} {_KINDS[kind]}; ở đây là {_what(error['input'])}."
    if kind == "value_error" or not re.fullmatch(r"[\x20-\x7e]*", error["msg"]):  # the models' own words
        return f"`{name}`: {error['msg']}."
    return f"`{name}` có giá trị không dùng được: {_what(error['input'])}."


def suggested_key(error: ErrorDetails, root: type[BaseModel]) -> str | None:
    """The key that an unknown one was probably meant to be."""
    known = [name for model in models_at(root, error["loc"][:-1]) for name in keys_of(model)]
    close = get_close_matches(str(error["loc"][-1]).casefold(), known, n=1, cutoff=0.6)
    return close[0] if close else None


def _shown(path: Sequence[int | str]) -> str:
    """The innermost key that a person wrote: `only[2]`, `date`."""
    tail = ""
    for part in reversed(path):
        if isinstance(part, str):
            return part + tail
        tail = f"[{part}]" + tail
    return tail


def _unknown_key(error: ErrorDetails, root: type[BaseModel]) -> str:
    key = error["loc"][-1]
    if close := suggested_key(error, root):
        return f"Không có khóa `{key}` ở đây; có phải là '{close}'?"
    known = [name for model in models_at(root, error["loc"][:-1]) for name in keys_of(model)]
    known.sort(key=lambda name: -SequenceMatcher(None, name, str(key).casefold()).ratio())
    return f"Không có khóa `{key}` ở đây; các khóa dùng được: {', '.join(known)}."


def _choices(error: ErrorDetails) -> str:
    listed = str(error.get("ctx", {}).get("expected", "")).replace(" or ", " hoặc ").replace("'", "`")
    if str(error["loc"][-1]).startswith("literal["):  # one form of a union: the other is a list
        return f"{listed} hoặc một danh sách, mỗi dòng mở đầu bằng `- `"
    return listed


def _what(value: object) -> str:
    match value:
        case None:
            return "chỗ trống"
        case str() if not value.strip():
            return "chỗ trống"
        case str():
            return f"“{value if len(value) <= 60 else value[:59] + '…'}”"
        case list() | tuple():
            return f"một danh sách {len(value)} dòng"
        case dict():
            return "các khóa " + ", ".join(f"`{key}`" for key in list(value)[:5]) if value else "chỗ trống"
        case _:
            return f"“{value}”"


def keys_of(model: type[BaseModel]) -> list[str]:
    """The keys that a model's data may have."""
    return [field.alias or name for name, field in model.model_fields.items()]


def _title(root: type[BaseModel], loc: Sequence[int | str]) -> str:
    loc = loc[:-1] if loc and str(loc[-1]).startswith("literal[") else loc
    for model in models_at(root, loc[:-1]) if loc else ():
        for name, field in model.model_fields.items():
            if loc[-1] in (name, field.alias) and field.title:
                return f" ({field.title})"
    return ""


def models_at(root: type[BaseModel], loc: Sequence[int | str]) -> list[type[BaseModel]]:
    """The models that the data at a pydantic `loc` may be."""
    found: list[type[BaseModel]] = [root]
    for part in loc:
        if isinstance(part, int):
            continue
        named = [model for model in found if model.__name__ == part or _kind(model) == part]
        found = named or [inner for model in found for inner in _field_models(model, part)] or found
    return found


def _kind(model: type[BaseModel]) -> object:
    field = model.model_fields.get("kind")
    return field.default if field else None


def _field_models(model: type[BaseModel], key: str) -> list[type[BaseModel]]:
    for name, field in model.model_fields.items():
        if key in (name, field.alias):
            return list(_models_in(field.annotation))
    return []


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and not isinstance(annotation, EnumType) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) in (tuple, list, Union, UnionType, Annotated):
        return [model for part in get_args(annotation) for model in _models_in(part)]
    return []


#: Beginnings of ruamel's complaints, and what they mean to a person.
_SYNTAX: tuple[tuple[str, str], ...] = (
    (r"'\\t'|'\t'", "Dòng này thụt vào bằng phím Tab; YAML chỉ nhận dấu cách: thay mỗi Tab bằng hai dấu cách."),
    (
        r"mapping values are not allowed",
        "Có dấu hai chấm ở chỗ YAML hiểu là khóa mới; đặt cả câu trong dấu ngoặc kép, hoặc xem dòng trên đã thụt đúng chưa.",
    ),
    (r"could not find expected ':'", "Dòng này thiếu dấu hai chấm sau tên khóa, hoặc câu dài xuống dòng mà chưa thụt vào."),
    (
        r"(?:unknown escape|escape sequence)",
        "Trong dấu ngoặc kép, dấu \\ là ký hiệu riêng của YAML; viết đường dẫn bằng dấu / (C:/Users/…), hoặc đặt cả câu trong dấu nháy đơn '…'.",
    ),
    (r"while scanning a (?:quoted|double|single)", "Thiếu dấu ngoặc kép đóng; thêm dấu ngoặc ở cuối câu."),
    (r"while parsing a flow sequence", "Danh sách trong ngoặc vuông chưa đúng: thiếu dấu `]` hoặc dấu phẩy."),
    (r"while parsing a flow mapping", "Phần trong ngoặc nhọn chưa đúng: thiếu dấu `}` hoặc dấu phẩy."),
    (r"expected <block end>|did not find expected|block sequence entries|block collection", "Dòng này thụt không thẳng hàng với các dòng cùng nhóm; sửa số dấu cách ở đầu dòng."),
    (r"expected a single document", "Tệp có hơn một phần (dấu `---` thứ hai); mỗi tệp chỉ được một phiếu."),
    (r"undefined alias|while scanning an (?:alias|anchor)", "Giá trị mở đầu bằng `*` hoặc `&`; đặt cả câu trong dấu ngoặc kép."),
    (r"special characters are not allowed|unacceptable character", "Tệp có ký tự điều khiển không in được; xóa ký tự đó."),
    (r"tag|while scanning a directive|cannot start any token", "Giá trị mở đầu bằng một ký hiệu dành riêng (@ ` % ! *); đặt cả câu trong dấu ngoặc kép."),
    (r"while scanning a block scalar", "Sau dấu `|` hoặc `>` phải xuống dòng và thụt nội dung vào."),
)  # fmt: skip


#: Said of a text in double quotes that has double quotes inside: YAML takes the second one for its end.
QUOTE_INSIDE = (
    'Câu đặt trong dấu ngoặc kép lại có dấu " ở giữa nên YAML hiểu là hết câu; thay dấu " bên trong bằng “ ”, '
    "hoặc đặt cả câu trong dấu nháy đơn '…'."
)


def syntax_message(context: str, problem: str) -> str:
    """A YAML syntax error as one kind sentence."""
    told = f"{context} {problem}"
    for pattern, sentence in _SYNTAX:
        if re.search(pattern, told):
            return sentence
    return "Không đọc được YAML ở dòng này; xem lại dấu hai chấm, dấu ngoặc và số dấu cách đầu dòng, so với dòng trên."
