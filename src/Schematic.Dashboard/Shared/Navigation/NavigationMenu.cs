using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Schematic.Dashboard.Shared.Navigation;

/// <summary>
/// The navigation on the left, collected once from the pages that carry a <see cref="NavigationItemAttribute"/>.
/// </summary>
internal static class NavigationMenu
{
    /// <summary>The groups that have a page, with their items in order.</summary>
    public static IReadOnlyList<IGrouping<NavigationGroup, NavigationMenuItem>> Groups { get; } =
    [
        .. typeof(NavigationMenu)
            .Assembly.GetTypes()
            .SelectMany(static page => page.GetCustomAttributes<NavigationItemAttribute>().Select(item => (page, item)))
            .OrderBy(static entry => entry.item.Order)
            .Select(static entry => new NavigationMenuItem(
                entry.item,
                entry.page.GetCustomAttribute<RouteAttribute>()?.Template
                    ?? throw new InvalidOperationException($"{entry.page} is in the navigation and has no route.")
            ))
            .GroupBy(static item => item.Item.Group)
            .OrderBy(static group => group.Key),
    ];
}

/// <param name="Route">The route of the page.</param>
internal sealed record NavigationMenuItem(NavigationItemAttribute Item, string Route)
{
    public string UrlIn(string environmentId) => DashboardUrls.Page(Route, environmentId);
}
