"""Where templates lie: beside the draft file, then those that kedraft brings."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from kedraft.errors import TemplateInvalid, misuse
from kedraft.model.place import Location
from kedraft.rendering import Template, compile_template
from kedraft.rendering.template import FILE, PREPARED
from kedraft.workspace.disk import read_bytes


def template_folders(beside: Path | None = None) -> tuple[Path, ...]:
    """Where templates are looked for, first found first: `templates` beside the draft file, then those that kedraft brings.

    `beside` is the draft file.
    """
    own = [beside.parent / "templates"] if beside is not None else []
    return tuple(dict.fromkeys(folder for folder in (*own, *_packaged()) if folder.is_dir()))


def _packaged() -> tuple[Path, Path]:
    """The folders of the templates that kedraft brings: as it is installed, and as its sources lie."""
    here = Path(__file__).resolve().parent.parent
    return here / "_templates", here.parent.parent / "templates"


def list_templates(beside: Path | None = None) -> tuple[Path, ...]:
    """Every template folder by name; one beside the draft file hides a packaged one of that name."""
    found: dict[str, Path] = {}
    for folder in template_folders(beside):
        for entry in sorted(folder.iterdir()):
            if (entry / FILE).is_file():
                found.setdefault(entry.name, entry)
    return tuple(found[name] for name in sorted(found))


def find_template(name: str, beside: Path | None = None) -> Path:
    """The folder of a template; raises `TemplateInvalid` with the names that there are."""
    templates = {folder.name: folder for folder in list_templates(beside)}
    if name in templates:
        return templates[name]
    close = get_close_matches(name, list(templates), n=1, cutoff=0.5)
    known = f"có phải là '{close[0]}'?" if close else f"các mẫu hiện có: {_listed(templates)}."
    message = f"Không có mẫu trình bày `{name}`; {known}"
    raise TemplateInvalid((misuse("DL-05", message, Location(field="template")),))


def packaged_template(name: str) -> Path:
    """The folder of a template that kedraft brings, never one beside a draft file; raises `TemplateInvalid`."""
    for folder in _packaged():
        if (folder / name / FILE).is_file() and Path(name).name == name:
            return folder / name
    known = _listed(folder.name for folder in list_templates())
    message = f"kedraft không kèm mẫu `{name}`; các mẫu đi kèm: {known}."
    raise TemplateInvalid((misuse("DL-05", message, Location(field="template")),))


def load_template(source: Path | str = "ke-hoach", beside: Path | None = None) -> Template:
    """A template by id, or by the path of a folder or .docx.

    Raises:
        TemplateInvalid: there is none of that name, or it breaks its contract; everything that is wrong at once.

    """
    path = template_file(source, beside)
    name = path.name if path.name != FILE else f"{path.parent.name}/{FILE}"
    return compile_template(read_bytes(path), name, prepared=prepared_beside(path))


def template_file(source: Path | str = "ke-hoach", beside: Path | None = None) -> Path:
    """The Word file of a template by id, or by the path of a folder or .docx; raises `TemplateInvalid` when there is none."""
    given = Path(source)
    path = given if given.is_file() else given / FILE
    return path if path.is_file() else find_template(str(source), beside) / FILE


def prepared_beside(path: Path) -> bytes | None:
    """What was prepared for a template that kedraft brings; nothing that lies in any other folder is taken for it."""
    prepared = path.with_name(PREPARED)
    if path.name != FILE or path.resolve().parent.parent not in _packaged() or not prepared.is_file():
        return None
    return read_bytes(prepared)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "chưa có mẫu nào"
