using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

/// <summary>A browser's storage.</summary>
internal sealed class FakeDraftStore : IRuleDraftStore
{
    public Dictionary<string, StoredDraft> Drafts { get; } = [];

    public Task<StoredDraft?> ReadAsync(string key) => Task.FromResult(Drafts.GetValueOrDefault(key));

    public Task WriteAsync(string key, StoredDraft draft)
    {
        Drafts[key] = draft;
        return Task.CompletedTask;
    }

    public Task RemoveAsync(string key)
    {
        Drafts.Remove(key);
        return Task.CompletedTask;
    }
}
