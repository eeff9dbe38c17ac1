using System.Reflection;
using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Shared.Navigation;

public sealed class NavigationMenuTests
{
    [Fact]
    public void Pages_stand_in_their_group_and_order() =>
        Assert.Equal(
            [
                "Catalog: Plans, Add-ons, Credits",
                "Manage: Companies, Overrides, Users, Features, Flags",
                "Activity: Events",
                "Settings: Environments, API keys, Team, Audit log, My account",
            ],
            NavigationMenu.Groups.Select(static group =>
                $"{group.Key}: {string.Join(", ", group.Select(static entry => entry.Item.Title))}"
            )
        );

    [Fact]
    public void No_two_pages_claim_the_same_place() =>
        Assert.All(
            NavigationMenu.Groups,
            static group =>
                Assert.Equal(group.Count(), group.Select(static entry => entry.Item.Order).Distinct().Count())
        );

    [Fact]
    public void Each_item_leads_to_its_page_in_the_environment()
    {
        var urls = NavigationMenu.Groups.SelectMany(static group => group).Select(static entry => entry.UrlIn("a/b"));

        Assert.Contains(DashboardUrls.Companies("a/b"), urls);
        Assert.All(urls, static url => Assert.StartsWith("/env/a%2Fb/", url, StringComparison.Ordinal));
    }

    /// <summary>Of every page that needs nothing but its environment.</summary>
    public static TheoryData<string> Sections { get; } =
    [
        .. typeof(NavigationMenu)
            .Assembly.GetTypes()
            .SelectMany(static page => page.GetCustomAttributes<RouteAttribute>())
            .Select(static route => route.Template)
            .Where(static template =>
                template.StartsWith("/env/{EnvironmentId}/", StringComparison.Ordinal)
                && template.Split('{').Length == 2
            ),
    ];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_page_that_needs_no_id_opens_in_another_environment(string route) =>
        Assert.Equal(
            DashboardUrls.Page(route, "env_2"),
            DashboardUrls.InEnvironment(DashboardUrls.Page(route, "env_1"), "env_2")
        );
}
