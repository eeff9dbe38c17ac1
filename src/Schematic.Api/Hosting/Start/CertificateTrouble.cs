using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Schematic.Api.Hosting.Start;

/// <summary>Says for an operator why an address of HTTPS cannot be served.</summary>
internal static class CertificateTrouble
{
    // Marks the certificate that `dotnet dev-certs https` makes, which Kestrel takes where none is named.
    private const string OfDevelopers = "1.3.6.1.4.1.311.84.1.1";

    /// <summary>
    /// The problem of an address whose certificate is missing; null if it is there, or none is needed.
    /// </summary>
    /// <param name="root">The folder that relative paths start from.</param>
    public static StartProblem? Find(ListenAddress address, string root)
    {
        if (!address.Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
            return null;
        if (address.Certificate is { } named && named["Path"] is { Length: > 0 })
            return Unreadable(address, named, root);
        if (address.Certificate?["Subject"] is { Length: > 0 } || HasOneOfDevelopers())
            return null;
        return new(
            address.Certificate is { } section
                ? $"{address.Setting}: {address.Url} is one of HTTPS, and {section.Path}:Path names no certificate. "
                    + "Name one, or use http and let a proxy do TLS."
                : $"{address.Setting}: {address.Url} is one of HTTPS, and the API beside a console has no certificate. "
                    + "Use http there and let a proxy do TLS, or start the API as a program of its own."
        );
    }

    private static StartProblem? Unreadable(ListenAddress address, IConfigurationSection section, string root)
    {
        try
        {
            using var certificate = ServerCertificate.Load(section, root);
            return null;
        }
        catch (Exception failure) when (ServerCertificate.IsUnreadable(failure))
        {
            return new(
                $"{address.Setting}: the certificate of {address.Url} cannot be read "
                    + $"({failure.Message.TrimEnd('.')}). Check {section.Path}."
            );
        }
    }

    private static bool HasOneOfDevelopers()
    {
        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        try
        {
            store.Open(OpenFlags.ReadOnly);
        }
        catch (CryptographicException)
        {
            // An account without a store.
            return false;
        }

        return store
            .Certificates.Find(
                X509FindType.FindByTimeValid,
                TimeProvider.System.GetUtcNow().LocalDateTime,
                validOnly: false
            )
            .Any(static one => one.Extensions.Any(static part => part.Oid?.Value == OfDevelopers));
    }
}
