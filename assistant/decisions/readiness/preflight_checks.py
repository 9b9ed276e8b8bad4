"""How each prerequisite reads its facts: one function from the known facts to a verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from assistant.decisions import network
from assistant.decisions.calculations import installer, limits
from assistant.decisions.readiness import machine, machine_size
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Prerequisite, Status, flag_check, unknown, verdict
from assistant.decisions.readiness.facts import FactValue
from assistant.decisions.reading.durations import Duration
from assistant.decisions.reading.quantities import Size
from assistant.decisions.states.connectivity_rules import Subscription
from assistant.decisions.types import DecisionInputError, DecisionResult

Facts = Mapping[str, FactValue]


def _text(facts: Facts, name: str) -> str:
    value = facts.get(name)
    return value if isinstance(value, str) else ""


def _flag(facts: Facts, name: str) -> bool | None:
    value = facts.get(name)
    return value if isinstance(value, bool) else None


def _count(facts: Facts, name: str) -> int | None:
    value = facts.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _number(facts: Facts, name: str) -> Decimal | None:
    value = facts.get(name)
    return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _size(facts: Facts, name: str) -> Size | None:
    value = _number(facts, name)
    return None if value is None else Size(value * 10**9)


def _vm_size(facts: Facts) -> DecisionResult:
    return machine_size.vm_size(_text(facts, "vm_size"), _count(facts, "cores"), _number(facts, "memory_gb"))


_ROLES = {
    "domain_controller": "domain controller",
    "application_server_role": "application server",
    "exchange_running": "exchange",
    "cluster_node": "cluster node",
}


def _roles(facts: Facts) -> DecisionResult:
    told = {name: _flag(facts, name) for name in _ROLES}
    if roles := [_ROLES[name] for name, present in told.items() if present]:
        return machine.host_roles(roles)
    if all(present is False for present in told.values()):
        inputs = dict.fromkeys(_ROLES.values(), "no")
        return verdict(
            items.EXCLUDED_ROLE, Status.PASS, "None of the four excluded roles is present.", inputs=inputs
        )
    return unknown(items.EXCLUDED_ROLE)


def _dotnet(facts: Facts) -> DecisionResult:
    try:
        return machine.dotnet(_text(facts, "dotnet_version"))
    except DecisionInputError as error:
        raise DecisionInputError(error.message, "dotnet_version") from error


def _backup_storage(facts: Facts) -> DecisionResult:
    disks = _count(facts, "backup_disks")
    attached = None if disks is None else disks > 0
    yes = "Disks for backup storage are attached."
    return flag_check(items.BACKUP_STORAGE, attached, yes, "No disk is attached for backup storage.")


def _data_disks(facts: Facts) -> DecisionResult:
    size, disks = _text(facts, "vm_size"), _count(facts, "backup_disks")
    if disks is None or not size:
        return unknown(items.DATA_DISKS)
    return limits.data_disks(size, disks or None)


def _scratch(facts: Facts) -> DecisionResult:
    data, space = _size(facts, "azure_data_gb"), _size(facts, "scratch_gb")
    if data is not None and not data.bytes:
        said = "No data is planned for Azure, so no scratch space is asked for it."
        return verdict(items.SCRATCH, Status.PASS, said, inputs={"data": "0 GB"})
    return unknown(items.SCRATCH) if data is None or space is None else limits.scratch(data, space)


def _retention(facts: Facts) -> DecisionResult:
    days = _number(facts, "local_retention_days")
    return limits.local_retention(None if days is None else Duration(days, days))


def _subscription(facts: Facts) -> DecisionResult:
    state = _text(facts, "subscription_state")
    healthy = None if not state else state == Subscription.ACTIVE
    no = f"The subscription is {state}: backups are stopped until it is Active."
    return flag_check(items.SUBSCRIPTION_STATE, healthy, "The subscription is Active.", no)


def _passphrase(facts: Facts) -> DecisionResult:
    chosen, place = _flag(facts, "passphrase"), _flag(facts, "passphrase_location")
    both = None if chosen is None or place is None else chosen and place
    both = False if chosen is False or place is False else both
    lacking = (
        "A passphrase is missing." if chosen is False else "There is no accessible place for the passphrase."
    )
    return flag_check(items.PASSPHRASE, both, "A passphrase and a place for it are prepared.", lacking)


def _internet(facts: Facts) -> DecisionResult:
    way, details = _text(facts, "internet"), _flag(facts, "proxy_details")
    inputs = {"internet": way}
    if way == "direct":
        return verdict(items.INTERNET, Status.PASS, "The machine reaches the Internet.", inputs=inputs)
    if way == "proxy" and details:
        return verdict(
            items.INTERNET, Status.PASS, "A proxy leads out, and its details are at hand.", inputs=inputs
        )
    if way == "none" or details is False:
        said = (
            "The machine has no Internet access." if way == "none" else "The proxy details are not at hand."
        )
        return verdict(items.INTERNET, Status.FAIL, said, inputs=inputs)
    return unknown(items.INTERNET)


def _allowlist(facts: Facts) -> DecisionResult:
    limited, allowed = _flag(facts, "limited_internet"), facts.get("allowed_destinations")
    if limited is False:
        said = "Internet access is not limited, so no list is needed."
        return verdict(items.ALLOWLIST, Status.PASS, said, inputs={"limited": "no"})
    if not isinstance(allowed, list):
        return unknown(items.ALLOWLIST)
    try:
        lacking = network.missing_entries(allowed)
    except DecisionInputError as error:
        raise DecisionInputError(error.message, "allowed_destinations") from error
    said = (
        f"Not let through: {', '.join(lacking)}."
        if lacking
        else "Everything on the guide's list is let through."
    )
    inputs = {"allowed": ", ".join(allowed)}
    return verdict(items.ALLOWLIST, Status.FAIL if lacking else Status.PASS, said, inputs=inputs)


def _drive(item: Prerequisite, name: str, letter: str) -> Callable[[Facts], DecisionResult]:
    def check(facts: Facts) -> DecisionResult:
        drive = _text(facts, name).strip().upper()[:1]
        used = drive == letter if drive else None
        no = f"It is on {drive}:, which is fine; {letter}: would spare the data disks."
        return flag_check(item, used, f"It is on {letter}:.", no)

    return check


def _plain(item: Prerequisite, name: str, yes: str, no: str) -> Callable[[Facts], DecisionResult]:
    return lambda facts: flag_check(item, _flag(facts, name), yes, no)


def _files(facts: Facts) -> DecisionResult:
    exe, binaries = _count(facts, "installer_exe_files"), _count(facts, "installer_bin_files")
    return installer.installer_files(exe, binaries, _flag(facts, "installer_one_folder"))


def _account(facts: Facts) -> DecisionResult:
    return machine.installer_account(
        _flag(facts, "installer_domain_user"), _flag(facts, "installer_administrator")
    )


def _checks() -> Iterator[tuple[Prerequisite, Callable[[Facts], DecisionResult]]]:
    """Each prerequisite with the check that reads its facts, in the order of the installation."""
    yield items.VM_SIZE, _vm_size
    yield items.HOST_IMAGE, lambda facts: machine.host_image(_text(facts, "os"))
    alone = "The machine is for Azure Backup Server alone."
    yield items.DEDICATED, _plain(items.DEDICATED, "dedicated", alone, "The machine has other purposes too.")
    yield items.EXCLUDED_ROLE, _roles
    yield items.DOMAIN, lambda facts: machine.domain(_flag(facts, "domain_joined"))
    yield items.INSTALLER, _account
    yield items.DOTNET, _dotnet
    yield items.SQL_INSTANCE, lambda facts: machine.sql_instance(_text(facts, "sql_instance"))
    one = "All machines of the workload share one virtual network."
    no = "The machines of the workload are in different virtual networks."
    yield items.VIRTUAL_NETWORK, _plain(items.VIRTUAL_NETWORK, "same_virtual_network", one, no)
    one = "All machines of the workload share one subscription."
    no = "The machines of the workload are in different subscriptions."
    yield items.SUBSCRIPTION, _plain(items.SUBSCRIPTION, "same_subscription", one, no)
    own, shared = "It has a storage account of its own.", "It shares its storage account with other machines."
    yield items.STORAGE_ACCOUNT, _plain(items.STORAGE_ACCOUNT, "separate_storage_account", own, shared)
    yield items.CACHE_DRIVE, _drive(items.CACHE_DRIVE, "cache_drive", "C")
    yield items.STAGING_DRIVE, _drive(items.STAGING_DRIVE, "staging_drive", "D")
    yield items.BACKUP_STORAGE, _backup_storage
    yield items.DATA_DISKS, _data_disks
    yield items.LOCAL_RETENTION, _retention
    yield items.SUBSCRIPTION_STATE, _subscription
    yield (
        items.VAULT,
        _plain(items.VAULT, "vault", "There is a vault.", "There is no Recovery Services vault."),
    )
    yield items.INSTALLER_FILES, _files
    yield items.EXTRACTION, lambda facts: installer.extraction(_size(facts, "extraction_free_gb"))
    yield items.SCRATCH, _scratch
    ready, missing = "A strong password is ready.", "There is no strong password yet."
    yield items.PASSWORD, _plain(items.PASSWORD, "strong_password", ready, missing)
    used, unused = "Microsoft Update will be used.", "Microsoft Update will not be used."
    yield items.MICROSOFT_UPDATE, _plain(items.MICROSOFT_UPDATE, "microsoft_update", used, unused)
    yield items.INTERNET, _internet
    yield items.ALLOWLIST, _allowlist
    at_hand, not_yet = "The vault credentials are at hand.", "The vault credentials are not at hand."
    yield items.VAULT_CREDENTIALS, _plain(items.VAULT_CREDENTIALS, "vault_credentials", at_hand, not_yet)
    yield items.PASSPHRASE, _passphrase
    true, false = (
        "Get-DPMCloudConnection returns TRUE.",
        "Get-DPMCloudConnection returns FALSE: no connection.",
    )
    yield items.AZURE_CONNECTION, _plain(items.AZURE_CONNECTION, "azure_connection", true, false)


CHECKS = dict(_checks())
