using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Pages;

/// <summary>The tab of a company with its credits: balances, grants and the ledger; and its dialogs.</summary>
internal sealed class CreditsTab(Visitor visitor)
{
    public ILocator Dialog => visitor.Page.GetByRole(AriaRole.Dialog);

    /// <summary>Grants in the order in which they are spent.</summary>
    public ILocator Lanes => visitor.Page.Locator(".lane");

    /// <summary>Balance before and after what a dialog is about to do.</summary>
    public ILocator Preview => Dialog.Locator(".credit-preview");

    public ILocator Ledger => visitor.Page.GetByRole(AriaRole.Table, new() { Name = "Ledger", Exact = true });

    public ILocator Movements => Ledger.Locator("tbody tr");

    /// <summary>What an opened movement says of its event and the grants that paid it.</summary>
    public ILocator Paid => Ledger.Locator(".movement-paid");

    /// <param name="name">Remaining, Reserved, Settled or Granted.</param>
    public ILocator Figure(string name) =>
        visitor
            .Page.Locator(".credit-figures div")
            .Filter(new() { Has = visitor.Page.GetByText(name, new() { Exact = true }) })
            .Locator("dd");

    public ILocator Button(string name) => visitor.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Submit(string name) => Dialog.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Field(string label) => Dialog.GetByLabel(label, new() { Exact = true });
}
