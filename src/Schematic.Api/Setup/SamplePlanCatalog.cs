using Schematic.Api.Entitlements.Pricing;
using Schematic.Api.Entitlements.Terms;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Plans;
using static Schematic.Api.Setup.SampleFeatures;

namespace Schematic.Api.Setup;

/// <summary>
/// The invented plans and add-ons with their features, version by version, and the invented companies on them.
/// </summary>
internal static class SamplePlanCatalog
{
    // The cheapest first; the one of a single company last.
    public static IReadOnlyList<SamplePlan> Plans { get; } =
    [
        new("Free", "To try it out.", PlanIcon.Slate, PlanType.Plan)
        {
            Versions =
            [
                new(300, [4, 24, 26, 28, 30, 32, 34, 35])
                {
                    Gives = [Limit(Seats, 25), PerMonth(ApiCalls, 1_000), PerWeek(ReportRuns, 5)],
                },
            ],
        },
        new("Starter", "For one team.", PlanIcon.Sky, PlanType.Plan)
        {
            Versions =
            [
                new(280, [8, 9, 10, 11])
                {
                    Gives = [Limit(Seats, 100), CallsWithOverage, PerMonth(ReportRuns, 20), Yes(Export)],
                },
            ],
        },
        new("Pro", "For several teams that build on the API.", PlanIcon.Indigo, PlanType.Plan)
        {
            Versions =
            [
                new(280, [5, 6, 7])
                {
                    Gives = [Limit(Seats, 150), PerMonth(ApiCalls, 8_000), PerMonth(ReportRuns, 50), Yes(Export)],
                },
                new(45, [1, 12, 13, 14, 15, 16, 17, 19, 21, 23])
                {
                    Gives = [Limit(Seats, 200), PerMonth(ApiCalls, 10_000), PerMonth(ReportRuns, 100)],
                },
                new(2, []) { Gives = [PerMonth(ApiCalls, 15_000), Unlimited(ReportRuns), Yes(SingleSignOn)] },
            ],
        },
        new("Business", "Seats by contract, API calls by volume.", PlanIcon.Violet, PlanType.Plan)
        {
            Versions =
            [
                new(200, [2, 3, 18, 20, 22])
                {
                    Gives =
                    [
                        new(Seats, new() { ValueType = EntitlementValueType.Trait }) { LimitTrait = "contract_seats" },
                        CallsByVolume,
                        Unlimited(ReportRuns),
                        Yes(Export),
                        Yes(Reports),
                        Yes(SingleSignOn),
                        Yes(AuditTrail),
                    ],
                },
            ],
        },
        new("Northwind Enterprise", "Agreed with Northwind Analytics alone.", PlanIcon.Amber, PlanType.Plan)
        {
            Versions =
            [
                new(90, [0])
                {
                    Gives =
                    [
                        Unlimited(Seats),
                        Unlimited(ApiCalls),
                        Unlimited(ReportRuns),
                        Yes(Export),
                        Yes(Reports),
                        Yes(SingleSignOn),
                        Yes(AuditTrail),
                    ],
                },
            ],
        },
        new("More API calls", "For a plan that would do otherwise.", PlanIcon.Teal, PlanType.AddOn)
        {
            Versions = [new(150, [10, 17, 19]) { Gives = [PerMonth(ApiCalls, 50_000)] }],
        },
        new("Compliance", "What auditors ask for.", PlanIcon.Emerald, PlanType.AddOn)
        {
            Versions = [new(120, [13, 19]) { Gives = [Yes(SingleSignOn), Yes(AuditTrail)] }],
        },
        new("Assistant", "Answers of the assistant, paid with AI credits.", PlanIcon.Fuchsia, PlanType.AddOn)
        {
            Versions =
            [
                new(88, [1, 2, 3, 5, 12, 17, 20]) { Gives = [WithCredits(Answers, 2)], MonthlyCredits = 1_000 },
            ],
        },
        new("Priority support", "People who know you by name.", PlanIcon.Rose, PlanType.AddOn)
        {
            Versions = [new(100, [0, 3, 17, 20]) { Gives = [Yes(Support)] }],
        },
    ];

    // Two cents for each call after the first 5,000 of a month.
    private static SampleEntitlement CallsWithOverage =>
        new(
            ApiCalls,
            new()
            {
                ValueType = EntitlementValueType.Unlimited,
                MetricPeriod = MetricPeriod.CurrentMonth,
                PriceBehavior = EntitlementPriceBehavior.Overage,
                SoftLimit = 5_000,
            }
        )
        {
            Prices = Monthly(new IntervalPrice { UnitPrice = 2 }),
        };

    private static SampleEntitlement CallsByVolume =>
        new(
            ApiCalls,
            new()
            {
                ValueType = EntitlementValueType.Numeric,
                ValueNumeric = 100_000,
                MetricPeriod = MetricPeriod.CurrentMonth,
                PriceBehavior = EntitlementPriceBehavior.Tier,
            }
        )
        {
            Prices = Monthly(
                new IntervalPrice
                {
                    Tiers = [new(0, 1.5m, 1_000), new(0, 1, 20_000), new(0, 0.5m, null)],
                    TiersMode = BillingTiersMode.Graduated,
                }
            ),
        };

    private static SampleEntitlement Yes(string flagKey) =>
        new(flagKey, new() { ValueType = EntitlementValueType.Boolean, ValueBool = true });

    private static SampleEntitlement Unlimited(string flagKey) =>
        new(flagKey, new() { ValueType = EntitlementValueType.Unlimited });

    private static SampleEntitlement WithCredits(string flagKey, long rate) =>
        new(flagKey, new() { ValueType = EntitlementValueType.Credit, CreditConsumptionRate = rate });

    private static SampleEntitlement Limit(string flagKey, long limit, MetricPeriod? period = null) =>
        new(
            flagKey,
            new()
            {
                ValueType = EntitlementValueType.Numeric,
                ValueNumeric = limit,
                MetricPeriod = period,
            }
        );

    private static SampleEntitlement PerMonth(string flagKey, long limit) =>
        Limit(flagKey, limit, MetricPeriod.CurrentMonth);

    private static SampleEntitlement PerWeek(string flagKey, long limit) =>
        Limit(flagKey, limit, MetricPeriod.CurrentWeek);

    private static EntitlementPrices Monthly(IntervalPrice price) =>
        new([new CurrencyPrices { Currency = "usd", Monthly = price }]);
}

/// <summary>An invented plan or add-on.</summary>
internal sealed record SamplePlan(string Name, string Description, PlanIcon Icon, PlanType PlanType)
{
    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<SamplePlanVersion> Versions { get; init; }
}

/// <summary>A version of an invented plan; one without companies is a draft.</summary>
/// <param name="DaysAgo">When it was begun.</param>
/// <param name="Companies">Numbers of the invented companies that are on it.</param>
internal sealed record SamplePlanVersion(int DaysAgo, IReadOnlyList<int> Companies)
{
    /// <summary>Entitlements beside, or in place of, those of the version before.</summary>
    public required IReadOnlyList<SampleEntitlement> Gives { get; init; }

    /// <summary>Credits that are given each month, a quarter of which rolls over; 0 for none.</summary>
    public long MonthlyCredits { get; init; }
}

/// <summary>A feature that an invented plan gives, named by the key of its flag.</summary>
internal sealed record SampleEntitlement(string FlagKey, EntitlementValues Values)
{
    /// <summary>Name of the company trait that holds the limit; null unless the value is a trait.</summary>
    public string? LimitTrait { get; init; }

    public EntitlementPrices Prices { get; init; } = EntitlementPrices.None;
}
