using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Schematic.E2E.Browser;
using Schematic.E2E.Endurance;
using Schematic.E2E.Pages;
using Schematic.Testing.Processes;

namespace Schematic.E2E.Safety;

/// <summary>How many pages may be open, and what ends those of a session.</summary>
public sealed partial class SessionHostingTests(Chromium chromium)
{
    // Two seconds, and what a busy machine adds.
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(2 + 3);

    [Fact]
    public async Task A_page_too_many_says_so_and_works_once_another_is_closed()
    {
        await using var console = await HostedConsole.StartAsync(
            settings: new KeyValuePair<string, string>("Console:CircuitsPerMember", "2")
        );
        await using var visitor = await chromium.SignInAsync(console.Address);
        var second = await visitor.Profile.NewPageAsync();
        await second.GotoAsync(visitor.Page.Url);
        await Assertions.Expect(second.Locator("main[inert]")).ToHaveCountAsync(0);
        var third = await visitor.Profile.NewPageAsync();
        await third.GotoAsync(visitor.Page.Url);
        await Assertions.Expect(third.Locator("#blazor-error-ui")).ToContainTextAsync("Too many pages");

        await second.CloseAsync();
        await third.GetByRole(AriaRole.Button, new() { Name = "Reload the page" }).ClickAsync();

        await Assertions.Expect(third.Locator("main[inert]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Signing_out_everywhere_in_one_browser_ends_the_pages_of_another_within_two_seconds()
    {
        await using var console = await HostedConsole.StartAsync();
        using var circuits = new CircuitCounter();
        await using var one = await chromium.SignInAsync(console.Address);
        await using var other = await chromium.SignInAsync(console.Address);
        var account = new AccountPage(other);
        await account.OpenAsync();

        await account.SignOutEverywhere.ClickAsync();
        await Assertions.Expect(new SignInPage(other).Heading).ToBeVisibleAsync();
        var since = Stopwatch.GetTimestamp();

        await Assertions.Expect(new SignInPage(one).Heading).ToBeVisibleAsync();
        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, Promised);
        await Poll.UntilAsync(
            "no circuit",
            Promised,
            () => Task.FromResult(circuits.Active == 0 ? null : $"{circuits.Active}"),
            TestContext.Current.CancellationToken
        );
    }

    [Fact]
    public async Task A_new_password_ends_the_other_browser_and_keeps_this_one()
    {
        await using var console = await HostedConsole.StartAsync();
        await using var one = await chromium.SignInAsync(console.Address);
        await using var other = await chromium.SignInAsync(console.Address);
        var account = new AccountPage(other);
        await account.OpenAsync();
        await Assertions.Expect(account.Sessions).ToHaveCountAsync(2);

        await account.ChangePasswordAsync(Testing.Hosting.Admin.Password, "another horse and staple");

        var since = Stopwatch.GetTimestamp();
        await Assertions.Expect(new SignInPage(one).Heading).ToBeVisibleAsync();
        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, Promised);
        await Assertions.Expect(account.Sessions).ToHaveCountAsync(1);
        await one.Page.GetByLabel("Email").FillAsync(Testing.Hosting.Admin.Email);
        await one.Page.GetByLabel("Password").FillAsync("another horse and staple");
        await one.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(one.Page).ToHaveURLAsync(InEnvironment());
        one.ExpectNoFaults(expected: "401");
        other.ExpectNoFaults();
    }

    [GeneratedRegex("/env/")]
    private static partial Regex InEnvironment();
}
