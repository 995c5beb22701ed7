"""How words that others wrote are put into a page, so that they stay words.

Everything that comes from a source, from its metadata or from a lexicon goes through one of these
functions; nothing else in the package writes it into HTML.
"""

from __future__ import annotations

import html
import json
import re

# What the parser of HTML would change or drop although it is no markup: it turns a carriage return
# into a line feed, drops NUL, and has no place for half a surrogate pair.
_ODD = re.compile("[\r\0\ud800-\udfff]")
_INSTEAD = {"\r": "&#13;", "\0": "\ufffd"}

# Inside a script element even data may not hold these: `</script>` and `<!--` end or bend the
# element whatever its type.
_BREAKING = re.compile("[<>&]")


def escape(words: object) -> str:
    r"""Return words as the text of an element or the value of a quoted attribute.

    What a browser shows has as many characters as `words`: one that HTML cannot hold becomes U+FFFD.

    >>> escape("<script>alert('a & b')</script>")
    '&lt;script&gt;alert(&#x27;a &amp; b&#x27;)&lt;/script&gt;'
    >>> escape("one\r\ntwo")
    'one&#13;\ntwo'
    """
    return _ODD.sub(_replaced, html.escape(str(words)))


def _replaced(match: re.Match[str]) -> str:
    return _INSTEAD.get(match[0], "\ufffd")


def island(value: object) -> str:
    r"""Return data as JSON that can stand in a script element.

    It is ASCII, so that no line separator of Unicode is left, and has no character that could end
    the element.

    >>> island({"words": "</script>\u2028<!--"})
    '{"words":"\\u003c/script\\u003e\\u2028\\u003c!--"}'
    """
    data = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return _BREAKING.sub(lambda match: f"\\u{ord(match[0]):04x}", data)


def address(url: str | None) -> str:
    """Return a link to an address of the web, or the address as text where it is none.

    An address that is no `http` or `https` could be a script.

    >>> address("javascript:alert(1)")
    'javascript:alert(1)'
    """
    if not url:
        return ""
    shown = escape(url)
    if re.match(r"https?://[^\s]+\Z", url, re.IGNORECASE) is None:
        return shown
    return f'<a href="{shown}" rel="noopener noreferrer">{shown}</a>'
