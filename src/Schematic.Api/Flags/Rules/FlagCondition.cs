using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.Flags;

namespace Schematic.Api.Flags.Rules;

/// <summary>A stored condition of a rule.</summary>
internal sealed record FlagCondition : ConditionTerms
{
    public const string IdPrefix = "cond";

    public FlagCondition() { }

    /// <summary>A condition that asks the same; its times are for the caller to set.</summary>
    [SetsRequiredMembers]
    public FlagCondition(ConditionTerms terms, string id)
        : base(terms) => Id = id;

    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }

    /// <summary>The ids of the traits that it compares.</summary>
    [JsonIgnore]
    public IEnumerable<string> TraitIds => new[] { TraitId, ComparisonTraitId }.OfType<string>();
}
