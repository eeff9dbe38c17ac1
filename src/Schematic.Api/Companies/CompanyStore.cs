using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Evaluation;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Companies;

internal sealed class CompanyStore(
    IDatabase database,
    EntityWriteQueue writes,
    CompanyStandings standings,
    FlagSnapshots snapshots,
    Caller caller,
    TimeProvider time
)
{
    private static readonly Dictionary<string, string> SortColumns = new(StringComparer.Ordinal)
    {
        ["created_at"] = "seq",
        ["last_seen_at"] = "last_seen_at",
        ["name"] = "sort_name",
        ["updated_at"] = "updated_at",
    };

    private string EnvironmentId => caller.Environment.Id;

    public async Task<IReadOnlyList<CompanyDetailResponseData>> ListAsync(
        CompaniesQuery query,
        CancellationToken cancellationToken
    )
    {
        var sort = Sort(query);
        var catalog = await CatalogAsync(cancellationToken);
        return await database.ListAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var filter = await CompanyFilter.ReadAsync(db, catalog, query, sort, time.Now(), token);
                var seqs = await EntityStore.PageAsync(db, filter, sort, query, token);
                var companies = await EntityReader.DetailsAsync(db, seqs, token);
                return await DetailsOf(catalog).ToContractAsync(db, companies, false, token);
            },
            cancellationToken
        );
    }

    public async Task<long> CountAsync(CompaniesQuery query, CancellationToken cancellationToken)
    {
        var sort = Sort(query);
        var catalog = await CatalogAsync(cancellationToken);
        return await database.ListAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var filter = await CompanyFilter.ReadAsync(db, catalog, query, sort, time.Now(), token);
                return await EntityStore.CountAsync(db, filter, token);
            },
            cancellationToken
        );
    }

    public async Task<CompanyDetailResponseData> GetAsync(
        IReadOnlyDictionary<string, string> keys,
        CancellationToken cancellationToken
    )
    {
        await using var db = database.Open(caller.Environment.Seq);
        var named = EntityReference.FromKeys(EntityType.Company, keys);
        var company = await EntityLookup.FindAsync(db, named, cancellationToken) ?? throw EntityLookup.NotFound(named);
        var details = DetailsOf(await CatalogAsync(cancellationToken));
        return (await details.ToContractAsync(db, [company], true, cancellationToken))[0];
    }

    public async Task<CompanyDetailResponseData> ApplyAsync(EntityChange change, CancellationToken cancellationToken)
    {
        var company = await writes.ApplyAsync(caller.Environment.Seq, change, cancellationToken);
        // A company that is new has no plan, and nothing counted: its answer needs no further look.
        if (company.CreatedAt == company.UpdatedAt)
            return company.ToCompanyContract(EnvironmentId);
        var catalog = await CatalogAsync(cancellationToken);
        var standing = await standings.ReadAsync(caller.Environment.Seq, catalog, company, cancellationToken);
        return DetailsOf(catalog).ToContract(standing, true);
    }

    public async Task<CompanyResponseData> DeleteAsync(
        IReadOnlyDictionary<string, string> keys,
        CancellationToken cancellationToken
    )
    {
        var named = EntityReference.FromKeys(EntityType.Company, keys);
        var deleted = await database.WriteAsync(
            caller.Environment.Seq,
            (db, token) => new EntityWriter(db, time.Now()).DeleteAsync(named, token),
            cancellationToken
        );
        return deleted.ToContract(EnvironmentId);
    }

    public Task<IReadOnlyList<CompanyMembershipDetailResponseData>> ListMembershipsAsync(
        CompanyMembershipsQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListAsync<IReadOnlyList<CompanyMembershipDetailResponseData>>(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var page = await FilterMemberships(db, query)
                    .OrderByDescending(row => row.Seq)
                    .Page(query)
                    .Select(Memberships.Detail)
                    .ToListAsync(token);
                return [.. page.Select(membership => membership.ToContract(EnvironmentId))];
            },
            cancellationToken
        );

    public Task<long> CountMembershipsAsync(CompanyMembershipsQuery query, CancellationToken cancellationToken) =>
        database.ListAsync(
            caller.Environment.Seq,
            (db, token) => FilterMemberships(db, query).LongCountAsync(token),
            cancellationToken
        );

    public Task<CompanyMembershipDetailResponseData> GetOrCreateMembershipAsync(
        GetOrCreateCompanyMembershipRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var company =
                    await db
                        .Companies.Where(row => row.Id == body.CompanyId)
                        .Select(row => (long?)row.Seq)
                        .FirstOrDefaultAsync(token)
                    ?? throw ApiProblem.NotFound("company", body.CompanyId).About("company_id");
                var user =
                    await db
                        .Users.Where(row => row.Id == body.UserId)
                        .Select(row => (long?)row.Seq)
                        .FirstOrDefaultAsync(token)
                    ?? throw ApiProblem.NotFound("user", body.UserId).About("user_id");
                await Memberships.AddAsync(db, company, user, time.Now(), token);
                var membership = await db
                    .CompanyMemberships.Where(row => row.CompanySeq == company && row.UserSeq == user)
                    .Select(Memberships.Detail)
                    .SingleAsync(token);
                return membership.ToContract(EnvironmentId);
            },
            cancellationToken
        );

    public Task DeleteMembershipAsync(string id, CancellationToken cancellationToken) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                if (await db.CompanyMemberships.Where(row => row.Id == id).ExecuteDeleteAsync(token) == 0)
                    throw ApiProblem.NotFound("membership", id);
            },
            cancellationToken
        );

    private async ValueTask<EntitlementCatalog> CatalogAsync(CancellationToken cancellationToken) =>
        (await snapshots.OfAsync(caller.Environment.Seq, cancellationToken)).Catalog;

    private CompanyDetails DetailsOf(EntitlementCatalog catalog) => new(catalog, EnvironmentId, time.Now());

    private static IQueryable<CompanyMembershipRow> FilterMemberships(SchematicDb db, CompanyMembershipsQuery query)
    {
        var rows = db.CompanyMemberships.AsQueryable();
        if (query.CompanyId is { } companyId)
            rows = rows.Where(row => row.Company.Id == companyId);
        if (query.UserId is { } userId)
            rows = rows.Where(row => row.User.Id == userId);
        return rows;
    }

    private static EntitySort Sort(CompaniesQuery query)
    {
        if (query.SortOrderColumn is not { } column)
            return query.SortOrderDirection == SortDirection.Asc
                ? new EntitySort("seq", "ASC")
                : EntitySort.NewestFirst;
        if (!SortColumns.TryGetValue(column, out var sql))
            throw ApiProblem.BadRequest(
                $"sort_order_column must be one of {string.Join(", ", SortColumns.Keys)}.",
                "sort_order_column"
            );
        var descending = query.SortOrderDirection is { } direction ? direction == SortDirection.Desc : column != "name";
        return new EntitySort(sql, descending ? "DESC" : "ASC");
    }
}
