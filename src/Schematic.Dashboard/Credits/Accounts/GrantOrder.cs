using Schematic.Contracts.Credits;

namespace Schematic.Dashboard.Credits.Accounts;

/// <summary>
/// The order in which the API spends grants: adjustments, then rollovers, then as the credit type says. Source:
/// docs/wire-compatibility.md, credits.
/// </summary>
internal sealed class GrantOrder(BillingCreditBurnStrategy strategy) : IComparer<BillingCreditGrantResponseData>
{
    private const int Others = 2;

    public int Compare(BillingCreditGrantResponseData? x, BillingCreditGrantResponseData? y)
    {
        var (one, other) = (x!, y!);
        var rank = Rank(one).CompareTo(Rank(other));
        if (rank != 0)
            return rank;
        return (strategy, Rank(one)) switch
        {
            (_, < Others) => CompareAge(one, other),
            (BillingCreditBurnStrategy.FirstInFirstOut, _) => CompareAge(one, other),
            (BillingCreditBurnStrategy.LastInFirstOut, _) => CompareAge(other, one),
            (BillingCreditBurnStrategy.ExpirationPriority, _) => CompareExpiry(one, other),
            _ => ComparePlanFirst(one, other),
        };
    }

    private static int Rank(BillingCreditGrantResponseData grant) =>
        grant.GrantReason switch
        {
            BillingCreditGrantReason.Adjustment => 0,
            BillingCreditGrantReason.Rollover => 1,
            _ => Others,
        };

    private static int ComparePlanFirst(BillingCreditGrantResponseData one, BillingCreditGrantResponseData other)
    {
        var plan = IsOfPlan(other).CompareTo(IsOfPlan(one));
        return plan != 0 ? plan : CompareAge(one, other);
    }

    private static int CompareExpiry(BillingCreditGrantResponseData one, BillingCreditGrantResponseData other)
    {
        var expiry = (one.ExpiresAt ?? DateTimeOffset.MaxValue).CompareTo(other.ExpiresAt ?? DateTimeOffset.MaxValue);
        return expiry != 0 ? expiry : CompareAge(one, other);
    }

    // Ids of grants made at once are in the order in which they were made.
    private static int CompareAge(BillingCreditGrantResponseData one, BillingCreditGrantResponseData other)
    {
        var age = StartOf(one).CompareTo(StartOf(other));
        return age != 0 ? age : string.CompareOrdinal(one.Id, other.Id);
    }

    private static DateTimeOffset StartOf(BillingCreditGrantResponseData grant) => grant.ValidFrom ?? grant.CreatedAt;

    private static bool IsOfPlan(BillingCreditGrantResponseData grant) =>
        grant.GrantReason == BillingCreditGrantReason.Plan;
}
