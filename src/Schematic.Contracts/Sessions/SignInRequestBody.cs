using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Sessions;

/// <summary>Credentials of a member who signs in.</summary>
public sealed record SignInRequestBody
{
    /// <summary>Address of the member, 1 to 256 characters.</summary>
    [StringLength(256, MinimumLength = 1)]
    public required string Email { get; init; }

    /// <summary>Password of the member, 1 to 256 characters.</summary>
    [StringLength(256, MinimumLength = 1)]
    public required string Password { get; init; }

    /// <summary>IP address of the member's browser, at most 64 characters; null if it is not known.</summary>
    [StringLength(64)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Address { get; init; }

    /// <summary>
    /// Description of itself that the browser sends, at most 512 characters; shown in the list of sessions.
    /// </summary>
    [StringLength(512)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UserAgent { get; init; }

    /// <summary>
    /// Mark of a browser from which this member has signed in before, 16 to 64 characters; its wrong tries are counted
    /// apart from those of strangers.
    /// </summary>
    [StringLength(64, MinimumLength = 16)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? KnownBrowser { get; init; }
}
