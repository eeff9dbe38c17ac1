using Schematic.Api.Authentication;
using Schematic.Api.Companies.Usage;
using Schematic.Api.Entities;
using Schematic.Api.Evaluation;
using Schematic.Api.Features;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Companies;

/// <summary>
/// Previews of other plans, add-ons or overrides for a company: what it may use now and what it might use then, decided
/// in the same place as for checks. Nothing is written.
/// </summary>
internal sealed class CompanyPlanPreviewStore(
    IDatabase database,
    FlagSnapshots snapshots,
    IFeatureUses uses,
    Caller caller,
    TimeProvider time
)
{
    public async Task<CompanyPlanPreviewResponseData> PreviewAsync(
        string companyId,
        CompanyPlanPreviewRequestBody body,
        CancellationToken cancellationToken
    )
    {
        var now = time.Now();
        var catalog = (await snapshots.OfAsync(caller.Environment.Seq, cancellationToken)).Catalog;
        await using var db = database.Open(caller.Environment.Seq);
        var company = await FindAsync(db, companyId, cancellationToken);
        var before = (await CompanyStanding.ReadAsync(db, catalog, [company], now, cancellationToken))[0];
        var supposed = await new CompanyPlanPreviewGrants(db, before, now).SupposeAsync(body, cancellationToken);
        var after = new CompanyStanding(company, supposed, before.Counted, before.Credits, catalog, now);
        return new CompanyPlanPreviewResponseData
        {
            Features = await CompareAsync(db, before, after, cancellationToken),
        };
    }

    private static async Task<EntityDetail> FindAsync(
        SchematicDb db,
        string companyId,
        CancellationToken cancellationToken
    )
    {
        var named = EntityReference.FromKeys(EntityType.Company, new Dictionary<string, string>(), companyId);
        return await EntityLookup.FindAsync(db, named, cancellationToken) ?? throw EntityLookup.NotFound(named);
    }

    private async Task<IReadOnlyList<PreviewedFeatureResponseData>> CompareAsync(
        SchematicDb db,
        CompanyStanding before,
        CompanyStanding after,
        CancellationToken cancellationToken
    )
    {
        var reader = new FeatureUseReader(db, uses, caller.Environment.Id);
        var (had, gets) = (FeatureUse.Of(before).ToList(), FeatureUse.Of(after).ToList());
        var hadAnswers = await reader.ToContractAsync(had, false, cancellationToken);
        var getsAnswers = await reader.ToContractAsync(gets, false, cancellationToken);
        var former = had.Zip(hadAnswers).ToDictionary(static one => one.First.Entitlement.Feature.Seq);
        var later = gets.Zip(getsAnswers).ToDictionary(static one => one.First.Entitlement.Feature.Seq);
        return
        [
            .. former
                .Keys.Union(later.Keys)
                .Select(seq =>
                {
                    var (one, other) = (former.GetValueOrDefault(seq), later.GetValueOrDefault(seq));
                    var feature = (other.First ?? one.First!).Entitlement.Feature;
                    return new PreviewedFeatureResponseData
                    {
                        FeatureId = feature.Id,
                        Name = feature.Name,
                        Change = CompanyPlanPreview.Compare(one.First, other.First),
                        IsExceeded = CompanyPlanPreview.IsExceeded(other.First, other.Second),
                        Before = one.Second,
                        After = other.Second,
                    };
                })
                .OrderBy(static feature => feature.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(static feature => feature.FeatureId, StringComparer.Ordinal),
        ];
    }
}
