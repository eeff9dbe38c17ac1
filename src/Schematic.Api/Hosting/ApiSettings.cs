using Microsoft.Data.Sqlite;
using Npgsql;
using Schematic.Api.Authentication;
using Schematic.Api.Members;
using Schematic.Api.Persistence;
using Schematic.Api.Setup;
using Schematic.Contracts.Environments;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Hosting;

/// <summary>Everything that can be configured, read once at start.</summary>
internal sealed record ApiSettings
{
    private const int MinSecretLength = 12;

    public required IReadOnlyList<string> Urls { get; init; }

    public required DatabaseOptions Database { get; init; }

    public required BootstrapSettings Bootstrap { get; init; }

    public required string ConsoleKey { get; init; }

    public required RateLimitOptions RateLimits { get; init; }

    /// <param name="root">The folder that a relative <c>Data:Path</c> starts from.</param>
    /// <exception cref="InvalidConfigurationException">Any setting is wrong.</exception>
    public static ApiSettings Read(IConfiguration configuration, string root)
    {
        var errors = new List<string>();
        var settings = new ApiSettings
        {
            Urls = ReadUrls(configuration, errors),
            Database = ReadDatabase(configuration, root, errors),
            Bootstrap = ReadBootstrap(configuration, errors),
            ConsoleKey = configuration["Console:Key"] ?? "",
            RateLimits = new RateLimitOptions
            {
                CorePerSecond = ReadPositive(
                    configuration,
                    $"{RateLimitOptions.Section}:{nameof(RateLimitOptions.CorePerSecond)}",
                    new RateLimitOptions().CorePerSecond,
                    errors
                ),
                ChecksPerSecond = ReadPositive(
                    configuration,
                    $"{RateLimitOptions.Section}:{nameof(RateLimitOptions.ChecksPerSecond)}",
                    new RateLimitOptions().ChecksPerSecond,
                    errors
                ),
            },
        };
        if (settings.ConsoleKey.Length is > 0 and < ConsoleSecret.MinLength)
            errors.Add($"Console:Key must have at least {ConsoleSecret.MinLength} characters.");
        return errors.Count == 0 ? settings : throw new InvalidConfigurationException(errors);
    }

    private static string[] ReadUrls(IConfiguration configuration, List<string> errors)
    {
        var urls = (configuration["Api:Urls"] ?? "http://localhost:5081").Split(
            ';',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        if (urls.Length == 0)
            errors.Add("Api:Urls is empty. Give an address like http://localhost:5081.");
        foreach (var url in urls)
        {
            // "http://*:5081" and "http://+:5081" are Kestrel's way to say "every address".
            if (
                !Uri.TryCreate(
                    url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal),
                    UriKind.Absolute,
                    out var parsed
                )
                || parsed.Scheme is not ("http" or "https")
                || parsed.AbsolutePath != "/"
            )
                errors.Add($"Api:Urls: \"{url}\" is not an address like http://localhost:5081.");
        }

        return urls;
    }

    private static DatabaseOptions ReadDatabase(IConfiguration configuration, string root, List<string> errors)
    {
        var text = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(text, ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
            errors.Add(
                $"Database:Provider is \"{text}\"; it must be {string.Join(" or ", Enum.GetNames<DatabaseProvider>())}."
            );
        var connection = configuration.GetConnectionString("Schematic");
        try
        {
            if (provider == DatabaseProvider.PostgreSql)
            {
                if (string.IsNullOrWhiteSpace(connection))
                    errors.Add(
                        "ConnectionStrings:Schematic is needed with Database:Provider PostgreSql, like Host=localhost;Database=schematic;Username=schematic;Password=…."
                    );
                else
                    _ = new NpgsqlConnectionStringBuilder(connection);
            }
            else
            {
                connection = SqliteConnectionString(configuration, root, connection);
            }
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or KeyNotFoundException)
        {
            errors.Add($"ConnectionStrings:Schematic cannot be read: {wrong.Message}");
        }

        return new DatabaseOptions(provider, connection ?? "");
    }

    private static string SqliteConnectionString(IConfiguration configuration, string root, string? configured)
    {
        var builder = new SqliteConnectionStringBuilder(configured);
        if (builder.DataSource.Length == 0)
            builder.DataSource = Path.Combine(
                configuration["Data:Path"] is { Length: > 0 } folder ? folder : "data",
                "schematic.db"
            );
        builder.DataSource = Path.GetFullPath(builder.DataSource, root);
        return builder.ToString();
    }

    private static BootstrapSettings ReadBootstrap(IConfiguration configuration, List<string> errors)
    {
        var section = configuration.GetSection("Bootstrap");
        var (email, password) = (section["AdminEmail"], section["AdminPassword"]);
        if (string.IsNullOrEmpty(email) != string.IsNullOrEmpty(password))
            errors.Add(
                $"Bootstrap:{(string.IsNullOrEmpty(email) ? "AdminEmail" : "AdminPassword")} is missing: give both or neither."
            );
        if (
            !string.IsNullOrEmpty(email)
            && !(email.Trim() is [not '@', .., not '@'] && email.Contains('@', StringComparison.Ordinal))
        )
            errors.Add($"Bootstrap:AdminEmail is \"{email}\", which is not an email address.");
        if (password is { Length: > 0 and < MemberStore.MinPasswordLength })
            errors.Add($"Bootstrap:AdminPassword must have at least {MemberStore.MinPasswordLength} characters.");

        var keys = new Dictionary<EnvironmentType, string>();
        foreach (var key in section.GetSection("ApiKeys").GetChildren())
        {
            if (!WireEnum<EnvironmentType>.TryParse(key.Key.ToLowerInvariant(), out var type))
                errors.Add(
                    $"Bootstrap:ApiKeys:{key.Key} names no type of environment; it must be one of {string.Join(", ", WireEnum<EnvironmentType>.WireNames)}."
                );
            else if (key.Value is not { Length: >= MinSecretLength } secret || secret.Any(char.IsWhiteSpace))
                errors.Add(
                    $"Bootstrap:ApiKeys:{key.Key} must be a secret of at least {MinSecretLength} characters without spaces."
                );
            else
                keys[type] = secret;
        }

        if (keys.Values.Distinct(StringComparer.Ordinal).Count() < keys.Count)
            errors.Add("Bootstrap:ApiKeys gives two environments the same secret. Give each its own.");
        var sample = section["SampleData"];
        if (sample is not (null or "") && !bool.TryParse(sample, out _))
            errors.Add($"Bootstrap:SampleData is \"{sample}\"; it must be true or false.");
        return new BootstrapSettings(email, password, keys, bool.TryParse(sample, out var wanted) && wanted);
    }

    private static int ReadPositive(IConfiguration configuration, string key, int otherwise, List<string> errors)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return otherwise;
        if (int.TryParse(text, out var number) && number > 0)
            return number;
        errors.Add($"{key} is \"{text}\"; it must be a whole number above 0.");
        return otherwise;
    }
}
