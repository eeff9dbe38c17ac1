using System.Text.Json;
using Microsoft.JSInterop;

namespace Schematic.Dashboard.Search;

/// <summary>The last results that were opened, kept in the browser for one member in one environment.</summary>
internal sealed class RecentResults(IJSRuntime script, string memberId, string environmentId)
{
    public const int Most = 6;

    private string Key => $"schematic.recent.{memberId}.{environmentId}";

    /// <summary>Newest first; empty where the browser keeps nothing, or something else.</summary>
    public async Task<IReadOnlyList<SearchResult>> ReadAsync()
    {
        if (await script.InvokeAsync<string?>("schematic.recent.read", Key) is not { } text)
            return [];
        try
        {
            return
            [
                .. (JsonSerializer.Deserialize<List<SearchResult?>>(text) ?? [])
                    .OfType<SearchResult>()
                    .Where(static result => result is { Url.Length: > 0, Title.Length: > 0, Icon.Length: > 0 })
                    .Take(Most),
            ];
        }
        catch (JsonException)
        {
            // An older version, or somebody, wrote another form: the next choice replaces it.
            return [];
        }
    }

    public async Task<IReadOnlyList<SearchResult>> AddAsync(IReadOnlyList<SearchResult> known, SearchResult chosen)
    {
        List<SearchResult> all = [chosen with { Mark = null }, .. known.Where(result => result.Url != chosen.Url)];
        var kept = all.Take(Most).ToList();
        await script.InvokeVoidAsync("schematic.recent.write", Key, JsonSerializer.Serialize(kept));
        return kept;
    }
}
