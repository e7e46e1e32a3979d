"""Making the templates that kedraft brings: their builder is run, what it writes is compared or put in place."""

import importlib.util
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from kedraft.errors import TemplateInvalid, misuse
from kedraft.model.place import Location
from kedraft.rendering.template import FILE, PREPARED, prepared_of
from kedraft.workspace.disk import read_bytes, write_all
from kedraft.workspace.templates import packaged_template

BUILDER = "build.py"


def build_template(name: str) -> tuple[Path, ...]:
    """Writes a template that kedraft brings anew, from the decree's numbers; gives the files written.

    Raises:
        TemplateInvalid: there is none of that name, or it has no builder, or what the builder wrote breaks the contract.
        OutputRefused: the folder cannot be written.
    """
    folder = packaged_template(name)
    data = _built(folder)
    files = {folder / FILE: data, folder / PREPARED: prepared_of(data)}
    write_all(files, force=True)
    return tuple(files)


def outdated(name: str) -> tuple[str, ...]:
    """The files of a template that are not what its builder makes today; none when all is well. Raises `TemplateInvalid`."""
    folder = packaged_template(name)
    data = _built(folder)
    lying = read_bytes(folder / FILE)
    found = () if same_parts(lying, data) else (FILE,)
    if not (folder / PREPARED).is_file() or read_bytes(folder / PREPARED) != prepared_of(lying):
        found = (*found, PREPARED)
    return found


def same_parts(one: bytes, other: bytes) -> bool:
    """Whether two packages hold the same parts in the same order; how they are deflated does not count."""
    first, second = (zipfile.ZipFile(io.BytesIO(data)) for data in (one, other))
    names = first.namelist()
    return names == second.namelist() and all(first.read(name) == second.read(name) for name in names)


def _built(folder: Path) -> bytes:
    """What the builder beside a template makes; only those of kedraft's own templates are run."""
    path = folder / BUILDER
    if not path.is_file():
        message = f"Mẫu `{folder.name}` không kèm chương trình tạo mẫu ({BUILDER}); hãy cài lại kedraft hoặc lấy mã nguồn đầy đủ."
        raise TemplateInvalid((misuse("DL-05", message, Location(file=str(path))),))
    spec = importlib.util.spec_from_file_location(f"kedraft_builder_{folder.name.replace('-', '_')}", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    build: Callable[[], bytes] = module.build
    return build()
