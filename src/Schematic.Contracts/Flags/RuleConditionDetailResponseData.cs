using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Flags;

/// <summary>
/// A condition of a flag rule, with the names of what it refers to. Its credit and its cost are additions to the
/// published API, left out unless the condition is on a credit.
/// </summary>
public sealed record RuleConditionDetailResponseData : ConditionTerms
{
    /// <summary>Creates a condition whose members are all to be set.</summary>
    public RuleConditionDetailResponseData() { }

    /// <summary>Shows a condition; what is missing then, such as its times, is for the caller to set.</summary>
    [SetsRequiredMembers]
    public RuleConditionDetailResponseData(ConditionTerms terms, string id, string ruleId, string environmentId)
        : base(terms)
    {
        Id = id;
        RuleId = ruleId;
        EnvironmentId = environmentId;
        Resources = [];
        TraitValue = terms.TraitValue ?? "";
    }

    /// <summary>Trait to compare with; left out if the value is fixed or the trait was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntityTraitDefinitionResponseData? ComparisonTrait { get; init; }

    /// <summary>Id of the group that contains the condition, <c>cogr_…</c>; null outside a group.</summary>
    public string? ConditionGroupId { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Id of the flag, <c>flag_…</c>; null if the rule belongs to none.</summary>
    public string? FlagId { get; init; }

    /// <summary>Id of the condition, <c>cond_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Names of the <c>resource_ids</c> that still exist.</summary>
    public required IReadOnlyList<PreviewObjectResponseData> Resources { get; init; }

    /// <summary>Id of the rule, <c>rule_…</c>.</summary>
    public required string RuleId { get; init; }

    /// <summary>Trait to examine; left out unless the condition is on a trait that still exists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntityTraitDefinitionResponseData? Trait { get; init; }

    /// <summary>Kind of entity whose trait is examined; null unless the condition is on a trait.</summary>
    public EntityType? TraitEntityType { get; init; }

    /// <summary>Text to compare the trait with; empty if there is none.</summary>
    public new required string TraitValue
    {
        get => base.TraitValue ?? "";
        init => base.TraitValue = value;
    }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>
    /// Members that the published API does not name, kept as sent; null removes one. At most 4,096 characters.
    /// </summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }
}
