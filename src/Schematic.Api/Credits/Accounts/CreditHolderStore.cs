using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits.Accounts;

/// <summary>Companies of the caller's environment by what they hold of a credit type.</summary>
internal sealed class CreditHolderStore(IDatabase database, Caller caller)
{
    /// <summary>Companies that hold credits, the largest balance first.</summary>
    public Task<IReadOnlyList<CreditHolderResponseData>> ListAsync(
        CreditHoldersQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListAsync<IReadOnlyList<CreditHolderResponseData>>(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var balances = await HeldAsync(db, query, token);
                // No index has them in this order: it would have to be written with every draw.
                var rows = await (
                    from balance in balances.AsNoTracking()
                    join company in db.Companies on balance.CompanySeq equals company.Seq
                    orderby balance.RemainingMicroCredits + balance.ReservedMicroCredits descending, balance.Seq
                    select new { Balance = balance, Company = company }
                )
                    .Page(query)
                    .ToListAsync(token);
                return rows.ConvertAll(static row => row.Balance.ToContract(row.Company));
            },
            cancellationToken
        );

    public Task<long> CountAsync(CreditHoldersQuery query, CancellationToken cancellationToken) =>
        database.ListAsync(
            caller.Environment.Seq,
            async (db, token) => await (await HeldAsync(db, query, token)).LongCountAsync(token),
            cancellationToken
        );

    // By number: with the id in the same statement the planner would not know how many rows a type has.
    private static async Task<IQueryable<CreditBalanceRow>> HeldAsync(
        SchematicDb db,
        CreditHoldersQuery query,
        CancellationToken cancellationToken
    )
    {
        var type = await CreditTypeStore.FindAsync(db, query.CreditId, cancellationToken, "credit_id");
        return db.CreditBalances.Where(row =>
            row.CreditTypeSeq == type.Seq && row.RemainingMicroCredits + row.ReservedMicroCredits > 0
        );
    }
}
