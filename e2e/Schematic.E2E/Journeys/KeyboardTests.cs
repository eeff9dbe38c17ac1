using Microsoft.Playwright;
using Schematic.Contracts.Companies;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;
using Schematic.Testing.Hosting;

namespace Schematic.E2E.Journeys;

public sealed class KeyboardTests(Chromium chromium, ConsoleFixture console) : IClassFixture<ConsoleFixture>
{
    [Fact]
    public async Task A_company_is_found_and_renamed_without_a_mouse()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var gateway = console.Server.Gateway();
        foreach (var name in new[] { "Acme", "Globex" })
            await gateway.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Name = name,
                    Keys = new Dictionary<string, string> { ["app_id"] = name },
                },
                cancellationToken
            );
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var (frame, companies, company) = (new Frame(visitor), new CompaniesPage(visitor), new CompanyPage(visitor));
        var keyboard = visitor.Page.Keyboard;
        await visitor.OpenAsync(DashboardUrls.Companies(await console.EnvironmentOfAsync(ApiKeys.Production)));

        await visitor.TabToAsync(companies.Search);
        await keyboard.TypeAsync("globex");
        await Assertions.Expect(companies.Names).ToHaveTextAsync(["Globex"]);
        await visitor.EnterAsync(companies.Names.First);
        await Assertions.Expect(company.Heading("Globex")).ToBeVisibleAsync();

        var rename = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Rename" }).First;
        await visitor.EnterAsync(rename);
        var input = frame.Dialog.GetByLabel("Name", new() { Exact = true });
        await Assertions.Expect(input).ToBeVisibleAsync();
        await visitor.TypeAsync(input, "Globex International");
        await keyboard.PressAsync("Enter");

        await Assertions.Expect(company.Heading("Globex International")).ToBeVisibleAsync();
        await Assertions.Expect(frame.Dialog).ToBeHiddenAsync();
        var found = await gateway.Companies.ListAsync(new CompaniesQuery { Q = "international" }, cancellationToken);
        Assert.Equal("Globex International", Assert.Single(found.Data).Name);
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task What_is_seldom_wanted_is_out_of_sight_until_the_focus_comes_and_gives_it_back()
    {
        var company = await console
            .Server.Gateway()
            .Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Name = "Umbrella",
                    Keys = new Dictionary<string, string> { ["app_id"] = "umbrella" },
                },
                TestContext.Current.CancellationToken
            );
        var environment = await console.EnvironmentOfAsync(ApiKeys.Production);
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var dialog = new Frame(visitor).Dialog;
        var (more, delete) = (
            visitor.Page.GetByLabel("More actions"),
            visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true })
        );
        await visitor.OpenAsync(DashboardUrls.Company(environment, company.Data.Id));

        await Assertions.Expect(delete).ToBeHiddenAsync();
        await visitor.EnterAsync(more);
        await visitor.EnterAsync(delete);
        await Assertions.Expect(dialog.GetByText("Delete this company?")).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(delete).ToBeHiddenAsync();
        await Assertions.Expect(more).ToBeFocusedAsync();

        var pencil = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Change the key app_id" });
        await Assertions.Expect(pencil).ToHaveCSSAsync("opacity", "0");
        await visitor.TabToAsync(pencil);
        await Assertions.Expect(pencil).ToHaveCSSAsync("opacity", "1");
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task A_search_keeps_every_letter_also_while_the_line_lags()
    {
        var environment = await console.EnvironmentOfAsync(ApiKeys.Staging);
        foreach (var name in new[] { "Initech", "Hooli" })
        {
            await console
                .Server.Gateway(ApiKeys.Staging)
                .Companies.UpsertAsync(
                    new UpsertCompanyRequestBody
                    {
                        Name = name,
                        Keys = new Dictionary<string, string> { ["app_id"] = name },
                    },
                    TestContext.Current.CancellationToken
                );
        }

        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var (companies, line) = (new CompaniesPage(visitor), await Line.ThroughAsync(visitor));
        await visitor.OpenAsync(DashboardUrls.Companies(environment));
        await Assertions.Expect(companies.Names).ToHaveCountAsync(2);

        line.Hold();
        await companies.Search.PressSequentiallyAsync("in");
        // The console answers the first letter when the second stands there already.
        await line.PassAsync("\"value\":\"i\"");
        await companies.Search.PressSequentiallyAsync("itech");
        line.Release();

        await Assertions.Expect(companies.Names).ToHaveTextAsync(["Initech"]);
        await Assertions.Expect(companies.Search).ToHaveValueAsync("initech");
        visitor.ExpectNoFaults();
    }
}
