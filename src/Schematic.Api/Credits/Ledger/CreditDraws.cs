using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits.Ledger;

/// <summary>Spending: from what remains, or from what a lease holds.</summary>
internal static class CreditDraws
{
    extension(CreditAccount account)
    {
        /// <summary>
        /// Spends credits for usage. What is left when no grant has anything left is recorded as usage that nothing
        /// covers.
        /// </summary>
        /// <param name="leaseId">
        /// The lease to spend from; one that has ended, or is none of this account, changes nothing.
        /// </param>
        /// <returns>What nothing covered.</returns>
        public long Draw(long microCredits, MovementCause cause, DateTimeOffset now, string? leaseId = null)
        {
            account.CatchUp(now);
            var left = microCredits;
            if (leaseId is not null && account.OpenLease is { } lease && lease.Id == leaseId)
            {
                lease.CommittedMicroCredits += microCredits;
                lease.UpdatedAt = now;
                left = account.SpendHeld(left, cause);
            }

            left = account.SpendRemaining(left, cause, now);
            // What was bought covers the rest of the same usage, and is not bought twice for it.
            if (account.TopUp(now))
                left = account.SpendRemaining(left, cause, now);
            if (left > 0)
                account.RecordShortfall(left, cause);
            return left;
        }

        private long SpendHeld(long microCredits, MovementCause cause)
        {
            var left = microCredits;
            while (left > 0 && account.NextHeld() is { } grant)
            {
                var part = Math.Min(left, grant.HeldMicroCredits);
                account.Use(grant, part, 0, -part, CreditUsageReason.Track, cause);
                left -= part;
            }

            return left;
        }

        private long SpendRemaining(long microCredits, MovementCause cause, DateTimeOffset now)
        {
            var left = microCredits;
            while (left > 0 && account.NextToDraw(now) is { } grant)
            {
                var part = Math.Min(left, grant.RemainingMicroCredits);
                account.Use(grant, part, -part, 0, CreditUsageReason.Track, cause);
                left -= part;
            }

            return left;
        }

        private bool TopUp(DateTimeOffset now)
        {
            if (account.AutoTopup is not { } topup || account.RemainingAt(now) > topup.ThresholdMicroCredits)
                return false;
            var amount = Math.Min(topup.AmountMicroCredits, account.RoomMicroCredits);
            if (amount == 0)
                return false;
            account.Give(BillingCreditGrantReason.BillingCreditAutoTopup, amount, now, topup.Lifetime.EndFrom(now));
            return true;
        }
    }
}
