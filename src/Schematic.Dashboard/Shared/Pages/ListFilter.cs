using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Shared.Pages;

/// <summary>A filter that is set, shown as a chip.</summary>
/// <param name="Value">Its value as people read it.</param>
/// <param name="Without">The list without it, from the first page.</param>
public sealed record ListFilter(string Name, string Value, ListQuery Without);
