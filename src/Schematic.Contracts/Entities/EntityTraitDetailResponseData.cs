using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entities;

public sealed record EntityTraitDetailResponseData
{
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntityTraitDefinitionResponseData? Definition { get; init; }

    public required string DefinitionId { get; init; }

    public required string EnvironmentId { get; init; }

    public required string Id { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string Value { get; init; }
}
