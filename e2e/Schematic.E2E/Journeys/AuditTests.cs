using Microsoft.Playwright;
using Schematic.Contracts.Features;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.E2E.Journeys;

/// <summary>A change is found in the audit log, and on the page of what was changed.</summary>
public sealed class AuditTests(Chromium chromium, ConsoleFixture console) : IClassFixture<ConsoleFixture>
{
    [Fact]
    public async Task A_change_is_in_the_log_with_both_states_and_in_the_history_of_its_feature()
    {
        var stopping = TestContext.Current.CancellationToken;
        var environment = await console.EnvironmentOfAsync(Keys.Production);
        var api = console.Server.Gateway(Keys.Production).Features;
        var feature = (
            await api.CreateAsync(
                new()
                {
                    Name = "Reports",
                    Description = "",
                    FeatureType = FeatureType.Boolean,
                },
                stopping
            )
        ).Data;
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var page = visitor.Page;
        await visitor.OpenAsync(DashboardUrls.Feature(environment, feature.Id));
        await visitor.OpenDialogAsync(page.GetByRole(AriaRole.Button, new() { Name = "Edit", Exact = true }));
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Dashboards");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Dashboards was saved.")).ToBeVisibleAsync();

        await visitor.OpenAsync(DashboardUrls.AuditLog(environment));
        await page.GetByRole(AriaRole.Link, new() { Name = "Changed the feature Dashboards" }).ClickAsync();
        var changed = page.GetByRole(AriaRole.Row, new() { Name = "name Reports Dashboards" });
        await Assertions.Expect(changed).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the feature" }).ClickAsync();

        var history = page.GetByRole(AriaRole.Region, new() { Name = "History" });
        await Assertions.Expect(history.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await history.GetByRole(AriaRole.Button, new() { Name = "Show changes of the entry: Changed" }).ClickAsync();
        await Assertions.Expect(changed).ToBeVisibleAsync();
        visitor.ExpectNoFaults();
    }
}
