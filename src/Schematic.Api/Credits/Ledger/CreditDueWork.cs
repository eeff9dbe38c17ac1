using Schematic.Contracts.Credits;
using Schematic.Rules.Facts;

namespace Schematic.Api.Credits.Ledger;

/// <summary>Changes that time brings to credits: leases and grants end, and what renews is given again.</summary>
internal static class CreditDueWork
{
    extension(CreditAccount account)
    {
        /// <summary>When something happens next; null if nothing is to.</summary>
        public DateTimeOffset? NextDueAt
        {
            get
            {
                var next = account.OpenLease?.ExpiresAt;
                foreach (var grant in account.Grants)
                {
                    if (grant.RemainingMicroCredits > 0 && grant.ExpiresAt is { } end && !(next <= end))
                        next = end;
                }

                foreach (var renewal in account.Renewals)
                {
                    if (renewal.NextAt is { } at && !(next <= at))
                        next = at;
                }

                return next;
            }
        }

        /// <summary>
        /// Lets happen all that is due, in the order of time and as of its own time. At the same moment leases end
        /// first, so that what they return is there, and credits are given last.
        /// </summary>
        public void CatchUp(DateTimeOffset now)
        {
            while (account.NextDueAt is { } at && at <= now)
                account.RunDue(at);
        }

        /// <summary>Gives credits now and again.</summary>
        public void Begin(CreditRenewal renewal, DateTimeOffset now)
        {
            account.Renewals.Add(renewal);
            renewal.NextAt = now;
            account.Renew(renewal);
        }

        /// <summary>Gives no more, and removes what is left of credits that came from the plan.</summary>
        public void LeavePlan(int planSeq, DateTimeOffset now)
        {
            account.Renewals.RemoveAll(renewal => renewal.Terms.Origin.PlanSeq == planSeq);
            foreach (var grant in account.Grants.Where(grant => grant.Origin.PlanSeq == planSeq && grant.IsOpen))
                account.ZeroOut(grant, BillingCreditGrantZeroedOutReason.PlanChange, now);
        }

        private void RunDue(DateTimeOffset at)
        {
            if (account.OpenLease is { } lease && lease.ExpiresAt == at)
                account.Release(lease, at);
            else if (
                account.Grants.FirstOrDefault(one => one.RemainingMicroCredits > 0 && one.ExpiresAt == at) is { } ended
            )
                account.ZeroOut(ended, BillingCreditGrantZeroedOutReason.Expired, at);
            else
                account.Renew(account.Renewals.First(one => one.NextAt == at));
        }

        private void Renew(CreditRenewal renewal)
        {
            var (terms, at) = (renewal.Terms, renewal.NextAt!.Value);
            renewal.NextAt = renewal.After(at);
            if (terms.Resets && account.CurrentOf(renewal) is { } ended)
                account.Reset(ended, renewal, at);
            account.GiveNow(renewal, at);
        }

        /// <summary>Gives what is due at a time, whatever is left of what was given before.</summary>
        public void GiveNow(CreditRenewal renewal, DateTimeOffset at)
        {
            var terms = renewal.Terms;
            var amount = Math.Min(terms.QuantityMicroCredits, account.RoomMicroCredits);
            if (amount == 0 && terms.Licenses is null)
                return;
            var end = terms.Lifetime.EndFrom(at, renewal.BillingStart);
            renewal.CurrentNumber = account.Give(terms.Reason, amount, at, end, terms.Origin).Number;
        }

        // Only what the period itself gave rolls over: what had rolled over into it ends with it.
        private void Reset(CreditGrant ended, CreditRenewal renewal, DateTimeOffset at)
        {
            var rolled =
                renewal.Terms.Cadence is { } cadence && ResetCalendar.RollsOver(cadence)
                    ? MicroCredits.Percent(ended.RemainingMicroCredits, renewal.Terms.RolloverPercentage)
                    : 0;
            if (rolled > 0)
            {
                var rollover = account.Give(
                    BillingCreditGrantReason.Rollover,
                    rolled,
                    at,
                    renewal.NextAt,
                    renewal.Terms.Origin with
                    {
                        ScalesPerLicense = false,
                    },
                    ended.Number
                );
                account.Transfer(ended, rollover, rolled, at);
            }

            account.ZeroOut(ended, BillingCreditGrantZeroedOutReason.PlanPeriodReset, at);
        }
    }
}
