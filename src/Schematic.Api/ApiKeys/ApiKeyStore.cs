using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Environments;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Contracts.ApiKeys;

namespace Schematic.Api.ApiKeys;

/// <summary>
/// API keys of the account and its environments. A key of one environment manages that environment's keys alone.
/// </summary>
internal sealed class ApiKeyStore(IDatabase database, Caller caller, KeyUsage usage, TimeProvider time)
{
    public async Task<IReadOnlyList<ApiKeyResponseData>> ListAsync(
        ApiKeysQuery query,
        CancellationToken cancellationToken
    )
    {
        var page = await database.ListAccountAsync(
            (db, token) =>
                (
                    from key in Filtered(db, query)
                    join environment in db.Environments on key.EnvironmentSeq equals environment.Seq into environments
                    from environment in environments.DefaultIfEmpty()
                    orderby key.Seq descending
                    select new { key, environment }
                )
                    .Page(query)
                    .ToListAsync(token),
            cancellationToken
        );
        return [.. page.Select(row => row.key.ToContract(row.environment, usage))];
    }

    public Task<long> CountAsync(ApiKeysQuery query, CancellationToken cancellationToken) =>
        database.ListAccountAsync((db, token) => Filtered(db, query).LongCountAsync(token), cancellationToken);

    public async Task<ApiKeyResponseData> GetAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = database.OpenAccount();
        var row = await FindAsync(db, id, cancellationToken);
        return row.ToContract(await EnvironmentOfAsync(db, row, cancellationToken), usage);
    }

    public async Task<ApiKeyCreateResponseData> CreateAsync(
        CreateApiKeyRequestBody body,
        CancellationToken cancellationToken
    )
    {
        return await database.WriteAccountAsync(
            async (db, token) =>
            {
                var environment = await EnvironmentForAsync(db, body.EnvironmentId, token);
                var secret = Secrets.NewApiKey(environment?.EnvironmentType);
                var row = NewRow(body, environment, secret, time.Now());
                db.Add(row);
                await db.SaveChangesAsync(token);
                db.Changes.Add(ChangeKind.ApiKey, row.Seq);
                return row.ToCreatedContract(environment, secret);
            },
            cancellationToken
        );
    }

    public async Task<ApiKeyResponseData> UpdateAsync(
        string id,
        UpdateApiKeyRequestBody body,
        CancellationToken cancellationToken
    )
    {
        return await database.WriteAccountAsync(
            async (db, token) =>
            {
                var row = await FindAsync(db, id, token);
                row.Name = body.Name ?? row.Name;
                row.Description = body.Description.Or(row.Description);
                row.RateLimitPercent = (int?)body.RateLimitPercent.Or(row.RateLimitPercent);
                row.UpdatedAt = time.Now();
                await db.SaveChangesAsync(token);
                db.Changes.Add(ChangeKind.ApiKey, row.Seq);
                return row.ToContract(await EnvironmentOfAsync(db, row, token), usage);
            },
            cancellationToken
        );
    }

    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        await database.WriteAccountAsync(
            async (db, token) =>
            {
                var row = await FindAsync(db, id, token);
                db.Remove(row);
                await db.SaveChangesAsync(token);
                db.Changes.Add(ChangeKind.ApiKey, row.Seq);
            },
            cancellationToken
        );
    }

    public static ApiKeyRow NewRow(
        CreateApiKeyRequestBody body,
        EnvironmentRow? environment,
        string secret,
        DateTimeOffset now
    )
    {
        var readOnly = body.Readonly ?? false;
        return new ApiKeyRow
        {
            Id = NewId.For(ApiKeyRow.IdPrefix, now),
            EnvironmentSeq = environment?.Seq,
            Name = body.Name,
            Description = body.Description,
            SecretHash = Secrets.Hash(secret),
            Readonly = readOnly,
            Scopes = ApiKeyMapping.ToColumn(
                body.Scopes is { Count: > 0 } scopes ? scopes : ApiKeyMapping.DefaultScopes(readOnly)
            ),
            RateLimitPercent = (int?)body.RateLimitPercent,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    private IQueryable<ApiKeyRow> Filtered(SchematicDb db, ApiKeysQuery query)
    {
        var rows = db.ApiKeys.AsQueryable();
        if (caller.BoundTo is { } only)
            rows = rows.Where(row => row.EnvironmentSeq == only.Seq);
        if (query.RequireEnvironment)
            rows = rows.Where(row => row.EnvironmentSeq != null);
        if (query.EnvironmentId is { } environmentId)
            rows = rows.Where(row => row.Environment!.Id == environmentId);
        return rows;
    }

    private async Task<ApiKeyRow> FindAsync(SchematicDb db, string id, CancellationToken cancellationToken)
    {
        var row = await db.ApiKeys.FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        return row is not null && caller.MaySee(row.EnvironmentSeq)
            ? row
            : throw ApiProblem.NotFoundInAccount("API key", id);
    }

    private static Task<EnvironmentRow?> EnvironmentOfAsync(
        SchematicDb db,
        ApiKeyRow row,
        CancellationToken cancellationToken
    ) => db.Environments.FirstOrDefaultAsync(environment => environment.Seq == row.EnvironmentSeq, cancellationToken);

    // A key of one environment makes keys of that environment, whether it says so or not.
    private async Task<EnvironmentRow?> EnvironmentForAsync(
        SchematicDb db,
        string? id,
        CancellationToken cancellationToken
    )
    {
        id ??= caller.BoundTo?.Id;
        if (id is null)
            return null;
        var row = await db.Environments.FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        return row is not null && caller.MaySee(row.Seq)
            ? row
            : throw ApiProblem.NotFoundInAccount("environment", id).About("environment_id");
    }
}
