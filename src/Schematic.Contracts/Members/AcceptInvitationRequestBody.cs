using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Members;

/// <summary>An invitation that its person accepts. An addition to the published API.</summary>
public sealed record AcceptInvitationRequestBody
{
    /// <summary>IP address of the person's browser; null if unknown.</summary>
    [StringLength(64)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Address { get; init; }

    /// <summary>Display name, 1 to 256 characters.</summary>
    [StringLength(256, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>Password to sign in with, 12 to 256 characters.</summary>
    [StringLength(256, MinimumLength = 12)]
    public required string Password { get; init; }

    /// <summary>Secret of the link, at most 256 characters.</summary>
    [StringLength(256, MinimumLength = 1)]
    public required string Token { get; init; }

    /// <summary>Description of itself that the browser sends; null if unknown.</summary>
    [StringLength(512)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UserAgent { get; init; }
}
