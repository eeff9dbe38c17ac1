using System.Net;
using Bunit;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Plans;
using Schematic.Dashboard.Plans.Versions;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Plans.Versions;

public sealed class MigrateDialogTests : PageContext
{
    private const string Publish = "PUT /plans/version/plvr_3/publish";

    private static readonly PlanVersionResponseData Draft = PlanSamples.Version(3, PlanVersionStatus.Draft);
    private static readonly PlanVersionResponseData Published = PlanSamples.Version(2);
    private static readonly PlanVersionResponseData Archived = PlanSamples.Version(1, PlanVersionStatus.Archived);

    public MigrateDialogTests()
    {
        Api.On(
            "GET /companies/count",
            request =>
                FakeApi.Data(
                    new CountResponse { Count = request.Parameters.Contains(("plan_version_id", "plvr_1")) ? 12 : 73 }
                )
        );
        Api.OnData<IReadOnlyList<PlanVersionMigrationResponseData>>("GET /plan-version-migrations", []);
        Api.OnData(Publish, Draft with { Status = PlanVersionStatus.Published });
    }

    [Fact]
    public async Task Companies_are_moved_from_an_earlier_version_after_a_preview()
    {
        Api.OnData(
            "POST /plan-version-migrations/preview",
            new PlanVersionMigrationPreviewResponseData
            {
                HasBillingChanges = false,
                Companies =
                [
                    Preview("comp_1"),
                    Preview("comp_2") with
                    {
                        WouldFail = true,
                        Note = "Its trial has not ended.",
                    },
                ],
            }
        );
        Api.OnData("POST /plan-version-migrations", PlanSamples.Migration(PlanVersionMigrationStatus.Completed));
        var tab = await RenderAsync();
        var dialogs = RenderDialogs();
        tab.WaitForAssertion(() => Button(tab, "Move companies…"));
        Button(tab, "Move companies…").Click();
        dialogs.WaitForAssertion(() =>
            Assert.Contains(
                "1 company would be moved. 1 company could not be.",
                dialogs.Find(".plan-preview").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Contains(
            "Its trial has not ended.",
            dialogs.Find(".plan-skipped").TextContent,
            StringComparison.Ordinal
        );
        await dialogs.Find("form").SubmitAsync();

        tab.WaitForAssertion(() =>
            Assert.Equal(
                """{"plan_id":"plan_pro","plan_version_id_to":"plvr_2","plan_version_ids_from":["plvr_1"],"""
                    + "\"strategy\":\"immediate\",\"target_plan_type\":\"plan\"}",
                Assert.Single(Asked("POST /plan-version-migrations")).Body
            )
        );
    }

    [Fact]
    public async Task Chosen_companies_must_be_chosen()
    {
        Api.OnError("POST /plan-version-migrations/preview", HttpStatusCode.InternalServerError, "No preview.");
        var tab = await RenderAsync();
        var dialogs = RenderDialogs();
        tab.WaitForAssertion(() => Button(tab, "Move companies…"));
        Button(tab, "Move companies…").Click();
        dialogs.WaitForAssertion(() =>
            Assert.Contains("No preview.", dialogs.Find(".plan-preview").TextContent, StringComparison.Ordinal)
        );
        Button(dialogs, "Chosen ones").Click();
        await dialogs.Find("form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Contains("Choose the companies", dialogs.Find(".field-error").TextContent, StringComparison.Ordinal)
        );
        Assert.Empty(Asked("POST /plan-version-migrations"));
    }

    private static PlanVersionMigrationPreviewCompanyResponseData Preview(string id) =>
        new()
        {
            CompanyId = id,
            HasBillingChanges = false,
            HasCustomPricing = false,
            WillUpdateSubscription = false,
            WouldFail = false,
        };

    private async Task<IRenderedComponent<PlanVersionsTab>> RenderAsync(PlanOverview? overview = null)
    {
        await EnterAsync();
        var tab = Render<PlanVersionsTab>(builder =>
            builder
                .Add(static tab => tab.EnvironmentId, Production.Id)
                .Add(
                    static tab => tab.Overview,
                    overview
                        ?? new(
                            PlanSamples.Plan(versions: [Draft, Published, Archived]) with
                            {
                                CompanyCount = 85,
                            },
                            VersionDiff.Between(Published, [PlanSamples.Calls(100)], Draft, [PlanSamples.Calls(200)])
                        )
                )
                .Add(static tab => tab.Changed, static () => { })
        );
        // What arrives while an event is on its way draws its element anew.
        tab.WaitForAssertion(() => Assert.Empty(tab.FindAll(".skeleton")));
        tab.WaitForAssertion(() => Assert.DoesNotContain("See them", tab.Markup, StringComparison.Ordinal));
        return tab;
    }
}
