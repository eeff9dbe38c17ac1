using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Environments;

/// <summary>Changes of an environment; a member that is left out stays.</summary>
public sealed record UpdateEnvironmentRequestBody
{
    /// <summary>New purpose; left out, it stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EnvironmentType? EnvironmentType { get; init; }

    /// <summary>New name, 1 to 256 characters; left out, it stays.</summary>
    [StringLength(256, MinimumLength = 1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }
}
