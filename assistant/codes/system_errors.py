"""What Windows itself calls its error numbers: said of a code that the reference has no entry for.

Names and numbers are those of winerror.h and wininet.h, the meanings are in our own words. Source: the pages
"System Error Codes" and "Internet Error Codes" of MicrosoftDocs/win32.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from assistant.answer import Evidence
from assistant.codes.entries import CodeId

_WRAPS_WIN32 = "0x8007"
_LISTED = """
2 ERROR_FILE_NOT_FOUND a file is not found
3 ERROR_PATH_NOT_FOUND a path is not found
6 ERROR_INVALID_HANDLE a handle is not valid
8 ERROR_NOT_ENOUGH_MEMORY there is too little memory
14 ERROR_OUTOFMEMORY there is too little memory
19 ERROR_WRITE_PROTECT the medium is write-protected
21 ERROR_NOT_READY the device is not ready
23 ERROR_CRC data on a disk is damaged (cyclic redundancy check)
31 ERROR_GEN_FAILURE an attached device does not work
32 ERROR_SHARING_VIOLATION another process is using the file
33 ERROR_LOCK_VIOLATION another process has locked a part of the file
39 ERROR_HANDLE_DISK_FULL the disk is full
50 ERROR_NOT_SUPPORTED the request is not supported
53 ERROR_BAD_NETPATH the network path is not found
55 ERROR_DEV_NOT_EXIST the network resource or device is no longer there
59 ERROR_UNEXP_NET_ERR an unexpected network error occurred
64 ERROR_NETNAME_DELETED the network name is no longer available
65 ERROR_NETWORK_ACCESS_DENIED access over the network is denied
67 ERROR_BAD_NET_NAME the network name is not found
71 ERROR_REQ_NOT_ACCEP the remote computer accepts no more connections
80 ERROR_FILE_EXISTS the file exists already
86 ERROR_INVALID_PASSWORD the network password is wrong
87 ERROR_INVALID_PARAMETER a parameter is wrong
109 ERROR_BROKEN_PIPE the other end of a pipe is closed
112 ERROR_DISK_FULL there is too little space on the disk
121 ERROR_SEM_TIMEOUT a device or connection did not respond in time (semaphore timeout)
122 ERROR_INSUFFICIENT_BUFFER a buffer is too small
123 ERROR_INVALID_NAME the name of a file, folder or volume is not valid
126 ERROR_MOD_NOT_FOUND a module is not found
127 ERROR_PROC_NOT_FOUND a procedure is not found
145 ERROR_DIR_NOT_EMPTY the folder is not empty
161 ERROR_BAD_PATHNAME the path is not valid
170 ERROR_BUSY the resource is in use
183 ERROR_ALREADY_EXISTS the file exists already
193 ERROR_BAD_EXE_FORMAT the file is no valid Windows program
206 ERROR_FILENAME_EXCED_RANGE the file name or its extension is too long
258 WAIT_TIMEOUT a wait timed out
267 ERROR_DIRECTORY the folder name is not valid
1053 ERROR_SERVICE_REQUEST_TIMEOUT a service took too long to answer an order to start or to stop
1056 ERROR_SERVICE_ALREADY_RUNNING the service is running already
1058 ERROR_SERVICE_DISABLED the service is disabled
1060 ERROR_SERVICE_DOES_NOT_EXIST the service is not installed
1061 ERROR_SERVICE_CANNOT_ACCEPT_CTRL the service can't take control messages at the moment
1062 ERROR_SERVICE_NOT_ACTIVE the service is not started
1066 ERROR_SERVICE_SPECIFIC_ERROR the service returned an error of its own
1067 ERROR_PROCESS_ABORTED the process ended unexpectedly
1068 ERROR_SERVICE_DEPENDENCY_FAIL a service that it depends on did not start
1069 ERROR_SERVICE_LOGON_FAILED the service did not start because its log-on failed
1072 ERROR_SERVICE_MARKED_FOR_DELETE the service is marked for deletion
1075 ERROR_SERVICE_DEPENDENCY_DELETED a service that it depends on does not exist
1112 ERROR_NO_MEDIA_IN_DRIVE there is no medium in the drive
1117 ERROR_IO_DEVICE a device failed at input or output
1130 ERROR_NOT_ENOUGH_SERVER_MEMORY the server has too little storage for the command
1167 ERROR_DEVICE_NOT_CONNECTED the device is not connected
1168 ERROR_NOT_FOUND an element is not found
1203 ERROR_NO_NET_OR_BAD_PATH no network provider took the path
1219 ERROR_SESSION_CREDENTIAL_CONFLICT there is a connection to the server under another user name already
1222 ERROR_NO_NETWORK the network is missing or not started
1223 ERROR_CANCELLED the user cancelled the operation
1225 ERROR_CONNECTION_REFUSED the remote computer refused the connection
1231 ERROR_NETWORK_UNREACHABLE the network can't be reached
1232 ERROR_HOST_UNREACHABLE the remote computer can't be reached
1236 ERROR_CONNECTION_ABORTED the local computer ended the connection
1311 ERROR_NO_LOGON_SERVERS no log-on server is available
1314 ERROR_PRIVILEGE_NOT_HELD a needed privilege is missing
1326 ERROR_LOGON_FAILURE the user name or the password is wrong
1327 ERROR_ACCOUNT_RESTRICTION restrictions of the account prevent the log-on
1330 ERROR_PASSWORD_EXPIRED the password has expired
1331 ERROR_ACCOUNT_DISABLED the account is disabled
1332 ERROR_NONE_MAPPED account names could not be mapped to security IDs
1355 ERROR_NO_SUCH_DOMAIN the domain does not exist or can't be reached
1385 ERROR_LOGON_TYPE_NOT_GRANTED the user lacks the right to this kind of log-on
1392 ERROR_FILE_CORRUPT the file or folder is damaged
1396 ERROR_WRONG_TARGET_NAME the name of the target account is wrong
1397 ERROR_MUTUAL_AUTH_FAILED mutual authentication failed
1398 ERROR_TIME_SKEW the clocks of client and server differ
1450 ERROR_NO_SYSTEM_RESOURCES system resources are too low
1460 ERROR_TIMEOUT the operation timed out
1601 ERROR_INSTALL_SERVICE_FAILURE the Windows Installer service could not be reached
1602 ERROR_INSTALL_USEREXIT the user cancelled the installation
1603 ERROR_INSTALL_FAILURE a fatal error occurred during installation
1605 ERROR_UNKNOWN_PRODUCT the product is not installed
1612 ERROR_INSTALL_SOURCE_ABSENT the installation source is not available
1618 ERROR_INSTALL_ALREADY_RUNNING another installation is running
1619 ERROR_INSTALL_PACKAGE_OPEN_FAILED the installation package could not be opened
1620 ERROR_INSTALL_PACKAGE_INVALID the installation package is not valid
1625 ERROR_INSTALL_PACKAGE_REJECTED a policy forbids the installation
1633 ERROR_INSTALL_PLATFORM_UNSUPPORTED the processor type is not supported by the package
1638 ERROR_PRODUCT_VERSION another version of the product is installed
1641 ERROR_SUCCESS_REBOOT_INITIATED the installer has begun a restart
1702 RPC_S_INVALID_BINDING a binding handle is not valid
1722 RPC_S_SERVER_UNAVAILABLE the RPC server is unavailable
1723 RPC_S_SERVER_TOO_BUSY the RPC server is too busy
1726 RPC_S_CALL_FAILED a remote procedure call failed
1727 RPC_S_CALL_FAILED_DNE a remote procedure call failed and was not carried out
1753 EPT_S_NOT_REGISTERED the endpoint mapper has no more endpoints
1787 ERROR_NO_TRUST_SAM_ACCOUNT the server's security database has no account for this computer
1788 ERROR_TRUSTED_DOMAIN_FAILURE the trust between primary and trusted domain failed
1789 ERROR_TRUSTED_RELATIONSHIP_FAILURE the trust between this computer and its domain failed
1792 ERROR_NETLOGON_NOT_STARTED the network log-on service is not started
1907 ERROR_PASSWORD_MUST_CHANGE the password must be changed before the first log-on
1909 ERROR_ACCOUNT_LOCKED_OUT the account is locked out
3010 ERROR_SUCCESS_REBOOT_REQUIRED a restart is needed before the change takes effect
12002 ERROR_INTERNET_TIMEOUT the request timed out
12007 ERROR_INTERNET_NAME_NOT_RESOLVED the server name could not be resolved
12029 ERROR_INTERNET_CANNOT_CONNECT the connection to the server failed
12030 ERROR_INTERNET_CONNECTION_ABORTED the connection to the server was ended
12031 ERROR_INTERNET_CONNECTION_RESET the connection to the server was reset
12037 ERROR_INTERNET_SEC_CERT_DATE_INVALID the date of the server's certificate is not valid
12038 ERROR_INTERNET_SEC_CERT_CN_INVALID the server's certificate has another host name
12045 ERROR_INTERNET_INVALID_CA the server's certificate is from an unknown authority
12152 ERROR_HTTP_INVALID_SERVER_RESPONSE the server's response could not be read
"""
_PAGES = "MicrosoftDocs/win32/desktop-src"
_DATE = "2018-05-31"
_SYSTEM = ("System Error Codes", f"{_PAGES}/Debug/system-error-codes.md")
_INTERNET = ("Internet Error Codes", f"{_PAGES}/WinInet/wininet-errors.md")
_FIRST_OF_INTERNET = 12000


class SystemErrorCode(NamedTuple):
    """A number of Windows, its constant, and what it says."""

    number: int
    name: str
    meaning: str

    def evidence(self) -> Evidence:
        """The page that lists it."""
        document, source = _INTERNET if self.number >= _FIRST_OF_INTERNET else _SYSTEM
        told = f"{self.number} {self.name}: {self.meaning}"
        return Evidence(document, self.name, _DATE, source, told, "errors")


def system_error(code: CodeId) -> SystemErrorCode | None:
    """What `code` is to Windows: a number of its own, or an HRESULT that wraps one; None when not listed."""
    if code.namespace == "hresult" and code.value.startswith(_WRAPS_WIN32):
        return _system_errors().get(int(code.value.removeprefix(_WRAPS_WIN32), 16))
    return _system_errors().get(int(code.value)) if code.value.isdecimal() else None


@cache
def _system_errors() -> dict[int, SystemErrorCode]:
    split = (line.split(" ", 2) for line in _LISTED.strip().splitlines())
    return {int(number): SystemErrorCode(int(number), name, meaning) for number, name, meaning in split}
