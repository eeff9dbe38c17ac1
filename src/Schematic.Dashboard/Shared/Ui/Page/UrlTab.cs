namespace Schematic.Dashboard.Shared.Ui.Page;

/// <param name="Key">Its name in the address; empty for the first.</param>
/// <param name="Count">Shown beside the title where it is known.</param>
public sealed record UrlTab(string Key, string Title, string Url, long? Count = null);
