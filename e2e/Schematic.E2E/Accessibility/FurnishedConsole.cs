using System.Text.Json;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Users;
using Schematic.E2E.Browser;
using Schematic.Gateway;
using Schematic.Testing.Hosting;

namespace Schematic.E2E.Accessibility;

/// <summary>
/// A console with something to look at in production and nothing in development, and one person who walks through it.
/// </summary>
public sealed class FurnishedConsole : ConsoleFixture
{
    private Visitor? _visitor;

    public string Production { get; private set; } = "";

    public string Development { get; private set; } = "";

    public string CompanyId { get; private set; } = "";

    public string UserId { get; private set; } = "";

    public string FeatureId { get; private set; } = "";

    /// <summary>The feature that counts the events of <see cref="EventName"/>.</summary>
    public string UsedFeatureId { get; private set; } = "";

    /// <summary>A plan with a published version and a draft.</summary>
    public string CreditId { get; private set; } = "";

    public string PlanId { get; private set; } = "";

    public string EventId { get; private set; } = "";

    public string FailedEventId { get; private set; } = "";

    public const string FlagKey = "export";

    public const string EventName = "api-call";

    /// <summary>A name with a typing error, which no feature counts.</summary>
    public const string UnknownEventName = "api-cal";

    internal async Task<Visitor> VisitorAsync(Chromium chromium) =>
        _visitor ??= await chromium.SignInAsync(Server.ConsoleAddress);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Production = await EnvironmentOfAsync(ApiKeys.Production);
        Development = await EnvironmentOfAsync(ApiKeys.Development);
        var (gateway, cancellationToken) = (Server.Gateway(), TestContext.Current.CancellationToken);
        var traits = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
            """
            {
                "seats": 25, "trial": true, "since": "2026-11-20", "plan_name": "Enterprise",
                "site": "https://acme.example/a-long-path-that-does-not-break/anywhere-at-all"
            }
            """
        );
        var companies = new List<string>();
        for (var number = 0; number < 30; number++)
        {
            var company = await gateway.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Name = $"Company {number}",
                    Keys = new Dictionary<string, string>
                    {
                        ["app_id"] = $"c-{number}",
                        ["domain"] = $"company-{number}.example",
                    },
                },
                cancellationToken
            );
            companies.Add(company.Data.Id);
        }

        CompanyId = (
            await gateway.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Name = "Acme",
                    Keys = new Dictionary<string, string> { ["app_id"] = "acme", ["domain"] = "acme.example" },
                    Traits = traits,
                },
                cancellationToken
            )
        ).Data.Id;
        UserId = (
            await gateway.Users.UpsertAsync(
                new UpsertUserRequestBody
                {
                    Name = "Grace Hopper",
                    Keys = new Dictionary<string, string> { ["email"] = "grace@acme.example" },
                    CompanyId = CompanyId,
                    Traits = traits,
                },
                cancellationToken
            )
        ).Data.Id;
        var flag = new CreateOrUpdateFlagRequestBody
        {
            Key = FlagKey,
            Name = "Export",
            Description = "",
            FlagType = FlagType.Boolean,
            DefaultValue = false,
        };
        var feature = (
            await gateway.Features.CreateAsync(
                new CreateFeatureRequestBody
                {
                    Name = "Export",
                    Description = "Files to take away.",
                    FeatureType = FeatureType.Boolean,
                    Flag = flag,
                },
                cancellationToken
            )
        ).Data;
        FeatureId = feature.Id;
        var acme = new CreateOrUpdateConditionRequestBody
        {
            ConditionType = ConditionType.Company,
            Operator = ComparableOperator.Eq,
            ResourceIds = [CompanyId],
        };
        var rule = new CreateOrUpdateRuleRequestBody
        {
            Name = "Early access",
            Priority = 1,
            Value = true,
            Conditions = [acme],
            ConditionGroups = [new() { Conditions = [acme, acme] }],
        };
        var never = rule with { Name = "Never", Priority = 2, Value = false, Conditions = [], ConditionGroups = [] };
        await gateway.Flags.UpdateRulesAsync(
            feature.Flags[0].Id,
            new UpdateFlagRulesRequestBody { Rules = [rule] },
            null,
            cancellationToken
        );
        await gateway.Flags.UpdateRulesAsync(
            feature.Flags[0].Id,
            new UpdateFlagRulesRequestBody { Rules = [rule, never], Comment = "Acme alone.\nUntil the end of May." },
            null,
            cancellationToken
        );
        await UseAsync(gateway, cancellationToken);
        var plans = new FurnishedPlans(gateway, cancellationToken);
        await plans.FurnishAsync(CompanyId, UsedFeatureId, FeatureId, companies[..3]);
        PlanId = plans.PlanId;
        var credits = new FurnishedCredits(gateway, cancellationToken);
        await credits.FurnishAsync(CompanyId);
        CreditId = credits.CreditId;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_visitor is not null)
            await _visitor.DisposeAsync();
        await base.DisposeAsync();
    }

    // A month of uses, by companies and users and by nobody in particular; and what goes wrong with events.
    private async Task UseAsync(SchematicGateway gateway, CancellationToken cancellationToken)
    {
        var counted = new CreateFeatureRequestBody
        {
            Name = "API calls",
            Description = "",
            FeatureType = FeatureType.Event,
            EventSubtype = EventName,
        };
        UsedFeatureId = (await gateway.Features.CreateAsync(counted, cancellationToken)).Data.Id;
        var now = DateTimeOffset.UtcNow;
        var uses = Enumerable
            .Range(0, 90)
            .Select(number =>
                Use(
                    EventName,
                    number % 4 == 3 ? $"c-{number % 29}" : "acme",
                    number % 3 == 0,
                    (number * 7 % 40) + 1
                ) with
                {
                    SentAt = now.AddHours(-8 * number),
                    TrustedClientClock = true,
                }
            )
            .Append(Use(UnknownEventName, "acme", true, 1));
        var receipts = await gateway.Events.CreateBatchAsync(
            new CreateEventBatchRequestBody { Events = [.. uses] },
            cancellationToken
        );
        EventId = receipts.Data.Events[0].EventId!;
        var ambiguous = Event(
            new { @event = EventName, company = new { app_id = "acme", domain = "company-3.example" } }
        );
        FailedEventId = (await gateway.Events.CreateAsync(ambiguous, cancellationToken)).Data.EventId!;
    }

    private static CreateEventRequestBody Use(string name, string company, bool hasUser, int quantity) =>
        Event(
            new
            {
                @event = name,
                company = new { app_id = company },
                user = hasUser ? new { email = "grace@acme.example" } : null,
                quantity,
                traits = new { path = "/v1/files/a-long-path-that-does-not-break/anywhere-at-all", status = 200 },
            }
        );

    private static CreateEventRequestBody Event(object body) =>
        new() { EventType = EventType.Track, Body = JsonSerializer.SerializeToElement(body) };
}
