using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Entities;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using Schematic.Rules.Facts;

namespace Schematic.Api.Credits.Accounts;

/// <summary>Credits that companies were given, and their balances.</summary>
internal sealed class CompanyCreditStore(IDatabase database, Caller caller, CreditSweeper sweeper, TimeProvider time)
{
    public async Task<IReadOnlyList<BillingCreditGrantResponseData>> ListAsync(
        CompanyCreditGrantsQuery query,
        CancellationToken cancellationToken
    )
    {
        var company = await CaughtUpAsync(query.CompanyId, cancellationToken);
        await using var db = database.Open(caller.Environment.Seq);
        var rows = db.CreditGrants.Where(row => row.CompanySeq == company.Seq);
        return await CreditGrantReader.ReadAsync(db, Sorted(rows, query).Page(query), cancellationToken);
    }

    public async Task<long> CountAsync(CompanyCreditGrantsQuery query, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        var company = await FindCompanyAsync(db, query.CompanyId, cancellationToken);
        return await db.CreditGrants.LongCountAsync(row => row.CompanySeq == company.Seq, cancellationToken);
    }

    public Task<IReadOnlyList<BillingCreditGrantResponseData>> ListAsync(
        CreditGrantsQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListAsync(
            caller.Environment.Seq,
            (db, token) =>
                CreditGrantReader.ReadAsync(
                    db,
                    Filtered(db, query).OrderByDescending(static row => row.Seq).Page(query),
                    token
                ),
            cancellationToken
        );

    public Task<long> CountAsync(CreditGrantsQuery query, CancellationToken cancellationToken) =>
        database.ListAsync(
            caller.Environment.Seq,
            (db, token) => Filtered(db, query).LongCountAsync(token),
            cancellationToken
        );

    /// <summary>Balances of the types that the company holds, or held, anything of.</summary>
    public async Task<IReadOnlyList<CompanyCreditBalanceResponseData>> BalancesAsync(
        CreditBalancesQuery query,
        CancellationToken cancellationToken
    )
    {
        var company = await CaughtUpAsync(query.CompanyId, cancellationToken);
        await using var db = database.Open(caller.Environment.Seq);
        var rows = await (
            from balance in db.CreditBalances.AsNoTracking()
            join credit in db.CreditTypes on balance.CreditTypeSeq equals credit.Seq
            where balance.CompanySeq == company.Seq
            orderby credit.Seq descending
            select new { Balance = balance, credit.Id }
        )
            .Take(Page.MaxLimit)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(static row => row.Balance.ToContract(row.Id));
    }

    public Task<BillingCreditGrantResponseData> GrantAsync(
        CreateCompanyCreditGrant body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var now = time.Now();
                var id = NewId.For(CreditGrantRow.IdPrefix, now);
                var given = await CompanyGrantInput.CheckAsync(db, body, now, token);
                var writer = new CreditAccountWriter(db, now);
                var stored = await writer.LockAsync(given.Account, token);
                Give(stored, given, id, now);
                await writer.SaveAsync(token);
                return await GetAsync(db, id, token);
            },
            cancellationToken
        );

