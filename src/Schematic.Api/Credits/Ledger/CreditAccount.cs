using Schematic.Contracts.Credits;
using Schematic.Rules.Facts;

namespace Schematic.Api.Credits.Ledger;

/// <summary>
/// All credits of one type that a company holds, as the rules of credits see them: integers, no storage, and no clock
/// but the times passed in. What an operation does to grants is at once in <see cref="Movements"/>, which the ledger
/// keeps.
/// <para>
/// A grant holds what remains and what the open lease holds of it. Draws take from what remains, in burn order; a lease
/// moves credits from one to the other, and events that name it spend what it holds. Nothing is ever below zero: usage
/// that nothing covers is a movement without a grant.
/// </para>
/// Every operation first lets happen what is due (<see cref="CreditDueWork"/>), in the order of time, so that an
/// account which nobody looked at for a year has the ledger of one that was swept each minute.
/// </summary>
internal sealed class CreditAccount(BillingCreditBurnStrategy strategy)
{
    private readonly BurnOrder _order = new(strategy);
    private readonly List<CreditGrant> _grants = [];
    private readonly List<CreditMovement> _movements = [];
    private long _settledMicroCredits;

    /// <summary>Grants that something can still become of, and those made since the account was read.</summary>
    public IReadOnlyList<CreditGrant> Grants => _grants;

    public IReadOnlyList<CreditMovement> Movements => _movements;

    public List<CreditRenewal> Renewals { get; } = [];

    /// <summary>Null if credits are not bought by themselves.</summary>
    public AutoTopup? AutoTopup { get; set; }

    /// <summary>The last lease; it may have ended.</summary>
    public CreditLease? Lease { get; set; }

    /// <summary>The number of the last grant.</summary>
    public long LastNumber { get; private set; }

    public CreditLease? OpenLease => Lease is { ReleasedAt: null } open ? open : null;

    public long ReservedMicroCredits => _grants.Sum(static grant => grant.HeldMicroCredits);

    /// <summary>Credits remaining and reserved, whatever the time.</summary>
    public long SettledMicroCredits => _settledMicroCredits;

    /// <summary>Quantities of the grants that have something left.</summary>
    public long TotalMicroCredits =>
        _grants
            .Where(static grant => grant.RemainingMicroCredits > 0 || grant.HeldMicroCredits > 0)
            .Sum(static grant => grant.QuantityMicroCredits);

    public CreditFigures ToFigures() =>
        new(TotalMicroCredits, SettledMicroCredits - ReservedMicroCredits, ReservedMicroCredits);

    /// <summary>How much more it may be given. Who gives or returns more than that is to refuse it.</summary>
    public long RoomMicroCredits => MicroCredits.Max - SettledMicroCredits;

    /// <summary>Credits that can be spent at a time.</summary>
    public long RemainingAt(DateTimeOffset now) => Drawable(now).Sum(static grant => grant.RemainingMicroCredits);

    /// <summary>The grant that a draw takes from next; null if nothing can be drawn.</summary>
    public CreditGrant? NextToDraw(DateTimeOffset now) => Drawable(now).Min(_order);

    /// <summary>The grant of which held credits are spent, or returned, next; null if nothing is held.</summary>
    public CreditGrant? NextHeld() => _grants.Where(static grant => grant.HeldMicroCredits > 0).Min(_order);

    /// <summary>Takes what is stored.</summary>
    public void Load(IEnumerable<CreditGrant> grants, long lastNumber)
    {
        _grants.AddRange(grants.OrderBy(static grant => grant.Number));
        LastNumber = lastNumber;
        _settledMicroCredits = _grants.Sum(static grant => grant.RemainingMicroCredits + grant.HeldMicroCredits);
    }

    /// <summary>Gives credits.</summary>
    /// <param name="from">When they can be spent first.</param>
    public CreditGrant Give(
        BillingCreditGrantReason reason,
        long microCredits,
        DateTimeOffset from,
        DateTimeOffset? expiresAt,
        GrantOrigin origin = default,
        long? sourceNumber = null
    )
    {
        var grant = new CreditGrant
        {
            Number = ++LastNumber,
            Reason = reason,
            QuantityMicroCredits = microCredits,
            ValidFrom = from,
            ExpiresAt = expiresAt,
            Origin = origin,
            SourceNumber = sourceNumber,
        };
        _grants.Add(grant);
        Record(
            new CreditMovement(CreditEventType.Grant, grant, microCredits, microCredits, 0)
            {
                Cause = new MovementCause(from),
            }
        );
        return grant;
    }

