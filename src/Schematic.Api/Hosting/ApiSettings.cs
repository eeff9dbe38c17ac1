using Microsoft.Data.Sqlite;
using Npgsql;
using Schematic.Api.AuditLog;
using Schematic.Api.Authentication;
using Schematic.Api.Evaluation;
using Schematic.Api.Events;
using Schematic.Api.Flags.History;
using Schematic.Api.Persistence;
using Schematic.Api.Setup;

namespace Schematic.Api.Hosting;

/// <summary>Everything that can be configured, read once at start.</summary>
internal sealed record ApiSettings
{
    // A hundred years: what is longer is a mistake, and might be before all time.
    private const int MaxDays = 36_500;

    public required IReadOnlyList<string> Urls { get; init; }

    public required DatabaseOptions Database { get; init; }

    public required BootstrapSettings Bootstrap { get; init; }

    public required string ConsoleKey { get; init; }

    public required RateLimitOptions RateLimits { get; init; }

    public required CheckOptions Checks { get; init; }

    public required EventOptions Events { get; init; }

    public required RuleSaveOptions RuleSaves { get; init; }

    public required AuditLogOptions AuditLog { get; init; }

    /// <param name="root">The folder that a relative <c>Data:Path</c> starts from.</param>
    /// <exception cref="InvalidConfigurationException">Any setting is wrong.</exception>
    public static ApiSettings Read(IConfiguration configuration, string root)
    {
        var errors = new List<string>();
        var settings = new ApiSettings
        {
            Urls = ReadUrls(configuration, errors),
            Database = ReadDatabase(configuration, root, errors) with
            {
                Patience = new DatabasePatience(
                    ReadPositive(
                        configuration.GetSection("Database:AnswerWithinSeconds"),
                        DatabasePatience.Default.AnswerWithin,
                        errors
                    )
                ),
            },
            Bootstrap = BootstrapSettings.Read(configuration, errors),
            ConsoleKey = configuration["Console:Key"] ?? "",
            RateLimits = ReadRateLimits(configuration.GetSection(RateLimitOptions.Section), errors),
            Checks = ReadChecks(configuration.GetSection(CheckOptions.Section), errors),
            Events = ReadEvents(configuration.GetSection(EventOptions.Section), errors),
            RuleSaves = ReadRuleSaves(configuration.GetSection(RuleSaveOptions.Section), errors),
            AuditLog = ReadAuditLog(configuration.GetSection(AuditLogOptions.Section), errors),
        };
        errors.AddRange(TrustedProxies.Errors(configuration));
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
                    RequireHost("Schematic", connection, errors);
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

        return new DatabaseOptions(
            provider,
            connection ?? "",
            ReadOther(configuration, "SchematicDirect", provider, errors),
            ReadReplica(configuration, provider, errors)
        );
    }

