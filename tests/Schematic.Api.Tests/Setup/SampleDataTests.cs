using Schematic.Contracts.Companies;
using Schematic.Contracts.Environments;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Insights;
using Schematic.Contracts.Setup;
using Schematic.Gateway;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Setup;

public abstract class SampleDataTests(ApiFixture api) : ApiTopic(api)
{
    private static readonly string[] FlagKeys =
    [
        "advanced-reports",
        "ai-answers",
        "api-calls",
        "audit-trail",
        "csv-export",
        "editor-beta",
        "new-navigation",
        "priority-support",
        "report-runs",
        "seats",
        "sso",
    ];

    [Fact]
    public async Task Every_environment_has_rules_for_the_same_flags_and_each_says_yes_to_some_and_no_to_others()
    {
        await using var server = await ApiServer.StartAsync(
            Api.Provider,
            new ApiServerOptions { Settings = new Dictionary<string, string?> { ["Bootstrap:SampleData"] = "true" } }
        );

        foreach (var environment in new[] { server.Gateway(), server.Gateway(Keys.Staging) })
        {
            var flags = (await environment.Flags.ListAsync(new FlagsQuery(), Cancellation)).Data;
            Assert.Equal(FlagKeys, flags.Select(static flag => flag.Key).Order(StringComparer.Ordinal));
            var verdicts = await VerdictsAsync(environment);

            Assert.Equal((36, 3), (verdicts["csv-export"], verdicts["editor-beta"]));
            // Of the 31 with a plan, one on Free is over its seats and one has none left.
            Assert.Equal(29, verdicts["seats"]);
            // On Business or in an add-on, and one override each way.
            Assert.Equal((8, 8, 4), (verdicts["sso"], verdicts["audit-trail"], verdicts["priority-support"]));
            // Whoever has a plan, but for the one over its limit, at any day of the month.
            Assert.InRange(verdicts["api-calls"], 20, 31);
            Assert.InRange(verdicts["advanced-reports"], 1, 35);
            Assert.True(flags.Single(static flag => flag.Key == "new-navigation") is { DefaultValue: true, Rules: [] });
            Assert.Equal(
                [RuleType.GlobalOverride],
                flags.Single(static flag => flag.Key == "csv-export").Rules.Select(static rule => rule.RuleType)
            );
        }

        var types = (await server.Gateway().Features.ListAsync(new FeaturesQuery(), Cancellation))
            .Data.Select(static feature => feature.FeatureType)
            .ToHashSet();
        Assert.Equal([FeatureType.Boolean, FeatureType.Event, FeatureType.Trait], types.Order());
    }

    [Fact]
    public async Task Ninety_days_of_usage_can_be_seen_and_add_up()
    {
        await using var server = await ApiServer.StartAsync(
            Api.Provider,
            new ApiServerOptions { Settings = new Dictionary<string, string?> { ["Bootstrap:SampleData"] = "true" } }
        );
        var gateway = server.Gateway();
        var feature = (await gateway.Features.ListAsync(new FeaturesQuery(), Cancellation)).Data.Single(
            static feature => feature.EventSubtype == "api-call"
        );
        var now = DateTimeOffset.UtcNow;

        var chart = (
            await gateway.Insights.GetEnvironmentFeatureUsageTimeSeriesAsync(
                new()
                {
                    FeatureId = feature.Id,
                    StartTime = now.AddDays(-91),
                    EndTime = now.AddDays(1),
                    Granularity = TimeSeriesGranularity.Daily,
                },
                Cancellation
            )
        ).Data.Points;
        var top = (
            await gateway.Insights.ListTopCompaniesAsync(
                new()
                {
                    FeatureId = feature.Id,
                    StartTime = now.AddDays(-91),
                    EndTime = now.AddDays(1),
                },
                Cancellation
            )
        ).Data;
        var failed = (
            await gateway.Events.ListAsync(new EventsQuery { Statuses = [EventStatus.Failed] }, Cancellation)
        ).Data;
        var unknown = (await gateway.Insights.ListUnknownNamesAsync(new() { Q = "api" }, Cancellation)).Data;

        Assert.True(chart.Count(static point => point.Usage > 0) > 60, "Most days have usage.");
        Assert.Equal(chart.Sum(static point => point.Usage), top.Sum(static company => company.Usage));
        Assert.Equal(2, failed.Count);
        Assert.Equal(("api_call", "api-call"), (Assert.Single(unknown).Name, unknown[0].NearestName));
    }

