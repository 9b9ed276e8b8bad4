"""Symbolic constants of Windows and the codes they stand for, as far as backup logs show them."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.codes.entries import CodeId

_HRESULTS = {
    "E_ACCESSDENIED": "0x80070005",
    "E_FAIL": "0x80004005",
    "E_INVALIDARG": "0x80070057",
    "E_OUTOFMEMORY": "0x8007000E",
    "E_POINTER": "0x80004003",
    "E_UNEXPECTED": "0x8000FFFF",
    "CO_E_SERVER_EXEC_FAILURE": "0x80080005",
    "CO_E_RUNAS_LOGON_FAILURE": "0x8000401A",
    "SEC_E_WRONG_PRINCIPAL": "0x80090322",
}
_VSS = {
    "VSS_E_BAD_STATE": "0x80042301",
    "VSS_E_UNEXPECTED": "0x80042302",
    "VSS_E_PROVIDER_VETO": "0x80042306",
    "VSS_E_OBJECT_NOT_FOUND": "0x80042308",
    "VSS_E_VOLUME_NOT_SUPPORTED": "0x8004230C",
    "VSS_E_SNAPSHOT_SET_IN_PROGRESS": "0x80042316",
    "VSS_E_MAXIMUM_NUMBER_OF_SNAPSHOTS_REACHED": "0x80042317",
    "VSS_E_INSUFFICIENT_STORAGE": "0x8004231F",
    "VSS_E_WRITERERROR_INCONSISTENTSNAPSHOT": "0x800423F0",
    "VSS_E_WRITERERROR_OUTOFRESOURCES": "0x800423F1",
    "VSS_E_WRITERERROR_TIMEOUT": "0x800423F2",
    "VSS_E_WRITERERROR_RETRYABLE": "0x800423F3",
    "VSS_E_WRITERERROR_NONRETRYABLE": "0x800423F4",
    "VSS_E_WRITER_STATUS_NOT_AVAILABLE": "0x80042409",
}
_WIN32 = {
    "ERROR_FILE_NOT_FOUND": "2",
    "ERROR_PATH_NOT_FOUND": "3",
    "ERROR_ACCESS_DENIED": "5",
    "ERROR_SHARING_VIOLATION": "32",
    "ERROR_DISK_FULL": "112",
    "ERROR_INVALID_NAME": "123",
    "ERROR_SEM_TIMEOUT": "121",
    "ERROR_NOT_FOUND": "1168",
    "ERROR_FILE_CORRUPT": "1392",
    "ERROR_SERVICE_REQUEST_TIMEOUT": "1053",
    "ERROR_IO_DEVICE": "1117",
    "ERROR_LOGON_FAILURE": "1326",
    "ERROR_NO_SYSTEM_RESOURCES": "1450",
    "ERROR_INSTALL_FAILURE": "1603",
    "RPC_S_SERVER_UNAVAILABLE": "1722",
    "RPC_S_SERVER_TOO_BUSY": "1723",
    "RPC_S_CALL_FAILED": "1726",
    "EPT_S_NOT_REGISTERED": "1753",
}
_WINSOCK = {
    "WSAEACCES": "10013",
    "WSAENETUNREACH": "10051",
    "WSAECONNABORTED": "10053",
    "WSAECONNRESET": "10054",
    "WSAEADDRINUSE": "10048",
    "WSAETIMEDOUT": "10060",
    "WSAECONNREFUSED": "10061",
    "WSAEHOSTUNREACH": "10065",
    "WSAHOST_NOT_FOUND": "11001",
}

SYMBOLS: Mapping[str, CodeId] = {
    **{name: CodeId("hresult", value) for name, value in (_HRESULTS | _VSS).items()},
    **{name: CodeId("win32", value) for name, value in _WIN32.items()},
    **{name: CodeId("winsock", value) for name, value in _WINSOCK.items()},
}
"""Name in upper case to the code it stands for."""

WELL_KNOWN = frozenset(code for code in SYMBOLS.values() if code.value.isdecimal() and len(code.value) > 3)
"""Numbers of Windows that are told by themselves, without a cue: "connect timed out, 10060"."""
