using Schematic.Api.Credits.Ledger;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Credits.Accounts;

/// <summary>
/// The only way in which credits of companies move: accounts are locked, changed in memory by the rules of
/// <see cref="CreditAccount"/>, and written together with the ledger in the transaction of what moved them.
/// <para>
/// Lock everything that is needed at once: locks come in one order, so that writers wait for each other instead of
/// locking each other out.
/// </para>
/// </summary>
internal sealed class CreditAccountWriter(SchematicDb db, DateTimeOffset now)
{
    private readonly List<StoredAccount> _accounts = [];

    /// <summary>
    /// The accounts, which nobody else changes until the transaction ends, with all that is due by now. An account that
    /// there was none of is empty.
    /// </summary>
    public async Task<IReadOnlyDictionary<AccountKey, StoredAccount>> LockAsync(
        IReadOnlyCollection<AccountKey> keys,
        CancellationToken cancellationToken
    )
    {
        if (keys.Count == 0)
            return new Dictionary<AccountKey, StoredAccount>();
        var balances = await CreditAccountReader.LockAsync(db, keys, cancellationToken);
        if (balances.Count < keys.Count)
        {
            await InsertBalancesAsync(keys, cancellationToken);
            balances = await CreditAccountReader.LockAsync(db, keys, cancellationToken);
        }

        _accounts.AddRange(await CreditAccountReader.ReadAsync(db, balances, cancellationToken));
        foreach (var stored in _accounts)
            stored.Account.CatchUp(now);
        return _accounts.ToDictionary(static stored => stored.Key);
    }

    public async Task<StoredAccount> LockAsync(AccountKey key, CancellationToken cancellationToken) =>
        (await LockAsync([key], cancellationToken))[key];

    /// <summary>Writes what has become of the accounts.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await InsertGrantsAsync(cancellationToken);
        await UpdateGrantsAsync(cancellationToken);
        await WriteRenewalsAsync(cancellationToken);
        await WriteLeasesAsync(cancellationToken);
        await InsertMovementsAsync(cancellationToken);
        await UpdateBalancesAsync(cancellationToken);
        foreach (var company in _accounts.Select(static stored => stored.Key.CompanySeq).Distinct())
            db.Changes.Add(ChangeKind.Credits, company, db.EnvironmentSeq);
    }

    private async Task InsertBalancesAsync(IReadOnlyCollection<AccountKey> keys, CancellationToken cancellationToken)
    {
        var rows = new SqlRows(
            "environment_seq",
            "company_seq",
            "credit_type_seq",
            "remaining_micro_credits",
            "reserved_micro_credits",
            "total_micro_credits",
            "last_number"
        );
        foreach (var key in keys.Order())
            rows.Add(db.EnvironmentSeq, key.CompanySeq, key.CreditTypeSeq, 0L, 0L, 0L, 0L);
        await WriteAsync(
            db.Dialect.Insert(
                new SqlLiteral("credit_balances"),
                rows,
                "ON CONFLICT (company_seq, credit_type_seq) DO NOTHING"
            ),
            cancellationToken
        );
    }

    private async Task InsertGrantsAsync(CancellationToken cancellationToken)
    {
        var rows = CreditAccountRows.NewGrants();
        foreach (var stored in _accounts)
        {
            foreach (var (grant, given) in stored.NewGrants().ToList())
            {
                var id = given.Id ?? NewId.For(CreditGrantRow.IdPrefix, now);
                var description = stored.Describe(grant, given with { Id = id });
                rows.Add(CreditAccountRows.Values(db.EnvironmentSeq, stored.Key, grant, description, now));
            }
        }

        await WriteAsync(db.Dialect.Insert(new SqlLiteral("credit_grants"), rows), cancellationToken);
    }

    private async Task UpdateGrantsAsync(CancellationToken cancellationToken)
    {
        var rows = CreditAccountRows.ChangedGrants();
        foreach (var (grant, row) in _accounts.SelectMany(static stored => stored.ChangedGrants()))
            rows.Add(
                row.Seq,
                grant.QuantityMicroCredits,
                grant.RemainingMicroCredits,
                grant.HeldMicroCredits,
                grant.RemovedMicroCredits,
                grant.ExpiresAt,
                grant.ZeroedOutAt,
                (int?)grant.ZeroedOutReason,
                grant.IsOpen,
                now
            );
        await WriteAsync(db.Dialect.Update(new SqlLiteral("credit_grants"), rows), cancellationToken);
    }

    private async Task WriteRenewalsAsync(CancellationToken cancellationToken)
    {
        var (added, changed, removed) = (
            CreditAccountRows.NewRenewals(),
            CreditAccountRows.ChangedRenewals(),
            new SqlRows("seq")
        );
        foreach (var stored in _accounts)
        {
            foreach (var renewal in stored.Account.Renewals)
            {
                if (!stored.Renewals.TryGetValue(renewal.Seq, out var row))
                    added.Add(CreditAccountRows.Values(db.EnvironmentSeq, stored.Key, renewal));
                else if (!row.IsSame(renewal))
                    changed.Add(CreditAccountRows.ChangedValues(renewal));
            }

            foreach (var seq in stored.Renewals.Keys.Except(stored.Account.Renewals.Select(static one => one.Seq)))
                removed.Add(seq);
        }

        var table = new SqlLiteral("credit_renewals");
        await WriteAsync(
            [
                .. db.Dialect.Insert(table, added),
                .. db.Dialect.Update(table, changed),
                .. db.Dialect.Delete(table, removed),
            ],
            cancellationToken
        );
    }

    private async Task WriteLeasesAsync(CancellationToken cancellationToken)
    {
        var (added, changed) = (CreditAccountRows.NewLeases(), CreditAccountRows.ChangedLeases());
        foreach (var stored in _accounts)
        {
            if (stored.ChangedLease is { } ended)
                changed.Add(CreditAccountRows.Values(stored.Lease!.Seq, ended));
            if (stored.Account.Lease is { } lease && lease.Id != stored.Lease?.Id)
                added.Add(CreditAccountRows.Values(db.EnvironmentSeq, stored.Key, lease));
        }

        // First: never are two open, not even for the database.
        var table = new SqlLiteral("credit_leases");
        await WriteAsync([.. db.Dialect.Update(table, changed), .. db.Dialect.Insert(table, added)], cancellationToken);
    }

    private async Task InsertMovementsAsync(CancellationToken cancellationToken)
    {
        var rows = CreditAccountRows.Movements();
        foreach (var stored in _accounts)
        {
            foreach (var movement in stored.Account.Movements)
                rows.Add(CreditAccountRows.Values(db.EnvironmentSeq, stored.Key, movement));
        }

        await WriteAsync(db.Dialect.Insert(new SqlLiteral("credit_ledger"), rows), cancellationToken);
    }

    private async Task UpdateBalancesAsync(CancellationToken cancellationToken)
    {
        var rows = CreditAccountRows.Balances();
        foreach (var stored in _accounts)
        {
            var account = stored.Account;
            rows.Add(
                stored.Balance.Seq,
                account.SettledMicroCredits - account.ReservedMicroCredits,
                account.ReservedMicroCredits,
                account.TotalMicroCredits,
                account.LastNumber,
                account.NextDueAt
            );
        }

        await WriteAsync(db.Dialect.Update(new SqlLiteral("credit_balances"), rows), cancellationToken);
    }

    private async Task WriteAsync(IEnumerable<SqlText> statements, CancellationToken cancellationToken)
    {
        foreach (var statement in statements)
            await db.ExecuteAsync(statement, cancellationToken);
    }
}
