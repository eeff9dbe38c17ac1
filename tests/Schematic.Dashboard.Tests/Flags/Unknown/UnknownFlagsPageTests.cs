using System.Net;
using Bunit;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Flags.Unknown;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Flags.Unknown;

public sealed class UnknownFlagsPageTests : PageContext
{
    private const string List = "GET /unknown-flags";

    public UnknownFlagsPageTests() => Api.OnData("GET /unknown-flags/count", new CountResponse { Count = 1 });

    [Fact]
    public async Task While_loading_the_page_shows_its_shape()
    {
        Api.OnSilence(List);

        Assert.NotEmpty((await OpenAsync()).FindAll(".grid-skeleton"));
    }

    [Fact]
    public async Task A_failure_is_no_empty_list()
    {
        Api.OnError(List, HttpStatusCode.InternalServerError, "The store is away.");
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("The store is away.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task None_is_good_news()
    {
        Api.OnData<IReadOnlyList<UnknownFlagResponseData>>(List, []);
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("No unknown flags", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task One_can_be_created_or_forgotten()
    {
        Api.OnData<IReadOnlyList<UnknownFlagResponseData>>(List, [Unknown("analitics v2")])
            .OnData("DELETE /unknown-flags/analitics%20v2", new DeleteResponse { Deleted = true });
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Equal(
                $"{DashboardUrls.NewFlag(Production.Id)}?key=analitics%20v2",
                page.Find("tbody .grid-actions a").GetAttribute("href")
            )
        );
        Assert.Contains("domain=acme.com", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Button(page, "Forget analitics v2").Click();

        page.WaitForAssertion(() => Assert.Equal(2, Asked(List).Count));
    }

    private static UnknownFlagResponseData Unknown(string key) =>
        new()
        {
            Key = key,
            Count = 12,
            FirstSeenAt = DateTimeOffset.UnixEpoch,
            LastSeenAt = DateTimeOffset.UnixEpoch,
            ExampleCompany = new Dictionary<string, string> { ["domain"] = "acme.com" },
            ExampleUser = new Dictionary<string, string>(),
        };

    private Task<IRenderedComponent<UnknownFlagsPage>> OpenAsync() =>
        OpenAsync<UnknownFlagsPage>(DashboardUrls.UnknownFlags(Production.Id));
}
