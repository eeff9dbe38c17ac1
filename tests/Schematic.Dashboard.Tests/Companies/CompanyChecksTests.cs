using System.Text.Json.Nodes;
using Bunit;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Companies;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Flags.Checks;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Companies;

public sealed class CompanyChecksTests : PageContext
{
    private static readonly FlagVerdictResponseData Analytics = new()
    {
        FlagId = "flag_1",
        Key = "analytics",
        Name = "Analytics",
        Reason = "No rules matched",
        Value = false,
    };

    public CompanyChecksTests() =>
        Api.OnData<IReadOnlyList<FlagVerdictResponseData>>("GET /flags/verdicts", [Analytics])
            .OnData("POST /flags/analytics/explain", ExplanationSamples.ClosestMiss())
            .OnData<IReadOnlyList<EventDetailResponseData>>("GET /events", []);

    [Fact]
    public async Task A_chosen_flag_is_explained_for_this_company()
    {
        var part = await OpenAsync("analytics");

        part.WaitForAssertion(() => Assert.Equal("Analytics is off for Acme", part.Find(".ladder h2").TextContent));
        Assert.Equal(
            "comp_1",
            JsonNode.Parse(Assert.Single(Asked("POST /flags/analytics/explain")).Body!)!["company"]![
                "id"
            ]!.GetValue<string>()
        );
    }

    [Fact]
    public async Task Choosing_one_goes_to_its_address()
    {
        var part = await OpenAsync("");
        part.Find("#check-flag").Focus();
        part.WaitForElement("[role=option]").Click();

        Assert.EndsWith(
            DashboardUrls.Company(Production.Id, "comp_1", "checks", new CompanyChecksQuery { Flag = "analytics" }),
            Navigation.Uri,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_flag_of_the_address_stands_in_the_field_by_its_name()
    {
        var part = await OpenAsync("analytics");

        part.WaitForAssertion(() => Assert.Equal("Analytics", part.Find("#check-flag").GetAttribute("value")));
    }

    private async Task<IRenderedComponent<CompanyChecks>> OpenAsync(string flag)
    {
        await EnterAsync();
        return Render<CompanyChecks>(part =>
            part.Add(static part => part.EnvironmentId, Production.Id)
                .Add(static part => part.CompanyId, "comp_1")
                .Add(static part => part.Query, new CompanyChecksQuery { Flag = flag })
                .Add(static part => part.Recent, new RecentChecksQuery())
        );
    }
}
