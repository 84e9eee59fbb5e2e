"""A headless Chromium spoken to over a pipe, to see pages as their readers do: nothing to install but the browser."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from select import select
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

PATIENCE = 60
"""How many seconds the browser may stay silent."""

_COMMAND = (
    'exec "$0" --headless --no-sandbox --disable-gpu --hide-scrollbars --remote-debugging-pipe'
    ' --user-data-dir="$1" 3<&"$2" 4>&"$3"'
)


@dataclass
class Browser:
    """One browser with one tab."""

    writing: int
    reading: int
    session: str = ""
    unread: bytes = b""
    events: list[dict[str, Any]] = field(default_factory=list)
    said: int = 0

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command of the DevTools protocol and give what it answers; keep the events told meanwhile."""
        self.said += 1
        message: dict[str, Any] = {"id": self.said, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.writing, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._heard()
            if answer.get("id") == self.said:
                assert "error" not in answer, answer
                return dict(answer["result"])
            self.events.append(answer)

    def _heard(self) -> dict[str, Any]:
        while b"\0" not in self.unread:
            assert select([self.reading], [], [], PATIENCE)[0], "the browser says nothing"
            heard = os.read(self.reading, 1 << 20)
            assert heard, "the browser is gone"
            self.unread += heard
        message, _, self.unread = self.unread.partition(b"\0")
        return dict(json.loads(message))

    def open(self, page: Path, width: int, *, dark: bool = False) -> None:
        """Show ``page`` on a screen ``width`` pixels wide; gives back once it is laid out."""
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.ask("Emulation.setEmulatedMedia", features=scheme)
        self.events.clear()
        self.ask("Page.navigate", url=page.as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(self._heard())

    def tell(self, expression: str) -> Any:
        """Give the value of a JavaScript expression in the page."""
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def complaints(self) -> list[str]:
        """Give what the browser has said against the page since it was opened: errors, refusals of its policy."""
        return [
            str(event["params"])
            for event in self.events
            if event["method"] in {"Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled"}
        ]

    def picture(self, path: Path) -> None:
        """Write a picture of the whole page."""
        width, height = self.tell("[innerWidth, document.documentElement.scrollHeight]")
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        answer = self.ask("Page.captureScreenshot")
        path.write_bytes(b64decode(answer["data"]))

    def printed(self) -> bytes:
        """Give the page as it prints, a PDF."""
        return b64decode(self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"])


@contextmanager
def browsing(folder: Path) -> Iterator[Browser]:
    """Start a browser whose profile stands in ``folder``, and stop it."""
    assert CHROMIUM
    ears, mouth = os.pipe(), os.pipe()
    process = subprocess.Popen(
        ["bash", "-c", _COMMAND, CHROMIUM, str(folder), str(ears[0]), str(mouth[1])],
        pass_fds=(ears[0], mouth[1]), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(ears[0])
    os.close(mouth[1])
    browser = Browser(ears[1], mouth[0])
    try:
        target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
        browser.session = browser.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            browser.ask(f"{domain}.enable")
        yield browser
    finally:
        process.terminate()
        process.wait(PATIENCE)
        os.close(ears[1])
        os.close(mouth[0])
