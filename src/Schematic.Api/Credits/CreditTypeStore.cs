using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Entitlements.Pricing;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits;

/// <summary>Credit types of the caller's environment.</summary>
internal sealed class CreditTypeStore(IDatabase database, Caller caller, TimeProvider time)
{
    public Task<IReadOnlyList<BillingCreditResponseData>> ListAsync(
        CreditsQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListAsync<IReadOnlyList<BillingCreditResponseData>>(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var page = await Filtered(db, query)
                    .AsNoTracking()
                    .OrderByDescending(static row => row.Seq)
                    .Page(query)
                    .ToListAsync(token);
                return page.ConvertAll(static row => row.ToContract());
            },
            cancellationToken
        );

    public Task<long> CountAsync(CreditsQuery query, CancellationToken cancellationToken) =>
        database.ListAsync(
            caller.Environment.Seq,
            (db, token) => Filtered(db, query).LongCountAsync(token),
            cancellationToken
        );

    public async Task<BillingCreditResponseData> GetAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        return (await FindAsync(db, id, cancellationToken)).ToContract();
    }

    public Task<BillingCreditResponseData> CreateAsync(
        CreateBillingCreditRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                RequireName(body.Name);
                var now = time.Now();
                var currency = CreditPrices.CheckCurrency(body.Currency, "currency");
                var price = MinorUnits.Read(body.PerUnitPrice, body.PerUnitPriceDecimal, "per_unit_price");
                var row = new CreditTypeRow
                {
                    Id = NewId.For(CreditTypeRow.IdPrefix, now),
                    EnvironmentSeq = db.EnvironmentSeq,
                    Name = body.Name,
                    Description = body.Description,
                    Icon = body.Icon,
                    SingularName = body.SingularName,
                    PluralName = body.PluralName,
                    BurnStrategy =
                        body.BurnStrategy ?? BillingCreditBurnStrategy.PlanFirstThenCreditBundlesFirstInFirstOut,
                    DefaultExpiryUnit = body.DefaultExpiryUnit ?? BillingCreditExpiryUnit.Days,
                    DefaultExpiryUnitCount = CheckCount(body.DefaultExpiryUnit, body.DefaultExpiryUnitCount),
                    DefaultRolloverPolicy = body.DefaultRolloverPolicy ?? BillingCreditRolloverPolicy.None,
                    Currency = currency,
                    Prices = Others(body.CurrencyPrices).With(currency, price).Write(),
                    CreatedAt = now,
                    UpdatedAt = now,
                };
                db.Add(row);
                await db.SaveChangesAsync(token);
                db.Changes.Add(ChangeKind.Catalog, row.Seq, db.EnvironmentSeq);
                return row.ToContract();
            },
            cancellationToken
        );

    public Task<BillingCreditResponseData> UpdateAsync(
        string id,
        UpdateBillingCreditRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                RequireName(body.Name);
                var row = await FindAsync(db, id, token);
                row.Name = body.Name;
                row.Description = body.Description;
                row.Icon = body.Icon.Or(row.Icon);
                row.SingularName = body.SingularName.Or(row.SingularName);
                row.PluralName = body.PluralName.Or(row.PluralName);
                row.BurnStrategy = body.BurnStrategy ?? row.BurnStrategy;
                row.DefaultExpiryUnit = body.DefaultExpiryUnit ?? row.DefaultExpiryUnit;
                row.DefaultExpiryUnitCount = CheckCount(
                    null,
                    body.DefaultExpiryUnitCount.Or(row.DefaultExpiryUnitCount)
                );
                row.DefaultRolloverPolicy = body.DefaultRolloverPolicy ?? row.DefaultRolloverPolicy;
                row.Prices = Prices(row, body).Write();
                row.UpdatedAt = time.Now();
                db.Changes.Add(ChangeKind.Catalog, row.Seq, db.EnvironmentSeq);
                await db.SaveChangesAsync(token);
                return row.ToContract();
            },
            cancellationToken
        );

    /// <summary>Nothing is given or drawn any more; balances and the ledger stay.</summary>
    public Task DeleteAsync(string id, CancellationToken cancellationToken) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var row = await FindAsync(db, id, token);
                row.DeletedAt = row.UpdatedAt = time.Now();
                db.Changes.Add(ChangeKind.Catalog, row.Seq, db.EnvironmentSeq);
                await db.SaveChangesAsync(token);
            },
            cancellationToken
        );

    /// <param name="field">The member that names it; null if the address does.</param>
    public static async Task<CreditTypeRow> FindAsync(
        SchematicDb db,
        string id,
        CancellationToken cancellationToken,
        string? field = null
    )
    {
        if (await db.CreditTypes.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } found)
            return found;
        var refusal = ApiProblem.NotFound("credit", id);
        throw field is null ? refusal : refusal.About(field);
    }

    private static IQueryable<CreditTypeRow> Filtered(SchematicDb db, CreditsQuery query)
    {
        var rows = db.CreditTypes;
        if (query.Ids is { } ids)
            rows = rows.Where(row => ids.Contains(row.Id));
        if (TextPart.FromQuery(query.Name) is { } part)
            rows = rows.Where(row => row.Name.ToLower().Contains(part));
        return rows;
    }

    private static CreditPrices Prices(CreditTypeRow row, UpdateBillingCreditRequestBody body)
    {
        var prices = CreditPrices.Read(row.Prices);
        if (body.CurrencyPrices is not null)
            prices = prices.WithOthers(row.Currency, Others(body.CurrencyPrices));
        return body.PerUnitPrice.IsSet || body.PerUnitPriceDecimal.IsSet
            ? prices.With(
                row.Currency,
                MinorUnits.Read(body.PerUnitPrice.Value, body.PerUnitPriceDecimal.Value, "per_unit_price")
            )
            : prices;
    }

    private static CreditPrices Others(IReadOnlyList<CreditCurrencyPriceRequestBody>? given) =>
        CreditPrices.FromInput(
            (given ?? []).Select(static one => (one.Currency, one.PricePerUnit, one.PricePerUnitDecimal))
        );

    private static long? CheckCount(BillingCreditExpiryUnit? unit, long? count)
    {
        if (unit is not null && count is null)
            throw ApiProblem.BadRequest(
                "default_expiry_unit_count is missing: say after how many of these units credits expire.",
                "default_expiry_unit_count"
            );
        if (count > Ledger.CreditLifetime.MaxCount)
            throw ApiProblem.BadRequest(
                $"default_expiry_unit_count must be at most {Ledger.CreditLifetime.MaxCount}.",
                "default_expiry_unit_count"
            );
        return count;
    }

    private static void RequireName(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw ApiProblem.BadRequest("name must not be empty: it is what people find the credit by.", "name");
    }
}
