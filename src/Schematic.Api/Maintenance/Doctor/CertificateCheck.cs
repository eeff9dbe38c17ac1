using System.Security.Cryptography.X509Certificates;
using Schematic.Api.Hosting.Start;

namespace Schematic.Api.Maintenance.Doctor;

/// <summary>Certificates of Kestrel's settings, where any address is one of HTTPS.</summary>
/// <param name="root">The folder that relative paths start from.</param>
internal sealed class CertificateCheck(IConfiguration configuration, string root, TimeProvider time)
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public IEnumerable<Finding> Run()
    {
        var byDefault = configuration.GetSection("Kestrel:Certificates:Default");
        var sections = configuration
            .GetSection("Kestrel:Endpoints")
            .GetChildren()
            .Where(static endpoint => IsHttps(endpoint["Url"]))
            .Select(endpoint => endpoint.GetSection("Certificate") is var own && own.Exists() ? own : byDefault)
            .Concat(NamesHttps() ? [byDefault] : [])
            .DistinctBy(static section => section.Path)
            .ToList();
        return sections.Count == 0
            ?
            [
                new Finding(
                    Health.Ok,
                    "certificate",
                    "No address is one of HTTPS: let a proxy with TLS in from outside."
                ),
            ]
            : sections.Select(Check);
    }

    // The addresses that take the default certificate.
    private bool NamesHttps() =>
        new[] { configuration["Api:Urls"], configuration["urls"] }.Any(static urls =>
            urls?.Split(';').Any(IsHttps) == true
        ) || !string.IsNullOrEmpty(configuration["https_ports"]);

    private static bool IsHttps(string? url) =>
        url?.Trim().StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;

    private Finding Check(IConfigurationSection section)
    {
        if (section["Path"] is not { Length: > 0 } path)
            return section["Subject"] is { Length: > 0 } subject
                ? new Finding(Health.Ok, "certificate", $"{subject} is taken from the store of the system.")
                : Wrong($"{section.Path}:Path names none, and an address is one of HTTPS.");
        try
        {
            using var certificate = ServerCertificate.Load(section, root);
            return Judge(path, certificate);
        }
        catch (Exception unreadable) when (ServerCertificate.IsUnreadable(unreadable))
        {
            return Wrong($"{path} cannot be read: {unreadable.Message} Check {section.Path}.");
        }
    }

    private Finding Judge(string path, X509Certificate2 certificate)
    {
        var (from, to, now) = (certificate.NotBefore, certificate.NotAfter, time.GetUtcNow().LocalDateTime);
        var name = $"{path} ({certificate.Subject})";
        if (!certificate.HasPrivateKey)
            return Wrong($"{name} has no private key. Name it as KeyPath.");
        if (now < from)
            return Wrong($"{name} is not valid before {from:u}.");
        if (now > to)
            return Wrong($"{name} has expired on {to:u}. Replace it.");
        return to - now < Soon
            ? new Finding(Health.Warning, "certificate", $"{name} expires on {to:u}. Replace it.")
            : new Finding(Health.Ok, "certificate", $"{name} is valid until {to:u}.");
    }

    private static Finding Wrong(string sentence) => new(Health.Wrong, "certificate", sentence);
}
