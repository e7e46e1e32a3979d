"""Localities and source bodies that the tests of adaptation speak of."""

from datetime import date

import pytest

from kedraft.adaptation import Adaptation, SourceBody, adapt_text
from kedraft.model.inline import Inline
from kedraft.model.locality import Locality, Place
from kedraft.model.plan import Level
from kedraft.model.spec import AdaptSpec
from kedraft.model.unit import UnitKind

BINH_THUAN = Place(kind=UnitKind.TINH, name="Bình Thuận")
LANG_SON = Place(kind=UnitKind.TINH, name="Lạng Sơn")
BEFORE, SINCE = date(2023, 5, 4), date(2026, 2, 5)


def commune(
    kind: UnitKind, name: str, province: Place, on: date, district: Place | None = None, eponymous: bool = False
) -> Locality:
    place = Place(kind=kind, name=name, eponymous=eponymous)
    return Locality(level=Level.COMMUNE, province=province, district=district, commune=place, on=on)


HUYEN = Place(kind=UnitKind.HUYEN, name="Cao Lộc")
LOCALITIES = {
    "xã 2023": commune(UnitKind.XA, "Mẫu Sơn", LANG_SON, BEFORE, HUYEN),
    "thị trấn 2023": commune(UnitKind.THI_TRAN, "Đồng Đăng", LANG_SON, BEFORE, HUYEN),
    "xã 2026": commune(UnitKind.XA, "Ba Sơn", LANG_SON, SINCE),
    "phường 2026": commune(UnitKind.PHUONG, "Tam Thanh", LANG_SON, SINCE),
    "phường Lương Văn Tri": commune(UnitKind.PHUONG, "Lương Văn Tri", LANG_SON, SINCE, eponymous=True),
    "đặc khu 2026": commune(UnitKind.DAC_KHU, "Phú Quý", Place(kind=UnitKind.TINH, name="Lâm Đồng"), SINCE),
    "huyện 2023": Locality(level=Level.DISTRICT, province=LANG_SON, district=HUYEN, on=BEFORE),
    "thành phố 2023": Locality(
        level=Level.DISTRICT, province=LANG_SON, district=Place(kind=UnitKind.THANH_PHO, name="Lạng Sơn"), on=BEFORE
    ),
}


def adapted(
    text: str, to: str, source: str = "tỉnh Lạng Sơn", actor: str | None = None, **options: object
) -> Adaptation:
    """One text through `adapt_text`, with the test's names for localities."""
    spec = AdaptSpec.model_validate(options)
    return adapt_text(
        Inline(text=text), source=SourceBody.parse(source), locality=LOCALITIES[to], options=spec, actor=actor
    )


@pytest.fixture(params=sorted(LOCALITIES))
def any_locality(request: pytest.FixtureRequest) -> Locality:
    return LOCALITIES[request.param]
