using Schematic.Api.Credits.Accounts;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Persistence;

namespace Schematic.Api.Credits.PlanGrants;

/// <summary>
/// Brings what companies are given in line with the versions of plans that they are on. Whatever has changed, the plan,
/// its version, what the version includes or the number of licenses: applied again, it changes nothing more.
/// <list type="bullet">
/// <item>A grant that is new to a company begins now.</item>
/// <item>One that it has in another version goes on, with other terms from the next reset on.</item>
/// <item>One that its version has no longer ends with its period, and at once if it was deleted.</item>
/// <item>What came from a plan that it has no longer is removed.</item>
/// </list>
/// </summary>
internal static class PlanCreditChanges
{
    /// <param name="companySeqs">Companies that are locked.</param>
    public static async Task ApplyAsync(
        SchematicDb db,
        IReadOnlyCollection<long> companySeqs,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var read = await CompanyPlanCredits.ReadAsync(db, companySeqs, cancellationToken);
        var changes = companySeqs.Distinct().SelectMany(company => ChangesOf(company, read)).ToList();
        if (changes.Count == 0)
            return;
        var writer = new CreditAccountWriter(db, now);
        var accounts = await writer.LockAsync(
            [.. changes.Select(static change => change.Account).Distinct()],
            cancellationToken
        );
        foreach (var change in changes)
            change.Apply(accounts[change.Account].Account, now);
        await writer.SaveAsync(cancellationToken);
    }

    // What ends comes first: it makes room for what begins.
    private static List<PlanCreditChange> ChangesOf(long companySeq, CompanyPlanCredits read)
    {
        var plans = read.Plans[companySeq].ToDictionary(static row => row.PlanSeq);
        var renewals = read.Renewals[companySeq].ToList();
        var left = renewals
            .Select(static row => (Account: AccountOf(row), PlanSeq: row.PlanSeq!.Value))
            .Concat(read.Held[companySeq])
            .Where(one => !plans.ContainsKey(one.PlanSeq))
            .Distinct();
        var changes = new List<PlanCreditChange>(
            left.Select(static one => new PlanCreditChange(
                one.Account,
                (account, now) => account.LeavePlan(one.PlanSeq, now)
            ))
        );
        var kept = renewals.Where(row => plans.ContainsKey(row.PlanSeq!.Value)).ToList();
        foreach (
            var grant in plans
                .Values.OrderBy(static row => row.PlanSeq)
                .SelectMany(row => read.Grants[row.PlanVersionSeq])
        )
        {
            var terms = grant.RenewalFor(read.Licenses.GetValueOrDefault(companySeq));
            var renewal = kept.Find(row => row.PlanSeq == grant.PlanSeq && LineageOf(row, read) == grant.LineageId);
            if (renewal is null)
                changes.Add(Begin(new AccountKey(companySeq, grant.CreditTypeSeq), terms));
            else if (renewal.ToTerms() != terms)
                changes.Add(Change(renewal, terms));
            if (renewal is not null)
                kept.Remove(renewal);
        }

        changes.InsertRange(0, kept.Select(row => End(row, LineageOf(row, read) is null)));
        return changes;
    }

    private static PlanCreditChange Begin(AccountKey account, RenewalTerms terms) =>
        new(account, (credits, now) => credits.Begin(new CreditRenewal { Terms = terms, EnrolledAt = now }, now));

    private static PlanCreditChange Change(CreditRenewalRow row, RenewalTerms terms) =>
        new(AccountOf(row), (credits, now) => credits.ChangeTerms(Find(credits, row), terms, now));

    private static PlanCreditChange End(CreditRenewalRow row, bool removesCredits) =>
        new(AccountOf(row), (credits, now) => credits.End(Find(credits, row), removesCredits, now));

    // Nobody else adds or removes it: whoever does has locked the company.
    private static CreditRenewal Find(CreditAccount account, CreditRenewalRow row) =>
        account.Renewals.Single(one => one.Seq == row.Seq);

    private static string? LineageOf(CreditRenewalRow row, CompanyPlanCredits read) =>
        row.PlanGrantSeq is { } seq ? read.Lineages.GetValueOrDefault(seq) : null;

    private static AccountKey AccountOf(CreditRenewalRow row) => new(row.CompanySeq, row.CreditTypeSeq);
}

/// <summary>A change to one account, to be made once it is locked.</summary>
internal sealed record PlanCreditChange(AccountKey Account, Action<CreditAccount, DateTimeOffset> Apply);
