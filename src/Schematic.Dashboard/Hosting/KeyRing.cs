using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Schematic.Dashboard.Hosting;

/// <summary>
/// The keys that seal the console's cookies, kept in the data folder so that a restart signs nobody out. With a
/// certificate they are encrypted there; without one, only the permissions of the folder keep them.
/// </summary>
internal static class KeyRing
{
    private const string Folder = "keys";
    private const string CertificateSetting = $"{DataOptions.Section}:{nameof(DataOptions.KeyCertificate)}";

    public static void AddKeyRing(this IServiceCollection services, IConfiguration configuration, IHostEnvironment host)
    {
        var protection = services.AddDataProtection().SetApplicationName("Schematic.Dashboard");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<IOptions<DataOptions>, ILoggerFactory>(
                (keys, data, loggers) =>
                {
                    var folder = Path.Combine(data.Value.FullPath(host), Folder);
                    EmbeddedApi.CreatePrivateFolder(data.Value.FullPath(host));
                    EmbeddedApi.CreatePrivateFolder(folder);
                    keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder), loggers);
                }
            );
        if (Read(configuration, host) is not { } certificate)
            return;
        protection.ProtectKeysWithCertificate(certificate);
        // Also those that were made with a key of the same certificate before it was renewed.
        protection.UnprotectKeysWithAnyCertificate(certificate);
    }

    public static IEnumerable<string> Errors(IConfiguration configuration, IHostEnvironment host)
    {
        string? error = null;
        try
        {
            using var certificate = Read(configuration, host);
            if (certificate is { HasPrivateKey: false })
                error =
                    $"{CertificateSetting}: the certificate has no private key, so the keys could not be read again.";
        }
        catch (Exception wrong) when (wrong is CryptographicException or IOException or UnauthorizedAccessException)
        {
            error = $"{CertificateSetting} cannot be read: {wrong.Message}";
        }

        if (error is not null)
            yield return error;
    }

    private static X509Certificate2? Read(IConfiguration configuration, IHostEnvironment host)
    {
        var data = configuration.GetSection(DataOptions.Section).Get<DataOptions>();
        return data?.KeyCertificate is { Length: > 0 } path
            ? X509CertificateLoader.LoadPkcs12FromFile(
                Path.GetFullPath(path, host.ContentRootPath),
                data.KeyCertificatePassword
            )
            : null;
    }
}
