using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Flags.Rules;
using Schematic.Contracts.Entitlements;

namespace Schematic.Api.Entitlements;

/// <summary>
/// Use that a company may make of features at a moment: for each that its plan, its add-ons or an override speaks of,
/// which of them counts, and what became of the others. The one place where that is decided.
/// </summary>
internal sealed class CompanyEntitlements
{
    private readonly List<CompanyEntitlement> _features = [];

    /// <param name="trait">Value of a trait of the company by the trait's id; null if it lacks it.</param>
    /// <param name="only">The features to decide about; null for all.</param>
    public CompanyEntitlements(
        EntitlementCatalog catalog,
        CompanyGrants grants,
        string companyId,
        Func<string, string?> trait,
        DateTimeOffset now,
        Func<SoldFeature, bool>? only = null
    )
    {
        Versions = [.. grants.Plans.Select(catalog.VersionOf).OfType<SoldVersion>()];
        var candidates = Versions
            .SelectMany(static version => version.Features.Select(granted => new Candidate(granted, version)))
            .Concat(
                grants
                    .Overrides.Where(row => catalog.Features.ContainsKey(row.FeatureSeq))
                    .Select(row => new Candidate(
                        EntitlementCatalogReader.Granted(row, catalog.Features[row.FeatureSeq]),
                        null
                    ))
            )
            .Where(candidate => only is null || only(candidate.Granted.Feature));
        foreach (var group in candidates.GroupBy(static candidate => candidate.Granted.Feature.Seq))
            Add([.. group], companyId, trait, now);
        ValidUntil = grants.Overrides.Where(row => row.ExpiresAt > now).Min(static row => row.ExpiresAt);
    }

    /// <summary>The versions that the company is on.</summary>
    public IReadOnlyList<SoldVersion> Versions { get; }

    /// <summary>One for each feature, in no order.</summary>
    public IReadOnlyList<CompanyEntitlement> Features => _features;

    /// <summary>When an override expires next, so that this holds no longer; null never.</summary>
    public DateTimeOffset? ValidUntil { get; }

    /// <summary>True if it is the same for every company on the same versions.</summary>
    public bool IsShared { get; private set; } = true;

    private void Add(
        IReadOnlyList<Candidate> candidates,
        string companyId,
        Func<string, string?> trait,
        DateTimeOffset now
    )
    {
        var choice = EffectiveEntitlement.Choose(
            [.. candidates.Select(static candidate => candidate.Granted.Terms)],
            trait,
            now
        );
        var winner = candidates.FirstOrDefault(candidate => candidate.Granted.Terms == choice.Winner);
        IsShared &=
            candidates.All(static candidate => candidate.Version is not null)
            && (
                candidates.Count == 1
                || candidates.All(static candidate => candidate.Granted.Terms.ValueType != EntitlementValueType.Trait)
            );
        _features.Add(
            new CompanyEntitlement(
                candidates[0].Granted.Feature,
                winner?.Granted,
                winner?.Version,
                companyId,
                choice.Outcomes
            )
        );
    }

    /// <param name="Version">Null for an override.</param>
    private sealed record Candidate(GrantedFeature Granted, SoldVersion? Version);
}

/// <summary>A company's use of one feature, and why it may or may not.</summary>
/// <param name="Granted">What counts; null where only expired overrides speak of the feature.</param>
/// <param name="Version">The version that gives it; null for an override.</param>
/// <param name="Outcomes">What became of each that speaks of the feature.</param>
internal sealed record CompanyEntitlement(
    SoldFeature Feature,
    GrantedFeature? Granted,
    SoldVersion? Version,
    string CompanyId,
    IReadOnlyList<CandidateOutcome> Outcomes
)
{
    /// <summary>The rules that what counts adds to the feature's flag.</summary>
    public IReadOnlyList<FlagRule> Rules =>
        Granted is null ? []
        : Version is null ? EntitlementCatalog.RulesOf(CompanyId, Granted)
        : EntitlementCatalog.RulesOf(Version, Granted);
}
