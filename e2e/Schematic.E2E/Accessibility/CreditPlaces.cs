using Microsoft.Playwright;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.E2E.Accessibility;

/// <summary>Credits, what companies have of them, and the ledger.</summary>
internal static class CreditPlaces
{
    public static IReadOnlyDictionary<string, Place> All { get; } =
        new Dictionary<string, Place>
        {
            ["credits"] = new(
                console => DashboardUrls.Credits(console.Production),
                page => page.GetByRole(AriaRole.Link, new() { Name = FurnishedCredits.CreditName, Exact = true })
            ),
            ["no credits"] = new(
                console => DashboardUrls.Credits(console.Development),
                page => page.GetByText("No credits yet")
            ),
            ["a credit"] = new(
                console => DashboardUrls.Credit(console.Production, console.CreditId),
                page => page.GetByRole(AriaRole.Link, new() { Name = "Acme", Exact = true })
            ),
            ["a new credit, refused"] = new(
                console => DashboardUrls.NewCredit(console.Production),
                page => page.Locator(".field-error").First,
                page => Place.Click(page, "Create credit")
            ),
            ["the credits of a company"] = new(
                console => DashboardUrls.Company(console.Production, console.CompanyId, DashboardUrls.CreditsTab),
                page => page.GetByText("1,250").First
            ),
            ["credits being granted"] = new(
                console => DashboardUrls.Company(console.Production, console.CompanyId, DashboardUrls.CreditsTab),
                page => page.GetByRole(AriaRole.Dialog).GetByText("Grant credits").First,
                page => Place.Click(page, $"Grant credits of {FurnishedCredits.CreditName}")
            ),
            ["a grant being zeroed out"] = new(
                console => DashboardUrls.Company(console.Production, console.CompanyId, DashboardUrls.CreditsTab),
                page => page.GetByRole(AriaRole.Dialog),
                page => page.GetByRole(AriaRole.Button, new() { Name = "Zero out" }).First.ClickAsync()
            ),
            ["the ledger of credits"] = new(
                console => DashboardUrls.CreditLedger(console.Production),
                page => page.Locator("tbody").GetByRole(AriaRole.Link, new() { Name = "Acme", Exact = true }).First
            ),
        };
}
