using Microsoft.Playwright;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.E2E.Accessibility;

/// <summary>API keys, the team and the audit log.</summary>
internal static class SettingsPlaces
{
    public static IReadOnlyDictionary<string, Place> All { get; } =
        new Dictionary<string, Place>
        {
            ["API keys"] = new(
                console => DashboardUrls.ApiKeys(console.Production),
                page => page.GetByLabel("Edit Configured key")
            ),
            ["a new API key"] = new(
                console => DashboardUrls.ApiKeys(console.Production),
                page => Place.Dialog(page, "New API key"),
                page => Place.Click(page, "New API key")
            ),
            ["an API key being revoked"] = new(
                console => DashboardUrls.ApiKeys(console.Production),
                page => page.GetByRole(AriaRole.Dialog),
                page => Place.Click(page, "Revoke Configured key")
            ),
            ["the team"] = new(
                console => DashboardUrls.Team(console.Production),
                page => page.GetByText("May do everything.")
            ),
            ["someone being invited"] = new(
                console => DashboardUrls.Team(console.Production),
                page => Place.Dialog(page, "Invite someone"),
                page => Place.Click(page, "Invite")
            ),
            ["the audit log"] = new(
                console => DashboardUrls.AuditLog(console.Production),
                page => page.Locator("tbody tr").First
            ),
            ["an entry of the audit log"] = new(
                console => DashboardUrls.AuditLog(console.Production),
                page => page.GetByRole(AriaRole.Region, new() { Name = "Request as JSON" }),
                page => page.Locator("tbody a").Last.ClickAsync()
            ),
            ["the history of a company"] = new(
                console => DashboardUrls.Company(console.Production, console.CompanyId, DashboardUrls.HistoryTab),
                page => page.Locator(".audit-changes"),
                page => page.GetByRole(AriaRole.Button, new() { Name = "Show changes" }).Last.ClickAsync()
            ),
        };
}
