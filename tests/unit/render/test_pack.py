"""The zip that is joined of bytes: what stands in it is what was put in, however it is cut."""

import io
import zipfile

import pytest

from kedraft.rendering.pack import content, package

FRONT = (("[Content_Types].xml", b"<Types/>"), ("word/styles.xml", b"<styles/>" * 500))


def read(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert opened.testzip() is None
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.mark.parametrize("size", [0, 1, 100, 2048, 2900, 5800, 11_600, 23_300, 43_000, 43_001, 200_000])
def test_every_entry_comes_out_as_it_went_in(size: int) -> None:
    text = "".join(f"Nhiệm vụ số {at * at} 😀 " for at in range(size // 14 + 1))[:size]
    written = read(package(FRONT).pack(((b"word/document.xml", content(text)), ("phụ.xml".encode(), (b"x",)))))
    assert written == {**dict(FRONT), "word/document.xml": text.encode(), "phụ.xml": b"x"}


def test_where_the_content_is_cut_makes_no_difference_to_the_bytes() -> None:
    text = "".join(f"<w:p>Nhiệm vụ thứ {at} của xã</w:p>" for at in range(9000))
    whole, cut = (text.encode(),), content(text)
    assert len(cut) > 3
    name = b"word/document.xml"
    assert package(FRONT).pack(((name, cut),)) == package(FRONT).pack(((name, whole),))
