using System.Text.Json;
using Microsoft.Playwright;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;

namespace Schematic.E2E.Faults;

/// <summary>The API is killed while someone looks at a page, and comes back.</summary>
public sealed class ApiAwayTests(Chromium chromium, ConsoleOverApi console)
    : IClassFixture<ConsoleOverApi>,
        IAsyncLifetime
{
    // The console asks again after 2, 4, 8 and then every 15 seconds.
    private static readonly LocatorAssertionsToBeVisibleOptions BackByItself = new() { Timeout = 30_000 };

    private bool _isAway;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        // The next test finds it as this one did, also after a failure.
        if (_isAway)
            await ReturnAsync();
    }

    [Fact]
    public async Task A_list_says_that_the_API_is_away_and_fills_by_itself_when_it_is_back()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await console.Api.Gateway().Companies.UpsertAsync(Company("Acme", "acme"), cancellationToken);
        await using var visitor = await OpenAsync(static environment => DashboardUrls.Users(environment));
        var frame = new Frame(visitor);
        await Assertions.Expect(visitor.Page.GetByText("No users yet")).ToBeVisibleAsync();

        await LeaveAsync();
        await frame.GoToAsync("Companies");
        await Assertions.Expect(frame.Problem).ToContainTextAsync("The API cannot be reached");
        await ReturnAsync();

        await Assertions.Expect(new CompaniesPage(visitor).Named("Acme")).ToBeVisibleAsync(BackByItself);
        await Assertions.Expect(frame.Problem).ToHaveCountAsync(0);
        await ExpectNoReloadAsync(visitor);
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task A_form_keeps_what_was_typed_while_the_API_is_away_and_is_sent_when_it_is_back()
    {
        await using var visitor = await OpenAsync(static environment => DashboardUrls.NewCompany(environment));
        var (frame, form) = (new Frame(visitor), new NewCompanyPage(visitor));
        await form.FillAsync("Initech", "domain", "initech.example");

        await LeaveAsync();
        await form.Create.ClickAsync();
        await Assertions.Expect(frame.Problem).ToContainTextAsync("What you entered is kept");
        await form.ExpectAsync("Initech", "domain", "initech.example");
        await ReturnAsync();

        await form.Create.ClickAsync();
        await Assertions.Expect(new CompanyPage(visitor).Heading("Initech")).ToBeVisibleAsync();
        await ExpectNoReloadAsync(visitor);
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task A_trait_being_changed_survives_the_absence_of_the_API()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var id = (await console.Api.Gateway().Companies.UpsertAsync(Company("Hooli", "hooli"), cancellationToken))
            .Data
            .Id;
        await using var visitor = await OpenAsync(environment => DashboardUrls.Company(environment, id));
        var (frame, company) = (new Frame(visitor), new CompanyPage(visitor));
        await company.OpenTraitAsync("seats");
        await company.TraitInput("seats").FillAsync("40");

        await LeaveAsync();
        await company.SaveAsync();
        // The tab beside it may have been loading.
        await Assertions
            .Expect(frame.Problem.Filter(new() { HasText = "What you entered is kept" }))
            .ToBeVisibleAsync();
        await Assertions.Expect(company.TraitInput("seats")).ToHaveValueAsync("40");
        await ReturnAsync();

        await company.SaveAsync();
        await Assertions.Expect(company.Trait("seats")).ToHaveTextAsync("40");
        var saved = await console
            .Api.Gateway()
            .Companies.LookupAsync(
                new KeysQuery { Keys = new Dictionary<string, string> { ["app_id"] = "hooli" } },
                cancellationToken
            );
        Assert.Equal(40, saved.Data.Traits!["seats"].GetInt32());
        await ExpectNoReloadAsync(visitor);
        visitor.ExpectNoFaults();
    }

    private static UpsertCompanyRequestBody Company(string name, string key) =>
        new()
        {
            Name = name,
            Keys = new Dictionary<string, string> { ["app_id"] = key },
            Traits = new Dictionary<string, JsonElement> { ["seats"] = JsonElement.Parse("25") },
        };

    private static async Task ExpectNoReloadAsync(Visitor visitor) =>
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => window.isSamePage === true"));

    private async Task<Visitor> OpenAsync(Func<string, string> address)
    {
        var whoAmI = await console.Api.Gateway().ApiKeys.WhoAmIAsync(TestContext.Current.CancellationToken);
        var visitor = await chromium.SignInAsync(console.ConsoleAddress);
        await visitor.OpenAsync(address(Assert.Single(whoAmI.Data.Environments).Id));
        await visitor.Page.EvaluateAsync("() => { window.isSamePage = true; }");
        return visitor;
    }

    private async Task LeaveAsync()
    {
        _isAway = true;
        await console.Api.KillAsync();
    }

    private async Task ReturnAsync()
    {
        await console.Api.StartAsync();
        _isAway = false;
    }
}
