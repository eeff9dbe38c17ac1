using Microsoft.Playwright;
using Schematic.Dashboard.Companies;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Accessibility;

/// <summary>
/// Every page behind the sign-in, as it is and with its forms and dialogs open, in both themes, at three widths and
/// enlarged to 200 %.
/// </summary>
public sealed class SignedInPagesTests(Chromium chromium, FurnishedConsole console) : IClassFixture<FurnishedConsole>
{
    private static readonly Dictionary<string, Place> Places = new()
    {
        ["companies"] = new(
            console => DashboardUrls.Companies(console.Production),
            page => page.GetByRole(AriaRole.Link, new() { Name = "Acme", Exact = true })
        ),
        ["companies, searched in vain"] = new(
            console =>
                DashboardUrls.Companies(console.Production, new CompaniesListQuery { Search = "nobody has this" }),
            page => page.GetByText("No company matches")
        ),
        ["companies, one of them exactly what is searched for"] = new(
            console => DashboardUrls.Companies(console.Production, new CompaniesListQuery { Search = "acme.example" }),
            page => page.GetByText("Exact: domain")
        ),
        ["the search over everything"] = new(
            console => DashboardUrls.Companies(console.Production),
            page => page.GetByRole(AriaRole.Option).GetByText("Exact: domain"),
            async page =>
            {
                await page.Keyboard.PressAsync("Control+k");
                await page.Keyboard.TypeAsync("acme.example");
            }
        ),
        ["companies, columns being chosen"] = new(
            console => DashboardUrls.Companies(console.Production),
            page => page.GetByRole(AriaRole.Switch).First,
            page => page.GetByText("Columns").ClickAsync()
        ),
        ["no companies"] = new(
            console => DashboardUrls.Companies(console.Development),
            page => page.GetByText("No companies yet")
        ),
        ["a company and its traits"] = new(
            console => DashboardUrls.Company(console.Production, console.CompanyId),
            page => page.GetByRole(AriaRole.Heading, new() { Name = "Traits" })
        ),
        ["the flags of a company, one explained"] = new(
            console =>
                DashboardUrls.Company(
                    console.Production,
                    console.CompanyId,
                    DashboardUrls.FlagsTab,
                    new FlagVerdictsListQuery { Open = FurnishedConsole.FlagKey }
                ),
            page => page.Locator(".ladder")
        ),
        ["a flag being chosen for a company"] = new(
            console => DashboardUrls.Company(console.Production, console.CompanyId, DashboardUrls.ChecksTab),
            page => page.GetByRole(AriaRole.Option).First,
            page => page.Locator("#check-flag").ClickAsync()
        ),
        ["the users of a company"] = new(
            console => DashboardUrls.Company(console.Production, console.CompanyId, DashboardUrls.UsersTab),
            page => page.GetByRole(AriaRole.Link, new() { Name = "Grace Hopper", Exact = true })
        ),
        ["a company, a key being added"] = new(
            console => DashboardUrls.Company(console.Production, console.CompanyId),
            page => page.GetByRole(AriaRole.Button, new() { Name = "Add key" }),
            page => Place.Click(page, "Add a key")
        ),
        ["a company, a trait being changed"] = new(
            console => DashboardUrls.Company(console.Production, console.CompanyId),
            page => page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }),
            page => Place.Click(page, "Change the trait since")
        ),
        ["a company, a trait being removed"] = new(
            console => DashboardUrls.Company(console.Production, console.CompanyId),
            page => page.GetByRole(AriaRole.Button, new() { Name = "Remove trait" }),
            page => Place.Click(page, "Remove the trait seats")
        ),
        ["a company being renamed"] = new(
            console => DashboardUrls.Company(console.Production, console.CompanyId),
            page => Place.Dialog(page, "Rename company"),
            page => Place.Click(page, "Rename")
        ),
        ["a company being deleted"] = new(
            console => DashboardUrls.Company(console.Production, console.CompanyId),
            page => Place.Dialog(page, "Delete this company?"),
            async page =>
            {
                await page.GetByLabel("More actions").ClickAsync();
                await Place.Click(page, "Delete");
            }
        ),
        ["a user being added to a company"] = new(
            console => DashboardUrls.Company(console.Production, console.CompanyId, DashboardUrls.UsersTab),
            page => page.GetByText("Member", new() { Exact = true }),
            page => Place.Click(page, "Add user")
        ),
        ["a user being removed from a company"] = new(
            console => DashboardUrls.Company(console.Production, console.CompanyId, DashboardUrls.UsersTab),
            page => page.GetByRole(AriaRole.Button, new() { Name = "Remove user" }),
            page => Place.Click(page, "Remove Grace Hopper from this company")
        ),
        ["no such company"] = new(
            console => DashboardUrls.Company(console.Production, "comp_nobody"),
            page => page.GetByText("There is no such company in")
        ),
        ["a new company"] = new(
            console => DashboardUrls.NewCompany(console.Production),
            page => page.GetByLabel("Trait", new() { Exact = true }),
            page => Place.Click(page, "Add trait")
        ),
        ["a new company, refused"] = new(
            console => DashboardUrls.NewCompany(console.Production),
            page => page.Locator(".field-error").First,
            page => Place.Click(page, "Create company")
        ),
        ["users"] = new(
            console => DashboardUrls.Users(console.Production),
            page => page.GetByRole(AriaRole.Link, new() { Name = "Grace Hopper", Exact = true })
        ),
        ["no users"] = new(console => DashboardUrls.Users(console.Development), page => page.GetByText("No users yet")),
        ["a user"] = new(
            console => DashboardUrls.User(console.Production, console.UserId),
            page => page.GetByRole(AriaRole.Link, new() { Name = "Acme", Exact = true })
        ),
        ["a user being added to companies"] = new(
            console => DashboardUrls.User(console.Production, console.UserId),
            page => page.GetByRole(AriaRole.Dialog).GetByText("Company 29", new() { Exact = true }),
            page => Place.Click(page, "Add to company")
        ),
        ["a new user"] = new(
            console => DashboardUrls.NewUser(console.Production),
            page => page.GetByRole(AriaRole.Button, new() { Name = "Choose a company" })
        ),
        ["features"] = new(
            console => DashboardUrls.Features(console.Production),
            page => page.GetByRole(AriaRole.Link, new() { Name = "Export", Exact = true })
        ),
        ["a feature"] = new(
            console => DashboardUrls.Feature(console.Production, console.FeatureId),
            page => page.GetByRole(AriaRole.Heading, new() { Name = "Export", Exact = true })
        ),
        ["a new feature"] = new(
            console => DashboardUrls.NewFeature(console.Production),
            page => page.GetByRole(AriaRole.Heading, new() { Name = "New feature", Exact = true })
        ),
        ["flags"] = new(
            console => DashboardUrls.Flags(console.Production),
            page => page.Locator("tbody").GetByRole(AriaRole.Link, new() { Name = "Export", Exact = true }).First
        ),
        ["a new flag"] = new(
            console => DashboardUrls.NewFlag(console.Production),
            page => page.GetByRole(AriaRole.Heading, new() { Name = "New flag", Exact = true })
        ),
        ["unknown flags, none"] = new(
            console => DashboardUrls.UnknownFlags(console.Development),
            page => page.GetByRole(AriaRole.Heading, new() { Name = "Flags", Exact = true })
        ),
        ["a flag"] = new(
            console => DashboardUrls.Flag(console.Production, FurnishedConsole.FlagKey),
            page => page.GetByText("Early access", new() { Exact = true })
        ),
        ["a flag, a rule being edited"] = new(
            console => DashboardUrls.Flag(console.Production, FurnishedConsole.FlagKey),
            page => page.GetByText("Add a group of alternatives"),
            page => page.GetByText("Early access", new() { Exact = true }).ClickAsync()
        ),
        ["a flag, checked for a company"] = new(
            console =>
                DashboardUrls.Flag(
                    console.Production,
                    FurnishedConsole.FlagKey,
                    "check",
                    new FlagCheckQuery { Company = console.CompanyId, IsAsked = true }
                ),
            page => page.GetByText("Early access", new() { Exact = true }).First
        ),
        // In development, for it leaves a draft behind.
        ["a flag, its rules being saved"] = new(
            console => DashboardUrls.Flag(console.Development, FurnishedConsole.FlagKey),
            page => page.GetByRole(AriaRole.Dialog).GetByLabel("Comment"),
            async page =>
            {
                await Place.Click(page, "Add to Global override");
                await Place.Click(page, "Review and save");
            }
        ),
        ["a flag's history, a save against the one before"] = new(
            console => DashboardUrls.Flag(console.Production, FurnishedConsole.FlagKey, "history"),
            page => page.Locator(".change-head").First,
            page => Place.Click(page, "Show changes of version 2")
        ),
        ["a flag's history, none yet"] = new(
            console => DashboardUrls.Flag(console.Development, FurnishedConsole.FlagKey, "history"),
            page => page.GetByText("No changes saved yet")
        ),
        ["environments"] = new(
            console => DashboardUrls.Environments(console.Production),
            page => page.GetByLabel("Edit Production")
        ),
        ["a new environment"] = new(
            console => DashboardUrls.Environments(console.Production),
            page => Place.Dialog(page, "New environment"),
            page => Place.Click(page, "New environment")
        ),
        ["an environment being deleted"] = new(
            console => DashboardUrls.Environments(console.Production),
            page => Place.Dialog(page, "Delete Staging?"),
            page => Place.Click(page, "Delete Staging")
        ),
        // Where no row's buttons lie half below it.
        ["the account menu"] = new(
            console => DashboardUrls.Companies(console.Production),
            page => page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }),
            page => page.GetByLabel("Account:").ClickAsync()
        ),
        ["the switch of environments"] = new(
            console => DashboardUrls.Environments(console.Production),
            page => page.GetByRole(AriaRole.Link, new() { Name = "Manage environments" }),
            page => page.GetByLabel("Environment: Production").ClickAsync()
        ),
        ["no such environment"] = new(
            _ => DashboardUrls.Companies("env_nobody"),
            page => page.GetByText("There is no environment")
        ),
        ["no such page"] = new(
            _ => "/no/such/page",
            page => page.GetByText("This page does not exist"),
            Complaint: "404"
        ),
    };

    public static TheoryData<string> Names { get; } =
    [
        .. Places.Keys,
        .. EventPlaces.All.Keys,
        .. PlanPlaces.All.Keys,
        .. CreditPlaces.All.Keys,
        .. SettingsPlaces.All.Keys,
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_has_no_barrier_in_either_theme_at_any_width_or_enlarged(string name)
    {
        var place =
            Places.GetValueOrDefault(name)
            ?? EventPlaces.All.GetValueOrDefault(name)
            ?? PlanPlaces.All.GetValueOrDefault(name)
            ?? CreditPlaces.All.GetValueOrDefault(name)
            ?? SettingsPlaces.All[name];
        var visitor = await console.VisitorAsync(chromium);
        await visitor.Page.SetViewportSizeAsync(Screen.Desktop.Width, Screen.Desktop.Height);
        await visitor.OpenAsync(place.Address(console));
        if (place.Open is { } open)
            await open(visitor.Page);
        await Assertions.Expect(place.Sign(visitor.Page)).ToBeVisibleAsync();

        foreach (var screen in new[] { Screen.Desktop, Screen.Tablet, Screen.Phone })
        {
            await visitor.Page.SetViewportSizeAsync(screen.Width, screen.Height);
            await visitor.ExpectNoSidewaysScrollAsync();
            await ExpectFitForAllAsync(visitor);
        }

        await using (await visitor.EnlargeAsync(Screen.Desktop))
        {
            await visitor.ExpectNoSidewaysScrollAsync();
            await ExpectFitForAllAsync(visitor);
        }

        visitor.ExpectNoFaults(place.Complaint);
    }

    private static async Task ExpectFitForAllAsync(Visitor visitor)
    {
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await visitor.ExpectAccessibleAsync();
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visitor.ExpectReadableAsync();
    }
}
