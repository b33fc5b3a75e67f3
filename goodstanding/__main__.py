"""``python -m goodstanding``: the same as the command ``goodstanding``."""

from goodstanding.cli.main import main

if __name__ == "__main__":
    main()
