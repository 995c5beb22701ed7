"""``python -m bilateral``: the command line."""

from __future__ import annotations

from bilateral.cli import main

if __name__ == "__main__":
    main()
