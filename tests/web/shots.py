"""``make shots``: every page of the test city as a picture, at two widths; look at them all."""

import os
import re
import tempfile
from importlib import import_module
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "build" / "shots"
WIDTHS = (360, 1280)
#: The reader's settings that change every page: one picture of each in Chinese, the rest of English.
LOOKS = {
    "zh": {"language": "zh-hans"},
    "en": {"language": "en"},
    "dark": {"language": "zh-hans", "color_scheme": "dark"},
}


def main() -> None:
    """Serve the city on a server of its own that is thrown away, and photograph it."""
    with tempfile.TemporaryDirectory(prefix="goodstanding-shots-") as name:
        Path(name).chmod(0o755)
        os.environ.update(DJANGO_SETTINGS_MODULE="config.settings", GOODSTANDING_DATA=name)
        import_module("django").setup()
        registers = import_module("benchmarks.city").registers
        with registers(Path(name)) as another, another():
            _photograph()
    print(FOLDER)


def _photograph() -> None:
    browsing = import_module("tests.web.browsing")
    city = import_module("tests.web.city").City()
    pages = import_module("tests.web.pages").pages(city)
    with browsing.served() as address, browsing.chromium() as browser:
        for look, settings in LOOKS.items():
            for width in WIDTHS:
                folder = FOLDER / f"{look}-{width}"
                folder.mkdir(parents=True, exist_ok=True)
                viewport = {"width": width, "height": 900}
                people = {readers[0] for _, readers in pages.values()}
                browsers = {
                    who: browsing.signed_in(
                        browser, address, city, who, viewport=viewport, **settings
                    )
                    for who in people
                }
                for page_name, (path, readers) in pages.items():
                    page = browsers[readers[0]].new_page()
                    page.goto(address + path)
                    file = re.sub(r"\W+", "-", page_name) + ".png"
                    page.screenshot(path=folder / file, full_page=True)
                    page.close()
                for each in browsers.values():
                    each.close()


if __name__ == "__main__":
    main()
