namespace Schematic.Dashboard.Shared.Ui.Page;

/// <summary>A page above the present one.</summary>
public sealed record Crumb(string Title, string Url);
