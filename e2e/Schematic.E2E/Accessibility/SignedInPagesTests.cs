using System.Text.Json;
using Microsoft.Playwright;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Companies;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.Testing.Hosting;

namespace Schematic.E2E.Accessibility;

/// <summary>
/// A console with something to look at in production and nothing in development, and one person who walks through it.
/// </summary>
public sealed class FurnishedConsole : ConsoleFixture
{
    private Visitor? _visitor;

    public string Production { get; private set; } = "";

    public string Development { get; private set; } = "";

    public string CompanyId { get; private set; } = "";

    public string UserId { get; private set; } = "";

    public string FeatureId { get; private set; } = "";

    public const string FlagKey = "export";

    internal async Task<Visitor> VisitorAsync(Chromium chromium) =>
        _visitor ??= await chromium.SignInAsync(Server.ConsoleAddress);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Production = await EnvironmentOfAsync(ApiKeys.Production);
        Development = await EnvironmentOfAsync(ApiKeys.Development);
        var (gateway, cancellationToken) = (Server.Gateway(), TestContext.Current.CancellationToken);
        var traits = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
            """{"seats": 25, "trial": true, "since": "2026-11-20", "site": "https://acme.example/a-long-path-that-does-not-break/anywhere-at-all", "plan_name": "Enterprise"}"""
        );
        for (var number = 0; number < 30; number++)
        {
            await gateway.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Name = $"Company {number}",
                    Keys = new Dictionary<string, string>
                    {
                        ["app_id"] = $"c-{number}",
                        ["domain"] = $"company-{number}.example",
                    },
                },
                cancellationToken
            );
        }

        CompanyId = (
            await gateway.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Name = "Acme",
                    Keys = new Dictionary<string, string> { ["app_id"] = "acme", ["domain"] = "acme.example" },
                    Traits = traits,
                },
                cancellationToken
            )
        ).Data.Id;
        UserId = (
            await gateway.Users.UpsertAsync(
                new UpsertUserRequestBody
                {
                    Name = "Grace Hopper",
                    Keys = new Dictionary<string, string> { ["email"] = "grace@acme.example" },
                    CompanyId = CompanyId,
                    Traits = traits,
                },
                cancellationToken
            )
        ).Data.Id;
        var flag = new CreateOrUpdateFlagRequestBody
        {
            Key = FlagKey,
            Name = "Export",
            Description = "",
            FlagType = FlagType.Boolean,
            DefaultValue = false,
        };
        var feature = (
            await gateway.Features.CreateAsync(
                new CreateFeatureRequestBody
                {
                    Name = "Export",
                    Description = "Files to take away.",
                    FeatureType = FeatureType.Boolean,
                    Flag = flag,
                },
                cancellationToken
            )
        ).Data;
        FeatureId = feature.Id;
        var acme = new CreateOrUpdateConditionRequestBody
        {
            ConditionType = ConditionType.Company,
            Operator = ComparableOperator.Eq,
            ResourceIds = [CompanyId],
        };
        var rule = new CreateOrUpdateRuleRequestBody
        {
            Name = "Early access",
            Priority = 1,
            Value = true,
            Conditions = [acme],
            ConditionGroups = [new() { Conditions = [acme, acme] }],
        };
        var never = rule with { Name = "Never", Priority = 2, Value = false, Conditions = [], ConditionGroups = [] };
        await gateway.Flags.UpdateRulesAsync(
            feature.Flags[0].Id,
            new UpdateFlagRulesRequestBody { Rules = [rule] },
            null,
            cancellationToken
        );
        await gateway.Flags.UpdateRulesAsync(
            feature.Flags[0].Id,
            new UpdateFlagRulesRequestBody { Rules = [rule, never], Comment = "Acme alone.\nUntil the end of May." },
            null,
            cancellationToken
        );
    }

    public override async ValueTask DisposeAsync()
    {
        if (_visitor is not null)
            await _visitor.DisposeAsync();
        await base.DisposeAsync();
    }
}

