using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Schematic.Benchmarks.Load;

/// <summary>A flag of its own for a run, to be checked.</summary>
internal sealed record CheckedFlag(string Key, string Id)
{
    public static async Task<CheckedFlag> MakeAsync(Uri api)
    {
        using var http = new HttpClient { BaseAddress = api };
        http.DefaultRequestHeaders.Add("X-Schematic-Api-Key", StoreOptions.ApiKey);
        var key = string.Create(CultureInfo.InvariantCulture, $"crowd-{Guid.NewGuid():n}");
        using var answer = await http.PostAsJsonAsync(
            new Uri("/flags", UriKind.Relative),
            new
            {
                key,
                name = key,
                description = "",
                flag_type = "boolean",
                default_value = false,
            }
        );
        answer.EnsureSuccessStatusCode();
        var flag = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return new CheckedFlag(key, flag.GetProperty("data").GetProperty("id").GetString()!);
    }
}
