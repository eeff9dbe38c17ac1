namespace Schematic.Dashboard.Flags.Rules;

/// <summary>Keeps unsaved rules in the browser: there they outlive the page, the connection and the server.</summary>
internal interface IRuleDraftStore
{
    /// <summary>Null where there is none, or none that can be read.</summary>
    Task<StoredDraft?> ReadAsync(string key);

    Task WriteAsync(string key, StoredDraft draft);

    Task RemoveAsync(string key);
}
