using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Schematic.Benchmarks.Growth;

/// <summary>Makes flags of three rules with three conditions each, and saves their rules, over HTTP.</summary>
internal sealed class GrowingFlags : IDisposable
{
    private const int Makers = 8;
    private HttpClient _http;
    private readonly string _tag = Guid.NewGuid().ToString("n")[..8];
    private readonly List<(string Id, string Key)> _flags = [];
    private Dictionary<string, string> _traits = [];

    public GrowingFlags(Uri address) => _http = NewClient(address);

    public IReadOnlyList<(string Id, string Key)> All => _flags;

    /// <summary>Goes on at another server of the same store.</summary>
    public void MoveTo(Uri address)
    {
        _http.Dispose();
        _http = NewClient(address);
    }

    public async Task GrowToAsync(int count)
    {
        if (_traits.Count == 0)
            _traits = await TraitsAsync();
        var made = await Task.WhenAll(
            Enumerable.Range(0, Makers).Select(maker => MakeAsync(_flags.Count + maker, count))
        );
        _flags.AddRange(made.SelectMany(static flags => flags));
    }

    /// <summary>Saves rules of which the last holds for everyone or for nobody.</summary>
    public Task SaveAsync(string flagId, bool forEveryone) =>
        SendAsync(
            HttpMethod.Put,
            $"/flags/{flagId}/rules",
            new
            {
                rules = Enumerable
                    .Range(0, 3)
                    .Select(n => new
                    {
                        name = $"Rule {n}",
                        priority = n,
                        value = true,
                        conditions = n == 2 && forEveryone ? [] : Conditions(),
                        condition_groups = Array.Empty<object>(),
                    }),
            }
        );

    public async Task<bool> CheckAsync(string key)
    {
        var answer = await SendAsync(
            HttpMethod.Post,
            $"/flags/{key}/check",
            new { company = new Dictionary<string, string> { ["benchmark"] = "growth" } }
        );
        return answer.GetProperty("value").GetBoolean();
    }

    public void Dispose() => _http.Dispose();

    private static HttpClient NewClient(Uri address)
    {
        var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Add("X-Schematic-Api-Key", StoreOptions.ApiKey);
        return http;
    }

    private async Task<List<(string Id, string Key)>> MakeAsync(int first, int end)
    {
        var flags = new List<(string Id, string Key)>();
        for (var i = first; i < end; i += Makers)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"growth-{_tag}-{i}");
            var flag = await SendAsync(
                HttpMethod.Post,
                "/flags",
                new
                {
                    key,
                    name = "Growth",
                    description = "",
                    flag_type = "boolean",
                    default_value = false,
                }
            );
            var id = flag.GetProperty("id").GetString()!;
            await SaveAsync(id, forEveryone: false);
            flags.Add((id, key));
        }

        return flags;
    }

    private async Task<Dictionary<string, string>> TraitsAsync()
    {
        var company = await SendAsync(
            HttpMethod.Post,
            "/companies",
            new
            {
                keys = new { benchmark = "growth" },
                name = "Growth",
                traits = new
                {
                    plan_level = 3,
                    region = "eu",
                    trial = false,
                },
            }
        );
        return company
            .GetProperty("entity_traits")
            .EnumerateArray()
            .ToDictionary(
                static trait => trait.GetProperty("definition").GetProperty("display_name").GetString()!,
                static trait => trait.GetProperty("definition_id").GetString()!
            );
    }

    private object[] Conditions() =>
        [
            Condition("plan_level", "gte", "2"),
            Condition("region", "eq", "eu"),
            // The longest way through: the last does not hold.
            Condition("trial", "eq", "true"),
        ];

    private object Condition(string trait, string comparison, string value) =>
        new
        {
            condition_type = "trait",
            @operator = comparison,
            resource_ids = Array.Empty<string>(),
            trait_id = _traits[trait],
            trait_value = value,
        };

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonElement.Parse(text).GetProperty("data")
            : throw new BenchmarkException($"{method} {path} answered {(int)answer.StatusCode}: {text}");
    }
}
