using Microsoft.Playwright;
using Schematic.Contracts.Companies;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;
using Schematic.Testing.Hosting;

namespace Schematic.E2E.Journeys;

/// <summary>Things stay where one has left them.</summary>
public sealed class FindingBackTests(Chromium chromium, ConsoleFixture console) : IClassFixture<ConsoleFixture>
{
    private const string ActionsTop =
        "() => document.querySelector('.page-header-actions').getBoundingClientRect().top";

    [Fact]
    public async Task Back_leads_to_where_one_was_in_a_list()
    {
        for (var number = 1; number <= 40; number++)
            await CompanyAsync($"Company {number:00}");
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var companies = new CompaniesPage(visitor);
        await visitor.OpenAsync(DashboardUrls.Companies(await console.EnvironmentOfAsync(ApiKeys.Staging)));
        await Assertions.Expect(companies.Named("Company 40")).ToBeVisibleAsync();
        await companies.Names.Nth(30).ScrollIntoViewIfNeededAsync();
        var name = await companies.Names.Nth(30).InnerTextAsync();
        var before = await visitor.Page.EvaluateAsync<int>("() => scrollY");
        Assert.True(before > 200, $"The list was scrolled by {before} pixels only.");

        await companies.Named(name).ClickAsync();
        await Assertions.Expect(new CompanyPage(visitor).Heading(name)).ToBeVisibleAsync();
        await visitor.Page.GoBackAsync();

        await visitor.Page.WaitForFunctionAsync("y => Math.abs(scrollY - y) < 3", before);
        await Assertions.Expect(companies.Named(name)).ToBeInViewportAsync();
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task A_long_name_leaves_the_actions_where_they_were()
    {
        var (brief, endless) = (await CompanyAsync("Acme"), await CompanyAsync(new string('W', 200)));
        var environment = await console.EnvironmentOfAsync(ApiKeys.Staging);
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);

        foreach (var width in new[] { 1440, 1024, 768 })
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await visitor.OpenAsync(DashboardUrls.Company(environment, brief));
            await Assertions.Expect(new CompanyPage(visitor).Heading("Acme")).ToBeVisibleAsync();
            var top = await visitor.Page.EvaluateAsync<double>(ActionsTop);
            await visitor.OpenAsync(DashboardUrls.Company(environment, endless));
            await Assertions.Expect(new CompanyPage(visitor).Heading(new string('W', 200))).ToBeVisibleAsync();
            Assert.Equal(top, await visitor.Page.EvaluateAsync<double>(ActionsTop), 1.0);
            await visitor.ExpectNoSidewaysScrollAsync();
        }
    }

    [Theory]
    [InlineData(1440, true)]
    [InlineData(1024, false)]
    public async Task The_facts_stand_beside_the_rest_only_where_there_is_room(int width, bool isBeside)
    {
        var company = await CompanyAsync("Acme");
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        await visitor.Page.SetViewportSizeAsync(width, 900);
        await visitor.OpenAsync(DashboardUrls.Company(await console.EnvironmentOfAsync(ApiKeys.Staging), company));

        var main = await visitor.Page.Locator(".detail-main").BoundingBoxAsync();
        var rail = await visitor.Page.Locator("aside.rail-panel").BoundingBoxAsync();

        Assert.NotNull(main);
        Assert.NotNull(rail);
        Assert.Equal(isBeside, rail.X > main.X + main.Width);
    }

    private async Task<string> CompanyAsync(string name) => (
            await console
                .Server.Gateway(ApiKeys.Staging)
                .Companies.UpsertAsync(
                    new UpsertCompanyRequestBody
                    {
                        Name = name,
                        Keys = new Dictionary<string, string> { ["app_id"] = name.ToLowerInvariant() },
                    },
                    TestContext.Current.CancellationToken
                )
        ).Data.Id;
}
