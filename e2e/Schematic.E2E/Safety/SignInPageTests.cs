using Microsoft.Playwright;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;

namespace Schematic.E2E.Safety;

/// <summary>Guessing at the sign-in page, from the owner's own address.</summary>
public sealed class SignInPageTests(Chromium chromium)
{
    [Fact]
    public async Task Who_has_signed_in_with_a_browser_before_gets_in_while_a_guesser_is_slowed_down()
    {
        await using var console = await HostedConsole.StartAsync();
        await using var owner = await chromium.SignInAsync(console.Address);
        await owner.Page.Locator(".account-menu summary").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(new SignInPage(owner).Heading).ToBeVisibleAsync();

        await using var guesser = await chromium.VisitAsync(console.Address);
        var guessed = new SignInPage(guesser);
        await guesser.OpenAsync("/");
        for (var i = 0; i < 5; i++)
        {
            await guessed.SignInAsync(password: "wrong");
            await Assertions.Expect(guessed.Refusal).ToContainTextAsync("do not match");
        }

        await guessed.SignInAsync();
        await Assertions.Expect(guessed.Refusal).ToContainTextAsync("Too many tries");

        await new SignInPage(owner).SignInAsync();
        await Assertions.Expect(new CompaniesPage(owner).Heading).ToBeVisibleAsync();
    }
}
