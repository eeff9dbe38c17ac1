using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entitlements;

/// <summary>A difference between two plans that copying entitlements cannot settle.</summary>
public sealed record PlanIssueResponseData
{
    /// <summary>Short name of the difference, for programs.</summary>
    public required string Code { get; init; }

    /// <summary>Sentence that says what differs, for people.</summary>
    public required string Description { get; init; }

    /// <summary>Further sentence about the difference; left out if there is nothing to add.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    /// <summary>Id of the resource that it is about; left out if it is about none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }
}
