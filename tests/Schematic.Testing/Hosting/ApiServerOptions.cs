using Microsoft.Extensions.DependencyInjection;

namespace Schematic.Testing.Hosting;

/// <summary>How a test's server differs from one with three environments, their keys and an admin.</summary>
public sealed record ApiServerOptions
{
    /// <summary>Settings that are added to, or replace, those of <see cref="Defaults"/>; null takes one away.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>The server's clock; the machine's own where there is none.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>A last word on services, after the server has registered its own.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>What every test server is started with.</summary>
    public static IReadOnlyDictionary<string, string> Defaults { get; } =
        new Dictionary<string, string>
        {
            ["Bootstrap:AdminEmail"] = Admin.Email,
            ["Bootstrap:AdminPassword"] = Admin.Password,
            ["Bootstrap:ApiKeys:production"] = ApiKeys.Production,
            ["Bootstrap:ApiKeys:staging"] = ApiKeys.Staging,
            ["Bootstrap:ApiKeys:development"] = ApiKeys.Development,
            ["Console:Key"] = ApiKeys.Console,
            // A machine that runs many tests at once is slow for other reasons than its database.
            ["Database:AnswerWithinSeconds"] = "60",
            // All tests come from one address, and many try what a wrong key may do.
            ["RateLimits:WrongKeysPerMinute"] = "1000000",
        };

    /// <summary>A server nobody has set up yet: it knows the console, and nothing else.</summary>
    public static ApiServerOptions Blank { get; } =
        new()
        {
            Settings = Defaults
                .Keys.Where(static key => key.StartsWith("Bootstrap:", StringComparison.Ordinal))
                .ToDictionary(static key => key, static _ => (string?)null),
        };

    internal IEnumerable<string> ToArguments(IReadOnlyDictionary<string, string> database)
    {
        var all = new Dictionary<string, string?>(Settings);
        foreach (var (key, value) in Defaults.Concat(database))
            all.TryAdd(key, value);
        all.TryAdd("Api:Urls", "http://127.0.0.1:0");
        return all.Where(static setting => setting.Value is not null)
            .Select(static setting => $"--{setting.Key}={setting.Value}");
    }
}
