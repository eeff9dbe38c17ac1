using Schematic.Api.Credits.Accounts;
using Schematic.Api.Entitlements;
using Schematic.Api.Events.Metering;
using Schematic.Api.Persistence;
using Schematic.Rules;
using Schematic.Rules.Facts;

namespace Schematic.Api.Evaluation;

/// <summary>
/// Companies as rules may ask about them at a moment: with their plans, and with the counters and credits that rules
/// ask for. Each is read when it is first needed, and kept with the company.
/// </summary>
internal sealed class CompanyContexts(IDatabase database)
{
    /// <param name="needs">What rules of flags ask for; rules of plans say so themselves.</param>
    public async ValueTask<CompanyContext> PrepareAsync(
        int environmentSeq,
        CachedEntity company,
        EntitlementCatalog catalog,
        RuleNeeds needs,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var context =
            company.Planned is { } planned && planned.IsFresh(catalog, now)
                ? planned.Context
                : await PlanAsync(environmentSeq, company, catalog, now, cancellationToken);
        if (needs.Metrics || context.Plans.AsksForMetrics)
        {
            var usage =
                company.Usage is { } known && known.IsFresh(now)
                    ? known
                    : await ReadOrKeepAsync(
                        company.Usage,
                        () => LoadUsageAsync(environmentSeq, company, now, cancellationToken)
                    );
            context = usage.Apply(context);
        }

        if (needs.Credits || context.Plans.AsksForCredits)
        {
            var credits =
                company.Credits is { } known && known.IsFresh(now)
                    ? known
                    : await ReadOrKeepAsync(
                        company.Credits,
                        () => LoadCreditsAsync(environmentSeq, company, now, cancellationToken)
                    );
            context = credits.Apply(context);
        }

        return context;
    }

    // Without a database an answer that may be old is better than none.
    private static async Task<T> ReadOrKeepAsync<T>(T? known, Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (Exception failure) when (known is not null && DatabaseFailure.IsOutOfReach(failure))
        {
            return known;
        }
    }

    private async ValueTask<CompanyContext> PlanAsync(
        int environmentSeq,
        CachedEntity company,
        EntitlementCatalog catalog,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (company.Grants is not { } grants)
        {
            await using var db = database.Open(environmentSeq);
            var read = await CompanyGrants.ReadAsync(db, [company.Seq], cancellationToken);
            // A change of them outdates the company, and with it what is kept here.
            grants = company.Grants = read.GetValueOrDefault(company.Seq, CompanyGrants.None);
        }

        var planned = company.Planned = PlannedCompany.Of(company.Company!, catalog, grants, now);
        return planned.Context;
    }

    private async Task<CompanyUsage> LoadUsageAsync(
        int environmentSeq,
        CachedEntity company,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var changes = company.UsageChanges;
        await using var db = database.Open(environmentSeq);
        var usage = new CompanyUsage(await CountedEvent.ReadAsync(db, [company.Seq], now, cancellationToken), now);
        company.Keep(usage, changes);
        return usage;
    }

    private async Task<CompanyCredits> LoadCreditsAsync(
        int environmentSeq,
        CachedEntity company,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var changes = company.CreditChanges;
        await using var db = database.Open(environmentSeq);
        var held = await HeldCredits.ReadAsync(db, [company.Seq], now, cancellationToken);
        var credits = new CompanyCredits(held.GetValueOrDefault(company.Seq, HeldCredits.None));
        company.Keep(credits, changes);
        return credits;
    }
}

/// <summary>Facts about a company that rules ask for, beside its traits and plans.</summary>
/// <param name="Metrics">True if a rule asks for a counter.</param>
/// <param name="Credits">True if a rule asks for credits.</param>
internal readonly record struct RuleNeeds(bool Metrics, bool Credits)
{
    public static RuleNeeds Of(PreparedFlag flag) => new(flag.AsksForMetrics, flag.AsksForCredits);
}
