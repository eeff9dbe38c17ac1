using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Pages;

/// <summary>How an answer came about: tier by tier, rule by rule.</summary>
internal sealed class Ladder(Visitor visitor)
{
    /// <summary>"Export is on for Acme".</summary>
    public ILocator Verdict => Region.GetByRole(AriaRole.Heading, new() { Level = 2 });

    /// <summary>What the API gives as the reason.</summary>
    public ILocator Reason => Region.Locator(".ladder-verdict p");

    public ILocator Rules => Region.Locator(".rung-rule summary");

    public ILocator End => Region.Locator(".ladder-end");

    private ILocator Region => visitor.Page.Locator(".ladder");

    /// <summary>The lines of a rule's conditions: what is asked, expected, found, and how it went.</summary>
    public ILocator Conditions(string rule) =>
        Region
            .GetByRole(AriaRole.Group, new() { Name = $"Conditions of {rule}" })
            .Locator("tbody tr:has(td:nth-child(4))");
}
