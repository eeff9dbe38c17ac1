using Microsoft.EntityFrameworkCore;
using Schematic.Api.ApiKeys;
using Schematic.Api.Authentication;
using Schematic.Api.Environments;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.AuditLog;

namespace Schematic.Api.AuditLog;

/// <summary>Entries of the audit log. A key of one environment sees those of that environment alone.</summary>
internal sealed class AuditLogStore(IDatabase database, Caller caller, KeyUsage usage)
{
    /// <summary>Newest first, without the bodies.</summary>
    public async Task<IReadOnlyList<AuditLogListResponseData>> ListAsync(
        AuditLogQuery query,
        CancellationToken cancellationToken
    )
    {
        var page = await database.ListAccountAsync(
            (db, token) =>
                Detailed(
                        db,
                        Filtered(db, query)
                            .OrderByDescending(row => row.StartedAt)
                            .ThenByDescending(row => row.Seq)
                            .Page(query)
                    )
                    .ToListAsync(token),
            cancellationToken
        );
        return page.ConvertAll(row => row.ToListed(usage));
    }

    public Task<long> CountAsync(AuditLogQuery query, CancellationToken cancellationToken) =>
        database.ListAccountAsync((db, token) => Filtered(db, query).LongCountAsync(token), cancellationToken);

    public async Task<AuditLogResponseData> GetAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = database.OpenAccount();
        var detail = await Detailed(db, Visible(db).Where(row => row.Id == id)).FirstOrDefaultAsync(cancellationToken);
        return detail?.ToContract(usage) ?? throw ApiProblem.NotFoundInAccount("audit log entry", id);
    }

    private static IQueryable<AuditLogDetail> Detailed(SchematicDb db, IQueryable<AuditLogRow> rows) =>
        from row in rows
        join key in db.ApiKeys on row.ApiKeyId equals key.Id into keys
        from key in keys.DefaultIfEmpty()
        join owner in db.Environments on key.EnvironmentSeq equals owner.Seq into owners
        from owner in owners.DefaultIfEmpty()
        join environment in db.Environments on row.EnvironmentId equals environment.Id into environments
        from environment in environments.DefaultIfEmpty()
        orderby row.StartedAt descending, row.Seq descending
        select new AuditLogDetail(row, key, owner, environment);

    private IQueryable<AuditLogRow> Visible(SchematicDb db) =>
        caller.BoundTo is { } only
            ? db.AuditLog.AsNoTracking().Where(row => row.EnvironmentId == only.Id)
            : db.AuditLog.AsNoTracking();

    private IQueryable<AuditLogRow> Filtered(SchematicDb db, AuditLogQuery query)
    {
        var rows = Visible(db);
        if (query.ActorType is { } actorType)
            rows = rows.Where(row => row.ActorType == actorType);
        if (query.ApiKeyId is { } keyId)
            rows = rows.Where(row => row.ApiKeyId == keyId);
        if (query.UserId is { } userId)
            rows = rows.Where(row => row.UserId == userId);
        if (query.EnvironmentId is { } environmentId)
            rows = rows.Where(row => row.EnvironmentId == environmentId);
        if (query.ResourceType is { } type)
            rows = rows.Where(row => row.ResourceType == type);
        if (query.ResourceId is { } id)
            rows = rows.Where(row => row.ResourceId == id);
        if (query.IsRefused is { } isRefused)
            rows = rows.Where(row => (row.Status ?? 0) >= 400 == isRefused);
        if (query.Status is { } status)
            rows = rows.Where(row => row.Status == status);
        if (query.StartTime is { } start)
            rows = rows.Where(row => row.StartedAt >= start);
        if (query.EndTime is { } end)
            rows = rows.Where(row => row.StartedAt < end);
        return Searched(rows, query.Q);
    }

    private static IQueryable<AuditLogRow> Searched(IQueryable<AuditLogRow> rows, string? q) =>
        TextPart.FromQuery(q) is { } part
            ? rows.Where(row =>
                row.Url.ToLower().Contains(part)
                || row.ResourceName!.ToLower().Contains(part)
                || row.UserName!.ToLower().Contains(part)
                || row.ResourceId!.ToLower().Contains(part)
            )
            : rows;
}
