"""What docxtpl itself does to a part, before Jinja reads it and after it is filled in. docxtpl is slow to import: only here, and late."""


def patched(xml: str) -> str:
    """docxtpl's own patching: the paragraphs, rows, cells and runs that hold only a tag become the tag."""
    from docxtpl import DocxTemplate

    return str(DocxTemplate("").patch_xml(xml))


def listed(body: str) -> str:
    """Tabs and line ends inside words become Word's, as docxtpl has it."""
    from docxtpl import DocxTemplate

    return str(DocxTemplate("").resolve_listing(body))
