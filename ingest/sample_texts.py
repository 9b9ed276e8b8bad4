"""Texts by which an export sees how large the values inside a model get; `ingest.quantize` scales by them.

They are a fixed list, so that one model always gives one export, whatever the knowledge says. They only have
to be of the kind that is searched and asked: prose, steps, messages, questions, pasted lines.
"""

from __future__ import annotations

SAMPLES = (
    "How long are the copies of our file server kept before the oldest one is dropped?",
    "Select the disk, confirm that it holds nothing of value, and choose Next to add it to the pool.",
    "The job failed with error 0x80070005: access is denied. Check the account under which the service runs.",
    "A snapshot freezes the volume for a moment, so that open files are copied in a consistent state.",
    "cannot connect to the server, port 443 is blocked by the proxy - who can open it??",
    "1. Stop the service. 2. Rename the folder. 3. Start the service again and watch the event log.",
    "SELECT name, state_desc FROM sys.databases WHERE state_desc <> 'ONLINE';",
    "Event ID 12293, source VSS, level Error, computer SRV-APP-04, 2023-11-07 22:15:41",
    "The certificate expires in 14 days. Renew it before then, or clients will refuse to connect.",
    "Is it enough to have 16 GB of memory and four cores, or does the database need a machine of its own?",
    "Get-Service -Name SQLAgent* | Where-Object Status -ne 'Running' | Start-Service -PassThru",
    "Only local administrators may install the agent; that somebody is a user of the domain is not enough.",
    "Dear team, since the weekend none of the nightly jobs has finished. Could somebody please look at it?",
    "Restoring to the original location overwrites what is there; choose another folder to compare first.",
    "Synchronisation runs every fifteen minutes, a full verification on Sunday at 3 a.m.",
    "What happens to the data in the cloud when nobody pays the invoice?",
    "| Edition | Sockets | Memory | Price |\n| Standard | 2 | 128 GB | on request |",
    "C:\\Program Files\\Vendor\\Product\\Logs\\setup_2024-02-19.log was not found.",
    "The replica is inconsistent because the journal wrapped while the server was switched off.",
    "No. The table lists version 11 and later; older ones have to be upgraded first.",
    "https://portal.example.org/vaults/east/settings?tab=properties#keys",
    "Warning: this erases the whole disk. Partitions and files can't be brought back afterwards.",
    "hi, quick one: does the licence cover two machines? thx",
    "Retention of 30 days with four copies a day makes 120 copies, which stays far below the limit.",
    "Deinstalliere zuerst den alten Agenten, danach muss der Server neu gestartet werden.",
    "The writer reports state [7] Failed, last error: timed out. Restart it and list the writers again.",
    "An administrator who has lost the key cannot decrypt anything; keep a copy in a safe place.",
    "Error 1603 during setup. Exit code 3010 means that a restart is pending.",
    "Which ports must be open between the agent and the server: 135, 5718, 5719, or all dynamic ones?",
    "Network throttling limits the bandwidth in working hours to 2 Mbps and lifts it at night.",
    "The wizard shows a summary. Read it, go back where something is wrong, and choose Install.",
    "Clusters, stand-alone hosts and virtual machines are protected alike, as long as each has the agent.",
    "replication health critical / last success: never / pending 48211 MB",
    "Virtual hard disks in the VHDX format grow up to 64 TB, those in the older format up to 2 TB.",
    "Why does the console ask for a password again although I have only just signed in?",
    "Do not install this on a domain controller, and never beside a mail server.",
    "Of the 1,250 mailboxes 17 could not be read; their owners were on litigation hold.",
    "The tenant was moved to another region, so the address of the service has changed as well.",
    "ok",
    "Set the registry value MaxThreads (DWORD) to 8 under HKEY_LOCAL_MACHINE\\SOFTWARE\\Vendor\\Queue.",
)
