using System.Globalization;
using Microsoft.Playwright;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;
using Schematic.E2E.Sdk;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.E2E.Journeys;

/// <summary>From a bundle that is sold in the console to the last of its credits in an exported ledger.</summary>
[Collection<PlanJourneys>]
public sealed class CreditsSoldTests(Chromium chromium, PlanConsole console)
{
    private const string Feature = "Answers";
    private const string Company = "Burning Inc";
    private const string Bundle = "A hundred tokens";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bundle_is_sold_burnt_down_refunded_removed_and_exported()
    {
        var (company, credit) = await PrepareAsync();
        await using var visitor = await console.VisitAsync(chromium);
        using var application = await NodeTracker.InstallAsync(Keys.Production, console.Server.ApiAddress, Token);
        var tab = new CreditsTab(visitor);

        await CreateBundleAsync(visitor, tab, credit);
        await visitor.OpenAsync(DashboardUrls.Company(console.Environment, company, DashboardUrls.CreditsTab));
        await SellAsync(tab);

        await application.TrackAsync(PlanConsole.KeyOf(Feature), PlanConsole.KeyOf(Company), 15, Token);
        await visitor.Page.ReloadAsync();
        await visitor.ExpectLiveAsync();
        await Assertions.Expect(tab.Figure("Remaining")).ToHaveTextAsync("70");
        await Assertions.Expect(tab.Lanes).ToContainTextAsync("70 of 100");
        await ExpectDrawAsync(tab);

        await application.TrackAsync(PlanConsole.KeyOf(Feature), PlanConsole.KeyOf(Company), -5, Token);
        await visitor.Page.ReloadAsync();
        await visitor.ExpectLiveAsync();
        await Assertions.Expect(tab.Figure("Remaining")).ToHaveTextAsync("80");
        // What was returned is spent first.
        await Assertions.Expect(tab.Lanes).ToContainTextAsync(["1. Refunds", $"2. {Bundle}"]);

        await RemoveAsync(tab);
        await ExpectExportAsync(visitor, company);
        visitor.ExpectNoFaults();
    }

    // A company that pays two tokens for an answer, and has none.
    private async Task<(string CompanyId, string CreditId)> PrepareAsync()
    {
        var credit = await console.Gateway.Credits.CreateAsync(
            new CreateBillingCreditRequestBody
            {
                Name = "Journey tokens",
                Description = "",
                Currency = "usd",
            },
            Token
        );
        var feature = await console.FeatureAsync(Feature);
        var company = await console.CompanyAsync(Company);
        await console.Gateway.Entitlements.CreateOverrideAsync(
            new CreateCompanyOverrideRequestBody
            {
                CompanyId = company,
                FeatureId = feature,
                ValueType = EntitlementValueType.Credit,
                ValueCreditId = credit.Data.Id,
                CreditConsumptionRate = 2,
            },
            Token
        );
        Assert.False((await console.CheckAsync(Feature, Company)).Value);
        return (company, credit.Data.Id);
    }

    private async Task CreateBundleAsync(Visitor visitor, CreditsTab tab, string credit)
    {
        await visitor.OpenAsync(DashboardUrls.Credit(console.Environment, credit));
        await tab.Button("New bundle").ClickAsync();
        await tab.Field("Name").FillAsync(Bundle);
        await tab.Field("Credits in it").FillAsync("100");
        await tab.Field("Price of one").FillAsync("0.05");
        await tab.Submit("Create bundle").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".line-title")).ToHaveTextAsync(Bundle);
    }

    private async Task SellAsync(CreditsTab tab)
    {
        await tab.Button("Grant credits").ClickAsync();
        await tab.Field("Credit").SelectOptionAsync(new SelectOptionValue { Label = "Journey tokens" });
        await tab.Field("Bundle optional").SelectOptionAsync(new SelectOptionValue { Label = Bundle });
        await tab.Field("Bundles").FillAsync("1");
        await Assertions.Expect(tab.Preview).ToContainTextAsync("Balance 0 → 100");
        await tab.Submit("Grant credits").ClickAsync();
        await Assertions.Expect(tab.Figure("Remaining")).ToHaveTextAsync("100");
        await Assertions.Expect(tab.Movements).ToContainTextAsync(["Granted: purchase"]);
        Assert.True((await console.CheckAsync(Feature, Company)).Value);
    }

    private static async Task ExpectDrawAsync(CreditsTab tab)
    {
        await Assertions.Expect(tab.Movements).ToHaveCountAsync(2);
        await tab.Movements.First.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(tab.Paid).ToContainTextAsync("30 from: purchase, 70 left of it");
        await Assertions
            .Expect(tab.Paid.GetByRole(AriaRole.Link, new() { Name = "Open the event" }))
            .ToBeVisibleAsync();
    }

    private static async Task RemoveAsync(CreditsTab tab)
    {
        await tab.Button($"Zero out {Bundle}").ClickAsync();
        await Assertions.Expect(tab.Preview).ToContainTextAsync("Balance 80 → 10");
        await tab.Submit("Zero out").ClickAsync();
        await Assertions.Expect(tab.Figure("Remaining")).ToHaveTextAsync("10");
        await Assertions.Expect(tab.Movements.First).ToContainTextAsync("Removed");
    }

    // All changes of the file together are the balance.
    private static async Task ExpectExportAsync(Visitor visitor, string company)
    {
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Sums and export" }).ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Region, new() { Name = "Sums of these movements" }))
            .ToContainTextAsync("+10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Export CSV", Exact = true }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Dialog)
                .GetByRole(AriaRole.Button, new() { Name = "Export CSV", Exact = true })
                .ClickAsync()
        );
        var lines = (await File.ReadAllTextAsync(await download.PathAsync(), Token)).Split(
            "\r\n",
            StringSplitOptions.RemoveEmptyEntries
        );
        var change = Array.IndexOf(lines[0].TrimStart('\uFEFF').Split(','), "change");
        var rows = lines[1..].Select(static line => line.Split(',')).ToList();
        Assert.All(rows, row => Assert.Contains(company, row));
        Assert.Equal([-70, 10, -30, 100], rows.Select(row => decimal.Parse(row[change], CultureInfo.InvariantCulture)));
    }
}
