using Bunit;
using Schematic.Dashboard.Shared.Layout;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Shared.Layout;

public sealed class EnvironmentSwitchTests : PageContext
{
    [Fact]
    public async Task It_says_where_one_is_with_its_type()
    {
        var menu = await ShowAsync();

        Assert.Equal("Production", menu.Find("summary .env-name").TextContent);
        Assert.Equal("Environment: Production, Production. Switch", menu.Find("summary").GetAttribute("aria-label"));
        Assert.Equal("Production", Words(menu.Find("[aria-current=true] span")));
    }

    [Fact]
    public async Task It_leads_to_the_same_kind_of_page_in_each_environment()
    {
        var menu = await ShowAsync();

        await menu.InvokeAsync(() => Navigation.NavigateTo(DashboardUrls.Flag(Production.Id, "flag_1", "check")));

        menu.WaitForAssertion(() =>
            Assert.Equal(
                [DashboardUrls.Flags(Production.Id), DashboardUrls.Flags(Staging.Id)],
                menu.FindAll("li a").Select(static link => link.GetAttribute("href"))
            )
        );
        Assert.Equal(DashboardUrls.Environments(Production.Id), menu.Find(".menu-footer").GetAttribute("href"));
    }

    private async Task<IRenderedComponent<EnvironmentSwitch>> ShowAsync()
    {
        await EnterAsync();
        Navigation.NavigateTo(DashboardUrls.Companies(Production.Id));
        return Render<EnvironmentSwitch>();
    }
}
