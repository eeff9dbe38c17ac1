using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Dashboard.Plans.Entitlements;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Plans.Entitlements;

public sealed class EntitlementDialogTests : PageContext
{
    private const string Create = "POST /plan-entitlements";
    private const string Get = "GET /plan-entitlements/pltl_calls";
    private const string Update = "PUT /plan-entitlements/pltl_calls";

    public EntitlementDialogTests()
    {
        Api.OnData<IReadOnlyList<EntityTraitDefinitionResponseData>>(
            "GET /entity-trait-definitions",
            [
                CompanySamples.Definition(TraitType.Number, "seats"),
                CompanySamples.Definition(TraitType.String, "region"),
            ]
        );
        Api.OnData<IReadOnlyList<FeatureDetailResponseData>>(
            "GET /features",
            [
                FlagSamples.Feature("feat_sso", "SSO", FlagSamples.Flag("flag_1", "sso")) with
                {
                    FeatureType = FeatureType.Boolean,
                },
                FlagSamples.Feature("feat_calls", "API access", FlagSamples.Flag("flag_2", "api")) with
                {
                    FeatureType = FeatureType.Event,
                    SingularName = "API call",
                    PluralName = "API calls",
                },
                FlagSamples.Feature("feat_given", "Given", FlagSamples.Flag("flag_3", "given")),
            ]
        );
        Api.OnData(Create, PlanSamples.Calls(1));
        Api.OnData(Update, PlanSamples.Calls(1));
        Api.OnData(Get, PlanSamples.Calls(1_000), "\"shown\"");
    }

