"""The guide's prerequisites for machine, place and installation: each with its section and strength."""

from __future__ import annotations

from assistant.decisions import guide
from assistant.decisions.readiness.checks import Prerequisite
from assistant.decisions.types import Strength

MUST, SHOULD, CAN = Strength.REQUIREMENT, Strength.RECOMMENDATION, Strength.POSSIBILITY

VM_SIZE = Prerequisite(
    "vm-size",
    "Size of the virtual machine",
    MUST,
    guide.VM_SIZE,
    "The machine must be an A2 or larger; the recommended minimum is A2 Standard, 2 cores and 3.5 GB RAM.",
    "Which size is the virtual machine, or how many cores and how much memory does it have?",
    "Resize the virtual machine to A2 or larger.",
    more=(guide.USING_VM,),
    notes=("vm-size-elsewhere",),
)
HOST_IMAGE = Prerequisite(
    "host-image",
    "Operating system image",
    SHOULD,
    guide.USING_VM,
    "The guide recommends beginning with a gallery image of Windows Server 2012 R2 or 2016 Datacenter.",
    "Which operating system image does the virtual machine have?",
    "Create the machine from a Windows Server 2016 or 2012 R2 Datacenter gallery image.",
    notes=("server-os-image",),
)
DEDICATED = Prerequisite(
    "dedicated",
    "Dedicated machine",
    SHOULD,
    guide.USING_VM,
    "Azure Backup Server is meant for a dedicated, single-purpose virtual machine.",
    "Does anything else run on the virtual machine?",
    "Give Azure Backup Server a virtual machine of its own.",
)
EXCLUDED_ROLE = Prerequisite(
    "host-role",
    "No excluded role",
    MUST,
    guide.USING_VM,
    "It can't be installed on a domain controller, with the Application Server role, where Exchange Server "
    "runs, or on a cluster node.",
    "Which role does the computer have?",
    "Use another virtual machine, one that is dedicated to Azure Backup Server.",
)
DOMAIN = Prerequisite(
    "domain",
    "Domain membership",
    MUST,
    guide.JOINING_DOMAIN,
    "The virtual machine must be a member of a domain.",
    "Is the virtual machine joined to a domain?",
    "Join the virtual machine to its domain before installing.",
    more=(guide.USING_VM,),
    notes=("domain-order-elsewhere",),
)
INSTALLER = Prerequisite(
    "installer-account",
    "Installing user",
    MUST,
    guide.JOINING_DOMAIN,
    "The installation must be run by a domain user who has administrator privileges.",
    "Is the installing account a domain user with administrator privileges on the machine?",
    "Sign in as a domain user with administrator privileges on the virtual machine.",
)
DOTNET = Prerequisite(
    "dotnet",
    ".NET Framework",
    MUST,
    guide.DOTNET,
    ".NET Framework 3.5 SP1 or higher must be present on the virtual machine.",
    "Which .NET Framework version is installed?",
    "Install .NET Framework 3.5 SP1 or higher.",
    notes=("dotnet-version",),
)
SQL_INSTANCE = Prerequisite(
    "sql-instance",
    "SQL Server instance",
    MUST,
    guide.INSTALL,
    "The SQL Server instance must be local: one from the installer is recommended, an own one allowed.",
    "Which SQL Server instance will be used: the bundled one, your own local one, or a remote one?",
    "Let the installer add a new local instance of SQL Server.",
    notes=("remote-sql-elsewhere",),
)
VIRTUAL_NETWORK = Prerequisite(
    "virtual-network",
    "One virtual network",
    MUST,
    guide.VIRTUAL_NETWORK,
    "All virtual machines of a workload must be in one Azure virtual network and one Azure subscription.",
    "Are all virtual machines of the workload in the same virtual network?",
    "Place the virtual machines of the workload in one virtual network.",
)
SUBSCRIPTION = Prerequisite(
    "same-subscription",
    "One subscription",
    MUST,
    guide.VIRTUAL_NETWORK,
    "All virtual machines of a workload must be in one Azure virtual network and one Azure subscription.",
    "Are all virtual machines of the workload in the same Azure subscription?",
    "Place the virtual machines of the workload in one subscription.",
)
EXTRACTION = Prerequisite(
    "extraction",
    "Space to extract",
    MUST,
    guide.EXTRACT,
    "Extracting the setup files takes at least 4 GB of free space.",
    "How much space is free where the setup files will be extracted?",
    "Free at least 4 GB, or extract to another drive.",
)
SCRATCH = Prerequisite(
    "scratch",
    "Scratch location",
    MUST,
    guide.INSTALL,
    "The scratch location must hold at least 5 % of the data that is to go to Azure.",
    "How much data is to be backed up to Azure, and how large is the scratch location?",
    "Put the scratch location where at least 5 % of that data fits.",
)
BACKUP_STORAGE = Prerequisite(
    "backup-storage",
    "Backup storage",
    MUST,
    guide.BACKUP_STORAGE,
    "Backup storage must be added even when data also goes to Azure: the first copy is local and mandatory.",
    "Are disks attached for backup storage?",
    "Attach at least one disk for backup storage.",
)
DATA_DISKS = Prerequisite(
    "data-disks",
    "Data disks of the size",
    MUST,
    guide.STORING_DATA,
    "A size limits the attached disks: A2 takes 4, A3 takes 8, A4 takes 16.",
    "Which size is the virtual machine, and how many data disks does it need?",
    "Choose a size that takes more disks, or attach fewer and larger ones.",
    later=True,
)
LOCAL_RETENTION = Prerequisite(
    "local-retention",
    "Retention on attached disks",
    SHOULD,
    guide.STORING_DATA,
    "Backup data should stay on attached disks for no more than five days; what is older belongs in Azure.",
    "For how many days will backup data stay on the attached disks?",
    "Limit local retention to five days and store older data in Azure.",
    later=True,
    notes=("local-retention-one-day",),
)
SUBSCRIPTION_STATE = Prerequisite(
    "subscription-state",
    "Healthy subscription",
    MUST,
    guide.NETWORK,
    "The Azure subscription needs to be healthy; only Active allows all four operations.",
    "Which state does the subscription show: Active, Expired or Deprovisioned?",
    "Bring the subscription to Active in the subscription portal.",
)
VAULT = Prerequisite(
    "vault",
    "Recovery Services vault",
    MUST,
    guide.STORING_DATA,
    "Storing backup data in Azure takes a Recovery Services vault; a new or an existing one will do.",
    "Is there a Recovery Services vault for this server?",
    "Create a Recovery Services vault, or choose an existing one.",
    more=(guide.INSTALL,),
)
VAULT_CREDENTIALS = Prerequisite(
    "vault-credentials",
    "Vault credentials",
    MUST,
    guide.INSTALL,
    "The registration asks for the vault credentials file, downloaded from the vault.",
    "Is the vault credentials file at hand?",
    "Download the vault credentials from the Prepare Infrastructure menu and note where they are saved.",
    notes=("vault-credentials-validity",),
)
PASSPHRASE = Prerequisite(
    "passphrase",
    "Passphrase and a place for it",
    MUST,
    guide.INSTALL,
    "Setup asks for a passphrase and a location to store it; Microsoft neither saves nor manages it.",
    "Is there a passphrase, or will one be generated, and is there an accessible place to keep it?",
    "Choose or generate a passphrase and prepare an accessible place to save it.",
    notes=("passphrase-length",),
)
PASSWORD = Prerequisite(
    "strong-password",
    "Password for restricted accounts",
    MUST,
    guide.INSTALL,
    "Setup asks for a strong password for the restricted local user accounts.",
    "Is a strong password for the restricted local accounts ready?",
    "Prepare a strong password for the Security Settings page.",
)
INTERNET = Prerequisite(
    "internet",
    "Internet at agent installation",
    MUST,
    guide.INSTALL,
    "The agent installer checks for Internet connectivity; without it, proxy details are needed.",
    "Does the machine reach the Internet directly, through a proxy, or not at all?",
    "Give the machine Internet access, or have the proxy details ready.",
)
ALLOWLIST = Prerequisite(
    "allowlist",
    "Firewall and proxy list",
    MUST,
    guide.RECOVERING,
    "With limited Internet access, firewall and proxy must let the guide's six URLs and two ranges through.",
    "Is Internet access limited, and which names and ranges are let through?",
    "Add the missing names and ranges to the firewall or proxy.",
    notes=("firewall-newer-names",),
)
AZURE_CONNECTION = Prerequisite(
    "azure-connection",
    "Connection to Azure Backup",
    MUST,
    guide.NETWORK,
    "The server needs to reach the Azure Backup service; Get-DPMCloudConnection then returns TRUE.",
    "What does Get-DPMCloudConnection return?",
    "Restore the connection, then run Get-DPMCloudConnection again.",
    later=True,
)
STORAGE_ACCOUNT = Prerequisite(
    "storage-account",
    "Storage account of its own",
    SHOULD,
    guide.VM_PERFORMANCE,
    "The virtual machine should have a storage account of its own: sharing one costs performance.",
    "Does the virtual machine have a storage account of its own?",
    "Move the virtual machine to a storage account of its own.",
)
CACHE_DRIVE = Prerequisite(
    "cache-drive",
    "Cache on C:",
    CAN,
    guide.TEMPORARY_DISK,
    "The cache location can be on C:, which saves space on the data disks.",
    "On which drive is the cache location?",
    "Put the cache location on C: to spare the data disks.",
)
STAGING_DRIVE = Prerequisite(
    "staging-drive",
    "Staging on D:",
    CAN,
    guide.TEMPORARY_DISK,
    "The local staging area can be on D:, the temporary disk, which saves space on the data disks.",
    "On which drive is the local staging area?",
    "Put the staging area on D: to spare the data disks.",
)
INSTALLER_FILES = Prerequisite(
    "installer-files",
    "Installer files",
    MUST,
    guide.DOWNLOAD,
    "The installer is eight files, one .exe and seven .bin, and all belong in one folder.",
    "Are all eight installer files in one folder?",
    "Download all eight files into one folder.",
)
MICROSOFT_UPDATE = Prerequisite(
    "microsoft-update",
    "Microsoft Update",
    SHOULD,
    guide.INSTALL,
    "The guide recommends Microsoft Update for security and other important updates.",
    "Will Microsoft Update be used?",
    "Opt in to Microsoft Update on its setup page.",
    later=True,
)

ALL = (
    VM_SIZE,
    HOST_IMAGE,
    DEDICATED,
    EXCLUDED_ROLE,
    DOMAIN,
    INSTALLER,
    DOTNET,
    SQL_INSTANCE,
    VIRTUAL_NETWORK,
    SUBSCRIPTION,
    STORAGE_ACCOUNT,
    CACHE_DRIVE,
    STAGING_DRIVE,
    BACKUP_STORAGE,
    DATA_DISKS,
    LOCAL_RETENTION,
    SUBSCRIPTION_STATE,
    VAULT,
    INSTALLER_FILES,
    EXTRACTION,
    SCRATCH,
    PASSWORD,
    MICROSOFT_UPDATE,
    INTERNET,
    ALLOWLIST,
    VAULT_CREDENTIALS,
    PASSPHRASE,
    AZURE_CONNECTION,
)
