"""Build steps: compiles the message catalogues and puts migrations and sample data inside the wheel."""

from io import BytesIO
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Build(BuildHookInterface):  # type: ignore[type-arg]
    """Writes one .mo beside each .po; a wheel also takes the two folders that stand outside src/."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Do it before hatchling collects files; ``version`` is ``standard`` or ``editable``."""
        from babel.messages.mofile import write_mo  # noqa: PLC0415  (a build requirement, absent at run time)
        from babel.messages.pofile import read_po  # noqa: PLC0415

        for po in sorted(Path(self.root, "src/reinsert_cli/locale").glob("*/LC_MESSAGES/*.po")):
            compiled, target = BytesIO(), po.with_suffix(".mo")
            with po.open("rb") as source:
                write_mo(compiled, read_po(source, locale=po.parts[-3]))
            if not target.exists() or target.read_bytes() != compiled.getvalue():  # a program may be reading it
                target.write_bytes(compiled.getvalue())
        if self.target_name == "wheel" and version == "standard":
            for folder in ("migrations", "sample_data"):
                build_data["force_include"][str(Path(self.root, folder))] = f"reinsert_cli/{folder}"
