using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Environments;

namespace Schematic.Contracts.Setup;

/// <summary>Answers of the first visitor to the set-up page. Accepted once; afterwards refused with 409.</summary>
public sealed record SetupRequestBody
{
    /// <summary>
    /// One-time code that the server printed in its log, at most 64 characters; null from the same machine.
    /// </summary>
    [StringLength(64)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    /// <summary>True if the console saw the visitor come from a loopback address.</summary>
    public required bool FromLoopback { get; init; }

    /// <summary>Address of the first admin, 3 to 256 characters.</summary>
    [StringLength(256, MinimumLength = 3)]
    [EmailAddress]
    public required string AdminEmail { get; init; }

    /// <summary>Password of the first admin, 12 to 256 characters.</summary>
    [StringLength(256, MinimumLength = 12)]
    public required string AdminPassword { get; init; }

    /// <summary>Name of the first environment, 1 to 256 characters.</summary>
    [StringLength(256, MinimumLength = 1)]
    public required string EnvironmentName { get; init; }

    /// <summary>Purpose of the first environment.</summary>
    public required EnvironmentType EnvironmentType { get; init; }

    /// <summary>True fills the environment with sample data.</summary>
    public required bool SampleData { get; init; }

    /// <summary>IP address of the visitor's browser, at most 64 characters; null if it is not known.</summary>
    [StringLength(64)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Address { get; init; }

    /// <summary>
    /// Description of itself that the browser sends, at most 512 characters; shown in the list of sessions.
    /// </summary>
    [StringLength(512)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UserAgent { get; init; }
}
