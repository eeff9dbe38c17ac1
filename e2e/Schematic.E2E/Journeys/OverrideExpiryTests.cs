using Microsoft.Playwright;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;
using Schematic.Testing.Processes;

namespace Schematic.E2E.Journeys;

/// <summary>A company is given a feature for a while.</summary>
[Collection<PlanJourneys>]
public sealed class OverrideExpiryTests(Chromium chromium, PlanConsole console)
{
    private const string Feature = "Single sign-on";
    private const string Company = "Umbrella";

    private static readonly TimeSpan Left = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_override_allows_until_it_expires_and_is_shown_as_expired()
    {
        await console.FeatureAsync(Feature, FeatureType.Boolean);
        var company = await console.CompanyAsync(Company);
        await using var visitor = await console.VisitAsync(chromium);
        var (tab, board) = (new EntitlementsTab(visitor), new OverridesBoard(visitor));

        await AddAsync(visitor, company);
        await Assertions.Expect(tab.Row(Feature)).ToContainTextAsync("Override");
        await Assertions.Expect(tab.Row(Feature)).ToContainTextAsync("ends in 7 days");
        var allowed = await console.CheckAsync(Feature, Company);
        Assert.Equal((true, RuleType.CompanyOverride), (allowed.Value, allowed.RuleType));

        await ExpireAsync(company);
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(tab.Row(Feature)).ToContainTextAsync("Nothing");
        await Assertions.Expect(tab.Row(Feature)).ToContainTextAsync("expired");
        await visitor.OpenAsync(DashboardUrls.Overrides(console.Environment));
        await board.Show("Active").ClickAsync();
        await Assertions.Expect(board.Row(Company)).ToHaveCountAsync(0);
        await board.Show("Expired").ClickAsync();
        await Assertions.Expect(board.Row(Company)).ToContainTextAsync("Expired");
        await Assertions.Expect(board.Row(Company)).ToContainTextAsync("Until their own is ready.");
        visitor.ExpectNoFaults();
    }

    private async Task AddAsync(Visitor visitor, string company)
    {
        var tab = new EntitlementsTab(visitor);
        await visitor.OpenAsync(DashboardUrls.Company(console.Environment, company));
        await tab.Button("Add an override").ClickAsync();
        await tab.Feature.SelectOptionAsync(new SelectOptionValue { Label = Feature });
        await tab.Button("7 days").ClickAsync();
        await tab.Dialog.GetByLabel("Note").FillAsync("Until their own is ready.");
        await tab.Dialog.GetByRole(AriaRole.Button, new() { Name = "Add override" }).ClickAsync();
        await Assertions.Expect(tab.Dialog).ToHaveCountAsync(0);
    }

    // Somebody brings its end near; nobody asks for anything when it comes but the application.
    private async Task ExpireAsync(string company)
    {
        var overrides = console.Gateway.Entitlements;
        var query = new CompanyOverridesQuery { CompanyId = company };
        var own = Assert.Single((await overrides.ListOverridesAsync(query, Token)).Data);
        var end = DateTimeOffset.UtcNow + Left;
        await overrides.UpdateOverrideAsync(
            own.Id,
            new UpdateCompanyOverrideRequestBody { ValueType = own.ValueType, ExpirationDate = end },
            null,
            Token
        );
        Assert.True((await console.CheckAsync(Feature, Company)).Value);
        await Poll.UntilAsync(
            "the override to expire",
            Patience,
            async () => (await console.CheckAsync(Feature, Company)).Value ? "still allowed" : null,
            Token
        );
        // A second, and what a busy machine adds.
        Assert.InRange(DateTimeOffset.UtcNow - end, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }
}
