using Microsoft.Playwright;
using Schematic.E2E.Browser;
using Schematic.Testing.Hosting;

namespace Schematic.E2E.Pages;

internal sealed class SignInPage(Visitor visitor)
{
    public ILocator Heading => visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" });

    public ILocator Refusal => visitor.Page.GetByRole(AriaRole.Alert);

    public async Task SignInAsync(string email = Admin.Email, string password = Admin.Password)
    {
        await visitor.Page.GetByLabel("Email").FillAsync(email);
        await visitor.Page.GetByLabel("Password").FillAsync(password);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
