"""Word documents by hand."""

from __future__ import annotations

import io
import zipfile

import docx

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def package(body: str) -> bytes:
    """Return a sound document with another body."""
    sound, made = io.BytesIO(), io.BytesIO()
    docx.Document().save(sound)
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = (
                    f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'.encode()
                )
            new.writestr(name, content)
    return made.getvalue()
