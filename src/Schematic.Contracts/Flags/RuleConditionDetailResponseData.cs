using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Flags;

/// <summary>
/// A condition as it is stored, with what its ids stand for. <see cref="ConditionTerms.CreditCost"/> and
/// <see cref="ConditionTerms.CreditId"/> are additions to the published API.
/// </summary>
public sealed record RuleConditionDetailResponseData : ConditionTerms
{
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

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntityTraitDefinitionResponseData? ComparisonTrait { get; init; }

    public string? ConditionGroupId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string EnvironmentId { get; init; }

    public string? FlagId { get; init; }

    public required string Id { get; init; }

    public required IReadOnlyList<PreviewObjectResponseData> Resources { get; init; }

    public required string RuleId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntityTraitDefinitionResponseData? Trait { get; init; }

    public EntityType? TraitEntityType { get; init; }

    /// <summary>Empty if the condition compares with no value.</summary>
    public new required string TraitValue
    {
        get => base.TraitValue ?? "";
        init => base.TraitValue = value;
    }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Members that the description does not name: what one client adds, others leave as it is.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }
}
