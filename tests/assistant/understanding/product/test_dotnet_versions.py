"""Versions of .NET Framework are told from those of .NET Core and later ones."""

from __future__ import annotations

from rows import every

from assistant.understanding.product.dotnet_versions import bare_version, dotnet_told
from assistant.understanding.server.machine_facts import read_machine


@every(
    ("text", "told"),
    [
        (".NET Core 3.1 is installed", "Core 3.1"),
        ("dotnet core 2.2 only", "Core 2.2"),
        ("net core 3.1 enough", "Core 3.1"),
        ("asp.net core 8 hosting bundle", "Core 8"),
        (".NET Core runtime 3.1 there", "Core 3.1"),
        ("we only have .net standard 2.0", "Standard 2.0"),
        ("we have .NET 6 runtime on it", "6"),
        ("dotnet 7 sdk", "7"),
        (".NET Core 3.1 and .NET Framework 4.8", "4.8"),
        (".NET 6 and framework 3.0", "3.0"),
        ("dotnet 6 instead of framework 3.5", "6"),
        (".net 3.5 sp1", "3.5 sp1"),
        (".net 3.5 without SP1", "3.5"),
        (".NET 3.5 and 4.8", "4.8"),
        (".NET 4.8 and 4.5.2", "4.8"),
        ("net 4.7.2", "4.7.2"),
        ("core switch 3.1", ""),
        ("server core 2016", ""),
    ],
)
def test_the_version_that_is_told(text: str, told: str) -> None:
    assert dotnet_told(text) == told


def test_a_version_may_stand_without_its_name() -> None:
    assert bare_version("we installed 4.8 then") == "4.8"
    assert bare_version("we installed it at 10:30") == ""


def test_the_core_of_dotnet_is_no_core_of_a_machine() -> None:
    assert read_machine("asp.net core 8 is on it").get("cores") is None
    assert read_machine("16 cores, .NET Core 8")["cores"] == 16
