using System.Text.Json;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Gateway;
using Schematic.Testing.Hosting;

namespace Schematic.E2E.Sdk;

/// <summary>
/// A company on a plan that gives one feature of each kind: boolean, numeric by the month, a limit in a trait,
/// unlimited, and seats that are all taken. It has used four of ten by the month.
/// </summary>
internal sealed class SoldShop
{
    public const long Seats = 5;
    public const long Quota = 25;
    public const long Limit = 10;
    public const long Used = 4;

    private readonly string _tag;

    private SoldShop(string tag) => _tag = tag;

    /// <summary>Ends the keys of the flags.</summary>
    public string Tag => _tag;

    /// <summary>The event that is counted.</summary>
    public string Event => $"export-{_tag}";

    public string NumericFlag => $"numeric-{_tag}";

    public static async Task<SoldShop> OpenAsync(
        ServerProcess server,
        string domain,
        CancellationToken cancellationToken
    )
    {
        using var gateway = server.Gateway();
        var shop = new SoldShop(domain.Split('.')[0]);
        var company = (
            await gateway.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = new Dictionary<string, string> { ["domain"] = domain },
                    Traits = new Dictionary<string, JsonElement>
                    {
                        ["seats"] = JsonSerializer.SerializeToElement(Seats),
                        ["quota"] = JsonSerializer.SerializeToElement(Quota),
                    },
                },
                cancellationToken
            )
        ).Data;
        var planId = await shop.SellAsync(
            gateway,
            company.EntityTraits.ToDictionary(
                static trait => trait.Definition!.DisplayName,
                static trait => trait.DefinitionId
            ),
            cancellationToken
        );
        await gateway.Plans.UpdateCompanyPlansAsync(
            company.Id,
            new UpdateCompanyPlansRequestBody { BasePlanId = planId, AddOnIds = [] },
            cancellationToken
        );
        await shop.UseAsync(gateway, domain, Used, cancellationToken);
        return shop;
    }

    /// <summary>Uses all that is left of the numeric feature.</summary>
    public async Task UseUpAsync(ServerProcess server, string domain, CancellationToken cancellationToken)
    {
        using var gateway = server.Gateway();
        await UseAsync(gateway, domain, Limit - Used, cancellationToken);
    }

    private async Task<string> SellAsync(
        SchematicGateway gateway,
        Dictionary<string, string> traits,
        CancellationToken cancellationToken
    )
    {
        var plan = (
            await gateway.Plans.CreateAsync(
                new CreatePlanRequestBody { Name = _tag, PlanType = PlanType.Plan },
                cancellationToken
            )
        ).Data;
        var basis = new CreatePlanEntitlementRequestBody
        {
            PlanId = plan.Id,
            FeatureId = "",
            ValueType = EntitlementValueType.Unlimited,
        };
        await GiveAsync(
            "boolean",
            FeatureType.Boolean,
            basis with
            {
                ValueType = EntitlementValueType.Boolean,
                ValueBool = true,
            }
        );
        await GiveAsync(
            "numeric",
            FeatureType.Event,
            basis with
            {
                ValueType = EntitlementValueType.Numeric,
                ValueNumeric = Limit,
                MetricPeriod = MetricPeriod.CurrentMonth,
                MetricPeriodMonthReset = MetricPeriodMonthReset.FirstOfMonth,
            }
        );
        await GiveAsync("limited", FeatureType.Event, OfTrait("quota"));
        await GiveAsync("unlimited", FeatureType.Event, basis);
        await GiveAsync("seats", FeatureType.Trait, OfTrait("seats"));
        await gateway.Plans.PublishVersionAsync(
            plan.DraftVersion!.Id,
            new PublishPlanVersionRequestBody
            {
                MigrationStrategy = PlanVersionMigrationStrategy.Leave,
                ExcludedCompanyIds = [],
            },
            cancellationToken
        );
        return plan.Id;

        CreatePlanEntitlementRequestBody OfTrait(string name) =>
            basis with
            {
                ValueType = EntitlementValueType.Trait,
                ValueTraitId = traits[name],
            };

        async Task GiveAsync(string kind, FeatureType type, CreatePlanEntitlementRequestBody body)
        {
            var feature = await FeatureAsync(gateway, kind, type, traits["seats"], cancellationToken);
            await gateway.Entitlements.CreatePlanEntitlementAsync(
                body with
                {
                    FeatureId = feature.Id,
                },
                cancellationToken
            );
        }
    }

    private async Task<FeatureDetailResponseData> FeatureAsync(
        SchematicGateway gateway,
        string kind,
        FeatureType type,
        string usageTraitId,
        CancellationToken cancellationToken
    )
    {
        var key = $"{kind}-{_tag}";
        return (
            await gateway.Features.CreateAsync(
                new CreateFeatureRequestBody
                {
                    Name = key,
                    Description = "",
                    FeatureType = type,
                    EventSubtype = type == FeatureType.Event ? Event : null,
                    TraitId = type == FeatureType.Trait ? usageTraitId : null,
                    Flag = new CreateOrUpdateFlagRequestBody
                    {
                        Key = key,
                        Name = key,
                        Description = "",
                        FlagType = FlagType.Boolean,
                        DefaultValue = false,
                    },
                },
                cancellationToken
            )
        ).Data;
    }

    private async Task UseAsync(
        SchematicGateway gateway,
        string domain,
        long quantity,
        CancellationToken cancellationToken
    ) =>
        await gateway.Events.CreateAsync(
            new CreateEventRequestBody
            {
                EventType = EventType.Track,
                Body = JsonSerializer.SerializeToElement(
                    new EventBodyTrack
                    {
                        Event = Event,
                        Company = new Dictionary<string, string> { ["domain"] = domain },
                        Quantity = quantity,
                    },
                    WireJson.Strict
                ),
            },
            cancellationToken
        );
}
