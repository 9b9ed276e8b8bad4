"""What people paste has secrets in it: none of the planted ones survives; what is no secret stays."""

from __future__ import annotations

import base64
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import every

from assistant.masking import MASK, exported_data, mask_personal, mask_secrets, masked_data

KEY88 = base64.b64encode(bytes(range(64))).decode()
JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P"
PEM = "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7bq\nQ29uZmlkZW50aWFs\n-----END RSA PRIVATE KEY-----"

PLANTED = [
    # passphrases and passwords in sentences
    ("the passphrase is Correct-Horse7", "Correct-Horse7"),
    ("Passphrase: correct horse battery staple", "battery staple"),
    ("passphrase -> 4f!Zebra99", "4f!Zebra99"),
    ("our encryption passphrase was 'S3cr3t phrase with spaces'", "S3cr3t phrase"),
    ("pass phrase: qwertz-uiop-2019", "qwertz-uiop-2019"),
    ("The password is hunter2.", "hunter2"),
    ("password: Hunter2!", "Hunter2!"),
    ("password:Hunter2!", "Hunter2!"),
    ("Password = 'P@ss w0rd'", "P@ss w0rd"),
    ("pwd: Summer2024", "Summer2024"),
    ("pw: Winter2025!", "Winter2025!"),
    ("passwd=abc123def", "abc123def"),
    ("Kennwort: Geheim123", "Geheim123"),
    ("das Passwort ist Sommer!77", "Sommer!77"),
    ("password for the DPM account is Tr0ub4dor&3", "Tr0ub4dor&3"),
    ("I changed the password to: N3wOne!! yesterday, password now is set to: N3wTwo!!", "N3wTwo!!"),
    ("password reset to: Welcome1", "Welcome1"),
    ("password (sa) : Sql#2016", "Sql#2016"),
    ("login with user admin password Adm1nPass", "Adm1nPass"),
    ("credentials: CONTOSO\\backup / Backup#2020", "Backup#2020"),
    ("login admin/Qwer1234!", "Qwer1234!"),
    ("`password`: `B4cktick`", "B4cktick"),
    ("the security PIN is 483920", "483920"),
    ("PIN: 773311", "773311"),
    ("passcode: 99-11-22", "99-11-22"),
    # configuration files
    ("password: hunter2\nuser: sa", "hunter2"),
    ('{"password": "hun\\"ter2"}', 'hun\\"ter2'),
    ("{'clientSecret': 'abcd-1234'}", "abcd-1234"),
    ('{"db_password": "x9x9x9"}', "x9x9x9"),
    ('{"accessToken": "tok-778899"}', "tok-778899"),
    ("pwd = Secret77;", "Secret77"),
    ("<Password>Hidden1</Password>", "Hidden1"),
    ('<add key="x"/><sqlPassword type="s">Hidden2</sqlPassword>', "Hidden2"),
    ("<ManagementCert>MIIKJAIBAzCCCeQ</ManagementCert>", "MIIKJAIBAzCCCeQ"),
    ("<d:ManagementCert>MIIKJAIBAzCCCeQ</d:ManagementCert>", "MIIKJAIBAzCCCeQ"),
    ("<EncryptionPassphrase>Vault99</EncryptionPassphrase>", "Vault99"),
    ('<user name="sa" password="Attr1bute"/>', "Attr1bute"),
    # connection strings and URLs
    ("Server=sql1;Database=DPMDB;User Id=sa;Password=Sql!Pass1;Encrypt=yes", "Sql!Pass1"),
    ("Server=sql1;UID=sa;PWD={Brace;Pass};", "Brace;Pass"),
    (f"DefaultEndpointsProtocol=https;AccountName=x;AccountKey={KEY88};EndpointSuffix=y", KEY88),
    (
        f"Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey={KEY88[:44]}",
        KEY88[:44],
    ),
    ("https://x.blob.core.windows.net/c?sv=2019&sig=abc%2Fdef123%3D&se=2020", "abc%2Fdef123"),
    ("https://admin:Pr0xyPass@proxy.contoso.com:8080", "Pr0xyPass"),
    ("postgresql://mabs:dbpass99@db/mabs", "dbpass99"),
    ("https://api.example.com/x?api_key=12345abcdef&y=1", "12345abcdef"),
    ("SharedAccessSignature=sr%3Dabc%26sig%3Dxyz123", "sig%3Dxyz123"),
    # command lines
    ("net use \\\\srv\\share P@ssw0rd1 /user:contoso\\bob", "P@ssw0rd1"),
    ("net use Z: \\\\srv\\share P@ssw0rd2", "P@ssw0rd2"),
    ("net user svc_dpm N3wPass! /add", "N3wPass!"),
    ("setup.exe /i /SQLPASSWORD:Inst4ll! /q", "Inst4ll!"),
    ("cmdkey /add:srv /user:bob /pass:CmdKey1", "CmdKey1"),
    ("sqlcmd -S sql1 -U sa -P Sa#Passw0rd -Q x", "Sa#Passw0rd"),
    ("psexec \\\\srv -u admin -p Ps3xec! cmd", "Ps3xec!"),
    ("sshpass -pSshPass1 ssh root@host", "SshPass1"),
    ("curl -u bob:Curl#1 https://x", "Curl#1"),
    ("curl --user bob:Curl#2 https://x", "Curl#2"),
    ("Set-OBMachineSetting -EncryptionPassphrase Enc0ded!x", "Enc0ded!x"),
    ("ConvertTo-SecureString -String 'Plain Text 1' -AsPlainText -Force", "Plain Text 1"),
    ('$p = ConvertTo-SecureString "Plain2!" -AsPlainText -Force', "Plain2!"),
    ("New-Object System.Management.Automation.PSCredential('bob', 'Cred3!')", "Cred3!"),
    ("Register-DpmServer --password=Equals4", "Equals4"),
    ("Start-OBRegistration -ProxyPassword (Get-Secret pp)", "Get-Secret pp"),
    # headers and tokens
    ("Authorization: Bearer abcdefghijklmnop123456", "abcdefghijklmnop123456"),
    ("Authorization: Basic Ym9iOnNlY3JldA==", "Ym9iOnNlY3JldA"),
    ("Proxy-Authorization: Basic cHJveHk6cGFzcw==", "cHJveHk6cGFzcw"),
    ("x-api-key: 8f7e6d5c4b3a", "8f7e6d5c4b3a"),
    ("Ocp-Apim-Subscription-Key: 0123456789abcdef", "0123456789abcdef"),
    ("Set-Cookie: session=abcdef123456; HttpOnly", "abcdef123456"),
    (f"token {JWT}", JWT.split(".")[1]),
    ("ghp_16C7e42F292c6912E7710c838347Ae178B4a", "292c6912E7710c"),
    ("AKIAIOSFODNN7EXAMPLE", "IOSFODNN7"),
    ("sk-proj-abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnop"),
    ("xoxb-123456789012-abcdefghij", "123456789012-abc"),
    ("the secret value is abc8Q~defghijklmnopqrstuvwxyz012345678901", "8Q~defghij"),
    ("mabs_0123456789ab_AbCdEfGhIjKlMnOpQrStUvWxYz012345", "AbCdEfGhIj"),
    (PEM, "Q29uZmlkZW50aWFs"),
    (f"-----BEGIN CERTIFICATE-----\n{KEY88}", KEY88[:40]),
    (f"storage key {KEY88}", KEY88),
    ("recovery key: 111111-222222-333333-444444-555555-666666-777777-888888", "333333-444444"),
    ("BitLocker 111111-222222-333333-444444-555555-666666-777777-888888", "333333-444444"),
    ("client secret: 9aB~cdEf", "9aB~cdEf"),
    ("vault credentials -> Zm9vYmFyYmF6", "Zm9vYmFyYmF6"),
    ("SAS token: sv=2020&sig=Abc123", "Abc123"),
    ("refresh token = 1//0abcdefg", "1//0abcdefg"),
    ("api key: 55aa66bb77cc", "55aa66bb77cc"),
    ("encryption key is 77-AB-19-FE", "77-AB-19-FE"),
]

