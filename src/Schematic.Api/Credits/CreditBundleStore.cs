using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Credits.Accounts;
using Schematic.Api.Entitlements.Pricing;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Credits;
using Schematic.Rules.Facts;

namespace Schematic.Api.Credits;

/// <summary>Bundles of credits of the caller's environment.</summary>
internal sealed class CreditBundleStore(IDatabase database, Caller caller, TimeProvider time)
{
    public Task<IReadOnlyList<BillingCreditBundleResponseData>> ListAsync(
        CreditBundlesQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListAsync<IReadOnlyList<BillingCreditBundleResponseData>>(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var page = await Details(db, Filtered(db, query))
                    .OrderByDescending(static one => one.Bundle.Seq)
                    .Page(query)
                    .ToListAsync(token);
                return page.ConvertAll(static one => one.ToContract());
            },
            cancellationToken
        );

    public Task<long> CountAsync(CreditBundlesQuery query, CancellationToken cancellationToken) =>
        database.ListAsync(
            caller.Environment.Seq,
            (db, token) => Filtered(db, query).LongCountAsync(token),
            cancellationToken
        );

    public async Task<BillingCreditBundleResponseData> GetAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        return await DetailAsync(db, id, cancellationToken);
    }

    public Task<BillingCreditBundleResponseData> CreateAsync(
        CreateCreditBundleRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                RequireName(body.BundleName);
                var now = time.Now();
                var credit = await CreditTypeStore.FindAsync(db, body.CreditId, token, "credit_id");
                var currency = CreditPrices.CheckCurrency(body.Currency, "currency");
                var price = MinorUnits.Read(body.PricePerUnit, body.PricePerUnitDecimal, "price_per_unit");
                var lifetime =
                    CreditExpiryInput.Check(body.ExpiryType, body.ExpiryUnit, body.ExpiryUnitCount)
                    ?? credit.DefaultLifetime();
                var row = new CreditBundleRow
                {
                    Id = NewId.For(CreditBundleRow.IdPrefix, now),
                    EnvironmentSeq = db.EnvironmentSeq,
                    CreditTypeSeq = credit.Seq,
                    Name = body.BundleName,
                    Status = body.Status ?? BillingCreditBundleStatus.Active,
                    BundleType = body.BundleType ?? BillingCreditBundleType.Fixed,
                    Quantity = CheckQuantity(body.Quantity),
                    ExpiryType = lifetime.Type,
                    ExpiryUnit = lifetime.Unit,
                    ExpiryUnitCount = lifetime.Count,
                    Currency = currency,
                    Prices = Others(body.CurrencyPrices).With(currency, price).Write(),
                    CompatiblePlanIds = await CheckPlansAsync(db, body.CompatiblePlanIds ?? [], token),
                    CreatedAt = now,
                    UpdatedAt = now,
                };
                db.Add(row);
                await db.SaveChangesAsync(token);
                return await DetailAsync(db, row.Id, token);
            },
            cancellationToken
        );

    public Task<BillingCreditBundleResponseData> UpdateAsync(
        string id,
        UpdateCreditBundleDetailsRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                RequireName(body.BundleName);
                var row = await FindAsync(db, id, token);
                row.Name = body.BundleName;
                row.Status = body.Status ?? row.Status;
                row.Quantity = CheckQuantity(body.Quantity ?? row.Quantity);
                Write(row, body);
                var prices = CreditPrices.Read(row.Prices);
                if (body.CurrencyPrices is not null)
                    prices = prices.WithOthers(row.Currency, Others(body.CurrencyPrices));
                var price = MinorUnits.Read(body.PricePerUnit, body.PricePerUnitDecimal.Value, "price_per_unit");
                row.Prices = prices.With(row.Currency, price).Write();
                if (body.CompatiblePlanIds is { } plans)
                    row.CompatiblePlanIds = await CheckPlansAsync(db, plans, token);
                row.UpdatedAt = time.Now();
                await db.SaveChangesAsync(token);
                return await DetailAsync(db, row.Id, token);
            },
            cancellationToken
        );

    public Task DeleteAsync(string id, CancellationToken cancellationToken) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var row = await FindAsync(db, id, token);
                var grants = await db.CreditGrants.LongCountAsync(one => one.BundleSeq == row.Seq, token);
                if (grants > 0)
                    throw ApiProblem.Conflict(
                        $"{grants} grant{(grants == 1 ? "" : "s")} came from \"{ApiProblem.Shorten(row.Name)}\", so it "
                            + "cannot be deleted. "
                            + "Set its status to inactive: then it is sold no more, and nothing is lost."
                    );
                db.Remove(row);
                await db.SaveChangesAsync(token);
            },
            cancellationToken
        );

    /// <summary>The bundle, locked: if it is sold and deleted at once, the second finds what the first did.</summary>
    /// <param name="field">The member that names it; null if the address does.</param>
    public static async Task<CreditBundleRow> FindAsync(
        SchematicDb db,
        string id,
        CancellationToken cancellationToken,
        string? field = null
    )
    {
        await db.LockBundleAsync(id, cancellationToken);
        if (await db.CreditBundles.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } found)
            return found;
        var refusal = ApiProblem.NotFound("credit bundle", id);
        throw field is null ? refusal : refusal.About(field);
    }

    private static IQueryable<CreditBundleRow> Filtered(SchematicDb db, CreditBundlesQuery query)
    {
        var rows = db.CreditBundles.AsQueryable();
        if (query.Ids is { } ids)
            rows = rows.Where(row => ids.Contains(row.Id));
        if (query.Status is { } status)
            rows = rows.Where(row => row.Status == status);
        if (query.BundleType is { } type)
            rows = rows.Where(row => row.BundleType == type);
        if (query.CreditId is { } creditId)
        {
            var types = db.AllCreditTypes;
            rows = rows.Where(row => types.Any(one => one.Id == creditId && one.Seq == row.CreditTypeSeq));
        }

        return rows;
    }

    private static IQueryable<CreditBundleDetail> Details(SchematicDb db, IQueryable<CreditBundleRow> rows)
    {
        var grants = db.CreditGrants;
        return from bundle in rows.AsNoTracking()
            join credit in db.AllCreditTypes on bundle.CreditTypeSeq equals credit.Seq
            select new CreditBundleDetail
            {
                Bundle = bundle,
                Credit = credit,
                HasGrants = grants.Any(grant => grant.BundleSeq == bundle.Seq),
            };
    }

    private static async Task<BillingCreditBundleResponseData> DetailAsync(
        SchematicDb db,
        string id,
        CancellationToken cancellationToken
    ) =>
        (
            await Details(db, db.CreditBundles.Where(row => row.Id == id)).FirstOrDefaultAsync(cancellationToken)
        )?.ToContract() ?? throw ApiProblem.NotFound("credit bundle", id);

    private static async Task<string> CheckPlansAsync(
        SchematicDb db,
        IReadOnlyList<string> ids,
        CancellationToken cancellationToken
    )
    {
        var known = await db
            .Plans.Where(row => EF.Parameter(ids).Contains(row.Id))
            .Select(static row => row.Id)
            .ToListAsync(cancellationToken);
        if (ids.Index().FirstOrDefault(one => !known.Contains(one.Item)) is { Item: { } unknown } at)
            throw ApiProblem.NotFoundInAccount("plan", unknown).About(FieldPath.Item("compatible_plan_ids", at.Index));
        return JsonSerializer.Serialize(ids.Distinct());
    }

    private static void Write(CreditBundleRow row, UpdateCreditBundleDetailsRequestBody body)
    {
        if (body is { ExpiryType: null, ExpiryUnit: null, ExpiryUnitCount.IsSet: false })
            return;
        var type = body.ExpiryType ?? row.ExpiryType;
        var count = body.ExpiryUnitCount.Or(type == BillingCreditExpiryType.Duration ? row.ExpiryUnitCount : null);
        var lifetime = CreditExpiryInput.Check(type, body.ExpiryUnit ?? row.ExpiryUnit, count)!.Value;
        (row.ExpiryType, row.ExpiryUnit, row.ExpiryUnitCount) = (lifetime.Type, lifetime.Unit, lifetime.Count);
    }

    private static CreditPrices Others(IReadOnlyList<CreditBundleCurrencyPriceRequestBody>? given) =>
        CreditPrices.FromInput(
            (given ?? []).Select(static one => (one.Currency, one.PricePerUnit, one.PricePerUnitDecimal))
        );

    private static long CheckQuantity(long? quantity) =>
        quantity switch
        {
            null => throw ApiProblem.BadRequest(
                "quantity is missing: say how many credits the bundle has.",
                "quantity"
            ),
            > MicroCredits.MaxCredits => throw ApiProblem.BadRequest(
                $"quantity must be at most {MicroCredits.MaxCredits}.",
                "quantity"
            ),
            { } given => given,
        };

    private static void RequireName(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw ApiProblem.BadRequest(
                "bundle_name must not be empty: it is what people find the bundle by.",
                "bundle_name"
            );
    }
}
