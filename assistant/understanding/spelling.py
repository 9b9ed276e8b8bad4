"""Mends misspelled domain words before the rules look at a question; everything else is left as typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

_LEXICON = (
    "subscription connectivity connection connected disconnected expired expires deprovisioned deprovision active "
    "reactivated lapsed cancelled renewed internet offline online backup backups restore restores restored recover "
    "recovery replica sharepoint datacenter enterprise standard windows server protection protected protect matrix "
    "passphrase encryption vault credentials credential registration register domain controller workgroup cluster "
    "exchange application scratch storage account framework network virtual machine installer installation install "
    "prerequisite prerequisites database databases frontend volumes folders retention schedule scheduled download "
    "firewall proxy replication redundant geo-redundant locally deployment deprovisioned allowed stopped deleted "
    "supported covered listed azure premises vmware oracle ubuntu mssql mysql postgresql linux hyper-v service services yesterday fifteen fourteen sixteen thirty twenty twelve hours weeks months false wizard extract microsoft reached temporary staging extract agent console certificate minimum recommended memory"
).split()
_BY_LENGTH = tuple(sorted({word for word in _LEXICON if len(word) >= 5}))
# English words that stand one or two letters from a word of the lexicon and mean something else.
_LEAVE = frozenset(
    "reaches reaching reacher preached collected corrected protects restarted restart restarts restored stored expire expiry inspired required desired "
    "retired aired reader leader connects connector connecting backing faults defaults install's installs installed "
    "installing protecting protector protections recovered recovering discover discovery restoring restorer "
    "accounts amount amounts count served servers serves network's networks stores stored folders folder volume "
    "windows's clusters controllers controlled subscriptions subscribe subscribed prescription description standards "
    "register registers registered extracts extracted extra detracted actively inactive passive exact creation "
    "schedules downloads downloaded domains machines tables matrices agents gent urgent recommend recommends minimal "
    "supports support port dependent virtually applications exchanged exchanges consoles certificates certified "
    "database's proxies allow allows followed stopping shopped dropped popped swapped delete deletes "
    "deployments developed employment credits unprotected uninstall uninstalled unregister unregistered unsupported "
    "inactivated deactivated reactivate activated activate retain retained detention attention storages "
    "interned internal external interest concole onlines outline vaults default fault faulty frameworks "
    "expires expects selected restores records record recovers renewal renew locally local loyally region "
    "extracting attract protected projected predicted connection's collection corrections correction collections "
    "direction reconnected reconnect disconnect disconnects disconnection unconnected inspection injection "
    "replicas replicate replicated application's implication duplicate replicating redundancy redundantly azures "
    "active attractive staying stating stage stages started starting deleting depleted completed relented "
    "scratched switch stretch sketch memories temporarily encryption's encrypt encrypted decryption description's "
    "machined magazine imagine marching matching premise promises promised primes minimums maximum optimum".split()
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]{4,}")


def mend_spelling(text: str) -> str:
    """`text` with misspelled domain words of six letters or more put right ("subcription", "sharpoint")."""
    return _WORD.sub(lambda match: _mended(match[0]), text)


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    lower = word.lower()
    if lower in _LEAVE or lower in _BY_LENGTH or len(lower) < 5:
        return word
    allowed = 1 if len(lower) <= 7 else 2
    found = process.extractOne(lower, _BY_LENGTH, scorer=DamerauLevenshtein.distance, score_cutoff=allowed)
    if found is None:
        return word
    best = str(found[0])
    same_start = best[0] == lower[0] or best[1:3] == lower[1:3]
    if len(lower) == 8 and found[1] == 2 and (len(best) < 9 or best[:3] != lower[:3]):
        return word
    plural = lower.rstrip("s") == best or best.rstrip("s") == lower or lower in {best + "ed", best + "ing"}
    return word if plural or not same_start else best


def mend_with(text: str, vocabulary: frozenset[str], known: Callable[[str], bool]) -> str:
    """`text` with words that `known` denies replaced by the one word of `vocabulary` a slip or two away.

    One slip from five letters on, two from eight; the first letter has to agree.
    """

    def mended(match: re.Match[str]) -> str:
        word = match[0]
        lower = word.lower()
        if len(lower) < 5 or lower in vocabulary or known(lower):
            return word
        near = [candidate for candidate in vocabulary if candidate[0] == lower[0]]
        allowed = 1 if len(lower) < 8 else 2
        found = process.extractOne(lower, near, scorer=DamerauLevenshtein.distance, score_cutoff=allowed)
        return str(found[0]) if found else word

    return _WORD.sub(mended, text)