HARMLESS = [
    "we lost the passphrase, can microsoft send it",
    "Where is the passphrase stored?",
    "password is not accepted by the setup",
    "The password must be strong.",
    "the passphrase is lost",
    "error 0x186D2 (ID: 100050) since 2026-10-02 23:11",
    "Set-OBMachineSetting -NoProxy",
    "SQL Server 2016 SP1, build 13.0.4001.0, 3.5 GB RAM",
    "vault credentials file is expired",
    "which key size; which token is used",
    "At least 400 GB: 5 % of 8 TB [1].",
    "C:\\Program Files\\Microsoft Azure Backup Server\\DPM\\DPM\\bin\\Get-DPMCloudConnection.ps1",
    "https://docs.microsoft.com/azure/backup/backup-mabs-install-azure-stack?view=azs-1908",
    "the user's account is locked and the login fails",
    "restore key management in the vault",
]


def test_sixty_secrets_at_least_are_planted() -> None:
    assert len({text for text, _ in PLANTED}) >= 60


@every(("text", "secret"), PLANTED)
def test_no_planted_secret_survives(text: str, secret: str) -> None:
    assert secret in text
    for around in ("{}", "Ticket 4711:\n{}\nPlease help, it fails with ID 3002.", "> {} <"):
        masked = mask_secrets(around.format(text))
        assert secret not in masked
        assert MASK in masked


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_no_secret_stays(text: str) -> None:
    assert mask_secrets(text) == text


