using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Pages;

internal sealed class CompaniesPage(Visitor visitor)
{
    public ILocator Heading => visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Companies", Exact = true });

    public ILocator Search =>
        visitor.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search names, keys, traits and ids" });

    public ILocator Names => visitor.Page.Locator("tbody a.cell-name");

    /// <summary>"51–100 of 1,000,000".</summary>
    public ILocator Range => visitor.Page.Locator(".pager-range");

    public ILocator RowsPerPage => visitor.Page.GetByLabel("Rows");

    public ILocator NextPage => visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Next page" });

    public ILocator Empty => visitor.Page.GetByText("No companies yet");

    public ILocator Named(string name) => visitor.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>Opens the company whose id or key is exactly this.</summary>
    public async Task LookUpAsync(string value)
    {
        await visitor.Page.GetByRole(AriaRole.Searchbox).FillAsync(value);
        await visitor
            .Page.GetByRole(AriaRole.Region, new() { Name = "Exact matches" })
            .GetByRole(AriaRole.Link)
            .ClickAsync();
    }
}
