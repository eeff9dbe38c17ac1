using Schematic.Contracts.Billing;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;
using Schematic.Testing.Http;

namespace Schematic.Gateway.Tests.Entitlements;

public sealed class IEntitlementsGatewayTests
{
    private static readonly CompanyOverrideResponseData Override = new()
    {
        Id = "cmov_1",
        CompanyId = "comp_1",
        FeatureId = "feat_1",
        EnvironmentId = "env_1",
        Notes = [],
        ValueType = EntitlementValueType.Unlimited,
        CreatedAt = default,
        UpdatedAt = default,
    };

    private static readonly PlanEntitlementResponseData Entitlement = new()
    {
        Id = "pltl_1",
        PlanId = "plan_1",
        FeatureId = "feat_1",
        EnvironmentId = "env_1",
        RuleId = "rule_1",
        CurrencyPrices = [],
        WarningTiers = [],
        ValueType = EntitlementValueType.Numeric,
        CreatedAt = default,
        UpdatedAt = default,
    };

    private static readonly UpdateCompanyOverrideRequestBody Unlimited = new()
    {
        ValueType = EntitlementValueType.Unlimited,
    };

    private readonly FakeApi _api = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_override_is_sent_without_what_it_does_not_have()
    {
        _api.OnData("POST /company-overrides", Override);
        using var gateway = _api.Gateway();

        var answer = await gateway.Entitlements.CreateOverrideAsync(
            new CreateCompanyOverrideRequestBody
            {
                CompanyId = "comp_1",
                FeatureId = "feat_1",
                ValueType = EntitlementValueType.Boolean,
                ValueBool = false,
                Note = "No.",
            },
            Cancellation
        );

        Assert.Equal("cmov_1", answer.Data.Id);
        Assert.Equal(
            """{"company_id":"comp_1","feature_id":"feat_1","note":"No.","value_bool":false,"value_type":"boolean"}""",
            Assert.Single(_api.Requests).Body
        );
    }

    [Fact]
    public async Task An_override_that_no_longer_ends_says_so_and_keeps_the_rest()
    {
        _api.OnData("PUT /company-overrides/cmov_1", Override);
        using var gateway = _api.Gateway();

        await gateway.Entitlements.UpdateOverrideAsync(
            "cmov_1",
            new UpdateCompanyOverrideRequestBody
            {
                ExpirationDate = new(null),
                MetricPeriod = MetricPeriod.CurrentMonth,
                ValueType = EntitlementValueType.Numeric,
                ValueNumeric = 500,
            },
            null,
            Cancellation
        );

        Assert.Equal(
            """{"expiration_date":null,"metric_period":"current_month","value_numeric":500,"value_type":"numeric"}""",
            Assert.Single(_api.Requests).Body
        );
    }

    [Fact]
    public async Task Every_write_names_the_state_that_was_read()
    {
        const string Tag = "\"a1\"";
        _api.OnData("GET /company-overrides/cmov_1", Override, Tag)
            .OnData("PUT /company-overrides/cmov_1", Override)
            .OnData("DELETE /company-overrides/cmov_1", new DeleteResponse { Deleted = true })
            .OnData("GET /plan-entitlements/pltl_1", Entitlement, Tag)
            .OnData("PUT /plan-entitlements/pltl_1", Entitlement)
            .OnData("DELETE /plan-entitlements/pltl_1", new DeleteResponse { Deleted = true });
        using var gateway = _api.Gateway();
        var entitlements = gateway.Entitlements;

        var own = (await entitlements.GetOverrideAsync("cmov_1", Cancellation)).ETag;
        var given = (await entitlements.GetPlanEntitlementAsync("pltl_1", Cancellation)).ETag;
        await entitlements.UpdateOverrideAsync("cmov_1", Unlimited, own, Cancellation);
        await entitlements.DeleteOverrideAsync("cmov_1", own, Cancellation);
        await entitlements.UpdatePlanEntitlementAsync(
            "pltl_1",
            new UpdatePlanEntitlementRequestBody { ValueType = EntitlementValueType.Unlimited },
            given,
            Cancellation
        );
        await entitlements.DeletePlanEntitlementAsync("pltl_1", given, Cancellation);

        Assert.Equal((Tag, Tag), (own, given));
        Assert.All(_api.Requests.Skip(2), static request => Assert.Equal(Tag, request.Headers["If-Match"]));
    }

    [Fact]
    public async Task A_list_of_an_entitlement_is_removed_by_an_empty_one_and_stays_if_it_is_not_sent()
    {
        _api.OnData("PUT /plan-entitlements/pltl_1", Entitlement);
        using var gateway = _api.Gateway();

        await gateway.Entitlements.UpdatePlanEntitlementAsync(
            "pltl_1",
            new UpdatePlanEntitlementRequestBody
            {
                ValueType = EntitlementValueType.Numeric,
                SoftLimit = new(null),
                WarningTiers = [],
            },
            null,
            Cancellation
        );

        Assert.Equal(
            """{"soft_limit":null,"value_type":"numeric","warning_tiers":[]}""",
            Assert.Single(_api.Requests).Body
        );
    }

    [Fact]
    public async Task Price_tiers_are_sent_lowest_first_and_the_last_without_an_end()
    {
        _api.OnData("POST /plan-entitlements", Entitlement);
        using var gateway = _api.Gateway();

        await gateway.Entitlements.CreatePlanEntitlementAsync(
            new CreatePlanEntitlementRequestBody
            {
                PlanId = "plan_1",
                FeatureId = "feat_1",
                ValueType = EntitlementValueType.Unlimited,
                PriceBehavior = EntitlementPriceBehavior.Tier,
                TierMode = BillingTiersMode.Volume,
                MonthlyPriceTiers =
                [
                    new()
                    {
                        UpTo = 100,
                        PerUnitPriceDecimal = "0.5",
                        FlatAmount = 1000,
                    },
                    new() { PerUnitPrice = 5 },
                ],
            },
            Cancellation
        );

        Assert.Equal(
            """{"feature_id":"feat_1","monthly_price_tiers":["""
                + """{"flat_amount":1000,"per_unit_price_decimal":"0.5","up_to":100},{"per_unit_price":5}]"""
                + ""","plan_id":"plan_1","price_behavior":"tier","tier_mode":"volume","value_type":"unlimited"}""",
            Assert.Single(_api.Requests).Body
        );
    }

    [Fact]
    public async Task Usage_is_asked_for_by_the_keys_of_a_company()
    {
        _api.OnData<IReadOnlyList<FeatureUsageResponseData>>("GET /feature-usage", [])
            .OnData("GET /feature-usage/count", new CountResponse { Count = 3 });
        using var gateway = _api.Gateway();
        var query = new FeatureUsageQuery
        {
            CompanyKeys = new Dictionary<string, string> { ["domain"] = "acme.test" },
            FeatureIds = ["feat_1", "feat_2"],
            WithoutNegativeEntitlements = true,
        };

        await gateway.Entitlements.ListFeatureUsageAsync(query, Cancellation);
        var count = await gateway.Entitlements.CountFeatureUsageAsync(query, Cancellation);

        Assert.Equal(3, count.Data.Count);
        Assert.Equal(
            [
                ("company_keys[domain]", "acme.test"),
                ("feature_ids", "feat_1"),
                ("feature_ids", "feat_2"),
                ("without_negative_entitlements", "true"),
            ],
            _api.Requests[0].Parameters
        );
        Assert.Equal(_api.Requests[0].Parameters, _api.Requests[1].Parameters);
    }
}
