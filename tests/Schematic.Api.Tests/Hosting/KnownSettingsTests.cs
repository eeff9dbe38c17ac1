using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Schematic.Api.Hosting;
using Schematic.Testing;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Hosting;

public sealed partial class KnownSettingsTests
{
    [Theory]
    [InlineData("Databse:Provider", "Was Database:Provider meant?")]
    [InlineData("Database:Provdier", "Was Database:Provider meant?")]
    [InlineData("RateLimit:CorePerSecnd", "Was RateLimits:CorePerSecond meant?")]
    [InlineData("Api:Url", "Was Api:Urls meant?")]
    // A list, where one text is read.
    [InlineData("Api:Urls:0", "Was Api:Urls meant?")]
    [InlineData("ConnectionString:Schematic", "Was ConnectionStrings:Schematic meant?")]
    [InlineData("ConnectionStrings:SchematicReadonly2", "Was ConnectionStrings:SchematicReadOnly meant?")]
    [InlineData("Events:KeepForever", "In Events there are: RetentionDays.")]
    [InlineData("TrustedProxies:0", "TrustedProxies is one text, with ; between its parts.")]
    public void What_is_misspelt_is_told_with_what_was_meant(string name, string advice) =>
        Assert.Equal($"{name} is no setting, and has no effect. {advice}", Assert.Single(FindMistakes(name)));

    [Theory]
    [InlineData("database:PROVIDER")]
    [InlineData("Bootstrap:ApiKeys:production")]
    [InlineData("TrustedProxies")]
    [InlineData("ConnectionStrings:Reporting")]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("Kestrel:Endpoints:Own:Url")]
    [InlineData("AllowedHosts")]
    // As the environment of a container has it.
    [InlineData("DATA")]
    [InlineData("GATEWAYS")]
    public void What_is_right_or_somebody_elses_is_passed_over(string name) => Assert.Empty(FindMistakes(name));

    [Fact]
    public void Every_setting_is_documented_and_every_documented_one_is_known()
    {
        var text =
            File.ReadAllText(Repository.PathTo("README.md"))
            + File.ReadAllText(Repository.PathTo("docs", "operations.md"));
        var documented = Row()
            .Matches(text)
            .Select(static row => row.Groups[1].Value)
            .Where(static name => !name.StartsWith("Bootstrap:ApiKeys:", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(documented);
        Assert.All(documented, static name => Assert.Contains(name, KnownSettings.Names));
        Assert.All(KnownSettings.Names, name => Assert.Contains($"`{name}`", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_logs_a_warning_and_goes_on()
    {
        await using var server = await ApiServer.StartAsync(
            DatabaseProvider.Sqlite,
            new ApiServerOptions { Settings = new Dictionary<string, string?> { ["Databse:Provider"] = "PostgreSql" } }
        );

        Assert.Single(
            server.Logs.Lines,
            static line =>
                line.Level == Microsoft.Extensions.Logging.LogLevel.Warning
                && line.Message.StartsWith("Databse:Provider is no setting", StringComparison.Ordinal)
        );
    }

    private static IEnumerable<string> FindMistakes(string name) =>
        KnownSettings.FindMistakes(new ConfigurationBuilder().AddInMemoryCollection([new(name, "x")]).Build());

    // The first cell of a table, where it is the name of a setting.
    [GeneratedRegex("(?m)^\\| `([A-Z][A-Za-z]+:[A-Za-z:]+)` \\|")]
    private static partial Regex Row();
}
