"""Build this checkout's site: `python build.py` is `backstory build`."""

import sys

from generator.cli import main

if __name__ == "__main__":
    sys.argv.insert(1, "build")
    main()
