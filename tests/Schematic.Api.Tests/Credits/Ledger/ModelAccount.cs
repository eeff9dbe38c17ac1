using Schematic.Contracts.Credits;

namespace Schematic.Api.Tests.Credits.Ledger;

/// <summary>
/// The rules of credits once more, written from the domain page and not from the server: whole credits with decimals,
/// everything kept for ever, and looked for anew each time.
/// </summary>
internal sealed class ModelAccount(BillingCreditBurnStrategy strategy)
{
    public List<ModelGrant> Grants { get; } = [];

    /// <summary>Every movement, oldest first.</summary>
    public List<ModelMovement> Ledger { get; } = [];

    public List<ModelRenewal> Renewals { get; } = [];

    public ModelLease? Lease { get; private set; }

    /// <summary>Threshold and amount; null if nothing is bought by itself.</summary>
    public (decimal Threshold, decimal Amount)? TopUp { get; set; }

    public decimal Remaining => Grants.Sum(static grant => grant.Remaining);

    public decimal Reserved => Grants.Sum(static grant => grant.Held);

    public void CatchUp(DateTimeOffset now)
    {
        while (NextDue(now) is { } due)
            due();
    }

    public ModelGrant Give(
        BillingCreditGrantReason reason,
        decimal quantity,
        DateTimeOffset at,
        DateTimeOffset? expires,
        int? plan = null
    )
    {
        var grant = new ModelGrant(Grants.Count + 1, reason, at, expires, plan) { Remaining = quantity };
        Grants.Add(grant);
        Ledger.Add(new ModelMovement("grant", grant.Number, quantity, at));
        return grant;
    }

    /// <returns>What nothing covered.</returns>
    public decimal Draw(decimal cost, DateTimeOffset now, string? lease)
    {
        var left = cost;
        if (lease is not null && Lease?.Id == lease)
        {
            while (left > 0 && Grants.Where(static grant => grant.Held > 0).OrderBy(Key).FirstOrDefault() is { } held)
            {
                var part = Math.Min(left, held.Held);
                held.Held -= part;
                left -= part;
                Ledger.Add(new ModelMovement("track", held.Number, part, now));
            }
        }

        left = Spend(left, "track", now);
        if (
            TopUp is { } topUp
            && Grants.Where(grant => grant.CanBeSpent(now)).Sum(static grant => grant.Remaining) <= topUp.Threshold
        )
        {
            Give(BillingCreditGrantReason.BillingCreditAutoTopup, topUp.Amount, now, null);
            left = Spend(left, "track", now);
        }

        if (left > 0)
            Ledger.Add(new ModelMovement("track", null, left, now));
        return left;
    }

    public void Refund(decimal amount, DateTimeOffset now)
    {
        var pool = Grants.FirstOrDefault(grant => grant.IsPool && grant.Removed is null && !(grant.Expires <= now));
        if (pool is null)
        {
            pool = new ModelGrant(Grants.Count + 1, BillingCreditGrantReason.Adjustment, now, null, null)
            {
                IsPool = true,
            };
            Grants.Add(pool);
        }

        pool.Expires = now.AddYears(1);
        pool.Remaining += amount;
        Ledger.Add(new ModelMovement("track", pool.Number, -amount, now));
    }

    public bool Acquire(string id, decimal amount, DateTimeOffset expires, DateTimeOffset now)
    {
        if (Lease is not null)
            return true;
        if (!Grants.Exists(grant => grant.CanBeSpent(now)))
            return false;
        Lease = new ModelLease(id) { Expires = expires };
        Hold(amount, now);
        return true;
    }

    public void Extend(decimal amount, DateTimeOffset now)
    {
        Hold(amount, now);
        if (now.AddMinutes(5) > Lease!.Expires)
            Lease.Expires = now.AddMinutes(5);
    }

    public void Release(DateTimeOffset now)
    {
        foreach (var grant in Grants.Where(static grant => grant.Held > 0).OrderBy(Key).ToList())
        {
            Ledger.Add(new ModelMovement("lease_release", grant.Number, grant.Held, now));
            grant.Remaining += grant.Held;
            grant.Held = 0;
            if (grant.Removed is { } reason)
                Remove(grant, reason, now);
            else if (grant.Expires <= now)
                Remove(grant, "expired", now);
        }

        Lease = null;
    }