    [Fact]
    public async Task Each_rule_of_the_reports_decides_for_somebody()
    {
        await using var server = await ApiServer.StartAsync(
            Api.Provider,
            new ApiServerOptions { Settings = new Dictionary<string, string?> { ["Bootstrap:SampleData"] = "true" } }
        );
        var rules = new HashSet<string?>();

        foreach (var user in (await server.Gateway().Users.ListAsync(new() { Limit = 250 }, Cancellation)).Data)
        {
            var body = new CheckFlagRequestBody
            {
                Company = new Dictionary<string, string> { ["id"] = user.CompanyMemberships[0].CompanyId },
                User = new Dictionary<string, string> { ["id"] = user.Id },
            };
            var check = (await server.Gateway().Flags.CheckAsync("advanced-reports", body, Cancellation)).Data;
            if (check.RuleType is null or RuleType.Standard or RuleType.Default)
                rules.Add(check.RuleId);
        }

        // Three rules, and the default.
        Assert.Equal(4, rules.Count);
    }

    [Fact]
    public async Task An_account_with_flags_keeps_to_its_own()
    {
        await using var server = await ApiServer.StartAsync(
            Api.Provider,
            new ApiServerOptions
            {
                Settings = new Dictionary<string, string?>
                {
                    ["Bootstrap:AdminEmail"] = null,
                    ["Bootstrap:AdminPassword"] = null,
                },
            }
        );
        await server
            .Gateway()
            .Flags.CreateAsync(
                new CreateFlagRequestBody
                {
                    Key = "seats",
                    Name = "Ours",
                    Description = "",
                    FlagType = FlagType.Boolean,
                    DefaultValue = false,
                },
                Cancellation
            );

        var made = (
            await server
                .Gateway(Keys.Console)
                .Setup.SetUpAsync(
                    new SetupRequestBody
                    {
                        FromLoopback = true,
                        AdminEmail = "ada@example.com",
                        AdminPassword = "long enough indeed",
                        EnvironmentName = "Live",
                        EnvironmentType = EnvironmentType.Production,
                        SampleData = true,
                    },
                    Cancellation
                )
        ).Data;

        var environment = server.Gateway(made.ApiKey.Secret);
        Assert.Equal(36, (await environment.Companies.CountAsync(new CompaniesQuery(), Cancellation)).Data.Count);
        Assert.Equal(
            ["Ours"],
            (await environment.Flags.ListAsync(new FlagsQuery(), Cancellation)).Data.Select(static flag => flag.Name)
        );
    }

    // Of the companies without a user, how many a flag is on for.
    private static async Task<Dictionary<string, int>> VerdictsAsync(SchematicGateway environment)
    {
        var contexts = (await environment.Companies.ListAsync(new CompaniesQuery(), Cancellation)).Data.Select(
            static company => new CheckFlagRequestBody
            {
                Company = new Dictionary<string, string> { ["id"] = company.Id },
            }
        );
        var answers = (
            await environment.Flags.CheckBulkAsync(
                new CheckFlagsBulkRequestBody { Contexts = [.. contexts] },
                Cancellation
            )
        )
            .Data
            .Data;
        return answers
            .SelectMany(static answer => answer.Flags)
            .GroupBy(static check => check.Flag)
            .ToDictionary(static flag => flag.Key, static flag => flag.Count(static check => check.Value));
    }
}

public sealed class SampleDataTestsOnSqlite(SqliteApi api) : SampleDataTests(api), IClassFixture<SqliteApi>;

public sealed class SampleDataTestsOnPostgreSql(PostgreSqlApi api) : SampleDataTests(api), IClassFixture<PostgreSqlApi>;
