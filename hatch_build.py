"""Build steps: compiles the message catalogues and puts migrations and sample data inside the wheel."""

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
            draft = po.with_suffix(".mo.part")
            with po.open("rb") as source, draft.open("wb") as target:
                write_mo(target, read_po(source, locale=po.parts[-3]))
            draft.replace(po.with_suffix(".mo"))  # in one step: a program that runs from here reads the old or the new
        if self.target_name == "wheel" and version == "standard":
            for folder in ("migrations", "sample_data"):
                build_data["force_include"][str(Path(self.root, folder))] = f"reinsert_cli/{folder}"
