using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Plans.Changes;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Migration;

/// <summary>Migrations of companies to other versions of their plans.</summary>
internal sealed class PlanMigrationStore(
    IDatabase database,
    IPlanBenefits benefits,
    PlanMigrationWorker worker,
    Caller caller,
    TimeProvider time
)
{
    public Task<IReadOnlyList<PlanVersionMigrationResponseData>> ListAsync(
        MigrationsQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListSharedAsync(
            caller.Environment.Seq,
            (db, token) =>
                ReadAsync(db, Filtered(db, query).OrderByDescending(static row => row.Seq).Page(query), token),
            cancellationToken
        );

    public Task<long> CountAsync(MigrationsQuery query, CancellationToken cancellationToken) =>
        database.ListSharedAsync(
            caller.Environment.Seq,
            (db, token) => Filtered(db, query).LongCountAsync(token),
            cancellationToken
        );

    public async Task<PlanVersionMigrationResponseData> GetAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        return await GetAsync(db, id, cancellationToken);
    }

    public async Task<PlanVersionMigrationResponseData> CreateAsync(
        CreateMigrationInput body,
        CancellationToken cancellationToken
    )
    {
        var created = await database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var now = time.Now();
                var plan = await new PlanWriter(db, now).LockAsync(body.PlanId, token);
                var order = await PlanMigrationInput.OrderAsync(db, plan, body, token);
                var actor = await PlanChangeActor.FromCallerAsync(db, caller, now, token);
                var row = await new PlanMigrationWriter(db, now, benefits).StartAsync(order, actor, token);
                return row.ToContract(plan.Id, order.Target.Id);
            },
            cancellationToken
        );
        worker.Wake();
        return created;
    }

    /// <summary>Moves the companies once more that could not be moved.</summary>
    public async Task<PlanVersionMigrationResponseData> RetryAsync(string id, CancellationToken cancellationToken)
    {
        var retried = await database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                await new PlanMigrationRetry(db, time.Now()).StartAsync(id, token);
                return await GetAsync(db, id, token);
            },
            cancellationToken
        );
        worker.Wake();
        return retried;
    }

    public Task<IReadOnlyList<PlanVersionMigrationCompanyResponseData>> ListCompaniesAsync(
        string id,
        MigrationCompaniesQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListAsync<IReadOnlyList<PlanVersionMigrationCompanyResponseData>>(
            caller.Environment.Seq,
            async (db, token) =>
                await (
                    from row in await FilteredAsync(db, id, query, token)
                    join company in db.Companies on row.CompanySeq equals company.Seq
                    orderby row.CompanySeq descending
                    select new PlanVersionMigrationCompanyResponseData
                    {
                        Company = new PreviewObject { Id = company.Id, Name = company.Name },
                        Status = row.Status,
                        Error = row.Error,
                    }
                )
                    .Page(query)
                    .ToListAsync(token),
            cancellationToken
        );

    public Task<long> CountCompaniesAsync(
        string id,
        MigrationCompaniesQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var companies = db.Companies;
                return await (await FilteredAsync(db, id, query, token)).LongCountAsync(
                    row => companies.Any(company => company.Seq == row.CompanySeq),
                    token
                );
            },
            cancellationToken
        );

    private static async Task<IQueryable<PlanMigrationCompanyRow>> FilteredAsync(
        SchematicDb db,
        string id,
        MigrationCompaniesQuery query,
        CancellationToken cancellationToken
    )
    {
        var seq =
            await db
                .PlanMigrations.Where(row => row.Id == id)
                .Select(static row => (int?)row.Seq)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw ApiProblem.NotFound("plan version migration", id);
        var rows = db.PlanMigrationCompanies.Where(row => row.MigrationSeq == seq);
        return query.Status is { } status ? rows.Where(row => row.Status == status) : rows;
    }

    private static IQueryable<PlanMigrationRow> Filtered(SchematicDb db, MigrationsQuery query)
    {
        var versions = db.PlanVersions;
        // Ids are JSON texts of one form, so none is a part of another.
        var rows = db.PlanMigrations.Where(row =>
            versions.Any(version => version.Id == query.PlanVersionId && version.Seq == row.PlanVersionSeq)
            || row.PlanVersionIdsFrom.Contains($"\"{query.PlanVersionId}\"")
        );
        return query.Status is { } status ? rows.Where(row => row.Status == status) : rows;
    }

    private static async Task<PlanVersionMigrationResponseData> GetAsync(
        SchematicDb db,
        string id,
        CancellationToken cancellationToken
    ) =>
        await ReadAsync(db, db.PlanMigrations.Where(row => row.Id == id), cancellationToken) is [var only]
            ? only
            : throw ApiProblem.NotFound("plan version migration", id);

    private static async Task<IReadOnlyList<PlanVersionMigrationResponseData>> ReadAsync(
        SchematicDb db,
        IQueryable<PlanMigrationRow> page,
        CancellationToken cancellationToken
    )
    {
        var found = await (
            from row in page.AsNoTracking()
            join version in db.PlanVersions on row.PlanVersionSeq equals version.Seq
            join plan in db.Plans on row.PlanSeq equals plan.Seq
            orderby row.Seq descending
            select new
            {
                row,
                PlanId = plan.Id,
                VersionId = version.Id,
            }
        ).ToListAsync(cancellationToken);
        return [.. found.Select(static one => one.row.ToContract(one.PlanId, one.VersionId))];
    }
}
