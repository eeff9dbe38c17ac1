using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.AuditLog;
using Schematic.Contracts.Wire;

namespace Schematic.Api.AuditLog;

internal static class AuditLogEndpoints
{
    public static void MapAuditLog(this IEndpointRouteBuilder api)
    {
        api.MapGet("/audit-log", List).WithName("listAuditLogs").InAccount(Access.Admin);
        api.MapGet("/audit-log/count", Count).WithName("countAuditLogs").InAccount(Access.Admin);
        api.MapGet("/audit-log/{audit_log_id}", Get).WithName("getAuditLog").InAccount(Access.Admin);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<AuditLogListResponseData>>>> List(
        Query<AuditLogQuery> query,
        AuditLogStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<AuditLogQuery> query,
        AuditLogStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<AuditLogResponseData>>> Get(
        string audit_log_id,
        AuditLogStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(audit_log_id, cancellationToken));
}
