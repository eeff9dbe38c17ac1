using Microsoft.EntityFrameworkCore;
using Schematic.Api.ApiKeys;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Changes;

/// <summary>Changes of companies' plans, which are only read: <see cref="PlanChangeWriter"/> records them.</summary>
internal sealed class PlanChangeStore(IDatabase database, Caller caller, KeyUsage usage)
{
    public Task<IReadOnlyList<PlanChangeResponseData>> ListAsync(
        PlanChangesQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListSharedAsync<IReadOnlyList<PlanChangeResponseData>>(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var page = Filtered(db, query).OrderByDescending(static row => row.Seq).Page(query);
                var details = await PlanChangeReader.DetailsAsync(db, page, token);
                return [.. details.Select(detail => detail.ToContract(caller.Environment.Id, usage))];
            },
            cancellationToken
        );

    public Task<long> CountAsync(PlanChangesQuery query, CancellationToken cancellationToken) =>
        database.ListAsync(
            caller.Environment.Seq,
            (db, token) => Filtered(db, query).LongCountAsync(token),
            cancellationToken
        );

    public async Task<PlanChangeResponseData> GetAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        var found = await PlanChangeReader.DetailsAsync(
            db,
            db.PlanChanges.Where(row => row.Id == id),
            cancellationToken
        );
        return found is [var only]
            ? only.ToContract(caller.Environment.Id, usage)
            : throw ApiProblem.NotFound("plan change", id);
    }

    private static IQueryable<PlanChangeRow> Filtered(SchematicDb db, PlanChangesQuery query)
    {
        var rows = db.PlanChanges.AsQueryable();
        if (query.Action is { } action)
            rows = rows.Where(row => row.Action == action);
        if (query.BasePlanAction is { } basePlanAction)
            rows = rows.Where(row => row.BasePlanAction == basePlanAction);
        if (query.CompanyId is { } companyId)
            rows = rows.Where(row => row.CompanyId == companyId);
        if (query.CompanyIds is { } companyIds)
            rows = rows.Where(row => companyIds.Contains(row.CompanyId));
        return rows;
    }
}
