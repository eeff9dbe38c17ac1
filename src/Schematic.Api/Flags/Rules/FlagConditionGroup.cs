using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schematic.Api.Flags.Rules;

/// <summary>A stored group of conditions, one of which must match.</summary>
internal sealed record FlagConditionGroup
{
    public const string IdPrefix = "cogr";

    public required string Id { get; init; }

    public required IReadOnlyList<FlagCondition> Conditions { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }
}
