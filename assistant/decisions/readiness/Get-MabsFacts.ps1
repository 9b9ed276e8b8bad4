#Requires -Version 5.1
<#
.SYNOPSIS
    Gathers what Windows knows about this virtual machine, as facts for the readiness check.
.DESCRIPTION
    Reads only: nothing on the machine is changed. Facts that Windows can't know stay null; fill them in by
    hand or leave them. Run it on the virtual machine that is to become the Azure Backup Server.
.PARAMETER InstallerFolder
    Folder with the downloaded installer files.
.PARAMETER ExtractTo
    Folder or drive where the setup files will be extracted.
.PARAMETER ScratchFolder
    Folder or drive of the scratch location; its free space is reported.
.EXAMPLE
    .\Get-MabsFacts.ps1 -InstallerFolder C:\Installer -ExtractTo C:\ | Out-File facts.json -Encoding utf8
#>
[CmdletBinding()]
param(
    [string]$InstallerFolder = '',
    [string]$ExtractTo = 'C:\',
    [string]$ScratchFolder = ''
)

$ErrorActionPreference = 'Stop'

# A fact that can't be read is unknown, which is an answer too; the report then asks for it.
function Read-Fact([scriptblock]$Block) {
    try { return (& $Block) } catch { Write-Verbose $_.Exception.Message; return $null }
}

# Without this, a query that failed would read as zero or false further on.
function Assert-Read($Value) {
    if ($null -eq $Value) { throw 'This could not be read.' }
    return $Value
}

function Get-FreeGb([string]$Path) {
    if (-not $Path) { return $null }
    $letter = (Split-Path -Path $Path -Qualifier)
    $disk = Get-CimInstance -ClassName Win32_LogicalDisk -Filter "DeviceID='$letter'"
    if ($null -eq $disk) { return $null }
    return [math]::Floor($disk.FreeSpace / 1e8) / 10
}

function Test-Feature([string]$Name) {
    $feature = Get-WindowsFeature -Name $Name
    if ($null -eq $feature) { return $false }
    return [bool]$feature.Installed
}

function Get-DotNetVersion {
    $root = 'HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP'
    $four = Get-ItemProperty -Path "$root\v4\Full" -ErrorAction SilentlyContinue
    if ($null -ne $four) { return ([string]$four.Version -replace '^(\d+\.\d+)\..*$', '$1') }
    $three = Get-ItemProperty -Path "$root\v3.5" -ErrorAction SilentlyContinue
    if ($null -eq $three) { return $null }
    if ($three.SP -ge 1) { return "3.5 SP$($three.SP)" }
    return '3.5'
}

# The instance metadata service answers on Azure; where it doesn't, the size stays unknown.
function Get-VmSize {
    $uri = 'http://169.254.169.254/metadata/instance/compute/vmSize?api-version=2017-08-01&format=text'
    $size = Invoke-RestMethod -Uri $uri -Headers @{ Metadata = 'true' } -TimeoutSec 3
    if ($size -is [string] -and $size -match '^[A-Za-z][A-Za-z0-9_]+$') { return $size }
    return $null
}

# Disk 0 is the system's and disk 1 the temporary one on an Azure virtual machine.
function Get-DataDiskCount {
    return @(Get-CimInstance -ClassName Win32_DiskDrive | Where-Object { $_.Index -gt 1 }).Count
}

# A failed probe proves little (it may be blocked alone), so it leaves the fact unknown.
function Get-InternetAccess {
    $target = [uri]'http://www.msftconnecttest.com/connecttest.txt'
    $proxy = [System.Net.WebRequest]::GetSystemWebProxy()
    if (-not $proxy.IsBypassed($target)) { return 'proxy' }
    try {
        $answer = Invoke-WebRequest -Uri $target -UseBasicParsing -TimeoutSec 10
        if ($answer.StatusCode -eq 200) { return 'direct' }
    } catch { Write-Verbose $_.Exception.Message }
    return $null
}

function Get-CloudConnection {
    if ($null -eq (Get-Command -Name Get-DPMCloudConnection -ErrorAction SilentlyContinue)) { return $null }
    return [bool](Get-DPMCloudConnection)
}

$system = Read-Fact { Get-CimInstance -ClassName Win32_ComputerSystem }
$windows = Read-Fact { Get-CimInstance -ClassName Win32_OperatingSystem }
$processors = Read-Fact { Get-CimInstance -ClassName Win32_Processor }
$identity = [Security.Principal.WindowsIdentity]::GetCurrent()
$principal = [Security.Principal.WindowsPrincipal]$identity
$administrator = [Security.Principal.WindowsBuiltInRole]::Administrator

$facts = [ordered]@{
    computer                 = $env:COMPUTERNAME
    collected_at             = (Get-Date).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')
    vm_size                  = Read-Fact { Get-VmSize }
    cores                    = Read-Fact { [int](Assert-Read $processors | Measure-Object -Property NumberOfCores -Sum).Sum }
    memory_gb                = Read-Fact { [math]::Round((Assert-Read $system).TotalPhysicalMemory / 1GB * 2) / 2 }
    os                       = Read-Fact { (Assert-Read $windows).Caption -replace '^Microsoft\s+', '' }
    dedicated                = $null
    domain_controller        = Read-Fact { (Assert-Read $system).DomainRole -ge 4 }
    application_server_role  = Read-Fact { Test-Feature 'Application-Server' }
    exchange_running         = Read-Fact { @(Get-Service -Name 'MSExchange*' | Where-Object { $_.Status -eq 'Running' }).Count -gt 0 }
    cluster_node             = Read-Fact { Test-Path -Path 'HKLM:\Cluster' }
    domain_joined            = Read-Fact { [bool](Assert-Read $system).PartOfDomain }
    installer_domain_user    = Read-Fact { ($identity.Name -split '\\')[0] -notin @($env:COMPUTERNAME, 'NT AUTHORITY', 'BUILTIN', 'AzureAD') }
    installer_administrator  = Read-Fact { $principal.IsInRole($administrator) }
    dotnet_version           = Read-Fact { Get-DotNetVersion }
    sql_instance             = $null
    same_virtual_network     = $null
    same_subscription        = $null
    extraction_free_gb       = Read-Fact { Get-FreeGb $ExtractTo }
    scratch_gb               = Read-Fact { Get-FreeGb $ScratchFolder }
    azure_data_gb            = $null
    backup_disks             = Read-Fact { Get-DataDiskCount }
    local_retention_days     = $null
    subscription_state       = $null
    vault                    = $null
    vault_credentials        = $null
    passphrase               = $null
    passphrase_location      = $null
    strong_password          = $null
    internet                 = Read-Fact { Get-InternetAccess }
    proxy_details            = $null
    limited_internet         = $null
    allowed_destinations     = $null
    azure_connection         = Read-Fact { Get-CloudConnection }
    separate_storage_account = $null
    cache_drive              = $null
    staging_drive            = $null
    installer_exe_files      = $null
    installer_bin_files      = $null
    installer_one_folder     = $null
    microsoft_update         = $null
}

if ($InstallerFolder) {
    $files = Read-Fact { @(Get-ChildItem -Path $InstallerFolder -File) }
    if ($null -ne $files) {
        $facts.installer_exe_files = @($files | Where-Object { $_.Name -like 'MicrosoftAzureBackup*.exe' }).Count
        $facts.installer_bin_files = @($files | Where-Object { $_.Name -like 'MicrosoftAzureBackup*.bin' }).Count
        $facts.installer_one_folder = $true
    }
}

$facts | ConvertTo-Json
