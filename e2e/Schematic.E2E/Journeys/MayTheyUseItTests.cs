using System.Diagnostics;
using Microsoft.Playwright;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;

namespace Schematic.E2E.Journeys;

/// <summary>"May Acme use this, and why?": asked with whatever key somebody has at hand.</summary>
[Collection<FlagJourneys>]
public sealed class MayTheyUseItTests(Chromium chromium, FlagConsole console, ITestOutputHelper output)
{
    [Fact]
    public async Task From_a_cold_sign_in_the_answer_takes_20_seconds_and_two_clicks()
    {
        await console.FlagAsync("Custom domains", console.Rule("Enterprise customers", 1, value: "Enterprise"));
        await console.FlagAsync("Other domains");
        var started = Stopwatch.GetTimestamp();
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var (palette, company, ladder) = (new SearchPalette(visitor), new CompanyPage(visitor), new Ladder(visitor));
        await Assertions.Expect(new Frame(visitor).Title).ToBeVisibleAsync();

        await palette.OpenAsync();
        await visitor.Page.Keyboard.TypeAsync("acme");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(company.Heading("Acme")).ToBeVisibleAsync();
        await company.OpenAsync("Flags");
        var flag = visitor.Page.GetByRole(AriaRole.Button).Filter(new() { HasText = "Custom domains" });
        await flag.ClickAsync();
        await Assertions.Expect(ladder.Verdict).ToHaveTextAsync("Custom domains is on for Acme");
        await Assertions.Expect(ladder.Rules.First).ToContainTextAsync("Enterprise customers");

        var took = Stopwatch.GetElapsedTime(started);
        output.WriteLine($"From signing in to the answer: {took.TotalSeconds:0.0} s.");
        Assert.True(took < TimeSpan.FromSeconds(20), $"From signing in to the answer: {took}.");
        await visitor.Page.GetByRole(AriaRole.Searchbox).FillAsync("other");
        await Assertions.Expect(flag).ToBeHiddenAsync();
        await visitor.Page.GoBackAsync();
        await Assertions.Expect(flag).ToBeVisibleAsync();
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task A_flag_is_chosen_by_part_of_its_name_without_a_mouse()
    {
        await console.FlagAsync("Spell checker", console.Rule("Starters", 1));
        await using var visitor = await console.VisitAsync(chromium);
        var (keyboard, ladder) = (visitor.Page.Keyboard, new Ladder(visitor));
        await visitor.OpenAsync(console.ChecksOf(console.Globex));
        var input = visitor.Page.GetByRole(AriaRole.Combobox, new() { Name = "Flag", Exact = true });
        var options = visitor.Page.GetByRole(AriaRole.Option);

        await visitor.TabToAsync(input);
        await keyboard.TypeAsync("chec");
        await Assertions.Expect(options).ToHaveTextAsync(["Spell checkerspell-checker"]);
        await keyboard.PressAsync("Escape");
        await Assertions.Expect(options).ToHaveCountAsync(0);
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("Enter");

        await Assertions.Expect(ladder.Verdict).ToHaveTextAsync("Spell checker is on for Globex");
        await Assertions.Expect(input).ToHaveValueAsync("Spell checker");
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task A_users_key_pasted_into_companies_leads_to_the_user_and_on_to_their_companies()
    {
        await console
            .Server.Gateway()
            .Users.UpsertAsync(
                new UpsertUserRequestBody
                {
                    Name = "Grace Hopper",
                    Keys = new Dictionary<string, string> { ["email"] = "grace@initech.example" },
                    Company = new Dictionary<string, string> { ["app_id"] = "initech" },
                },
                TestContext.Current.CancellationToken
            );
        await using var visitor = await console.VisitAsync(chromium);
        await visitor.OpenAsync(DashboardUrls.Companies(console.Environment));

        await visitor.Page.GetByRole(AriaRole.Searchbox).FillAsync("grace@initech.example");
        var exact = visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Exact matches" });
        await Assertions.Expect(exact).ToContainTextAsync("is a user, not a company");
        await exact.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(new CompanyPage(visitor).Heading("Grace Hopper")).ToBeVisibleAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Initech", Exact = true }).ClickAsync();
        await Assertions.Expect(new CompanyPage(visitor).Heading("Initech")).ToBeVisibleAsync();
        visitor.ExpectNoFaults();
    }
}
