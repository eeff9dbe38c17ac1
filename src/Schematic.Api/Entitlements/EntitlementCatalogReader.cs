using Microsoft.EntityFrameworkCore;
using Schematic.Api.Credits;
using Schematic.Api.Credits.PlanGrants;
using Schematic.Api.Entitlements.Pricing;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Environments;
using Schematic.Api.Features;
using Schematic.Api.Flags;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Api.Plans.Migration;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Entitlements;

/// <summary>
/// Reads what an environment sells: eight statements, two more where credits are included, and one for each move of
/// companies.
/// </summary>
internal static class EntitlementCatalogReader
{
    public static async Task<EntitlementCatalog> ReadAsync(SchematicDb db, CancellationToken cancellationToken)
    {
        var features = await FeaturesAsync(db, null, cancellationToken);
        var rows = (
            await db.PlanEntitlements.AsNoTracking().OrderBy(static row => row.Seq).ToListAsync(cancellationToken)
        ).ToLookup(static row => row.PlanVersionSeq);
        // No company is on a draft.
        var versions = await (
            from version in db.PlanVersions.AsNoTracking()
            join plan in db.Plans on version.PlanSeq equals plan.Seq
            where version.Status != PlanVersionStatus.Draft
            select new { Version = version, Plan = plan }
        ).ToListAsync(cancellationToken);
        var accountId = await db.Accounts.Select(static row => row.Id).FirstAsync(cancellationToken);
        var credits = await PlanGrantReader.ViewsAsync(db, accountId, cancellationToken);
        var sold = versions.Select(one =>
            Version(
                one.Plan,
                one.Version,
                [.. rows[one.Version.Seq].Select(row => Granted(row, one.Plan, one.Version, features[row.FeatureSeq]))]
            ) with
            {
                Credits = [.. credits[one.Version.Seq]],
            }
        );
        var traits = features
            .Values.Select(static feature => feature.TraitId)
            .Concat(rows.SelectMany(static group => group).Select(static row => row.ValueTraitId))
            .OfType<string>();
        var seqs = versions.ToDictionary(static one => one.Version.Id, static one => one.Version.Seq);
        return new EntitlementCatalog(
            accountId,
            sold.ToDictionary(static version => version.Seq),
            features,
            await db.CreditTypes.ToDictionaryAsync(static row => row.Id, static row => row.Seq, cancellationToken),
            await PlanMigrations.ReadMovesAsync(db, seqs, cancellationToken),
            new RuleNames(await FlagReader.TraitsAsync(db, traits, cancellationToken), new Dictionary<string, string>())
        );
    }

    /// <summary>Reads a version.</summary>
    public static SoldVersion Version(PlanRow plan, PlanVersionRow version, IReadOnlyList<GrantedFeature> features) =>
        new()
        {
            Seq = version.Seq,
            Id = version.Id,
            PlanId = plan.Id,
            PlanName = version.Name,
            PlanType = plan.PlanType,
            Version = version.Version,
            IsPublished = version.Status == PlanVersionStatus.Published,
            Features = features,
        };

    /// <summary>Reads a row of a version.</summary>
    public static GrantedFeature Granted(
        PlanEntitlementRow row,
        PlanRow plan,
        PlanVersionRow version,
        SoldFeature feature
    ) =>
        new(
            feature,
            row.ToTerms(plan.PlanType == PlanType.AddOn ? EntitlementSource.AddOn : EntitlementSource.Plan) with
            {
                SoftLimit = row.SoftLimit,
                PriceBehavior = row.PriceBehavior,
                Prices = EntitlementPrices.Read(row.Prices),
                PlanId = plan.Id,
                PlanVersionId = version.Id,
            },
            row.RuleId,
            row.UsageExceededRuleId,
            row.CreatedAt,
            row.UpdatedAt
        );

    /// <summary>Reads an override.</summary>
    public static GrantedFeature Granted(CompanyOverrideRow row, SoldFeature feature) =>
        new(
            feature,
            row.ToTerms(EntitlementSource.Override) with
            {
                ExpiresAt = row.ExpiresAt,
            },
            row.RuleId,
            row.UsageExceededRuleId,
            row.CreatedAt,
            row.UpdatedAt
        );

    /// <summary>Reads features by seq.</summary>
    /// <param name="seqs">Those to read; null reads all.</param>
    public static async Task<Dictionary<int, SoldFeature>> FeaturesAsync(
        SchematicDb db,
        IReadOnlyCollection<int>? seqs,
        CancellationToken cancellationToken
    ) =>
        await (
            from feature in seqs is null ? db.Features : db.Features.Where(row => EF.Parameter(seqs).Contains(row.Seq))
            join flag in db.Flags on (int?)feature.Seq equals flag.FeatureSeq into flags
            from flag in flags.DefaultIfEmpty()
            select new SoldFeature
            {
                Seq = feature.Seq,
                Id = feature.Id,
                Name = feature.Name,
                FeatureType = feature.FeatureType,
                EventSubtype = feature.EventSubtype,
                TraitId = feature.TraitId,
                FlagId = flag == null ? null : flag.Id,
                FlagKey = flag == null ? null : flag.Key,
            }
        ).ToDictionaryAsync(static feature => feature.Seq, cancellationToken);
}
