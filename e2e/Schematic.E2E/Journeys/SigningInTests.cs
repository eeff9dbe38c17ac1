using Microsoft.Playwright;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;

namespace Schematic.E2E.Journeys;

public sealed class SigningInTests(Chromium chromium, ConsoleFixture console) : IClassFixture<ConsoleFixture>
{
    [Fact]
    public async Task A_visitor_is_asked_who_they_are_and_then_let_in()
    {
        await using var visitor = await chromium.VisitAsync(console.Server.ConsoleAddress);
        var signIn = new SignInPage(visitor);

        await visitor.OpenAsync("/");
        await Assertions.Expect(signIn.Heading).ToBeVisibleAsync();
        await signIn.SignInAsync();

        await Assertions.Expect(signIn.Heading).ToBeHiddenAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Navigation).First).ToBeVisibleAsync();
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task A_wrong_password_is_told_in_a_sentence_and_the_email_stays()
    {
        await using var visitor = await chromium.VisitAsync(console.Server.ConsoleAddress);
        var signIn = new SignInPage(visitor);

        await visitor.OpenAsync("/");
        await signIn.SignInAsync(password: "not the password");

        await Assertions.Expect(signIn.Refusal).ToContainTextAsync("password");
        await Assertions.Expect(visitor.Page.GetByLabel("Email")).ToHaveValueAsync(Testing.Hosting.Admin.Email);
    }
}
