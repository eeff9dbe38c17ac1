using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Environments;

namespace Schematic.Contracts.Setup;

/// <summary>What the set-up page asks of the first visitor. Succeeds once; afterwards 409.</summary>
public sealed record SetupRequestBody
{
    /// <summary>The one-time code the server printed in its log; not asked of a visitor from the same machine.</summary>
    [StringLength(64)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    /// <summary>True where the console saw the visitor come from a loopback address.</summary>
    public required bool FromLoopback { get; init; }

    [StringLength(256, MinimumLength = 3)]
    [EmailAddress]
    public required string AdminEmail { get; init; }

    [StringLength(256, MinimumLength = 12)]
    public required string AdminPassword { get; init; }

    [StringLength(256, MinimumLength = 1)]
    public required string EnvironmentName { get; init; }

    public required EnvironmentType EnvironmentType { get; init; }

    public required bool SampleData { get; init; }
}
