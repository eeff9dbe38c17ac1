using System.Text.Json;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Gateway;

namespace Schematic.E2E.Browser;

/// <summary>One console for all journeys of plans; each brings its own features, plans and companies.</summary>
[CollectionDefinition]
public sealed class PlanJourneys : ICollectionFixture<PlanConsole>;

/// <summary>A console, and what an application and another person do beside the one at the browser.</summary>
public sealed class PlanConsole : JourneyConsole
{
    private SchematicGateway? _gateway;

    /// <summary>The API with the secret key of the environment.</summary>
    public SchematicGateway Gateway => _gateway ??= Server.Gateway();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public override async ValueTask DisposeAsync()
    {
        _gateway?.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>The key of a company, and of the flag and the event of a feature: <c>csv-export</c>.</summary>
    public static string KeyOf(string name) => name.ToLowerInvariant().Replace(' ', '-');

    /// <summary>The id of a new company.</summary>
    public async Task<string> CompanyAsync(string name) =>
        (
            await Gateway.Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Name = name, Keys = CompanyKeys(name) },
                Token
            )
        )
            .Data
            .Id;

    /// <summary>The id of a new feature with a flag that is off for whoever does not have it.</summary>
    public async Task<string> FeatureAsync(string name, FeatureType type = FeatureType.Event)
    {
        var key = KeyOf(name);
        var flag = new CreateOrUpdateFlagRequestBody
        {
            Key = key,
            Name = name,
            Description = "",
            FlagType = FlagType.Boolean,
            DefaultValue = false,
        };
        var feature = new CreateFeatureRequestBody
        {
            Name = name,
            Description = "",
            FeatureType = type,
            EventSubtype = type == FeatureType.Event ? key : null,
            Flag = flag,
        };
        return (await Gateway.Features.CreateAsync(feature, Token)).Data.Id;
    }

    /// <summary>The id of a new plan that gives so much of a feature by the month, as a draft.</summary>
    public async Task<string> DraftAsync(string name, string featureId, long limit)
    {
        var plan = new CreatePlanRequestBody { Name = name, PlanType = PlanType.Plan };
        var id = (await Gateway.Plans.CreateAsync(plan, Token)).Data.Id;
        await GiveAsync(id, featureId, limit);
        return id;
    }

    /// <summary>As <see cref="DraftAsync"/>, and published.</summary>
    public async Task<string> PlanAsync(string name, string featureId, long limit)
    {
        var id = await DraftAsync(name, featureId, limit);
        var draft = (await Gateway.Plans.GetAsync(id, new(), Token)).Data.DraftVersion!;
        await Gateway.Plans.PublishVersionAsync(
            draft.Id,
            new PublishPlanVersionRequestBody
            {
                MigrationStrategy = PlanVersionMigrationStrategy.Leave,
                ExcludedCompanyIds = [],
            },
            Token
        );
        return id;
    }

    public Task GiveAsync(string planId, string featureId, long limit) =>
        Gateway.Entitlements.CreatePlanEntitlementAsync(
            new CreatePlanEntitlementRequestBody
            {
                PlanId = planId,
                FeatureId = featureId,
                ValueType = EntitlementValueType.Numeric,
                ValueNumeric = limit,
                MetricPeriod = MetricPeriod.CurrentMonth,
            },
            Token
        );

    /// <summary>What the draft of a plan gives, or the published version where there is none.</summary>
    public async Task<IReadOnlyList<PlanEntitlementResponseData>> EntitlementsAsync(string planId)
    {
        var plan = (await Gateway.Plans.GetAsync(planId, new(), Token)).Data;
        var query = new PlanEntitlementsQuery
        {
            PlanId = planId,
            PlanVersionId = (plan.DraftVersion ?? plan.ActiveVersion)!.Id,
        };
        return (await Gateway.Entitlements.ListPlanEntitlementsAsync(query, Token)).Data;
    }

    /// <summary>Gives a company a plan, as an application would.</summary>
    public Task AssignAsync(string companyId, string planId) =>
        Gateway.Plans.UpdateCompanyPlansAsync(
            companyId,
            new UpdateCompanyPlansRequestBody { BasePlanId = planId, AddOnIds = [] },
            Token
        );

    /// <summary>Answers what an application asks for: may this company use this feature?</summary>
    public async Task<CheckFlagResponseData> CheckAsync(string feature, string company)
    {
        var check = new CheckFlagRequestBody { Company = CompanyKeys(company) };
        return (await Gateway.Flags.CheckAsync(KeyOf(feature), check, Token)).Data;
    }

    /// <summary>Sends the event of a feature.</summary>
    public Task UseAsync(string feature, string company, long quantity)
    {
        var body = new EventBodyTrack
        {
            Event = KeyOf(feature),
            Company = CompanyKeys(company),
            Quantity = quantity,
        };
        return Gateway.Events.CreateAsync(
            new CreateEventRequestBody
            {
                EventType = EventType.Track,
                Body = JsonSerializer.SerializeToElement(body, WireJson.Strict),
            },
            Token
        );
    }

    private static Dictionary<string, string> CompanyKeys(string name) => new() { ["app_id"] = KeyOf(name) };
}
