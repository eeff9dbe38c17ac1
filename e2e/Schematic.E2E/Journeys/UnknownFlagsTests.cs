using Microsoft.Playwright;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;
using Schematic.Testing.Processes;

namespace Schematic.E2E.Journeys;

[Collection<FlagJourneys>]
public sealed class UnknownFlagsTests(Chromium chromium, FlagConsole console)
{
    private const string Key = "exprot-to-csv";

    [Fact]
    public async Task A_flag_that_applications_ask_for_in_vain_is_created_from_the_list()
    {
        var (flags, cancellationToken) = (console.Server.Gateway().Flags, TestContext.Current.CancellationToken);
        var acme = new CheckFlagRequestBody { Company = new Dictionary<string, string> { ["app_id"] = "acme" } };
        for (var check = 0; check < 3; check++)
            Assert.Equal((false, "Flag not found"), await AskAsync());
        // Checks are written down in batches.
        await Poll.UntilAsync("three checks to be counted", TimeSpan.FromSeconds(30), CountAsync, cancellationToken);

        await using var visitor = await console.VisitAsync(chromium);
        var unknown = new UnknownFlagsPage(visitor);
        await visitor.OpenAsync(DashboardUrls.UnknownFlags(console.Environment));
        await Assertions.Expect(unknown.Row(Key)).ToContainTextAsync("3×");
        await Assertions.Expect(unknown.Row(Key)).ToContainTextAsync("app_id=acme");
        await unknown.Create(Key).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByLabel("Key", new() { Exact = true })).ToHaveValueAsync(Key);
        await visitor.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Export to CSV");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Create flag" }).ClickAsync();
        await Assertions.Expect(new Frame(visitor).Title).ToHaveTextAsync("Export to CSV");

        await visitor.OpenAsync(DashboardUrls.UnknownFlags(console.Environment));
        await Assertions.Expect(visitor.Page.GetByText("No unknown flags")).ToBeVisibleAsync();
        await Assertions.Expect(unknown.Row(Key)).ToHaveCountAsync(0);
        Assert.Equal((false, "No rules matched; default value for flag"), await AskAsync());
        visitor.ExpectNoFaults();

        async Task<(bool Value, string Reason)> AskAsync()
        {
            var answer = (await flags.CheckAsync(Key, acme, cancellationToken)).Data;
            return (answer.Value, answer.Reason);
        }

        async Task<string?> CountAsync()
        {
            var count = (await flags.ListUnknownAsync(new UnknownFlagsQuery(), cancellationToken)).Data.Sum(
                static flag => flag.Count
            );
            return count == 3 ? null : $"{count}";
        }
    }
}