    /// <exception cref="ArgumentException">It is no connection string.</exception>
    private static void RequireHost(string name, string connection, List<string> errors)
    {
        if (string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(connection).Host))
            errors.Add(
                $"ConnectionStrings:{name} names no Host. Say where PostgreSQL is, like Host=localhost, "
                    + "or Host=/var/run/postgresql for a socket."
            );
    }

    private static string? ReadReplica(IConfiguration configuration, DatabaseProvider provider, List<string> errors)
    {
        const string name = "SchematicReadOnly";
        var before = errors.Count;
        var connection = ReadOther(configuration, name, provider, errors);
        // How far a replica has come is asked of one server, and says nothing of another.
        if (
            connection is not null
            && errors.Count == before
            && new NpgsqlConnectionStringBuilder(connection).Host?.Contains(',', StringComparison.Ordinal) == true
        )
            errors.Add($"ConnectionStrings:{name} names several hosts. Name one replica.");
        return connection;
    }

    private static string? ReadOther(
        IConfiguration configuration,
        string name,
        DatabaseProvider provider,
        List<string> errors
    )
    {
        if (configuration.GetConnectionString(name) is not { Length: > 0 } connection)
            return null;
        if (provider != DatabaseProvider.PostgreSql)
            errors.Add($"ConnectionStrings:{name} is for Database:Provider PostgreSql. Remove it.");
        try
        {
            RequireHost(name, connection, errors);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or KeyNotFoundException)
        {
            errors.Add($"ConnectionStrings:{name} cannot be read: {wrong.Message}");
        }

        return connection;
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

    private static RateLimitOptions ReadRateLimits(IConfigurationSection section, List<string> errors)
    {
        var defaults = new RateLimitOptions();
        return new RateLimitOptions
        {
            CorePerSecond = Read(nameof(RateLimitOptions.CorePerSecond), defaults.CorePerSecond),
            ChecksPerSecond = Read(nameof(RateLimitOptions.ChecksPerSecond), defaults.ChecksPerSecond),
            WrongKeysPerMinute = Read(nameof(RateLimitOptions.WrongKeysPerMinute), defaults.WrongKeysPerMinute),
            WrongSignInsPerMinute = Read(
                nameof(RateLimitOptions.WrongSignInsPerMinute),
                defaults.WrongSignInsPerMinute
            ),
            WrongSignInsOfAccountPerMinute = Read(
                nameof(RateLimitOptions.WrongSignInsOfAccountPerMinute),
                defaults.WrongSignInsOfAccountPerMinute
            ),
        };

        int Read(string name, int otherwise) => ReadPositive(section.GetSection(name), otherwise, errors);
    }

    private static CheckOptions ReadChecks(IConfigurationSection section, List<string> errors)
    {
        var defaults = new CheckOptions();
        return new CheckOptions
        {
            ContextMegabytes = ReadPositive(
                section.GetSection(nameof(CheckOptions.ContextMegabytes)),
                defaults.ContextMegabytes,
                errors
            ),
            MinutesWithoutDatabase = ReadPositive(
                section.GetSection(nameof(CheckOptions.MinutesWithoutDatabase)),
                defaults.MinutesWithoutDatabase,
                errors
            ),
        };
    }

    private static EventOptions ReadEvents(IConfigurationSection section, List<string> errors)
    {
        var setting = section.GetSection(nameof(EventOptions.RetentionDays));
        var days = ReadDays(setting, new EventOptions().RetentionDays, errors);
        if (days < EventOptions.MinRetentionDays)
            errors.Add($"{setting.Path} is {days}; it must be at least {EventOptions.MinRetentionDays}.");
        return new EventOptions { RetentionDays = days };
    }

    private static RuleSaveOptions ReadRuleSaves(IConfigurationSection section, List<string> errors) =>
        new()
        {
            RetentionDays = ReadDays(
                section.GetSection(nameof(RuleSaveOptions.RetentionDays)),
                new RuleSaveOptions().RetentionDays,
                errors
            ),
        };

    private static AuditLogOptions ReadAuditLog(IConfigurationSection section, List<string> errors) =>
        new()
        {
            RetentionDays = ReadDays(
                section.GetSection(nameof(AuditLogOptions.RetentionDays)),
                new AuditLogOptions().RetentionDays,
                errors
            ),
        };

    /// <returns>Null for "off".</returns>
    private static int? ReadDays(IConfigurationSection setting, int? otherwise, List<string> errors)
    {
        if (setting.Value is not { Length: > 0 } text)
            return otherwise;
        if (string.Equals(text, "off", StringComparison.OrdinalIgnoreCase))
            return null;
        if (int.TryParse(text, out var days) && days is > 0 and <= MaxDays)
            return days;
        errors.Add($"{setting.Path} is \"{text}\"; it must be a whole number of days from 1 to {MaxDays}, or off.");
        return otherwise;
    }

    private static int ReadPositive(IConfigurationSection setting, int otherwise, List<string> errors)
    {
        if (setting.Value is not { Length: > 0 } text)
            return otherwise;
        if (int.TryParse(text, out var number) && number > 0)
            return number;
        errors.Add($"{setting.Path} is \"{text}\"; it must be a whole number above 0.");
        return otherwise;
    }
}
