namespace Schematic.Dashboard.Hosting;

/// <summary>Folder in which the console keeps what must survive a restart.</summary>
internal sealed class DataOptions
{
    public const string Section = "Data";

    public string Path { get; set; } = "data/";

    /// <summary>PKCS #12 file (.pfx) whose certificate encrypts the key ring; left out, it is not encrypted.</summary>
    public string? KeyCertificate { get; set; }

    public string? KeyCertificatePassword { get; set; }

    /// <summary>A relative path counts from the application's folder, wherever the process was started.</summary>
    public string FullPath(IHostEnvironment host) => System.IO.Path.GetFullPath(Path, host.ContentRootPath);

    public static IEnumerable<string> Errors(IConfiguration configuration)
    {
        if (configuration[$"{Section}:{nameof(Path)}"] is { } path && string.IsNullOrWhiteSpace(path))
            yield return "Data:Path is empty. Name a folder the process may write to, like data/.";
    }
}
