using System.Text.Json;
using Microsoft.Playwright;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;
using Schematic.Testing.Hosting;

namespace Schematic.E2E.Journeys;

/// <summary>
/// The way from an empty installation to a customer that was written by an application and corrected by a person.
/// </summary>
public sealed class FirstCompanyTests(Chromium chromium, BlankConsoleFixture blank, ConsoleFixture console)
    : IClassFixture<BlankConsoleFixture>,
        IClassFixture<ConsoleFixture>
{
    [Fact]
    public async Task A_company_written_over_HTTP_is_looked_up_by_key_and_corrected_in_the_console()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var visitor = await chromium.VisitAsync(blank.Server.ConsoleAddress);
        var frame = new Frame(visitor);

        var setUp = new SetUpPage(visitor);
        await visitor.OpenAsync("/");
        await Assertions.Expect(setUp.Heading).ToBeVisibleAsync();
        await setUp.SetUpAsync("Live");
        await Assertions.Expect(setUp.Done).ToBeVisibleAsync();
        var firstKey = await setUp.Key.InnerTextAsync();

        // What was shown once is shown nowhere again.
        await setUp.OpenConsole.ClickAsync();
        var companies = new CompaniesPage(visitor);
        await Assertions.Expect(companies.Empty).ToBeVisibleAsync();
        await visitor.OpenAsync("/setup");
        await Assertions.Expect(companies.Heading).ToBeVisibleAsync();
        await frame.GoToAsync("API keys");
        var apiKeys = new ApiKeysPage(visitor);
        await Assertions.Expect(apiKeys.Rows).ToHaveCountAsync(1);
        var secret = await apiKeys.CreateAsync("Billing service");
        await Assertions.Expect(apiKeys.Rows).ToHaveCountAsync(2);
        var page = await visitor.Page.ContentAsync();
        Assert.DoesNotContain(firstKey, page, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, page, StringComparison.Ordinal);

        // The application, with the key that was just made.
        var gateway = blank.Server.Gateway(secret);
        await gateway.Companies.UpsertAsync(
            new UpsertCompanyRequestBody
            {
                Name = "Acme",
                Keys = new Dictionary<string, string> { ["app_id"] = "acme-1", ["domain"] = "acme.example" },
                Traits = new Dictionary<string, JsonElement> { ["seats"] = JsonElement.Parse("25") },
            },
            cancellationToken
        );
        await gateway.Users.UpsertAsync(
            new UpsertUserRequestBody
            {
                Name = "Grace Hopper",
                Keys = new Dictionary<string, string> { ["email"] = "grace@acme.example" },
                Company = new Dictionary<string, string> { ["app_id"] = "acme-1" },
            },
            cancellationToken
        );

        // The person.
        await frame.GoToAsync("Companies");
        await Assertions.Expect(companies.Named("Acme")).ToBeVisibleAsync();
        await companies.LookUpAsync("acme.example");
        var company = new CompanyPage(visitor);
        await Assertions.Expect(company.Heading("Acme")).ToBeVisibleAsync();
        await company.OpenUsersAsync();
        await Assertions.Expect(company.User("Grace Hopper")).ToBeVisibleAsync();
        await Assertions.Expect(company.Trait("seats")).ToHaveTextAsync("25");
        await company.ChangeTraitAsync("seats", "40");
        await Assertions.Expect(company.Trait("seats")).ToHaveTextAsync("40");

        var corrected = await gateway.Companies.LookupAsync(
            new KeysQuery { Keys = new Dictionary<string, string> { ["app_id"] = "acme-1" } },
            cancellationToken
        );
        var seats = corrected.Data.Traits!["seats"];
        Assert.Equal((JsonValueKind.Number, 40), (seats.ValueKind, seats.GetInt32()));
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task A_company_created_in_the_console_is_found_over_HTTP()
    {
        var environment = await console.EnvironmentOfAsync(ApiKeys.Staging);
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var form = new NewCompanyPage(visitor);

        await visitor.OpenAsync(Dashboard.Shared.Navigation.DashboardUrls.NewCompany(environment));
        await form.FillAsync("Globex", "domain", "globex.example");
        await form.Create.ClickAsync();
        await Assertions.Expect(new CompanyPage(visitor).Heading("Globex")).ToBeVisibleAsync();

        var found = await console
            .Server.Gateway(ApiKeys.Staging)
            .Companies.LookupAsync(
                new KeysQuery { Keys = new Dictionary<string, string> { ["domain"] = "globex.example" } },
                TestContext.Current.CancellationToken
            );
        Assert.Equal("Globex", found.Data.Name);
        Assert.EndsWith(found.Data.Id, visitor.Page.Url, StringComparison.Ordinal);
        visitor.ExpectNoFaults();
    }
}
