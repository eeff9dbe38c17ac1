using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Pages;

internal sealed class CompanyPage(Visitor visitor)
{
    public ILocator Missing => visitor.Page.GetByText("There is no such company in");

    public ILocator Heading(string name) =>
        visitor.Page.GetByRole(
            AriaRole.Heading,
            new()
            {
                Name = name,
                Exact = true,
                Level = 1,
            }
        );

    public Task OpenUsersAsync() => OpenAsync("Users");

    /// <summary>Opens a tab.</summary>
    public Task OpenAsync(string tab) =>
        visitor
            .Page.GetByRole(AriaRole.Navigation, new() { Name = "Company", Exact = true })
            .GetByRole(AriaRole.Link, new() { Name = tab })
            .ClickAsync();

    public ILocator User(string name) => visitor.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Trait(string name) =>
        visitor
            .Page.Locator("li.fact")
            .Filter(new() { Has = visitor.Page.GetByLabel($"Change the trait {name}") })
            .Locator(".fact-value");

    public Task OpenTraitAsync(string name) => visitor.Page.GetByLabel($"Change the trait {name}").ClickAsync();

    public ILocator TraitInput(string name) => visitor.Page.GetByLabel(name, new() { Exact = true });

    public Task SaveAsync() =>
        visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

    /// <summary>Changes a value where it stands.</summary>
    public async Task ChangeTraitAsync(string name, string value)
    {
        await OpenTraitAsync(name);
        await TraitInput(name).FillAsync(value);
        await SaveAsync();
    }
}
