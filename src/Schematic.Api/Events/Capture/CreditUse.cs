using Schematic.Api.Credits.Accounts;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Entitlements;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entitlements;
using Schematic.Rules.Facts;

namespace Schematic.Api.Events.Capture;

/// <summary>
/// Spends credits of companies for events of features that are paid with them, and returns them for negative
/// quantities, in the transaction that counts the events. Source: domain, credits.
/// </summary>
/// <param name="catalog">What is sold in the environment.</param>
internal sealed class CreditUse(SchematicDb db, EntitlementCatalog catalog, DateTimeOffset now)
{
    /// <param name="counted">Events that are counted, in order.</param>
    public async Task SpendAsync(IReadOnlyList<EventEffect> counted, CancellationToken cancellationToken)
    {
        var costs = await CostsAsync(counted, cancellationToken);
        if (costs.Count == 0)
            return;
        var writer = new CreditAccountWriter(db, now);
        var keys = costs.Select(static cost => cost.Account).ToHashSet();
        var accounts = await writer.LockAsync(keys, cancellationToken);
        foreach (var cost in costs)
            Spend(accounts[cost.Account].Account, cost);
        await writer.SaveAsync(cancellationToken);
    }

    private void Spend(CreditAccount account, in Cost cost)
    {
        var spent = cost.Effect.Event;
        var cause = new MovementCause(spent.CapturedAt, cost.Effect.EventId, cost.FeatureSeq);
        if (cost.AmountMicroCredits > 0)
            account.Draw(cost.AmountMicroCredits, cause, now, spent.LeaseId);
        else if (Math.Min(-cost.AmountMicroCredits, account.RoomMicroCredits) is > 0 and var returned)
            account.Refund(returned, cause, now);
    }

    // What is loaded from the past has been paid for then.
    private async Task<List<Cost>> CostsAsync(IReadOnlyList<EventEffect> counted, CancellationToken cancellationToken)
    {
        var costs = new List<Cost>();
        var paid = counted.Where(IsPaid).ToList();
        if (paid.Count == 0)
            return costs;
        var companies = paid.Select(static effect => effect.CompanySeq!.Value).Distinct().ToList();
        var grants = await CompanyGrants.ReadAsync(db, companies, cancellationToken);
        var subtypes = paid.Select(static effect => effect.Event.Subtype!).ToHashSet(StringComparer.Ordinal);
        var prices = grants.ToDictionary(
            static company => company.Key,
            company => PricesOf(company.Value, subtypes).ToLookup(static price => price.EventSubtype)
        );
        foreach (var effect in paid)
        {
            if (!prices.TryGetValue(effect.CompanySeq!.Value, out var ofCompany))
                continue;
            foreach (var price in ofCompany[effect.Event.Subtype!])
                costs.Add(
                    new Cost(
                        effect,
                        new AccountKey(effect.CompanySeq.Value, price.CreditTypeSeq),
                        price.FeatureSeq,
                        price.Of(effect.Event.Quantity)
                    )
                );
        }

        return costs;
    }

    private bool IsPaid(EventEffect effect) =>
        effect is { CompanySeq: not null, Event.Clock: not EventClock.Backfill }
        && catalog.PaysWithCredits(effect.Event.Subtype!);

    // Traits do not matter: an entitlement that is paid with credits loses to any limit, whatever that is.
    private IEnumerable<Price> PricesOf(CompanyGrants grants, HashSet<string> subtypes)
    {
        var entitlements = new CompanyEntitlements(
            catalog,
            grants,
            "",
            static _ => null,
            now,
            feature => feature.EventSubtype is { } subtype && subtypes.Contains(subtype)
        );
        foreach (var entitlement in entitlements.Features)
        {
            if (
                entitlement.Granted?.Terms is { ValueType: EntitlementValueType.Credit, CreditId: { } credit } terms
                && catalog.Credits.TryGetValue(credit, out var creditSeq)
            )
                yield return new Price(
                    entitlement.Feature.EventSubtype!,
                    entitlement.Feature.Seq,
                    creditSeq,
                    terms.ConsumptionRateMicroCredits ?? MicroCredits.One
                );
        }
    }

    private readonly record struct Price(string EventSubtype, int FeatureSeq, int CreditTypeSeq, long RateMicroCredits)
    {
        /// <summary>More than anyone can have costs all that anyone can have.</summary>
        public long Of(long quantity) =>
            MicroCredits.Cost(quantity, RateMicroCredits) ?? (quantity > 0 ? MicroCredits.Max : -MicroCredits.Max);
    }

    private readonly record struct Cost(
        EventEffect Effect,
        AccountKey Account,
        int FeatureSeq,
        long AmountMicroCredits
    );
}
