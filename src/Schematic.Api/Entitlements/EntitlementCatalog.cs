using System.Collections.Concurrent;
using Schematic.Api.Entities;
using Schematic.Api.Flags;
using Schematic.Api.Flags.Rules;
using Schematic.Contracts.Flags;
using Schematic.Rules;
using Schematic.Rules.Facts;

namespace Schematic.Api.Entitlements;

/// <summary>
/// Everything that one environment sells: every version that companies may be on, and the features that can be given.
/// Immutable; another state is another object.
/// </summary>
/// <param name="names">The traits that limits and usage are held in.</param>
internal sealed class EntitlementCatalog(
    IReadOnlyDictionary<int, SoldVersion> versions,
    IReadOnlyDictionary<int, SoldFeature> features,
    RuleNames names
)
{
    public static readonly EntitlementCatalog Empty = new(
        new Dictionary<int, SoldVersion>(),
        new Dictionary<int, SoldFeature>(),
        new RuleNames(new Dictionary<string, EntityTraitDefinitionRow>(), new Dictionary<string, string>())
    );

    // Companies on the same versions share what they are given.
    private readonly ConcurrentDictionary<string, PreparedRules> _prepared = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, PlanContext> _shared = new(StringComparer.Ordinal);

    /// <summary>The traits that limits and usage are held in, by id.</summary>
    public IReadOnlyDictionary<string, EntityTraitDefinitionRow> Traits => names.Traits;

    public IReadOnlyDictionary<int, SoldVersion> Versions => versions;

    /// <summary>Features by seq; those that are gone are missing.</summary>
    public IReadOnlyDictionary<int, SoldFeature> Features => features;

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

    /// <summary><see cref="RulesOf(SoldVersion, GrantedFeature)"/>, prepared once for all companies.</summary>
    public PreparedRules Prepare(SoldVersion version, GrantedFeature granted) =>
        _prepared.TryGetValue(granted.Terms.Id, out var known)
            ? known
            : _prepared.GetOrAdd(granted.Terms.Id, Prepare(RulesOf(version, granted)));

    /// <summary>Plans that all companies on exactly these versions share; made once.</summary>
    public PlanContext Share(IReadOnlyList<SoldVersion> versions, Func<PlanContext> make)
    {
        var key = string.Join(',', versions.Select(static version => version.Seq));
        return _shared.TryGetValue(key, out var known) ? known : _shared.GetOrAdd(key, make());
    }

    public PreparedRules Prepare(IEnumerable<FlagRule> rules) => FlagPreparation.Prepare(rules, names);
}
