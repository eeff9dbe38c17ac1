using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Schematic.Api.Maintenance.Doctor;
using Schematic.Testing.Time;

namespace Schematic.Api.Tests.Maintenance.Doctor;

public sealed class CertificateCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("schematic-doctor-").FullName;
    private readonly TestClock _clock = new();

    [Theory]
    [InlineData(-10, 300, "Ok", "is valid until")]
    [InlineData(-10, 20, "Warning", "expires on")]
    [InlineData(-10, -1, "Wrong", "has expired on")]
    [InlineData(1, 300, "Wrong", "is not valid before")]
    public void It_says_how_long_a_certificate_is_valid(int from, int to, string health, string words)
    {
        File.WriteAllBytes(InFolder("server.pfx"), Certificate(from, to).Export(X509ContentType.Pfx, "secret"));

        var finding = Assert.Single(
            Check(
                ("Api:Urls", "https://localhost:5081"),
                ("Kestrel:Certificates:Default:Path", "server.pfx"),
                ("Kestrel:Certificates:Default:Password", "secret")
            )
        );

        Assert.Equal(health, finding.Health.ToString());
        Assert.Contains(words, finding.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_endpoint_of_https_has_its_own_certificate_or_the_default_one()
    {
        using var certificate = Certificate(-1, 100);
        File.WriteAllText(InFolder("server.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(InFolder("server.key"), certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());

        var findings = Check(
            ("Kestrel:Endpoints:Own:Url", "https://*:443"),
            ("Kestrel:Endpoints:Own:Certificate:Path", "server.pem"),
            ("Kestrel:Endpoints:Own:Certificate:KeyPath", InFolder("server.key")),
            ("Kestrel:Endpoints:Bare:Url", "https://*:444"),
            ("Kestrel:Endpoints:Plain:Url", "http://*:80")
        );

        Assert.Equal(
            ["Kestrel:Certificates:Default:Path names none", "server.pem (CN=localhost) is valid"],
            findings
                .Select(static finding => finding.Sentence.Split([", and", " until"], StringSplitOptions.None)[0])
                .Order()
        );
    }

    [Theory]
    [InlineData("missing.pfx")]
    [InlineData("garbage.pfx")]
    [InlineData("bare.pem")]
    public void A_certificate_that_kestrel_could_not_use_is_wrong(string file)
    {
        using var certificate = Certificate(-1, 100);
        File.WriteAllText(InFolder("garbage.pfx"), "garbage");
        File.WriteAllText(InFolder("bare.pem"), certificate.ExportCertificatePem());

        var finding = Assert.Single(Check(("urls", "http://a;https://b"), ("Kestrel:Certificates:Default:Path", file)));

        Assert.Equal(Health.Wrong, finding.Health);
        Assert.Contains(file, finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_no_https_nothing_is_asked_for() =>
        Assert.Equal(Health.Ok, Assert.Single(Check(("Api:Urls", "http://localhost:5081"))).Health);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string InFolder(string file) => Path.Combine(_folder, file);

    private List<Finding> Check(params (string Key, string Value)[] settings) =>
        [
            .. new CertificateCheck(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        settings.Select(static one => KeyValuePair.Create(one.Key, (string?)one.Value))
                    )
                    .Build(),
                _folder,
                _clock
            ).Run(),
        ];

    private X509Certificate2 Certificate(int fromDays, int toDays)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var now = _clock.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(Math.Min(fromDays, toDays - 1)), now.AddDays(toDays));
    }
}
