using System.Collections.Concurrent;
using Schematic.Api.Entities;
using Schematic.Api.Flags;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Http;
using Schematic.Api.Plans;
using Schematic.Api.Plans.Migration;
using Schematic.Contracts.Flags;
using Schematic.Rules;
using Schematic.Rules.Facts;

namespace Schematic.Api.Entitlements;

/// <summary>
/// Everything that one environment sells: every version that companies may be on, and the features that can be given.
/// Immutable; another state is another object.
/// </summary>
/// <param name="moves">Moves of companies that are under way, in their order.</param>
/// <param name="names">The traits that limits and usage are held in.</param>
internal sealed class EntitlementCatalog(
    string accountId,
    IReadOnlyDictionary<int, SoldVersion> versions,
    IReadOnlyDictionary<int, SoldFeature> features,
    IReadOnlyDictionary<string, int> credits,
    IReadOnlyList<PlanMove> moves,
    RuleNames names
)
{
    public static readonly EntitlementCatalog Empty = new(
        "",
        new Dictionary<int, SoldVersion>(),
        new Dictionary<int, SoldFeature>(),
        new Dictionary<string, int>(),
        [],
        new RuleNames(new Dictionary<string, EntityTraitDefinitionRow>(), new Dictionary<string, string>())
    );

    // By what it is and by the id of the entitlement or versions that it is made from.
    private readonly ConcurrentDictionary<(Type What, string Of), object> _shared = new();

    // Events that features count.
    private readonly Lazy<HashSet<string>> _counted = new(() =>
        features
            .Values.Select(static feature => feature.EventSubtype)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal)
    );

    /// <summary>Id of the account that sells it.</summary>
    public string AccountId => accountId;

    /// <summary>The traits that limits and usage are held in, by id.</summary>
    public IReadOnlyDictionary<string, EntityTraitDefinitionRow> Traits => names.Traits;

    public IReadOnlyDictionary<int, SoldVersion> Versions => versions;

    /// <summary>Features by seq; those that are gone are missing.</summary>
    public IReadOnlyDictionary<int, SoldFeature> Features => features;

    /// <summary>Seqs of credit types by id; those that are gone are missing.</summary>
    public IReadOnlyDictionary<string, int> Credits => credits;

    /// <summary>The version that a company is on, or is being moved to; null if it is gone.</summary>
    public SoldVersion? VersionOf(CompanyPlanRow plan) =>
        versions.GetValueOrDefault(
            moves.Aggregate(plan.PlanVersionSeq, (version, move) => move.Of(plan.CompanySeq, version))
        );

    /// <summary>
    /// True if a company may have to pay for the event with credits: a feature counts it, and there are credits.
    /// Overrides are not looked at.
    /// </summary>
    public bool PaysWithCredits(string eventSubtype) => credits.Count > 0 && _counted.Value.Contains(eventSubtype);

    /// <exception cref="ApiException">404: there is no such feature.</exception>
    public EntitlementCatalog RequireFeature(string id) =>
        features.Values.Any(feature => feature.Id == id)
            ? this
            : throw ApiProblem.NotFoundInAccount("feature", id).About("feature_id");

    /// <summary>The rules that a version's entitlement adds to the flag of its feature.</summary>
    public static IReadOnlyList<FlagRule> RulesOf(SoldVersion version, GrantedFeature granted) =>
        new DerivedRules(
            granted,
            new DerivedRules.Holder(ConditionType.PlanVersion, version.Id, version.PlanName)
        ).Make();

    /// <summary>The rules that a company's override adds to the flag of its feature.</summary>
    public static IReadOnlyList<FlagRule> RulesOf(string companyId, GrantedFeature granted) =>
        new DerivedRules(
            granted,
            new DerivedRules.Holder(ConditionType.Company, companyId, $"Override of {granted.Feature.Name}")
        ).Make();

    /// <summary>
    /// Makes something of what a company is given: once for all companies if a version gives it, anew for an override.
    /// </summary>
    public T Make<T>(CompanyEntitlement entitlement, Func<CompanyEntitlement, T> make)
        where T : class
    {
        if (entitlement is not { Version: not null, Granted.Terms.Id: { } id })
            return make(entitlement);
        var key = (typeof(T), id);
        return (T)(_shared.TryGetValue(key, out var known) ? known : _shared.GetOrAdd(key, make(entitlement)));
    }

    /// <summary>Plans that all companies on exactly these versions share; made once.</summary>
    public PlanContext Share(IReadOnlyList<SoldVersion> versions, Func<PlanContext> make)
    {
        var key = (typeof(PlanContext), string.Join(',', versions.Select(static version => version.Seq)));
        return (PlanContext)(_shared.TryGetValue(key, out var known) ? known : _shared.GetOrAdd(key, make()));
    }

    public PreparedRules Prepare(IEnumerable<FlagRule> rules) => FlagPreparation.Prepare(rules, names);
}
