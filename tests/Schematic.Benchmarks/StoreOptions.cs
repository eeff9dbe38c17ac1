using System.Globalization;
using Schematic.Api.Persistence;

namespace Schematic.Benchmarks;

/// <summary>The store a command works on, and the few things that can be said about a run.</summary>
internal sealed record StoreOptions
{
    public const string ApiKey = "sch_prod_benchmark0123456789abcdefghijkl";

    public DatabaseProvider Provider { get; private init; } = DatabaseProvider.Sqlite;

    public string Data { get; init; } = "data";

    public string? Connection { get; init; }

    public int Companies { get; init; } = 1_000_000;

    /// <summary>Measures only what has this in its name.</summary>
    public string? Only { get; private init; }

    public string? Console { get; private init; }

    /// <summary>How long a soak takes.</summary>
    public int Minutes { get; private init; } = 30;

    /// <summary>Requests of a soak each second.</summary>
    public int Rate { get; private init; } = 100;

    /// <summary>The configuration that points the server to this store.</summary>
    public IReadOnlyList<string> ServerArguments =>
        Provider == DatabaseProvider.Sqlite
            ? ["--Database:Provider=Sqlite", $"--Data:Path={Data}"]
            : ["--Database:Provider=PostgreSql", $"--ConnectionStrings:Schematic={Connection}"];

    public static StoreOptions Read(string[] args)
    {
        var options = new StoreOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : throw new BenchmarkException($"{args[i]} needs a value.");
            options = args[i] switch
            {
                "--provider" => options with
                {
                    Provider = Enum.TryParse<DatabaseProvider>(value, ignoreCase: true, out var provider)
                        ? provider
                        : throw new BenchmarkException($"--provider is {value}; it must be Sqlite or PostgreSql."),
                },
                "--data" => options with { Data = value },
                "--connection" => options with { Connection = value },
                "--companies" => options with { Companies = Number(value) },
                "--minutes" => options with { Minutes = Number(value) },
                "--rate" => options with { Rate = Number(value) },
                "--only" => options with { Only = value },
                "--console" => options with { Console = value },
                _ => throw new BenchmarkException($"{args[i]} is not an option."),
            };
        }

        if (options is { Provider: DatabaseProvider.PostgreSql, Connection: null })
            throw new BenchmarkException("--provider PostgreSql needs --connection.");
        return options;
    }

    private static int Number(string value) =>
        int.Parse(value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
