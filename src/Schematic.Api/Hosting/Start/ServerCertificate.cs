using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Schematic.Api.Hosting.Start;

/// <summary>A certificate of Kestrel's settings, in a file.</summary>
internal static class ServerCertificate
{
    /// <summary>Reads it as Kestrel does: a file of PEM with its key, or one of PKCS #12.</summary>
    /// <param name="section">Names at least its <c>Path</c>.</param>
    /// <param name="root">The folder that relative paths start from.</param>
    public static X509Certificate2 Load(IConfigurationSection section, string root)
    {
        var path = Path.GetFullPath(section["Path"]!, root);
        var password = section["Password"];
        if (X509Certificate2.GetCertContentType(path) != X509ContentType.Cert)
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        if (section["KeyPath"] is not { Length: > 0 } keyPath)
            return X509CertificateLoader.LoadCertificateFromFile(path);
        var key = Path.GetFullPath(keyPath, root);
        return password is null
            ? X509Certificate2.CreateFromPemFile(path, key)
            : X509Certificate2.CreateFromEncryptedPemFile(path, password, key);
    }

    /// <summary>Whether a certificate could not be read because of what its file holds, or does not.</summary>
    public static bool IsUnreadable(Exception failure) =>
        failure is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException;
}