@every(("text", "secret"), PLANTED)
def test_masking_twice_changes_nothing_more(text: str, secret: str) -> None:
    once = mask_secrets(text)
    assert mask_secrets(once) == once


@given(st.text(string.ascii_letters + string.digits + "!#%+", min_size=8, max_size=40))
def test_any_value_after_the_word_is_masked(secret: str) -> None:
    assert mask_secrets(f'{{"password": "{secret}"}}') == f'{{"password": {MASK}}}'
    assert secret not in mask_secrets(f"Server=a;Password={secret};Encrypt=yes").replace("Password", "")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("mail bob.smith+x@contoso.co.uk now", "mail [e-mail] now"),
        ("allow 20.190.128.7:443", "allow [ip]:443"),
        ("from 10.0.0.0/24 to fe80::1ff:fe23:4567:890a", "from [ip]/24 to [ip]"),
        ("::1 and 2001:db8::8a2e:370:7334.", "[ip] and [ip]."),
        ("the password: hunter2 of a@b.org", "the password: [masked] of [e-mail]"),
    ],
)
def test_exports_and_logs_hold_no_addresses(text: str, masked: str) -> None:
    assert mask_personal(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "MABS version 13.0.415.0 at 23:11:05",
        "build 10.0.14.3 of the agent",
        "ratio 1:2, std::vector, a::b, 12:30",
        "ID: 3002; 256.1.1.1 is no address; 1.2.3",
    ],
)
def test_versions_and_times_are_no_addresses(text: str) -> None:
    assert mask_personal(text) == text


def test_data_is_masked_to_its_leaves_and_keeps_its_shape() -> None:
    data = {
        "text": "password: hunter2",
        "list": [{"x": "pwd=abc123"}, 5, None, True],
        "password": "anything at all",
        "passphrase": "yes",
        "hosts": ["10.0.0.1"],
        "passages": [{"text": "the passphrase is Abc-123"}],
    }
    assert masked_data(data) == {
        "text": f"password: {MASK}",
        "list": [{"x": f"pwd={MASK}"}, 5, None, True],
        "password": MASK,
        "passphrase": "yes",
        "hosts": ["10.0.0.1"],
        "passages": [{"text": f"the passphrase is {MASK}"}],
    }
    assert exported_data(data)["hosts"] == ["[ip]"]
