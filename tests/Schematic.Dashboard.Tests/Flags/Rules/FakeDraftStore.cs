using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

/// <summary>A browser's storage.</summary>
internal sealed class FakeDraftStore : IRuleDraftStore
{
    public Dictionary<string, StoredDraft> Drafts { get; } = [];

    /// <summary>The browser refuses every write.</summary>
    public bool IsFull { get; set; }

    /// <summary>Thrown by every write, like a defect of the store.</summary>
    public Exception? Defect { get; set; }

    public Task<StoredDraft?> ReadAsync(string key) => Task.FromResult(Drafts.GetValueOrDefault(key));

    public Task<bool> TryWriteAsync(string key, StoredDraft draft)
    {
        if (Defect is not null)
            return Task.FromException<bool>(Defect);
        if (!IsFull)
            Drafts[key] = draft;
        return Task.FromResult(!IsFull);
    }

    public Task RemoveAsync(string key)
    {
        Drafts.Remove(key);
        return Task.CompletedTask;
    }
}
