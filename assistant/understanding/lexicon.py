"""Words for mending spelling: what is mended to, and what looks like a slip of it but is not."""

from __future__ import annotations

from assistant.understanding.patterns import word_set

# Words of the domain, of five letters or more.
LEXICON = word_set(
    "subscription connectivity connection connected disconnected expired expires deprovisioned "
    "deprovision active reactivated lapsed cancelled renewed internet offline online backup backups "
    "restore restores restored recover recovery replica sharepoint datacenter enterprise standard "
    "windows server protection protected protect matrix passphrase encryption vault credentials "
    "credential registration register domain controller workgroup cluster exchange application scratch "
    "storage account framework network virtual machine installer installation install prerequisite "
    "prerequisites database databases frontend volumes folders retention schedule scheduled download "
    "firewall proxy replication redundant geo-redundant locally deployment allowed stopped deleted "
    "supported covered listed azure premises vmware oracle ubuntu mssql mysql postgresql linux hyper-v "
    "service services yesterday fifteen fourteen sixteen thirty twenty twelve hours weeks months false "
    "wizard extract microsoft reached temporary staging agent console certificate minimum recommended "
    "memory broke retrieve recovered backed handle handled unsupported hyperv oracle mysql sqlserver "
    "contact uplink outage broken unable couple quarter morning except state reach works hooked "
    "point points again isolated unreachable collapsed blocked repaired interrupted failed talking "
    "reachable stable status billing communicate possible permitted forbidden prevented night today month "
    "eleven thirteen seventeen eighteen nineteen other stack "
    "server's outages release vsphere vmware's virtual host hosts guest guests"
)
# Words whose four-letter slips are mended too, where one letter has been dropped or two were swapped.
SHORT_SLIPS = word_set(
    "weeks works reach hours month state cloud azure vault disks night point again months other"
)
# English words that stand one or two letters from a word of the lexicon and mean something else.
LEAVE = word_set(
    "reaches reaching reacher preached collected corrected protects restarted restart restarts stored "
    "expire expiry inspired required desired retired aired reader leader connects connector connecting "
    "backing faults defaults install's installs installed installing protecting protector protections "
    "production productions "
    "recovering discover discovery restoring restorer accounts amount amounts count served "
    "servers serves network's networks stores folder volume windows's clusters controllers controlled "
    "subscriptions subscribe subscribed prescription description standards registers registered "
    "extracts extracted extra detracted actively inactive passive exact creation schedules downloads "
    "downloaded domains machines tables matrices agents urgent recommend recommends minimal supports "
    "support dependent virtually applications exchanged exchanges consoles certificates certified "
    "database's proxies allow allows followed stopping shopped dropped popped swapped delete deletes "
    "deployments developed employment credits unprotected uninstall uninstalled unregister unregistered "
    "inactivated deactivated reactivate activated activate retain retained detention "
    "attention storages interned internal external interest onlines outline vaults default fault faulty "
    "frameworks expects selected records record recovers renewal renew local loyally region extracting "
    "attract projected predicted connection's collection corrections correction collections direction "
    "reconnected reconnect disconnect disconnects disconnection unconnected inspection injection "
    "replicas replicate replicated application's implication duplicate replicating redundancy "
    "redundantly azures attractive staying stating stage stages started starting deleting depleted "
    "completed relented scratched switch stretch sketch memories temporarily encryption's encrypt "
    "encrypted decryption description's machined magazine imagine marching matching premise promises "
    "promised primes minimums maximum optimum allotted blocker breach broker building collapse "
    "communicated communicating communications communication comparing constant contacted contacts "
    "contract contracts contrast enable excerpt excerpts filed filling interrupt joint locked monthly "
    "paint pointer pointers prepared presented presents prevents print prints readable released releases "
    "reverted searchable stale stated stats storable suitable table taking tables teach there "
    "tracking tunable unlink unlinked unlocked unpaired unstable unusable usable violated walking willing "
    "words worms world forks walks impossible possibly might right light sight tight fight nights weight "
    "eight height tonight toady toddy mouth month's gas against gain quest guess guessed most lost ghost "
    "hots costs posts boost hosted hostess morningstar warning warnings mourning stare start stage state's "
    "skate slate taste haste static station permits permit submitted committed remitted admitted omitted "
    "booked looked cooked hooks hook rooted uplinks peach react reaction beach roach "
    "coupled couples couplet supple quartet quarters outrage usage outrages broker's awoken spoken token "
    "yours ours tours others otter mother bother stacks snack slack track elevens "
    "tabled cables cable enabled blocks blocking clocked flocked knocked stocked docked locked"
)
