"""The way from the Azure portal to the end of setup in order: what comes after what, and what is done there.

Input: a step. Output: what is told to one who arrives at it, is at it, or asks for its neighbours. Hit
policy: unique.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.decisions.guide import DOWNLOAD, EXTRACT, INSTALL
from assistant.decisions.sentences import capital
from assistant.decisions.types import DecisionResult, Source, Standing, Statement, headline, reason

NAME = "screens"


@dataclass(frozen=True, slots=True)
class Screen:
    """A step: its key, the section that tells it, and what is done in it.

    `place` names a screen that waits for input, and is empty for what is just selected. `lead` is how one
    comes to it, where that is more than "next". `note` tells more of what is chosen or entered.
    """

    key: str
    source: Source
    task: str
    place: str = ""
    lead: str = ""
    note: str = ""

    @property
    def arrival(self) -> str:
        """What is told to one who comes from the step before."""
        return f"{self.lead}: {self.task}." if self.lead else f"Next, {self.task}."

    @property
    def here(self) -> str:
        """What is told to one who is there."""
        return f"{self.place}: {self.task}." if self.place else f"{capital(self.task)}."


SCREENS = (
    Screen(
        "sign in",
        DOWNLOAD,
        "open the Azure portal on the Azure Stack virtual machine and sign in to your subscription",
    ),
    Screen("all services", DOWNLOAD, "select **All Services** in the menu on the left of the portal"),
    Screen(
        "vaults",
        DOWNLOAD,
        "type *Recovery Services* in the **All services** dialog and select **Recovery Services vaults**: "
        "the vaults of the subscription are listed",
    ),
    Screen("vault", DOWNLOAD, "select your vault in the list: its dashboard opens"),
    Screen(
        "backup",
        DOWNLOAD,
        "select **Backup** in the Getting Started menu of the vault: the backup menu opens",
    ),
    Screen(
        "backup menu",
        DOWNLOAD,
        "choose **On-premises** under **Where is your workload running**, then the workloads under **What do "
        "you want to backup?**; after them comes **Prepare Infrastructure**",
        note="When in doubt about the workloads, choose **Hyper-V Virtual Machines**.",
    ),
    Screen(
        "workloads",
        DOWNLOAD,
        "choose the workloads under **What do you want to backup?**, or **Hyper-V Virtual Machines** when in "
        "doubt; after them comes **Prepare Infrastructure**",
    ),
    Screen("prepare infrastructure", DOWNLOAD, "select **Prepare Infrastructure** below the two choices"),
    Screen(
        "portal download",
        DOWNLOAD,
        "select **Download** in the **Prepare infrastructure** menu: a Microsoft web page opens",
    ),
    Screen("language", DOWNLOAD, "choose a language on the download page, then select **Download**"),
    Screen(
        "files",
        DOWNLOAD,
        "tick **File Name**, which selects all files, then **Next**; save all files in one folder",
        note="All eight files are required: the installer and seven `.bin` files.",
    ),
    Screen(
        "exe", EXTRACT, "open the download location and select **MicrosoftAzureBackupserverInstaller.exe**"
    ),
    Screen(
        "extraction wizard",
        EXTRACT,
        "select **Next** in it",
        "In the Azure Backup Server wizard",
        "The Azure Backup Server wizard opens",
    ),
    Screen(
        "extraction path",
        EXTRACT,
        "choose a path for the files of Azure Backup Server, then select **Next**",
        note="At least 4 GB of free space is required for the extraction.",
    ),
    Screen("extract", EXTRACT, "check that the extraction location is right, then select **Extract**"),
    Screen(
        "finish",
        EXTRACT,
        "once the extraction is complete, select **Finish**",
        note="**Execute setup.exe** is selected by default, so that setup starts.",
    ),
    Screen(
        "setup",
        EXTRACT,
        "Setup.exe runs, since **Execute setup.exe** is selected by default, and installs Microsoft Azure "
        "Backup Server",
    ),
    Screen("launch", INSTALL, "select **Microsoft Azure Backup Server**, which launches the setup wizard"),
    Screen(
        "welcome",
        INSTALL,
        "select **Next** there",
        "On the **Welcome** screen",
        "Next comes the **Welcome** screen",
    ),
    Screen(
        "prerequisite checks",
        INSTALL,
        "select **Check**, and **Next** when the machine meets the requirements",
        "On the **Prerequisite Checks** screen",
        "After **Welcome** comes **Prerequisite Checks**",
    ),
    Screen(
        "sql settings",
        INSTALL,
        "decide on the SQL Server instance, select **Check and Install**, then **Next**",
        "On the **SQL Settings** screen",
        "After **Prerequisite Checks** comes **SQL Settings**",
        "A new instance of SQL Server is the recommended choice.",
    ),
    Screen(
        "installation settings",
        INSTALL,
        "give the location for the files, then select **Next**",
        "In **Installation Settings**",
        "After **SQL Settings** comes **Installation Settings**",
    ),
    Screen(
        "security settings",
        INSTALL,
        "set a strong password for the restricted local user accounts, then select **Next**",
        "In **Security Settings**",
        "After **Installation Settings** comes **Security Settings**",
    ),
    Screen(
        "microsoft update",
        INSTALL,
        "decide whether to use *Microsoft Update*, then select **Next**",
        "On the **Microsoft Update Opt-In** screen",
        "After **Security Settings** comes **Microsoft Update Opt-In**",
        "The guide recommends Microsoft Update.",
    ),
    Screen(
        "summary",
        INSTALL,
        "review it, then select **Install**",
        "At the *Summary of Settings*",
        "After **Microsoft Update Opt-In** comes the *Summary of Settings*",
    ),
    Screen(
        "agent",
        INSTALL,
        "let it check the internet connection, give proxy details if there is none, and select **Next**, "
        "then **Install**",
        "In the installer of the Microsoft Azure Recovery Services agent",
        "After **Install**, Azure Backup Server is installed; then the installer of the Microsoft Azure "
        "Recovery Services agent starts",
    ),
    Screen(
        "agent install",
        INSTALL,
        "select **Install** to install the Microsoft Azure Recovery Services agent, and **Next** when it is "
        "installed",
    ),
    Screen(
        "vault identification",
        INSTALL,
        "select **Browse**, then the vault credentials, **Open** and **Next**",
        "In **Vault Identification** of the **Register Server Wizard**",
        "Once the agent is installed, **Next** opens the **Register Server Wizard**, which registers the "
        "server with the vault and begins with **Vault Identification**",
        "The vault credentials come from **Download** in the **Prepare Infrastructure** menu of the vault.",
    ),
    Screen(
        "encryption setting",
        INSTALL,
        "provide a passphrase and a location to store it, then select **Next**",
        "In **Encryption Setting**",
        "After **Vault Identification** comes **Encryption Setting**",
        "The passphrase may be your own or a generated one; store it where it stays accessible.",
    ),
    Screen(
        "status",
        INSTALL,
        "at the end its **Status** shows that all software has been successfully installed",
        "The installer installs SQL Server and Azure Backup Server",
        "After **Encryption Setting** the server is registered with the vault, and the installer goes on "
        "with SQL Server and Azure Backup Server",
    ),
)
KEYS = tuple(screen.key for screen in SCREENS)


def next_to(key: str, steps: int = 1) -> str:
    """The key of the step so many steps further on; empty beyond either end."""
    at = KEYS.index(key) + steps
    return KEYS[at] if 0 <= at < len(KEYS) else ""


def after(key: str) -> DecisionResult | None:
    """What follows the step `key`; None behind the last one. Raises ValueError for an unknown key."""
    following = next_to(key)
    return arriving(following) if following else None


def arriving(key: str, *, told: bool = False) -> DecisionResult:
    """What is told to one who comes to the step `key`; with `told` also of the one behind it."""
    screen = _screen(key)
    said = [headline(screen.arrival, screen.source)]
    if told and (following := next_to(key)):
        said.append(reason(_screen(following).arrival, _screen(following).source))
    return _result({"to": key}, key, said)


def at(key: str, *, onward: bool = False) -> DecisionResult:
    """What is done in the step `key`; with `onward` also what comes then."""
    screen = _screen(key)
    said = [headline(screen.here, screen.source)]
    if screen.note:
        said.append(reason(screen.note, screen.source))
    if onward and (following := next_to(key)):
        said.append(reason(_screen(following).arrival, _screen(following).source))
    return _result({"at": key}, key, said)


def before(key: str) -> DecisionResult | None:
    """What comes before the step `key`; None for the first one."""
    earlier = next_to(key, -1)
    if not earlier:
        return None
    screen = _screen(earlier)
    said = f"Before that, {screen.here[0].lower()}{screen.here[1:]}"
    return _result({"before": key}, earlier, [headline(said, screen.source)])


def finished() -> DecisionResult:
    """That the step told is the last one."""
    said = "Yes. Setup is over when its **Status** shows that all software has been successfully installed."
    return _result({"to": KEYS[-1]}, KEYS[-1], [headline(said, INSTALL)])


def opened() -> DecisionResult:
    """How the product is opened once it is installed."""
    said = (
        "By its icon on the desktop of the server: the completed installation leaves one there for the "
        "Azure Backup Server console, and another for its PowerShell."
    )
    return _result({"to": "console"}, KEYS[-1], [headline(said, INSTALL)])


CLICKS = {
    "sign in": "the Azure portal",
    "all services": "**All Services**",
    "vaults": "**Recovery Services vaults**",
    "vault": "your vault",
    "backup": "**Backup** (Getting Started)",
    "backup menu": "**On-premises** and the workloads, **Hyper-V Virtual Machines** when in doubt",
    "prepare infrastructure": "**Prepare Infrastructure**",
    "portal download": "**Download**",
    "language": "language and **Download**",
    "files": "**File Name**, **Next**",
}
"""What is clicked on the way from the portal to the files, in order, by step."""


def clicks(start: str = "sign in") -> DecisionResult:
    """The way from the step `start` to the files of the installer, as nothing but what is clicked."""
    keys = list(CLICKS)
    way = " > ".join(CLICKS[key] for key in keys[keys.index(start) :])
    return _result({"from": start}, keys[-1], [headline(f"{capital(way)}.", DOWNLOAD)])


def unfinished(key: str) -> DecisionResult:
    """That setup is not over with the step before `key`, and what is still to come."""
    screen = _screen(key)
    said = f"No, that is not all yet. {screen.arrival}"
    return _result({"to": key}, key, [headline(said, screen.source)])


def every_file() -> DecisionResult:
    """That all files of the installer are to be selected on the download page."""
    screen = _screen("files")
    text = "All of them: tick **File Name**, which selects all eight required files, not the .exe alone."
    return _result({"at": "files"}, "files", [headline(text, screen.source)])


def checked_again(key: str) -> DecisionResult:
    """How a check is repeated once what it found has been mended."""
    text = "Resolve the prerequisite errors, then run **Check Again** on the **Prerequisite Checks** screen."
    if key == "sql settings":
        text = (
            "After a restart of the machine, start the installer again, go to **SQL Settings** and select "
            "**Check Again**."
        )
    said = [headline(text, INSTALL)]
    if key != "sql settings":
        said.append(reason("The screen specifies what isn't met; `DpmSetup.log` lists it as well.", INSTALL))
    return _result({"at": key}, key, said)


def mended(key: str) -> DecisionResult | None:
    """What comes once the `key` check's findings are mended: that check again, and the screen behind it."""
    if key != "prerequisite checks":
        return None
    again = "Run **Check Again** on the **Prerequisite Checks** screen first."
    onward = _screen(next_to(key))
    return _result({"at": key}, key, [headline(again, INSTALL), reason(onward.arrival, onward.source)])


def _screen(key: str) -> Screen:
    return SCREENS[KEYS.index(key)]


def _result(inputs: dict[str, str], outcome: str, said: list[Statement]) -> DecisionResult:
    return DecisionResult(NAME, inputs, outcome, Standing.SETTLED, tuple(said))
