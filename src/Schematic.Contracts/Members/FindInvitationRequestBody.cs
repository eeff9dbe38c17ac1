using System.ComponentModel.DataAnnotations;

namespace Schematic.Contracts.Members;

/// <summary>An invitation to look at before it is accepted. An addition to the published API.</summary>
public sealed record FindInvitationRequestBody
{
    /// <summary>Secret of the link, at most 256 characters.</summary>
    [StringLength(256, MinimumLength = 1)]
    public required string Token { get; init; }
}
