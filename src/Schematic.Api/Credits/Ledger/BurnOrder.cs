using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits.Ledger;

/// <summary>
/// The order in which grants are spent: adjustments, then rollovers, then as the credit type's strategy says. Source:
/// domain, credits.
/// </summary>
internal sealed class BurnOrder(BillingCreditBurnStrategy strategy) : IComparer<CreditGrant>
{
    public int Compare(CreditGrant? x, CreditGrant? y)
    {
        var (one, other) = (x!, y!);
        var rank = Rank(one).CompareTo(Rank(other));
        if (rank != 0)
            return rank;
        var isLed = Rank(one) < Others;
        return strategy switch
        {
            _ when isLed => CompareAge(one, other),
            BillingCreditBurnStrategy.FirstInFirstOut => CompareAge(one, other),
            BillingCreditBurnStrategy.LastInFirstOut => CompareAge(other, one),
            BillingCreditBurnStrategy.ExpirationPriority => CompareExpiry(one, other),
            _ => ComparePlanFirst(one, other),
        };
    }

    private const int Others = 2;

    private static int Rank(CreditGrant grant) =>
        grant.Reason switch
        {
            BillingCreditGrantReason.Adjustment => 0,
            BillingCreditGrantReason.Rollover => 1,
            _ => Others,
        };

    private static int ComparePlanFirst(CreditGrant one, CreditGrant other)
    {
        var plan = IsOfPlan(other).CompareTo(IsOfPlan(one));
        return plan != 0 ? plan : CompareAge(one, other);
    }

    private static int CompareExpiry(CreditGrant one, CreditGrant other)
    {
        var expiry = (one.ExpiresAt ?? DateTimeOffset.MaxValue).CompareTo(other.ExpiresAt ?? DateTimeOffset.MaxValue);
        return expiry != 0 ? expiry : CompareAge(one, other);
    }

    private static int CompareAge(CreditGrant one, CreditGrant other)
    {
        var age = one.ValidFrom.CompareTo(other.ValidFrom);
        return age != 0 ? age : one.Number.CompareTo(other.Number);
    }

    private static bool IsOfPlan(CreditGrant grant) => grant.Reason == BillingCreditGrantReason.Plan;
}
