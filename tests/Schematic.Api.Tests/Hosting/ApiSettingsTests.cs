using Schematic.Api.Hosting;

namespace Schematic.Api.Tests.Hosting;

public sealed class ApiSettingsTests
{
    [Theory]
    [InlineData("Database:Provider", "Oracle")]
    [InlineData("Database:Provider", "7")]
    [InlineData("Api:Urls", "localhost")]
    [InlineData("Api:Urls", "ftp://localhost:1")]
    [InlineData("Api:Urls", "http://localhost:1/path")]
    [InlineData("Api:Urls", ";")]
    [InlineData("Console:Key", "short")]
    [InlineData("RateLimits:CorePerSecond", "0")]
    [InlineData("RateLimits:CorePerSecond", "many")]
    [InlineData("Events:RetentionDays", "0")]
    [InlineData("Events:RetentionDays", "34")]
    [InlineData("AuditLog:RetentionDays", "never")]
    [InlineData("RuleSaves:RetentionDays", "never")]
    [InlineData("RuleSaves:RetentionDays", "40000")]
    [InlineData("Bootstrap:AdminEmail", "nobody")]
    [InlineData("Bootstrap:AdminPassword", "short")]
    [InlineData("Bootstrap:ApiKeys:production", "short")]
    [InlineData("Bootstrap:ApiKeys:production", "has spaces in the middle")]
    [InlineData("Bootstrap:ApiKeys:nosuch", "a-secret-that-is-long")]
    [InlineData("Bootstrap:ApiKeys:account", "short")]
    [InlineData("Bootstrap:SampleData", "perhaps")]
    [InlineData("ConnectionStrings:Schematic", "NoSuch=Thing")]
    public void A_setting_that_cannot_work_is_refused_by_its_name(string key, string value)
    {
        var invalid = Assert.Throws<InvalidConfigurationException>(() => ApiApplication.Build([$"--{key}={value}"]));

        Assert.Contains(invalid.Errors, error => error.StartsWith(key.Split(':')[0], StringComparison.Ordinal));
        Assert.All(invalid.Errors, error => Assert.Contains(error, invalid.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_error_is_told_at_once()
    {
        var invalid = Assert.Throws<InvalidConfigurationException>(() =>
            ApiApplication.Build([
                "--Database:Provider=Oracle",
                "--Api:Urls=nowhere",
                "--Console:Key=x",
                "--Bootstrap:AdminEmail=a@example.com",
                "--Bootstrap:SampleData=perhaps",
                "--RateLimits:CorePerSecond=-1",
            ])
        );

        foreach (
            var key in new[]
            {
                "Database:Provider",
                "Api:Urls",
                "Console:Key",
                "Bootstrap:AdminPassword",
                "Bootstrap:SampleData",
                "RateLimits:CorePerSecond",
            }
        )
            Assert.Single(invalid.Errors, error => error.StartsWith(key, StringComparison.Ordinal));
        Assert.Equal(6, invalid.Errors.Count);
    }

    [Fact]
    public void Two_keys_with_one_secret_are_refused() =>
        Assert.Single(
            Assert
                .Throws<InvalidConfigurationException>(() =>
                    ApiApplication.Build([
                        "--Bootstrap:ApiKeys:account=the-same-secret",
                        "--Bootstrap:ApiKeys:production=the-same-secret",
                    ])
                )
                .Errors,
            static error => error.StartsWith("Bootstrap:ApiKeys", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("Sqlite", "Host=replica", "is for Database:Provider PostgreSql")]
    [InlineData("PostgreSql", "NoSuch=Thing", "cannot be read")]
    [InlineData("PostgreSql", "Host=one,two", "names several hosts")]
    public void A_replica_that_cannot_be_one_is_refused(string provider, string connection, string reason)
    {
        var invalid = Assert.Throws<InvalidConfigurationException>(() =>
            ApiApplication.Build([
                $"--Database:Provider={provider}",
                $"--ConnectionStrings:Schematic={(provider == "Sqlite" ? "" : "Host=primary")}",
                $"--ConnectionStrings:SchematicReadOnly={connection}",
            ])
        );

        Assert.StartsWith($"ConnectionStrings:SchematicReadOnly {reason}", Assert.Single(invalid.Errors));
    }

    [Fact]
    public void Postgresql_without_a_connection_string_is_refused() =>
        Assert.Single(
            Assert
                .Throws<InvalidConfigurationException>(() => ApiApplication.Build(["--Database:Provider=PostgreSql"]))
                .Errors,
            static error => error.StartsWith("ConnectionStrings:Schematic", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("Schematic")]
    [InlineData("SchematicDirect")]
    [InlineData("SchematicReadOnly")]
    public void A_connection_string_without_a_host_is_refused(string name)
    {
        var connections = new Dictionary<string, string> { ["Schematic"] = "Host=primary", [name] = "Database=x" };

        var invalid = Assert.Throws<InvalidConfigurationException>(() =>
            ApiApplication.Build([
                "--Database:Provider=PostgreSql",
                .. connections.Select(static one => $"--ConnectionStrings:{one.Key}={one.Value}"),
            ])
        );

        Assert.StartsWith($"ConnectionStrings:{name} names no Host.", Assert.Single(invalid.Errors));
    }
}
