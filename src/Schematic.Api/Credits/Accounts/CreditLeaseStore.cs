using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Entities;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Credits;
using Schematic.Rules.Facts;

namespace Schematic.Api.Credits.Accounts;

/// <summary>Leases of the caller's environment.</summary>
internal sealed class CreditLeaseStore(IDatabase database, Caller caller, CreditSweeper sweeper, TimeProvider time)
{
    /// <summary>Leases, newest first.</summary>
    public async Task<IReadOnlyList<CreditLeaseResponseData>> ListAsync(
        CreditLeasesQuery query,
        CancellationToken cancellationToken
    )
    {
        await CatchUpAsync(query, cancellationToken);
        return await database.ListAsync<IReadOnlyList<CreditLeaseResponseData>>(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var rows = await (
                    from lease in Filtered(db, query).AsNoTracking()
                    join company in db.Companies on lease.CompanySeq equals company.Seq
                    join credit in db.AllCreditTypes on lease.CreditTypeSeq equals credit.Seq
                    orderby lease.Seq descending
                    select new
                    {
                        Lease = lease,
                        CompanyId = company.Id,
                        CreditId = credit.Id,
                    }
                )
                    .Page(query)
                    .ToListAsync(token);
                return rows.ConvertAll(static row => row.Lease.ToLease().ToContract(row.CompanyId, row.CreditId));
            },
            cancellationToken
        );
    }

    public async Task<long> CountAsync(CreditLeasesQuery query, CancellationToken cancellationToken)
    {
        await CatchUpAsync(query, cancellationToken);
        return await database.ListAsync(
            caller.Environment.Seq,
            (db, token) => Filtered(db, query).LongCountAsync(token),
            cancellationToken
        );
    }

    /// <summary>Opens a lease, or answers with the one that is open.</summary>
    public Task<CreditLeaseResponseData> AcquireAsync(
        AcquireCreditLeaseRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var now = time.Now();
                var amount = Amount(body.RequestedAmount, "requested_amount", least: 1);
                var end = End(body.ExpiresAt, now) ?? now + CreditLease.DefaultTime;
                var company = await CompanyCreditStore.FindCompanyAsync(db, body.CompanyId, token);
                var credit = await CreditTypeStore.FindAsync(db, body.CreditTypeId, token, "credit_type_id");
                var writer = new CreditAccountWriter(db, now);
                var stored = await writer.LockAsync(new AccountKey(company.Seq, credit.Seq), token);
                var lease =
                    stored.Account.Acquire(NewId.For(CreditLeaseRow.IdPrefix, now), amount, end, now)
                    ?? throw ApiProblem.BadRequest(
                        $"\"{ApiProblem.Shorten(company.Name)}\" has no credits of "
                            + $"\"{ApiProblem.Shorten(credit.Name)}\" "
                            + "left to reserve. Grant it some first; nothing was reserved.",
                        "requested_amount"
                    );
                await writer.SaveAsync(token);
                return lease.ToContract(company.Id, credit.Id);
            },
            cancellationToken
        );

    public Task<CreditLeaseResponseData> ExtendAsync(
        string id,
        ExtendCreditLeaseRequestBody body,
        CancellationToken cancellationToken
    )
    {
        var amount = Amount(body.AdditionalAmount, "additional_amount", least: 0);
        return ChangeAsync(
            id,
            (account, lease, now) => account.Extend(lease, amount, End(body.ExpiresAt, now), now),
            cancellationToken
        );
    }

    public Task<CreditLeaseResponseData> ReleaseAsync(string id, CancellationToken cancellationToken) =>
        ChangeAsync(id, static (account, lease, now) => account.Release(lease, now), cancellationToken);

    private Task<CreditLeaseResponseData> ChangeAsync(
        string id,
        Action<CreditAccount, CreditLease, DateTimeOffset> change,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var now = time.Now();
                var (row, company, credit) = await FindAsync(db, id, token);
                var writer = new CreditAccountWriter(db, now);
                var stored = await writer.LockAsync(new AccountKey(row.CompanySeq, row.CreditTypeSeq), token);
                if (stored.Account.OpenLease is not { } lease || lease.Id != id)
                    throw ApiProblem.BadRequest(
                        $"Lease \"{ApiProblem.Shorten(id)}\" was released or has expired, "
                            + $"and what it had not spent has "
                            + "been returned. Acquire another; nothing was changed."
                    );
                change(stored.Account, lease, now);
                await writer.SaveAsync(token);
                return lease.ToContract(company.Id, credit.Id);
            },
            cancellationToken
        );

    private static async Task<(CreditLeaseRow Lease, CompanyRow Company, CreditTypeRow Credit)> FindAsync(
        SchematicDb db,
        string id,
        CancellationToken cancellationToken
    )
    {
        var found = await (
            from lease in db.CreditLeases.AsNoTracking()
            join company in db.Companies on lease.CompanySeq equals company.Seq
            join credit in db.AllCreditTypes on lease.CreditTypeSeq equals credit.Seq
            where lease.Id == id
            select new
            {
                Lease = lease,
                Company = company,
                Credit = credit,
            }
        ).FirstOrDefaultAsync(cancellationToken);
        return found is null
            ? throw ApiProblem.NotFound("credit lease", id)
            : (found.Lease, found.Company, found.Credit);
    }

    // A lease of the company that has expired by now is not open, whoever has looked.
    private async Task CatchUpAsync(CreditLeasesQuery query, CancellationToken cancellationToken)
    {
        if (query.CompanyId is not { } id)
            return;
        CompanyRow company;
        await using (var db = database.Open(caller.Environment.Seq))
            company = await CompanyCreditStore.FindCompanyAsync(db, id, cancellationToken);
        await sweeper.CatchUpAsync(caller.Environment.Seq, company.Seq, cancellationToken);
    }

    private static IQueryable<CreditLeaseRow> Filtered(SchematicDb db, CreditLeasesQuery query)
    {
        var (companies, types, rows) = (db.Companies, db.AllCreditTypes, db.CreditLeases.AsQueryable());
        if (query.CompanyId is { } companyId)
            rows = rows.Where(row => companies.Any(one => one.Id == companyId && one.Seq == row.CompanySeq));
        if (query.CreditTypeId is { } creditId)
            rows = rows.Where(row => types.Any(one => one.Id == creditId && one.Seq == row.CreditTypeSeq));
        if (query.IsOpen is { } isOpen)
            rows = rows.Where(row => row.ReleasedAt == null == isOpen);
        return rows;
    }

    private static long Amount(double credits, string field, long least) =>
        MicroCredits.FromWire(credits) is { } amount && amount >= least
            ? amount
            : throw ApiProblem.BadRequest(
                least > 0
                    ? $"{field} must be more than 0, and at most {MicroCredits.MaxCredits}."
                    : $"{field} must be 0 or more, and at most {MicroCredits.MaxCredits}.",
                field
            );

    private static DateTimeOffset? End(DateTimeOffset? given, DateTimeOffset now) =>
        given is not { } end ? null
        : end > now ? end.Cut()
        : throw ApiProblem.BadRequest("expires_at is in the past. Give a time to come, or leave it out.", "expires_at");
}