    public void Remove(ModelGrant grant, string reason, DateTimeOffset at)
    {
        grant.Removed ??= reason;
        if (grant.Remaining == 0)
            return;
        Ledger.Add(new ModelMovement(reason, grant.Number, grant.Remaining, at));
        grant.Remaining = 0;
    }

    public void LeavePlan(int plan, DateTimeOffset now)
    {
        Renewals.RemoveAll(renewal => renewal.Plan == plan);
        foreach (var grant in Grants.Where(grant => grant.Plan == plan && (grant.Remaining > 0 || grant.Held > 0)))
            Remove(grant, "plan_change", now);
    }

    public void Begin(ModelRenewal renewal, DateTimeOffset now)
    {
        renewal.NextAt = now;
        Renewals.Add(renewal);
        Renew(renewal);
    }

    private void Renew(ModelRenewal renewal)
    {
        var at = renewal.NextAt;
        renewal.NextAt = renewal.After(at);
        if (renewal.Current is { } ended && (ended.Remaining > 0 || ended.Held > 0))
        {
            var rolled = Math.Floor(ended.Remaining * renewal.Rollover * 10_000) / 1_000_000;
            if (rolled > 0)
            {
                Give(BillingCreditGrantReason.Rollover, rolled, at, renewal.NextAt, renewal.Plan);
                ended.Remaining -= rolled;
                Ledger.Add(new ModelMovement("transfer", ended.Number, rolled, at));
            }

            Remove(ended, "plan_period_reset", at);
        }

        renewal.Current = Give(BillingCreditGrantReason.Plan, renewal.Quantity, at, null, renewal.Plan);
    }

    private void Hold(decimal amount, DateTimeOffset now)
    {
        var before = Grants.ToDictionary(static grant => grant, static grant => grant.Remaining);
        Spend(amount, "lease_hold", now);
        foreach (var (grant, remaining) in before)
            grant.Held += remaining - grant.Remaining;
    }

    private decimal Spend(decimal amount, string reason, DateTimeOffset now)
    {
        while (amount > 0 && Grants.Where(grant => grant.CanBeSpent(now)).OrderBy(Key).FirstOrDefault() is { } grant)
        {
            var part = Math.Min(amount, grant.Remaining);
            grant.Remaining -= part;
            amount -= part;
            Ledger.Add(new ModelMovement(reason, grant.Number, part, now));
        }

        return amount;
    }

    // The earliest; of those at one time leases end first, then grants, and then credits are given.
    private Action? NextDue(DateTimeOffset now)
    {
        var all = new List<(DateTimeOffset At, int Order, Action Run)>();
        if (Lease is { } lease)
            all.Add((lease.Expires, 0, () => Release(lease.Expires)));
        all.AddRange(
            Grants
                .Where(static grant => grant.Remaining > 0 && grant.Expires is not null)
                .Select(grant =>
                    (grant.Expires!.Value, 1, (Action)(() => Remove(grant, "expired", grant.Expires.Value)))
                )
        );
        all.AddRange(Renewals.Select(renewal => (renewal.NextAt, 2, (Action)(() => Renew(renewal)))));
        return all.Where(due => due.At <= now)
            .OrderBy(static due => due.At)
            .ThenBy(static due => due.Order)
            .FirstOrDefault()
            .Run;
    }

    // Less is spent first.
    private (int, long, long) Key(ModelGrant grant)
    {
        var age = grant.From.Ticks;
        var (leads, isPlan) = (
            grant.Reason is BillingCreditGrantReason.Adjustment ? 0
            : grant.Reason is BillingCreditGrantReason.Rollover ? 1
            : 2,
            grant.Reason is BillingCreditGrantReason.Plan
        );
        if (leads < 2)
            return (leads, age, grant.Number);
        return strategy switch
        {
            BillingCreditBurnStrategy.FirstInFirstOut => (2, age, grant.Number),
            BillingCreditBurnStrategy.LastInFirstOut => (2, -age, -grant.Number),
            // Grants of one expiry are told apart by age, and those of one age are numbered in its order.
            BillingCreditBurnStrategy.ExpirationPriority => (
                2,
                (grant.Expires ?? DateTimeOffset.MaxValue).Ticks,
                grant.Number
            ),
            _ => (isPlan ? 2 : 3, age, grant.Number),
        };
    }
}
