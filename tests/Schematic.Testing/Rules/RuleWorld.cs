using Schematic.Rules.Definitions;

namespace Schematic.Testing.Rules;

/// <summary>
/// What generated rules and facts speak of. Few of each, so that they meet. A test of the server puts ids of its own
/// store here.
/// </summary>
public sealed record RuleWorld
{
    public IReadOnlyList<string> CompanyIds { get; init; } = ["comp_1", "comp_2", "comp_3"];

    public IReadOnlyList<string> UserIds { get; init; } = ["user_1", "user_2", "user_3"];

    public IReadOnlyList<string> PlanIds { get; init; } = ["plan_1", "plan_2", "plan_3"];

    public IReadOnlyList<string> PlanVersionIds { get; init; } = ["plvr_1", "plvr_2"];

    public IReadOnlyList<string> BillingProductIds { get; init; } = ["prod_1", "prod_2"];

    public IReadOnlyList<string> CreditIds { get; init; } = ["bilcr_1", "bilcr_2"];

    public IReadOnlyList<string> EventSubtypes { get; init; } = ["api-call", "report"];

    /// <summary>Two of each kind and entity, so that they can be compared with each other.</summary>
    public IReadOnlyList<TraitReference> Traits { get; init; } =
    [
        .. from entity in Enum.GetValues<EntityKind>()
        from kind in Enum.GetValues<ComparableKind>()
        from number in Enumerable.Range(1, 2)
        select new TraitReference($"trdf_{entity}_{kind}_{number}".ToLowerInvariant(), entity, kind),
    ];

    public IReadOnlyList<RuleTier> Tiers { get; init; } = Enum.GetValues<RuleTier>();

    public IReadOnlyList<ConditionKind> Kinds { get; init; } =
    [.. Enum.GetValues<ConditionKind>().Where(static kind => kind != ConditionKind.Unknown)];

    /// <summary>
    /// Only rules that can be saved and values that can be stored: each condition has the fields and operators of its
    /// kind. Otherwise some conditions lack what they need, and some texts are hostile.
    /// </summary>
    public bool IsWellFormed { get; init; } = true;

    /// <summary>Rules that come with companies and users.</summary>
    public bool HasDerivedRules { get; init; } = true;
}
