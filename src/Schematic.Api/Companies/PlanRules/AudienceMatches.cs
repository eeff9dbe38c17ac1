using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Evaluation;
using Schematic.Api.Flags;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Plans.Audiences;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Plans;
using Schematic.Rules;
using Schematic.Rules.Facts;

namespace Schematic.Api.Companies.PlanRules;

/// <summary>Companies that conditions match, newest first, whether or not the conditions are an audience.</summary>
internal sealed class AudienceMatches(IDatabase database, FlagSnapshots snapshots, Caller caller, TimeProvider time)
{
    private const int DefaultLimit = 100;
    private const int Batch = 1000;

    /// <exception cref="ApiException">400 where a condition is wrong.</exception>
    public async Task<IReadOnlyList<CompanyDetailResponseData>> ListAsync(
        AudienceRequestBody body,
        CancellationToken cancellationToken
    )
    {
        var catalog = await CatalogAsync(cancellationToken);
        await using var db = database.Open(caller.Environment.Seq);
        var details = new CompanyDetails(catalog, caller.Environment.Id, time.Now());
        var (offset, limit) = (body.Offset ?? 0, body.Limit ?? DefaultLimit);
        var found = new List<CompanyDetailResponseData>();
        var passed = 0L;
        if (limit == 0)
            return found;
        await foreach (var company in MatchingAsync(db, catalog, body, cancellationToken))
        {
            if (passed++ < offset)
                continue;
            found.Add(details.ToContract(company, false));
            if (found.Count == limit)
                break;
        }

        return found;
    }

    /// <exception cref="ApiException">400 where a condition is wrong.</exception>
    public async Task<long> CountAsync(AudienceRequestBody body, CancellationToken cancellationToken)
    {
        var catalog = await CatalogAsync(cancellationToken);
        await using var db = database.Open(caller.Environment.Seq);
        var count = 0L;
        await foreach (var _ in MatchingAsync(db, catalog, body, cancellationToken))
            count++;
        return count;
    }

    private async IAsyncEnumerable<CompanyStanding> MatchingAsync(
        SchematicDb db,
        EntitlementCatalog catalog,
        AudienceRequestBody body,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var conditions = new PlanAudienceRequestBody
        {
            Conditions = body.Conditions,
            ConditionGroups = body.ConditionGroups,
        };
        var rule = await AudienceRules.ReadAsync(db, null, conditions, time.Now(), cancellationToken);
        var names = await FlagReader.NamesAsync(db, [rule], cancellationToken);
        var audience = FlagPreparation.PrepareAlone(rule, names);
        var beyond = long.MaxValue;
        while (true)
        {
            var before = beyond;
            var seqs = await db
                .Companies.Where(row => row.Seq < before)
                .OrderByDescending(static row => row.Seq)
                .Select(static row => row.Seq)
                .Take(Batch)
                .ToListAsync(cancellationToken);
            var companies = await EntityReader.DetailsAsync(db, seqs, cancellationToken);
            foreach (
                var company in await CompanyStanding.ReadAsync(db, catalog, companies, time.Now(), cancellationToken)
            )
            {
                var subject = new CheckSubject(PlanVerdict.AsAssigned(company), null);
                if (FlagEvaluator.Evaluate(audience, subject).Value)
                    yield return company;
            }

            if (seqs.Count < Batch)
                yield break;
            beyond = seqs[^1];
        }
    }

    private async ValueTask<EntitlementCatalog> CatalogAsync(CancellationToken cancellationToken) =>
        (await snapshots.OfAsync(caller.Environment.Seq, cancellationToken)).Catalog;
}
