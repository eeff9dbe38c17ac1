namespace Schematic.Dashboard.Shared.Navigation;

/// <summary>Puts a page into the navigation on the left; its address is that of its route.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class NavigationItemAttribute(string title, NavigationGroup group, int order, string icon) : Attribute
{
    public string Title => title;

    public NavigationGroup Group => group;

    /// <summary>Its place in the group, smallest first.</summary>
    public int Order => order;

    /// <summary>The path of an icon.</summary>
    public string Icon => icon;
}
