using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Flags;

/// <summary>A condition to add or to keep.</summary>
[OmitNullMembers]
public sealed record CreateOrUpdateConditionRequestBody : ConditionTerms
{
    public CreateOrUpdateConditionRequestBody() { }

    /// <summary>A new condition that asks the same.</summary>
    [SetsRequiredMembers]
    public CreateOrUpdateConditionRequestBody(ConditionTerms terms)
        : base(terms) { }

    /// <summary>Names a condition of this flag that is kept; null makes a new one.</summary>
    public string? Id { get; init; }

    /// <summary>Members that the description does not name: what one client adds, others leave as it is.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }
}
