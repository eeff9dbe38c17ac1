using System.Net;
using Bunit;
using Schematic.Contracts.Environments;
using Schematic.Dashboard.Environments;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Environments;

public sealed class EnvironmentsPageTests : PageContext
{
    private const string List = "GET /environments";

    [Fact]
    public async Task While_loading_the_page_shows_its_shape()
    {
        var page = await OpenWithAsync(() => Api.OnSilence(List));

        Assert.NotEmpty(page.FindAll(".grid-skeleton"));
        Assert.Equal("true", page.Find("table").GetAttribute("aria-busy"));
    }

    [Fact]
    public async Task A_failure_says_why_and_can_be_tried_again()
    {
        var page = await OpenWithAsync(() =>
            Api.OnError(List, HttpStatusCode.Forbidden, "Only admins see environments.")
        );
        page.WaitForAssertion(() =>
            Assert.Contains(
                "Only admins see environments.",
                page.Find("[role=alert]").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Empty(page.FindAll("table"));

        Answer(Production, Staging);
        Button(page, "Try again").Click();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
    }

    [Fact]
    public async Task An_empty_list_says_what_to_do()
    {
        var page = await OpenWithAsync(() => Answer());

        page.WaitForAssertion(() =>
            Assert.Contains("No environments", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
        Assert.NotNull(page.Find(".state button"));
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task Each_environment_has_its_row_and_the_present_one_is_marked()
    {
        var page = await OpenWithAsync(() => Answer(Production, Staging));

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr:not(.grid-skeleton)").Count));
        var rows = page.FindAll("tbody tr");
        Assert.Contains("Current", rows[0].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Current", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(DashboardUrls.Companies(Staging.Id), rows[1].QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("2 of 2", page.Find(".pager").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_in_the_address_is_the_page_asked_for()
    {
        await OpenAsync<EnvironmentsPage>(
            DashboardUrls.Environments(Production.Id, new EnvironmentsListQuery { Page = 3, Size = 25 })
        );

        var parameters = Asked(List)[^1].Parameters;
        Assert.Contains(("limit", "25"), parameters);
        Assert.Contains(("offset", "50"), parameters);
    }

    [Fact]
    public async Task A_page_that_fails_to_turn_keeps_what_was_there()
    {
        var page = await OpenAsync<EnvironmentsPage>(DashboardUrls.Environments(Production.Id));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr:not(.grid-skeleton)").Count));
        Api.OnError(List, HttpStatusCode.BadRequest, "offset is too large.");

        Navigation.NavigateTo(DashboardUrls.Environments(Production.Id, new EnvironmentsListQuery { Page = 2 }));

        page.WaitForAssertion(() =>
            Assert.Contains("offset is too large.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal(2, page.FindAll("tbody tr").Count);
    }

    // The session asks for the environments too, before the page does.
    private async Task<IRenderedComponent<EnvironmentsPage>> OpenWithAsync(Action teach)
    {
        await EnterAsync();
        teach();
        return await OpenAsync<EnvironmentsPage>(DashboardUrls.Environments(Production.Id));
    }

    private void Answer(params IReadOnlyList<EnvironmentResponseData> environments) => Api.OnData(List, environments);
}
