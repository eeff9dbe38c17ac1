namespace Schematic.Dashboard.Shared.Navigation;

/// <summary>The headings of the navigation on the left, in their order.</summary>
internal enum NavigationGroup
{
    Overview = 1,
    Catalog,
    Manage,
    Activity,
    Settings,
}
