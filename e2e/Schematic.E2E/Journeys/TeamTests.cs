using Microsoft.Playwright;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.E2E.Journeys;

/// <summary>A colleague is invited, comes, may do what was permitted, and goes.</summary>
public sealed class TeamTests(Chromium chromium, ConsoleFixture console) : IClassFixture<ConsoleFixture>
{
    [Fact]
    public async Task Who_is_invited_joins_changes_what_is_permitted_and_is_out_once_disabled()
    {
        var environment = await console.EnvironmentOfAsync(Keys.Production);
        await using var admin = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var team = new TeamPage(admin);
        await admin.OpenAsync(DashboardUrls.Team(environment));
        var link = await team.InviteAsync("grace@example.com", "change companies and their plans");

        await using var colleague = await chromium.VisitAsync(console.Server.ConsoleAddress);
        await colleague.Page.GotoAsync(link);
        await colleague.Page.GetByLabel("Your name").FillAsync("Grace Hopper");
        await colleague.Page.GetByLabel("Password").FillAsync("battery horse staple");
        await colleague.Page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Assertions.Expect(new CompaniesPage(colleague).Heading).ToBeVisibleAsync();

        // What is permitted.
        await colleague.OpenAsync(DashboardUrls.NewCompany(environment));
        var form = new NewCompanyPage(colleague);
        await form.Name.FillAsync("By Grace");
        await form.Key.FillAsync("domain");
        await form.Value.FillAsync("grace.example");
        await form.Create.ClickAsync();
        await Assertions.Expect(new CompanyPage(colleague).Heading("By Grace")).ToBeVisibleAsync();
        // What is not.
        await colleague.OpenAsync(DashboardUrls.NewFeature(environment));
        var reason = colleague.Page.GetByText("You may not change features. An admin can permit it under Team.");
        await Assertions.Expect(reason).ToBeVisibleAsync();
        await Assertions
            .Expect(colleague.Page.GetByRole(AriaRole.Button, new() { Name = "Create feature" }))
            .ToBeDisabledAsync();
        // The reason can be had with the keyboard, where no pointer rests on a button.
        await colleague.OpenAsync(DashboardUrls.Features(environment));
        await colleague.Page.GetByRole(AriaRole.Link, new() { Name = "New feature" }).FocusAsync();
        await colleague.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(reason).ToBeVisibleAsync();
        await colleague.OpenAsync(DashboardUrls.Team(environment));
        await Assertions.Expect(new TeamPage(colleague).Invite).ToBeDisabledAsync();

        await admin.OpenAsync(DashboardUrls.Team(environment));
        await team.DisableAsync("Grace Hopper");

        // An open page goes by itself.
        await Assertions.Expect(new SignInPage(colleague).Heading).ToBeVisibleAsync();
        await colleague.Page.GotoAsync(link);
        await Assertions.Expect(colleague.Page.GetByText("This invitation was accepted")).ToBeVisibleAsync();
    }
}