/// <summary>
/// Every page behind the sign-in, as it is and with its forms and dialogs open, in both themes and at three widths.
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
        ["companies, looked up in vain"] = new(
            console => DashboardUrls.Companies(console.Production),
            page => page.GetByRole(AriaRole.Link, new() { Name = "Search for it instead" }),
            async page =>
            {
                await page.GetByLabel("Key value", new() { Exact = true }).FillAsync("nobody has this");
                await Button(page, "Look up");
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
        ["a company"] = new(
            console => DashboardUrls.Company(console.Production, console.CompanyId),
            page => page.GetByRole(AriaRole.Link, new() { Name = "Grace Hopper", Exact = true })
        ),
        ["a company, a key being added"] = new(
            console => DashboardUrls.Company(console.Production, console.CompanyId),
            page => page.GetByRole(AriaRole.Button, new() { Name = "Add key" }),
            page => Button(page, "Add a key")
        ),
        ["a company, a trait being changed"] = new(
            console => DashboardUrls.Company(console.Production, console.CompanyId),
            page => page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }),
            page => Button(page, "Change the trait since")
        ),
        ["a company, a trait being removed"] = new(
            console => DashboardUrls.Company(console.Production, console.CompanyId),
            page => page.GetByRole(AriaRole.Button, new() { Name = "Remove trait" }),
            page => Button(page, "Remove the trait seats")
        ),
        ["a company being renamed"] = new(
            console => DashboardUrls.Company(console.Production, console.CompanyId),
            page => Dialog(page, "Rename company"),
            page => Button(page, "Rename")
        ),
        ["a company being deleted"] = new(
            console => DashboardUrls.Company(console.Production, console.CompanyId),
            page => Dialog(page, "Delete this company?"),
            page => Button(page, "Delete")
        ),
        ["a user being added to a company"] = new(
            console => DashboardUrls.Company(console.Production, console.CompanyId),
            page => page.GetByText("Member", new() { Exact = true }),
            page => Button(page, "Add user")
        ),
        ["a user being removed from a company"] = new(
            console => DashboardUrls.Company(console.Production, console.CompanyId),
            page => page.GetByRole(AriaRole.Button, new() { Name = "Remove user" }),
            page => Button(page, "Remove Grace Hopper from this company")
        ),
        ["no such company"] = new(
            console => DashboardUrls.Company(console.Production, "comp_nobody"),
            page => page.GetByText("There is no such company in")
        ),
        ["a new company"] = new(
            console => DashboardUrls.NewCompany(console.Production),
            page => page.GetByLabel("Trait", new() { Exact = true }),
            page => Button(page, "Add trait")
        ),
        ["a new company, refused"] = new(
            console => DashboardUrls.NewCompany(console.Production),
            page => page.Locator(".field-error").First,
            page => Button(page, "Create company")
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
            page => Button(page, "Add to company")
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
                await Button(page, "Add to Global override");
                await Button(page, "Review and save");
            }
        ),
        ["a flag's history, a save against the one before"] = new(
            console => DashboardUrls.Flag(console.Production, FurnishedConsole.FlagKey, "history"),
            page => page.Locator(".change-head").First,
            page => Button(page, "Show changes of version 2")
        ),
        ["a flag's history, none yet"] = new(
            console => DashboardUrls.Flag(console.Development, FurnishedConsole.FlagKey, "history"),
            page => page.GetByText("No save yet")
        ),
        ["environments"] = new(
            console => DashboardUrls.Environments(console.Production),
            page => page.GetByLabel("Edit Production")
        ),
        ["a new environment"] = new(
            console => DashboardUrls.Environments(console.Production),
            page => Dialog(page, "New environment"),
            page => Button(page, "New environment")
        ),
        ["an environment being deleted"] = new(
            console => DashboardUrls.Environments(console.Production),
            page => Dialog(page, "Delete Staging?"),
            page => Button(page, "Delete Staging")
        ),
        ["API keys"] = new(
            console => DashboardUrls.ApiKeys(console.Production),
            page => page.GetByLabel("Edit Configured key")
        ),
        ["a new API key"] = new(
            console => DashboardUrls.ApiKeys(console.Production),
            page => Dialog(page, "New API key"),
            page => Button(page, "New API key")
        ),
        ["an API key being revoked"] = new(
            console => DashboardUrls.ApiKeys(console.Production),
            page => page.GetByRole(AriaRole.Dialog),
            page => Button(page, "Revoke Configured key")
        ),
        ["the account menu"] = new(
            console => DashboardUrls.Environments(console.Production),
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

    public static TheoryData<string> Names { get; } = new(Places.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_has_no_barrier_in_either_theme_at_any_width(string name)
    {
        var place = Places[name];
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
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await visitor.ExpectAccessibleAsync();
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await visitor.ExpectReadableAsync();
        }

        visitor.ExpectNoFaults(place.Complaint);
    }

    private static Task Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    private static ILocator Dialog(IPage page, string title) =>
        page.GetByRole(AriaRole.Dialog).GetByText(title, new() { Exact = true }).First;

    /// <summary>A page in one of its states.</summary>
    /// <param name="Address">Where it is.</param>
    /// <param name="Sign">What shows that it is there.</param>
    /// <param name="Open">What is done to bring it into the state.</param>
    /// <param name="Complaint">What the browser says about a page like this.</param>
    private sealed record Place(
        Func<FurnishedConsole, string> Address,
        Func<IPage, ILocator> Sign,
        Func<IPage, Task>? Open = null,
        string? Complaint = null
    );
}
