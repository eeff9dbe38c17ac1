using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Pages;

internal sealed class NewCompanyPage(Visitor visitor)
{
    public ILocator Name => visitor.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name" });

    public ILocator Key => visitor.Page.GetByLabel("Key", new() { Exact = true });

    public ILocator Value => visitor.Page.GetByLabel("Value", new() { Exact = true });

    public ILocator Create => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Create company" });

    public async Task FillAsync(string name, string key, string value)
    {
        await Name.FillAsync(name);
        await Key.FillAsync(key);
        await Value.FillAsync(value);
    }

    public async Task ExpectAsync(string name, string key, string value)
    {
        await Assertions.Expect(Name).ToHaveValueAsync(name);
        await Assertions.Expect(Key).ToHaveValueAsync(key);
        await Assertions.Expect(Value).ToHaveValueAsync(value);
    }
}
