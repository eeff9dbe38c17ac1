using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Flags;

/// <summary>A condition to write. Members that its type does not use are refused.</summary>
[OmitNullMembers]
public sealed record CreateOrUpdateConditionRequestBody : ConditionTerms
{
    /// <summary>Creates a condition whose members are all to be set.</summary>
    public CreateOrUpdateConditionRequestBody() { }

    /// <summary>A new condition that asks the same.</summary>
    [SetsRequiredMembers]
    public CreateOrUpdateConditionRequestBody(ConditionTerms terms)
        : base(terms) { }

    /// <summary>Id of a condition of this flag to keep, <c>cond_…</c>; null creates a new one.</summary>
    public string? Id { get; init; }

    /// <summary>
    /// Members that the published API does not name, kept as sent; null removes one. At most 4,096 characters.
    /// </summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }
}
