using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits.Ledger;

/// <summary>Leases: credits that are held for a task, and return if it does not spend them.</summary>
internal static class CreditHolds
{
    extension(CreditAccount account)
    {
        /// <summary>
        /// Opens a lease on as much as can be drawn, or returns the one that is open as it is.
        /// </summary>
        /// <returns>Null if nothing can be drawn.</returns>
        public CreditLease? Acquire(string id, long microCredits, DateTimeOffset expiresAt, DateTimeOffset now)
        {
            account.CatchUp(now);
            if (account.OpenLease is { } open)
                return open;
            if (account.RemainingAt(now) == 0)
                return null;
            account.Lease = new CreditLease
            {
                Id = id,
                CreatedAt = now,
                UpdatedAt = now,
                ExpiresAt = expiresAt,
                GrantedMicroCredits = account.Hold(microCredits, now),
            };
            return account.Lease;
        }

        /// <summary>Adds to the open lease as much as can be drawn, which may be nothing, and moves its end.</summary>
        /// <param name="expiresAt">Null for the default time from now, unless it ends later already.</param>
        public void Extend(CreditLease lease, long microCredits, DateTimeOffset? expiresAt, DateTimeOffset now)
        {
            lease.GrantedMicroCredits += account.Hold(microCredits, now);
            var usual = now + CreditLease.DefaultTime;
            lease.ExpiresAt = expiresAt ?? (usual > lease.ExpiresAt ? usual : lease.ExpiresAt);
            lease.UpdatedAt = now;
        }

        /// <summary>
        /// Ends the open lease: what it has not spent returns to the grants it came from, and is gone where these have
        /// ended meanwhile.
        /// </summary>
        public void Release(CreditLease lease, DateTimeOffset now)
        {
            var cause = new MovementCause(now);
            while (account.NextHeld() is { } grant)
            {
                var part = grant.HeldMicroCredits;
                account.Use(grant, part, part, -part, CreditUsageReason.LeaseRelease, cause);
                if (grant.ZeroedOutAt is not null || grant.HasExpired(now))
                    account.ZeroOut(grant, grant.ZeroedOutReason ?? BillingCreditGrantZeroedOutReason.Expired, now);
            }

            lease.ReleasedAt = now;
            lease.UpdatedAt = now;
        }

        private long Hold(long microCredits, DateTimeOffset now)
        {
            var (left, cause) = (microCredits, new MovementCause(now));
            while (left > 0 && account.NextToDraw(now) is { } grant)
            {
                var part = Math.Min(left, grant.RemainingMicroCredits);
                account.Use(grant, part, -part, part, CreditUsageReason.LeaseHold, cause);
                left -= part;
            }

            return microCredits - left;
        }
    }
}
