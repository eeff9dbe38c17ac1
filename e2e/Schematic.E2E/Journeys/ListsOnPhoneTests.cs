using Microsoft.Playwright;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Accessibility;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Journeys;

public sealed class ListsOnPhoneTests(Chromium chromium, FurnishedConsole console) : IClassFixture<FurnishedConsole>
{
    // A name, a line of facts and the room around them.
    private const int TwoLines = 80;

    private static readonly Dictionary<string, Func<string, string>> Lists = new()
    {
        ["Companies"] = static environment => DashboardUrls.Companies(environment),
        ["Users"] = static environment => DashboardUrls.Users(environment),
        ["Features"] = static environment => DashboardUrls.Features(environment),
        ["Flags"] = static environment => DashboardUrls.Flags(environment),
        ["Plans"] = static environment => DashboardUrls.Plans(environment),
        ["Credits"] = static environment => DashboardUrls.Credits(environment),
    };

    public static TheoryData<string> Titles { get; } = [.. Lists.Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task A_row_that_leads_to_a_page_is_a_card_of_two_lines(string title)
    {
        var visitor = await console.VisitorAsync(chromium);
        await visitor.Page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        await visitor.OpenAsync(Lists[title](console.Production));
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }))
            .ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("tbody .grid-primary a").First).ToBeVisibleAsync();

        var heights = await visitor.Page.EvaluateAsync<double[]>(
            "() => [...document.querySelectorAll('tbody tr')].map(row => row.getBoundingClientRect().height)"
        );

        Assert.NotEmpty(heights);
        Assert.All(heights, static height => Assert.InRange(height, 44, TwoLines));
        await visitor.ExpectNoSidewaysScrollAsync();
        visitor.ExpectNoFaults();
    }
}
