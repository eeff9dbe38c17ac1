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

public sealed class PublishDialogTests : PageContext
{
    private const string Publish = "PUT /plans/version/plvr_3/publish";

    private static readonly PlanVersionResponseData Draft = PlanSamples.Version(3, PlanVersionStatus.Draft);
    private static readonly PlanVersionResponseData Published = PlanSamples.Version(2);
    private static readonly PlanVersionResponseData Archived = PlanSamples.Version(1, PlanVersionStatus.Archived);
    private int _changes;

    public PublishDialogTests()
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
    public async Task Publishing_leaves_everybody_unless_said_otherwise()
    {
        var tab = await RenderAsync();
        var dialogs = OpenPublish(tab);
        Assert.Contains("85 companies are", dialogs.Find("legend").TextContent, StringComparison.Ordinal);
        await dialogs.Find("form").SubmitAsync();

        tab.WaitForAssertion(() => Assert.Equal(1, _changes));
        Assert.Equal(
            """{"excluded_company_ids":[],"migration_strategy":"leave"}""",
            Assert.Single(Asked(Publish)).Body
        );
    }

    [Fact]
    public async Task Publishing_moves_everybody_where_that_is_chosen()
    {
        var tab = await RenderAsync();
        var dialogs = OpenPublish(tab);
        Choose(dialogs, 1);
        await dialogs.Find("form").SubmitAsync();

        tab.WaitForAssertion(() =>
            Assert.Contains("\"immediate\"", Assert.Single(Asked(Publish)).Body, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Moving_all_but_some_needs_those_who_stay()
    {
        var tab = await RenderAsync();
        var dialogs = OpenPublish(tab);
        Choose(dialogs, 2);
        await dialogs.Find("form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Contains("Choose the companies", dialogs.Find(".field-error").TextContent, StringComparison.Ordinal)
        );
        Assert.Empty(Asked(Publish));
    }

    [Fact]
    public async Task A_refusal_to_publish_is_shown_where_it_was_asked()
    {
        Api.OnError(Publish, HttpStatusCode.Conflict, "Version 3 is no draft.");
        var tab = await RenderAsync();
        var dialogs = OpenPublish(tab);
        await dialogs.Find("form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Contains("is no draft", dialogs.Find(".alert").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal(0, _changes);
    }

    private static void Choose(IRenderedComponent<DialogHost> dialogs, int choice)
    {
        var radio = dialogs.FindAll(".plan-choices input")[choice];
        radio.Change(radio.GetAttribute("value"));
    }

    private IRenderedComponent<DialogHost> OpenPublish(IRenderedComponent<PlanVersionsTab> tab)
    {
        var dialogs = RenderDialogs();
        Button(tab, "Publish…").Click();
        dialogs.WaitForAssertion(() => dialogs.Find("form"));
        return dialogs;
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
