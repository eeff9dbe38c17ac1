namespace Schematic.Dashboard.Flags.Rules;

/// <summary>Stores unsaved rules in the browser, where they outlive the page, the connection and the server.</summary>
internal interface IRuleDraftStore
{
    /// <summary>Returns null if there is no draft, or none that can be read.</summary>
    Task<StoredDraft?> ReadAsync(string key);

    /// <summary>Returns false if the browser refused: its storage is full or switched off.</summary>
    Task<bool> TryWriteAsync(string key, StoredDraft draft);

    Task RemoveAsync(string key);
}
