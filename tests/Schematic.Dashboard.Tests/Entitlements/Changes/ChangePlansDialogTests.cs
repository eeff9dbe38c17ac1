using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Entitlements.Changes;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Entitlements.Changes;

public sealed class ChangePlansDialogTests : PageContext
{
    private const string Preview = "POST /company-plans/comp_1/preview";
    private const string Update = "PUT /company-plans/comp_1";
    private const string Get = "GET /companies/comp_1";

    private static readonly CompanyDetailResponseData Company = PlanSamples.On(
        CompanySamples.Company(),
        PlanSamples.Plan("plan_pro", "Pro", 2),
        version: 1
    );

    private CompanyDetailResponseData? _result;

    public ChangePlansDialogTests() =>
        Api.OnData<IReadOnlyList<PlanDetailResponseData>>(
                "GET /plans",
                [
                    PlanSamples.Plan("plan_pro", "Pro", 2),
                    PlanSamples.Plan("plan_free", "Free", 1),
                    PlanSamples.Plan("plan_new", "Never published", 0),
                    PlanSamples.Plan("plan_more", "More calls", 1, PlanType.AddOn),
                ]
            )
            .OnData(Get, Company)
            .OnData(
                Preview,
                new CompanyPlanPreviewResponseData
                {
                    Features =
                    [
                        ChangeWordsTests.Feature(
                            EntitlementChange.Less,
                            isExceeded: true,
                            before: UsageSamples.Calls(1_200, 10_000) with
                            {
                                Plan = UsageSamples.Plan(),
                            },
                            after: UsageSamples.Calls(1_200, 1_000) with
                            {
                                Plan = UsageSamples.Plan("plan_free", "Free"),
                            }
                        ),
                        ChangeWordsTests.Feature(EntitlementChange.Unchanged, "Seats"),
                    ],
                }
            );

    [Fact]
    public async Task Only_what_can_be_had_is_offered_and_what_the_company_has_is_on_its_version()
    {
        var dialogs = await OpenAsync();

        Assert.Equal(
            ["No plan", "Free v1", "Pro v1 (now)"],
            Input(dialogs, "Plan").QuerySelectorAll("option").Select(static option => option.TextContent)
        );
        Assert.Equal("More calls v1", dialogs.Find(".add-ons strong").TextContent);
        Assert.True(Button(dialogs, "Change plan").HasAttribute("disabled"));
        Assert.Empty(Asked(Preview));
    }

    [Fact]
    public async Task A_choice_shows_what_it_changes_before_it_is_made()
    {
        var dialogs = await OpenAsync();

        Input(dialogs, "Plan").Change("plan_free");

        dialogs.WaitForAssertion(() =>
            Assert.Equal(
                "1 feature with less. 1 limit is reached already.",
                dialogs.Find(".preview-summary").TextContent
            )
        );
        Assert.Equal(
            "Less API calls 10,000 Pro → , then 1,000 Free Already uses 1,200 of 1,000: another use is denied",
            Words(dialogs.Find(".preview-row"))
        );
        Assert.Contains(
            "1 feature stays as before",
            dialogs.Find(".preview-same").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("""{"add_on_ids":[],"base_plan_id":"plan_free"}""", Assert.Single(Asked(Preview)).Body);
        Assert.Empty(Asked(Update));
    }

    [Fact]
    public async Task The_whole_set_is_sent_and_the_company_comes_back()
    {
        Api.OnData(Update, Company with { Name = "After" });
        var dialogs = await OpenAsync();
        Input(dialogs, "Plan").Change("");
        dialogs.Find(".add-ons input").Change(true);

        await dialogs.Find(".dialog-form").SubmitAsync();

        dialogs.WaitForAssertion(() => Assert.Equal("After", _result?.Name));
        Assert.Equal("""{"add_on_ids":["plan_more"],"base_plan_id":null}""", Assert.Single(Asked(Update)).Body);
    }

    [Fact]
    public async Task A_preview_that_fails_says_why_and_the_change_can_still_be_made()
    {
        Api.OnError(Preview, HttpStatusCode.InternalServerError, "The store is away.");
        var dialogs = await OpenAsync();

        Input(dialogs, "Plan").Change("plan_free");

        dialogs.WaitForAssertion(() =>
            Assert.Contains("The store is away.", dialogs.Find(".preview").TextContent, StringComparison.Ordinal)
        );
        Assert.False(Button(dialogs, "Change plan").HasAttribute("disabled"));
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_replaced_unseen()
    {
        Api.OnData(Get, PlanSamples.On(CompanySamples.Company(), PlanSamples.Plan("plan_free", "Free", 1), version: 1))
            .OnData(Update, Company);
        var dialogs = await OpenAsync();
        dialogs.Find(".add-ons input").Change(true);

        await dialogs.Find(".dialog-form").SubmitAsync();

        dialogs.WaitForAssertion(() => Assert.Equal("Free", dialogs.FindAll(".alert-warning strong")[^1].TextContent));
        Assert.Empty(Asked(Update));

        await dialogs.Find(".dialog-form").SubmitAsync();

        dialogs.WaitForAssertion(() => Assert.NotNull(_result));
    }

    [Fact]
    public async Task A_refusal_stays_in_the_dialog()
    {
        Api.OnError(Update, HttpStatusCode.Conflict, "\"Free\" has no published version in this environment.");
        var dialogs = await OpenAsync();
        Input(dialogs, "Plan").Change("plan_free");

        await dialogs.Find(".dialog-form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Contains("no published version", dialogs.Find(".alert-danger").TextContent, StringComparison.Ordinal)
        );
        Assert.Null(_result);
    }

    private async Task<IRenderedComponent<DialogHost>> OpenAsync()
    {
        await EnterAsync();
        var dialogs = RenderDialogs();
        var service = Services.GetRequiredService<DialogService>();
        _ = dialogs.InvokeAsync(async () =>
            _result = await service.OpenFormAsync<ChangePlansDialog, CompanyDetailResponseData>(
                "Plan of Acme",
                new() { [nameof(ChangePlansDialog.Company)] = Company }
            )
        );
        dialogs.WaitForAssertion(() => dialogs.Find(".add-ons"));
        return dialogs;
    }
}