    [Fact]
    public async Task Only_features_that_are_not_given_are_offered()
    {
        var (dialogs, _) = await OpenAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Equal(
                ["", "feat_calls", "feat_sso"],
                Input(dialogs, "Feature").Children.Select(static option => option.GetAttribute("value") ?? "")
            )
        );
    }

    [Fact]
    public async Task A_boolean_feature_is_on_or_off()
    {
        var (dialogs, closed) = await OpenAsync();
        Choose(dialogs, "Feature", "feat_sso");
        Assert.Equal("Companies on Pro get SSO.", dialogs.Find(".plan-restated").TextContent.Trim());
        Button(dialogs, "Off").Click();
        Assert.Equal("Companies on Pro do not get SSO.", dialogs.Find(".plan-restated").TextContent.Trim());
        await dialogs.Find("form").SubmitAsync();

        Assert.NotNull(await closed);
        Assert.Equal(
            """{"feature_id":"feat_sso","plan_id":"plan_pro","value_bool":false,"value_type":"boolean"}""",
            Assert.Single(Asked(Create)).Body
        );
    }

    [Fact]
    public async Task A_limit_is_restated_while_it_is_typed_and_checked_before_it_is_sent()
    {
        var (dialogs, closed) = await OpenAsync();
        Choose(dialogs, "Feature", "feat_calls");
        await dialogs.Find("form").SubmitAsync();
        Assert.Contains("whole number", dialogs.Find(".field-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(Asked(Create));

        Input(dialogs, "Limit").Input("1000");
        Assert.Equal(
            "Companies on Pro get 1,000 API calls a month.",
            dialogs.Find(".plan-restated").TextContent.Trim()
        );
        await dialogs.Find("form").SubmitAsync();

        Assert.NotNull(await closed);
        Assert.Contains("\"value_numeric\":1000", Assert.Single(Asked(Create)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_numbers_can_hold_a_limit()
    {
        var (dialogs, _) = await OpenAsync();
        Choose(dialogs, "Feature", "feat_calls");
        Button(dialogs, "Limit from a trait").Click();

        dialogs.WaitForAssertion(() =>
            Assert.Equal(
                ["Choose a trait", "seats"],
                Input(dialogs, "Company trait").Children.Select(static option => option.TextContent.Trim())
            )
        );
        Choose(dialogs, "Company trait", "trdf_seats");
        Assert.Contains(
            "as the trait seats says",
            dialogs.Find(".plan-restated").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_usage_costs_is_computed_while_its_price_is_typed()
    {
        var (dialogs, _) = await OpenAsync();
        Choose(dialogs, "Feature", "feat_calls");
        Choose(dialogs, "Paid for", "pay_as_you_go");
        dialogs.Find(".prices-unit input").Input("0.008266666667");

        Assert.Equal(
            ["1,500 API calls a month = $12.4000000005"],
            dialogs.FindAll(".calculator-lines li").Select(static line => line.TextContent)
        );
        dialogs.Find(".calculator input").Input("2");
        Assert.StartsWith(
            "2 API calls a month = $0.016",
            dialogs.Find(".calculator-lines li").TextContent,
            StringComparison.Ordinal
        );
        dialogs.Find(".calculator input").Input("two");
        Assert.Equal("Enter a whole number.", dialogs.Find(".calculator-lines li").TextContent);
    }

    [Fact]
    public async Task Tiers_are_added_summed_and_sent()
    {
        var (dialogs, closed) = await OpenAsync();
        Choose(dialogs, "Feature", "feat_calls");
        Choose(dialogs, "Paid for", "tier");
        dialogs
            .FindAll("button")
            .First(static button => button.TextContent.StartsWith("Add a tier", StringComparison.Ordinal))
            .Click();
        Cell(dialogs, "Last unit of tier 1").Input("100");
        Cell(dialogs, "Price of each unit in tier 1").Input("0.10");
        Cell(dialogs, "Price of each unit in tier 2").Input("0.05");
        Assert.Contains("= $80.00", dialogs.Find(".calculator-lines").TextContent, StringComparison.Ordinal);

        Button(dialogs, "Volume").Click();
        Assert.Contains("= $75.00", dialogs.Find(".calculator-lines").TextContent, StringComparison.Ordinal);
        await dialogs.Find("form").SubmitAsync();

        Assert.NotNull(await closed);
        var sent = Assert.Single(Asked(Create)).Body;
        Assert.Contains(
            "[{\"per_unit_price\":10,\"up_to\":100},{\"per_unit_price\":5}]",
            sent,
            StringComparison.Ordinal
        );
        Assert.Contains("\"tier_mode\":\"volume\"", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_a_tier_stands_beside_it()
    {
        var (dialogs, _) = await OpenAsync();
        Choose(dialogs, "Feature", "feat_calls");
        Choose(dialogs, "Paid for", "tier");
        dialogs
            .FindAll("button")
            .First(static button => button.TextContent.StartsWith("Add a tier", StringComparison.Ordinal))
            .Click();
        await dialogs.Find("form").SubmitAsync();

        Assert.Equal("true", Cell(dialogs, "Last unit of tier 1").GetAttribute("aria-invalid"));
        Assert.Contains("last unit", dialogs.Find(".prices .field-error").TextContent, StringComparison.Ordinal);
        Assert.Empty(Asked(Create));
    }

    [Fact]
    public async Task A_price_that_the_API_refuses_is_marked()
    {
        Api.OnError(
            Create,
            HttpStatusCode.BadRequest,
            "currency_prices[0].monthly_unit_price is too large.",
            "currency_prices[0].monthly_unit_price"
        );
        var (dialogs, _) = await OpenAsync();
        Choose(dialogs, "Feature", "feat_calls");
        Choose(dialogs, "Paid for", "pay_as_you_go");
        dialogs.Find(".prices-unit input").Input("1");
        await dialogs.Find("form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Equal("true", dialogs.Find(".prices-unit input").GetAttribute("aria-invalid"))
        );
    }

    [Fact]
    public async Task Prices_are_given_in_several_currencies()
    {
        var (dialogs, closed) = await OpenAsync();
        Choose(dialogs, "Feature", "feat_calls");
        Choose(dialogs, "Paid for", "pay_as_you_go");
        dialogs.Find(".prices-unit input").Input("1");
        Button(dialogs, "Add a currency").Click();
        dialogs.FindAll(".prices-currency")[1].QuerySelector(".prices-unit input")!.Input("2");
        await dialogs.Find("form").SubmitAsync();

        Assert.NotNull(await closed);
        Assert.Contains(
            "[{\"currency\":\"usd\",\"monthly_unit_price\":100},{\"currency\":\"eur\",\"monthly_unit_price\":200}]",
            Assert.Single(Asked(Create)).Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_change_of_a_published_plan_says_that_a_draft_begins()
    {
        var (dialogs, closed) = await OpenAsync(PlanSamples.Calls(1_000));

        dialogs.WaitForAssertion(() =>
            Assert.Contains("Saving begins a draft", dialogs.Find(".alert").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal("1000", Input(dialogs, "Limit").GetAttribute("value"));
        Input(dialogs, "Limit").Input("2000");
        await dialogs.Find("form").SubmitAsync();

        Assert.NotNull(await closed);
        Assert.Contains("\"value_numeric\":2000", Assert.Single(Asked(Update)).Body, StringComparison.Ordinal);
        Assert.Equal("\"shown\"", Asked(Update)[0].Headers["If-Match"]);
    }

    [Fact]
    public async Task A_refusal_stands_at_its_field()
    {
        Api.OnError(Update, HttpStatusCode.BadRequest, "value_numeric is too large.", "value_numeric");
        var (dialogs, _) = await OpenAsync(PlanSamples.Calls(1_000));
        dialogs.WaitForAssertion(() => Input(dialogs, "Limit"));
        await dialogs.Find("form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Equal("Value numeric is too large.", dialogs.Find(".field-error").TextContent.Trim())
        );
    }

    private static AngleSharp.Dom.IElement Cell(IRenderedComponent<DialogHost> dialogs, string label) =>
        dialogs.Find($"[aria-label='{label}']");

    private static void Choose(IRenderedComponent<DialogHost> dialogs, string label, string value)
    {
        dialogs.WaitForAssertion(() => Assert.NotEmpty(dialogs.FindAll($"option[value={value}]")));
        Input(dialogs, label).Change(value);
    }

    private async Task<(IRenderedComponent<DialogHost>, Task<PlanEntitlementResponseData?>)> OpenAsync(
        PlanEntitlementResponseData? entitlement = null
    )
    {
        await EnterAsync();
        var dialogs = RenderDialogs();
        var closed = dialogs.InvokeAsync(() =>
            Services
                .GetService<DialogService>()!
                .OpenFormAsync<EntitlementDialog, PlanEntitlementResponseData>(
                    "Entitlement",
                    new()
                    {
                        [nameof(EntitlementDialog.Plan)] = PlanSamples.Plan(),
                        [nameof(EntitlementDialog.Entitlement)] = entitlement,
                        [nameof(EntitlementDialog.Given)] = new HashSet<string> { "feat_given" },
                    }
                )
        );
        dialogs.WaitForAssertion(() => dialogs.Find("form"));
        return (dialogs, closed);
    }
}
