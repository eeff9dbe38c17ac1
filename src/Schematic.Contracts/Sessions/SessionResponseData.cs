using System.Text.Json.Serialization;

namespace Schematic.Contracts.Sessions;

/// <summary>A member's signed-in session.</summary>
public sealed record SessionResponseData
{
    public required string MemberId { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The bearer of the session, sent once, at sign-in; the server keeps only its hash.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Token { get; init; }
}
