using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.ApiKeys;
using Schematic.Api.Authentication.Credentials;
using Schematic.Api.Environments;
using Schematic.Api.Members;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Environments;

namespace Schematic.Api.Setup;

/// <summary>
/// Before the first request: brings the schema up to date, fills an empty store as configured, loads environments and
/// keys.
/// </summary>
internal sealed partial class Bootstrap(
    IDatabase database,
    KeyCache keyCache,
    BootstrapSettings settings,
    SetupCode code,
    IPasswordHasher<MemberRow> passwords,
    TimeProvider time,
    ILogger<Bootstrap> logger
)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await database.MigrateAsync(cancellationToken);
        // Told after the write, which may run more than once.
        if (settings.Names is { Count: > 0 } names)
        {
            if (await database.WriteAccountAsync(FillAsync, cancellationToken) is { } count)
                Log.Filled(logger, count);
            else
                Log.Skipped(logger, string.Join(", ", names));
        }

        await keyCache.RefreshAsync(cancellationToken);
        await using var db = database.OpenAccount();
        if (!await db.Members.AnyAsync(cancellationToken))
            Log.SetupCode(logger, code.Text);
    }

    public static async Task AddAccountAsync(SchematicDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Accounts.AnyAsync(cancellationToken))
            return;
        db.Add(
            new AccountRow
            {
                Id = NewId.For("acct", now),
                Name = "Schematic",
                CreatedAt = now,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <returns>How many environments were made; null where the store is not empty.</returns>
    private async Task<int?> FillAsync(SchematicDb db, CancellationToken cancellationToken)
    {
        // Of two instances that start at once, the second finds what the first has filled in.
        await db.HoldUpWritersAsync(new SqlLiteral("accounts"), cancellationToken);
        if (await db.Accounts.AnyAsync(cancellationToken))
            return null;

        var now = time.Now();
        await AddAccountAsync(db, now, cancellationToken);
        if (!string.IsNullOrEmpty(settings.AdminEmail))
            await MemberStore.AddAdminAsync(
                db,
                passwords,
                settings.AdminEmail,
                settings.AdminPassword!,
                now,
                cancellationToken
            );
        if (settings.AccountKey is { } accountKey)
            await AddKeyAsync(db, environment: null, accountKey, now, cancellationToken);
        var environments = new List<EnvironmentRow>();
        foreach (var (type, secret) in settings.ApiKeys.OrderBy(key => key.Key))
            environments.Add(await AddEnvironmentAsync(db, type, secret, now, cancellationToken));
        // An admin needs somewhere to look, and sample data somewhere to be.
        if (environments.Count == 0)
            environments.Add(await AddEnvironmentAsync(db, EnvironmentType.Development, null, now, cancellationToken));
        if (settings.SampleData)
            await SampleData.AddAsync(
                db,
                environments.ConvertAll(static environment => environment.Seq),
                now,
                cancellationToken
            );

        return environments.Count;
    }

    private static async Task<EnvironmentRow> AddEnvironmentAsync(
        SchematicDb db,
        EnvironmentType type,
        string? secret,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var environment = EnvironmentStore.NewRow(type.ToString(), type, now);
        db.Add(environment);
        await db.SaveChangesAsync(cancellationToken);
        db.Changes.Add(ChangeKind.Environment, environment.Seq);
        if (secret is not null)
            await AddKeyAsync(db, environment, secret, now, cancellationToken);
        return environment;
    }

    /// <param name="environment">Null for a key of the whole account.</param>
    private static async Task AddKeyAsync(
        SchematicDb db,
        EnvironmentRow? environment,
        string secret,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var body = new CreateApiKeyRequestBody
        {
            Name = environment is null ? "Configured account key" : "Configured key",
            Description = "From the server's configuration",
        };
        var key = ApiKeyStore.NewRow(body, environment, secret, now);
        db.Add(key);
        await db.SaveChangesAsync(cancellationToken);
        db.Changes.Add(ChangeKind.ApiKey, key.Seq);
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Information,
            Message = "The empty store was filled from the configuration with {Count} environments"
        )]
        public static partial void Filled(ILogger logger, int count);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "The store is not empty, so these settings were not applied: {Names}. Remove them, or start with an empty store"
        )]
        public static partial void Skipped(ILogger logger, string names);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "This installation is not set up yet. Open the console; from another machine it asks for the code {Code}"
        )]
        public static partial void SetupCode(ILogger logger, string code);
    }
}
