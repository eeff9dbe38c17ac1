using Bunit;
using Schematic.Dashboard.Shared.Layout;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Shared.Layout;

public sealed class SideNavigationTests : PageContext
{
    [Fact]
    public void Every_page_of_the_menu_is_a_link_under_the_heading_of_its_group()
    {
        var navigation = Show();

        Assert.Equal(
            NavigationMenu.Groups.Select(static group => group.Key.ToString()),
            navigation.FindAll("h2").Select(static heading => heading.TextContent)
        );
        Assert.Equal(
            NavigationMenu.Groups.SelectMany(static group => group).Select(static entry => entry.UrlIn("env_1")),
            navigation.FindAll("a").Select(static link => link.GetAttribute("href"))
        );
    }

    [Fact]
    public void The_page_one_is_on_is_marked_also_on_the_pages_below_it()
    {
        Navigation.NavigateTo(DashboardUrls.Company("env_1", "comp_1", "checks"));

        Assert.Equal("Companies", Show().Find("a.active").TextContent.Trim());
    }

    private IRenderedComponent<SideNavigation> Show() =>
        Render<SideNavigation>(static parameters => parameters.Add(static part => part.EnvironmentId, "env_1"));
}