    /// <summary>A grant that has nothing left stays as it is.</summary>
    public Task<BillingCreditGrantResponseData> ZeroOutAsync(
        string id,
        ZeroOutGrantRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var now = time.Now();
                var row =
                    await db.CreditGrants.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, token)
                    ?? throw ApiProblem.NotFound("credit grant", id);
                var writer = new CreditAccountWriter(db, now);
                var stored = await writer.LockAsync(new AccountKey(row.CompanySeq, row.CreditTypeSeq), token);
                if (stored.Find(id) is { } grant)
                    stored.Account.ZeroOut(grant, body.Reason ?? BillingCreditGrantZeroedOutReason.Manual, now);
                await writer.SaveAsync(token);
                return await GetAsync(db, id, token);
            },
            cancellationToken
        );

    /// <param name="field">The member that names it.</param>
    public static async Task<CompanyRow> FindCompanyAsync(
        SchematicDb db,
        string id,
        CancellationToken cancellationToken,
        string field = "company_id"
    ) =>
        await db.Companies.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken)
        ?? throw ApiProblem.NotFound("company", id).About(field);

    private static void Give(StoredAccount stored, CompanyGrantInput given, string id, DateTimeOffset now)
    {
        var account = stored.Account;
        if (given.QuantityMicroCredits > account.RoomMicroCredits)
            throw ApiProblem.BadRequest(
                $"A company can hold at most {MicroCredits.MaxCredits} credits of a type, and this would be more. "
                    + "Nothing was granted.",
                "quantity"
            );
        CreditGrant grant;
        if (given.Renewal is { } terms)
        {
            var renewal = new CreditRenewal { Terms = terms, EnrolledAt = now };
            account.Begin(renewal, now);
            grant = account.Grants.Single(one => one.Number == renewal.CurrentNumber);
        }
        else
            grant = account.Give(given.Reason, given.QuantityMicroCredits, now, given.ExpiresAt, given.Origin);

        stored.Describe(grant, new NewGrant(id, given.Currency, given.Note));
    }

    private static async Task<BillingCreditGrantResponseData> GetAsync(
        SchematicDb db,
        string id,
        CancellationToken cancellationToken
    ) =>
        await CreditGrantReader.ReadAsync(db, db.CreditGrants.Where(row => row.Id == id), cancellationToken)
            is [var only]
            ? only
            : throw ApiProblem.NotFound("credit grant", id);

    private static IQueryable<CreditGrantRow> Filtered(SchematicDb db, CreditGrantsQuery query)
    {
        var rows = db.CreditGrants.AsQueryable();
        if (query.Ids is { } ids)
            rows = rows.Where(row => ids.Contains(row.Id));
        if (query.CreditId is { } creditId)
        {
            var types = db.AllCreditTypes;
            rows = rows.Where(row => types.Any(one => one.Id == creditId && one.Seq == row.CreditTypeSeq));
        }

        return rows;
    }

    // Grants that never expire are last either way.
    private static IQueryable<CreditGrantRow> Sorted(IQueryable<CreditGrantRow> rows, CompanyCreditGrantsQuery query)
    {
        var sorted = (query.Order, query.Dir) switch
        {
            (CreditGrantSortOrder.ExpiresAt, SortDirection.Asc) => rows.OrderBy(static row => row.ExpiresAt == null)
                .ThenBy(static row => row.ExpiresAt),
            (CreditGrantSortOrder.ExpiresAt, _) => rows.OrderBy(static row => row.ExpiresAt == null)
                .ThenByDescending(static row => row.ExpiresAt),
            (CreditGrantSortOrder.Quantity, SortDirection.Asc) => rows.OrderBy(static row => row.QuantityMicroCredits),
            (CreditGrantSortOrder.Quantity, _) => rows.OrderByDescending(static row => row.QuantityMicroCredits),
            (CreditGrantSortOrder.QuantityRemaining, SortDirection.Asc) => rows.OrderBy(static row =>
                row.RemainingMicroCredits
            ),
            (CreditGrantSortOrder.QuantityRemaining, _) => rows.OrderByDescending(static row =>
                row.RemainingMicroCredits
            ),
            (_, SortDirection.Asc) => rows.OrderBy(static row => row.ValidFrom),
            _ => rows.OrderByDescending(static row => row.ValidFrom),
        };
        return query.Dir == SortDirection.Asc
            ? sorted.ThenBy(static row => row.Seq)
            : sorted.ThenByDescending(static row => row.Seq);
    }

    private async Task<CompanyRow> CaughtUpAsync(string id, CancellationToken cancellationToken)
    {
        CompanyRow company;
        await using (var db = database.Open(caller.Environment.Seq))
            company = await FindCompanyAsync(db, id, cancellationToken);
        await sweeper.CatchUpAsync(caller.Environment.Seq, company.Seq, cancellationToken);
        return company;
    }
}