    /// <summary>Returns credits into the one grant that gathers refunds, which then lives for another year.</summary>
    public CreditGrant Refund(long microCredits, MovementCause cause, DateTimeOffset now)
    {
        var pool = _grants.Find(grant => grant is { TakesRefunds: true, ZeroedOutAt: null } && !grant.HasExpired(now));
        if (pool is null)
        {
            pool = new CreditGrant
            {
                Number = ++LastNumber,
                Reason = BillingCreditGrantReason.Adjustment,
                ValidFrom = now,
                TakesRefunds = true,
            };
            _grants.Add(pool);
        }

        pool.QuantityMicroCredits += microCredits;
        pool.ExpiresAt = now.AddYears(1);
        Use(pool, -microCredits, microCredits, 0, CreditUsageReason.Track, cause);
        return pool;
    }

    /// <summary>Removes the rest of a grant; the part that a lease holds goes when the lease returns it.</summary>
    public void ZeroOut(CreditGrant grant, BillingCreditGrantZeroedOutReason reason, DateTimeOffset now)
    {
        grant.ZeroedOutAt ??= now;
        grant.ZeroedOutReason ??= reason;
        if (grant.RemainingMicroCredits == 0)
            return;
        var left = grant.RemainingMicroCredits;
        Record(
            new CreditMovement(CreditEventType.ZeroOut, grant, left, -left, 0)
            {
                ZeroedOutReason = reason,
                Cause = new MovementCause(now),
            }
        );
    }

    /// <summary>
    /// Makes a grant worth another amount in all, as licenses come and go: what is used or held of it stays so.
    /// </summary>
    public void Resize(CreditGrant grant, long microCredits, DateTimeOffset now)
    {
        var more = microCredits - (grant.QuantityMicroCredits - grant.RemovedMicroCredits);
        var (added, removed) = (
            Math.Clamp(more, 0, RoomMicroCredits),
            Math.Clamp(-more, 0, grant.RemainingMicroCredits)
        );
        var cause = new MovementCause(now);
        grant.QuantityMicroCredits += added;
        if (added > 0)
            Record(new CreditMovement(CreditEventType.Grant, grant, added, added, 0) { Cause = cause });
        if (removed > 0)
            Record(
                new CreditMovement(CreditEventType.ZeroOut, grant, removed, -removed, 0)
                {
                    ZeroedOutReason = BillingCreditGrantZeroedOutReason.LicenseRetired,
                    Cause = cause,
                }
            );
    }

    /// <summary>Moves credits of a grant to another, which was given them.</summary>
    public void Transfer(CreditGrant from, CreditGrant to, long microCredits, DateTimeOffset now) =>
        Record(
            new CreditMovement(CreditEventType.Transfer, from, microCredits, -microCredits, 0)
            {
                ToGrant = to,
                Cause = new MovementCause(now),
            }
        );

    /// <summary>Uses, returns, holds or releases credits of a grant.</summary>
    /// <param name="used">What the ledger counts as used.</param>
    public void Use(
        CreditGrant grant,
        long used,
        long remainingDelta,
        long heldDelta,
        CreditUsageReason reason,
        MovementCause cause
    ) =>
        Record(
            new CreditMovement(CreditEventType.Usage, grant, used, remainingDelta, heldDelta)
            {
                UsageReason = reason,
                Cause = cause,
            }
        );

    /// <summary>Tells the ledger of usage that nothing covers.</summary>
    public void RecordShortfall(long microCredits, MovementCause cause) =>
        Record(
            new CreditMovement(CreditEventType.Usage, null, microCredits, 0, 0)
            {
                UsageReason = CreditUsageReason.Track,
                Cause = cause,
            }
        );

    private IEnumerable<CreditGrant> Drawable(DateTimeOffset now) => _grants.Where(grant => grant.CanBeDrawn(now));

    private void Record(CreditMovement movement)
    {
        if (movement.Grant is { } grant)
        {
            grant.RemainingMicroCredits += movement.RemainingDelta;
            grant.HeldMicroCredits += movement.HeldDelta;
            if (movement.Type is CreditEventType.ZeroOut or CreditEventType.Transfer)
                grant.RemovedMicroCredits += movement.AmountMicroCredits;
            if (grant.RemainingMicroCredits < 0 || grant.HeldMicroCredits < 0)
                throw new InvalidOperationException($"Grant {grant.Number} would be overdrawn.");
            _settledMicroCredits += movement.RemainingDelta + movement.HeldDelta;
            movement = movement with { RemainingAfter = grant.RemainingMicroCredits };
        }

        _movements.Add(movement with { SettledAfter = _settledMicroCredits });
    }
}
