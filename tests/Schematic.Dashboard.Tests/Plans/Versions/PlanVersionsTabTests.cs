using System.Net;
using Bunit;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Plans;
using Schematic.Dashboard.Plans.Versions;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Plans.Versions;

public sealed class PlanVersionsTabTests : PageContext
{
    private const string Publish = "PUT /plans/version/plvr_3/publish";

    private static readonly PlanVersionResponseData Draft = PlanSamples.Version(3, PlanVersionStatus.Draft);
    private static readonly PlanVersionResponseData Published = PlanSamples.Version(2);
    private static readonly PlanVersionResponseData Archived = PlanSamples.Version(1, PlanVersionStatus.Archived);
    private int _changes;

    public PlanVersionsTabTests()
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
    public async Task Each_version_says_its_status_and_how_many_companies_are_on_it()
    {
        var tab = await RenderAsync();

        tab.WaitForAssertion(() =>
            Assert.Equal(
                ["Draft None", "Published 73", "Archived 12"],
                tab.FindAll("tbody tr")
                    .Select(static row => $"{row.Children[1].TextContent.Trim()} {row.Children[2].TextContent.Trim()}")
            )
        );
    }

    [Fact]
    public async Task The_draft_is_reviewed_change_by_change()
    {
        var tab = await RenderAsync();

        Assert.Contains("1 change since v2", tab.Find(".plan-review").TextContent, StringComparison.Ordinal);
        Assert.Equal("100 API calls a month", tab.Find("del").TextContent.Trim());
        Assert.Equal("200 API calls a month", tab.Find("ins").TextContent.Trim());
    }

    [Fact]
    public async Task A_version_with_companies_is_not_deleted_and_says_why()
    {
        Api.OnError("DELETE /plans/version/plvr_1", HttpStatusCode.Conflict, "12 companies are on version 1.");
        var tab = await RenderAsync();
        var dialogs = RenderDialogs();
        Button(tab, "Delete v1").Click();
        await ConfirmAsync(dialogs, "v1");

        dialogs.WaitForAssertion(() =>
            Assert.Contains("12 companies are on", dialogs.Find(".alert").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Deleting_the_published_version_publishes_the_one_before()
    {
        Api.OnData("DELETE /plans/version/plvr_2", new DeleteResponse { Deleted = true });
        var tab = await RenderAsync();
        var dialogs = RenderDialogs();
        Button(tab, "Delete v2").Click();
        dialogs.WaitForAssertion(() =>
            Assert.Contains(
                "Version 1 is published again",
                dialogs.Find(".dialog-text").TextContent,
                StringComparison.Ordinal
            )
        );
        await ConfirmAsync(dialogs, "v2");

        tab.WaitForAssertion(() => Assert.Equal(1, _changes));
        Assert.Contains(
            ("promote_archived_version", "true"),
            Assert.Single(Asked("DELETE /plans/version/plvr_2")).Parameters
        );
    }

    [Fact]
    public async Task A_draft_is_given_up_with_its_changes()
    {
        Api.OnData("DELETE /plans/version/plvr_3", new DeleteResponse { Deleted = true });
        var tab = await RenderAsync();
        var dialogs = RenderDialogs();
        Button(tab, "Delete draft").Click();
        dialogs.WaitForAssertion(() =>
            Assert.Contains("gives up 1 change", dialogs.Find(".dialog-text").TextContent, StringComparison.Ordinal)
        );
        await ConfirmAsync(dialogs, "v3");

        tab.WaitForAssertion(() => Assert.Equal(1, _changes));
    }

    [Fact]
    public async Task A_plan_that_was_never_published_says_what_is_missing()
    {
        var first = PlanSamples.Version(1, PlanVersionStatus.Draft);
        var tab = await RenderAsync(new(PlanSamples.Plan(versions: [first]), VersionDiff.None));

        Assert.Contains("Add entitlements before", tab.Find(".plan-review").TextContent, StringComparison.Ordinal);
        Assert.Empty(tab.FindAll(".plan-moves"));
    }

    private static async Task ConfirmAsync(IRenderedComponent<DialogHost> dialogs, string name)
    {
        dialogs.WaitForAssertion(() => dialogs.Find(".dialog-form input"));
        await dialogs.Find(".dialog-form input").InputAsync(name);
        await dialogs.Find("form").SubmitAsync();
    }

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
                .Add(static tab => tab.Changed, () => _changes++)
        );
        // What arrives while an event is on its way draws its element anew.
        tab.WaitForAssertion(() => Assert.Empty(tab.FindAll(".skeleton")));
        tab.WaitForAssertion(() => Assert.DoesNotContain("See them", tab.Markup, StringComparison.Ordinal));
        return tab;
    }
}
