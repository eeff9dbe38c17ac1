using Microsoft.Playwright;
using Schematic.Contracts.Companies;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;
using Schematic.Testing.Hosting;
using CompaniesListQuery = Schematic.Dashboard.Companies.CompaniesListQuery;

namespace Schematic.E2E.Faults;

/// <summary>
/// What people do without thinking: click twice, follow a link of elsewhere, go back, reload, come back after signing
/// out.
/// </summary>
public sealed class MistakesTests(Chromium chromium, ConsoleFixture console) : IClassFixture<ConsoleFixture>
{
    [Fact]
    public async Task A_double_click_on_create_makes_one_company()
    {
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var (frame, form) = (new Frame(visitor), new NewCompanyPage(visitor));
        await visitor.OpenAsync(DashboardUrls.NewCompany(await console.EnvironmentOfAsync(ApiKeys.Development)));
        await form.FillAsync("Twice", "domain", "twice.example");

        await form.Create.DblClickAsync();

        await Assertions.Expect(new CompanyPage(visitor).Heading("Twice")).ToBeVisibleAsync();
        await Assertions.Expect(frame.Problem).ToHaveCountAsync(0);
        var count = await console
            .Server.Gateway(ApiKeys.Development)
            .Companies.CountAsync(new CompaniesQuery(), TestContext.Current.CancellationToken);
        Assert.Equal(1, count.Data.Count);
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task The_first_field_that_is_refused_gets_the_focus_and_its_own_message()
    {
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var environment = await console.EnvironmentOfAsync(ApiKeys.Development);
        var create = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Create flag" });
        var name = visitor.Page.GetByLabel("Name", new() { Exact = true });
        await visitor.OpenAsync(DashboardUrls.NewFlag(environment));

        // Also the second time, when the message is there already.
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            await create.ClickAsync();
            await Assertions.Expect(name).ToBeFocusedAsync();
            await Assertions
                .Expect(name)
                .ToHaveAccessibleDescriptionAsync("Name the flag for those who will look for it.");
        }
    }

    // Nothing about a key must be unique: here a second request would not be refused.
    [Fact]
    public async Task A_double_click_on_create_makes_one_API_key()
    {
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var apiKeys = new ApiKeysPage(visitor);
        await visitor.OpenAsync(DashboardUrls.ApiKeys(await console.EnvironmentOfAsync(ApiKeys.Development)));
        await Assertions.Expect(apiKeys.Rows).ToHaveCountAsync(1);
        await apiKeys.FillAsync("Twice");

        await apiKeys.Create.DblClickAsync();

        await Assertions.Expect(apiKeys.Secret).ToBeVisibleAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "I have stored it" }).ClickAsync();
        await Assertions.Expect(apiKeys.Rows).ToHaveCountAsync(2);
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task An_id_of_another_environment_is_not_found()
    {
        var company = await console
            .Server.Gateway(ApiKeys.Staging)
            .Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Name = "Stays in staging",
                    Keys = new Dictionary<string, string> { ["app_id"] = "staging-only" },
                },
                TestContext.Current.CancellationToken
            );
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);

        await visitor.OpenAsync(
            DashboardUrls.Company(await console.EnvironmentOfAsync(ApiKeys.Production), company.Data.Id)
        );

        await Assertions.Expect(new CompanyPage(visitor).Missing).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByText("Stays in staging")).ToHaveCountAsync(0);
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task An_address_of_a_list_shows_the_same_screen_again()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var gateway = console.Server.Gateway();
        for (var number = 0; number < 30; number++)
        {
            await gateway.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Name = $"Paged {number:00}",
                    Keys = new Dictionary<string, string> { ["app_id"] = $"paged-{number}" },
                },
                cancellationToken
            );
        }

        await gateway.Companies.UpsertAsync(
            new UpsertCompanyRequestBody
            {
                Name = "Another",
                Keys = new Dictionary<string, string> { ["app_id"] = "another" },
            },
            cancellationToken
        );
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var companies = new CompaniesPage(visitor);
        var environment = await console.EnvironmentOfAsync(ApiKeys.Production);
        await visitor.OpenAsync(
            DashboardUrls.Companies(environment, new CompaniesListQuery { Sort = CompaniesListQuery.Name.Sort })
        );
        await companies.Search.FillAsync("paged");
        // The typing is reported once it pauses; until then the address is that of all companies.
        await Assertions.Expect(companies.Range).ToHaveTextAsync("1–30 of 30");
        await companies.RowsPerPage.SelectOptionAsync("25");
        await companies.NextPage.ClickAsync();
        await ExpectLastPageAsync(companies);
        var address = visitor.Page.Url;

        await companies.Named("Paged 27").ClickAsync();
        await Assertions.Expect(new CompanyPage(visitor).Heading("Paged 27")).ToBeVisibleAsync();
        await visitor.Page.GoBackAsync();
        await ExpectLastPageAsync(companies);
        await visitor.Page.ReloadAsync();
        await ExpectLastPageAsync(companies);

        var tab = await visitor.Profile.NewPageAsync();
        await tab.GotoAsync(address);
        await Assertions.Expect(tab.Locator(".pager-range")).ToHaveTextAsync("26–30 of 30");
        await Assertions
            .Expect(tab.GetByRole(AriaRole.Searchbox, new() { Name = "Search names, keys, traits and ids" }))
            .ToHaveValueAsync("paged");
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task A_cookie_from_before_signing_out_opens_nothing()
    {
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var address = visitor.Page.Url;
        var cookies = await visitor.Profile.CookiesAsync();

        await new Frame(visitor).SignOutAsync();
        await Assertions.Expect(new SignInPage(visitor).Heading).ToBeVisibleAsync();
        await visitor.Profile.AddCookiesAsync(
            cookies.Select(static cookie => new Cookie
            {
                Name = cookie.Name,
                Value = cookie.Value,
                Domain = cookie.Domain,
                Path = cookie.Path,
                HttpOnly = cookie.HttpOnly,
            })
        );
        await visitor.OpenAsync(address);

        await Assertions.Expect(new SignInPage(visitor).Heading).ToBeVisibleAsync();
    }

    private static async Task ExpectLastPageAsync(CompaniesPage companies)
    {
        await Assertions.Expect(companies.Range).ToHaveTextAsync("26–30 of 30");
        await Assertions.Expect(companies.Search).ToHaveValueAsync("paged");
        await Assertions.Expect(companies.RowsPerPage).ToHaveValueAsync("25");
        await Assertions
            .Expect(companies.Names)
            .ToHaveTextAsync(["Paged 25", "Paged 26", "Paged 27", "Paged 28", "Paged 29"]);
    }
}
