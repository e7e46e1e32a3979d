"""The locality that a command line names."""

from pydantic import ValidationError

from kedraft.errors import KedraftError
from kedraft.model.spec import LocalitySpec

_NAMES = {"province": "tên tỉnh, thành phố", "commune": "tên xã, phường, đặc khu", "district": "tên huyện"}


def asked_locality(province: str, commune: str | None, district: str | None) -> LocalitySpec:
    """`--province`, `--commune`, `--district` as data. Raises `KedraftError` naming the option that says nothing, or no name."""
    given = {"province": province, "commune": commune, "district": district}
    for option, typed in given.items():
        if typed is not None and not typed.strip():
            left_out = "" if option == "province" else ", hoặc bỏ hẳn tùy chọn này"
            raise KedraftError(f"--{option} đang để trống; ghi {_NAMES[option]}{left_out}.")
    try:
        return LocalitySpec.model_validate(given)
    except ValidationError as error:
        options = ", ".join(f"--{one['loc'][0]}" for one in error.errors())
        raise KedraftError(f"{options} có ký tự không dùng được trong tên; gõ lại cho đúng tên.") from None
